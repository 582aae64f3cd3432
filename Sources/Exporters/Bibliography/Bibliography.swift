import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The papers of a digest, or of several, as records of a bibliography, and what a bibliography cannot carry.
struct Bibliography {
  /// Records that are written together; fewer are not worth another thread.
  private static let fewestInPart = 250

  /// Those of one digest, or of all digests of a collection.
  private let papers: [Paper]
  private let keys: [CitationKeys.Choice]
  private let remarks: Remarks
  private let format: BibliographyFormat
  /// What no entry can carry.
  private let losses: LossLog

  private enum Remarks: Sendable {
    case ofDigest([PaperID: BibliographyWalk.Remarks])
    case ofCollection(CollectedRemarks)
  }

  /// - Complexity: O(n) in the size of the digest.
  init(_ digest: Digest, for format: BibliographyFormat) {
    let walk = BibliographyWalk(digest, lineBreak: format.lineBreak, keeping: format.ofDigest)
    self.init(digest.papers, .ofDigest(walk.remarks), walk.losses, format)
  }

  /// One entry for each paper of any digest, which says what is from which digest.
  /// - Complexity: O(n) in the size of the digests.
  init(_ collection: DigestCollection, for format: BibliographyFormat) {
    var losses = LossLog()
    var remarks: [[PaperID: BibliographyWalk.Remarks]] = []
    for digest in collection.digests {
      let walk = BibliographyWalk(
        digest, lineBreak: format.lineBreak, isOneOfSeveral: true, keeping: format.ofDigest,
        losses: losses)
      remarks.append(walk.remarks)
      losses = walk.losses
    }
    let collected = CollectedRemarks(collection, remarks)
    self.init(collection.papers.map(\.paper), .ofCollection(collected), losses, format)
  }

  private init(_ papers: [Paper], _ remarks: Remarks, _ losses: LossLog, _ format: BibliographyFormat) {
    self.papers = papers
    self.remarks = remarks
    self.losses = losses
    self.format = format
    var keys = CitationKeys(format.keyForm)
    // By position: a copy of a paper counts references to all that is in it.
    self.keys = papers.indices.map { keys.choice(for: papers[$0]) }
  }

  /// Whether there is no entry.
  var isEmpty: Bool { papers.isEmpty }

  /// What one part of the records became.
  private struct Part<Output: Sendable>: Sendable {
    var output: Output
    /// What the records could not carry, and what the format could not.
    var losses: (of: LossLog, inFormat: LossLog)
  }

  /// Writes the records, one for each paper of the index, several at a time.
  /// - Parameter write: writes one part of them, in the order of the index; notes what the format cannot carry.
  /// - Returns: the parts in their order, at least one, and the losses as if there were one part.
  /// - Complexity: O(n) in the size of the digest.
  func write<Output: Sendable>(
    with workers: Workers,
    _ write: @Sendable (_ records: [BibliographicRecord], _ losses: inout LossLog) -> Output
  ) -> (parts: [Output], losses: LossLog) {
    let parts = workers.map(workers.parts(of: papers.count, fewest: Self.fewestInPart)) { range in
      var losses = self.losses.successor
      let records = range.map { record(at: $0, &losses) }
      var lossesInFormat = losses.successor
      return Part(output: write(records, &lossesInFormat), losses: (losses, lossesInFormat))
    }
    var losses = self.losses
    for part in parts { losses.append(part.losses.of) }
    losses.recordCompletions(of: papers)
    for part in parts { losses.append(part.losses.inFormat) }
    return (parts.map(\.output), losses)
  }

  private func record(at position: Int, _ losses: inout LossLog) -> BibliographicRecord {
    switch remarks {
    case .ofDigest(let remarks):
      let remarks = remarks.isEmpty ? nil : remarks[papers[position].id]
      return Self.record(
        of: papers[position], key: keys[position], remarks: remarks ?? .init(), format, &losses)
    case .ofCollection(let remarks):
      var record = Self.record(
        of: papers[position], key: keys[position], remarks: remarks.remarks(at: position), format, &losses)
      record.appearances = remarks.notes(at: position)
      return record
    }
  }

  private static func record(
    of paper: Paper, key: CitationKeys.Choice, remarks: BibliographyWalk.Remarks,
    _ format: BibliographyFormat,
    _ losses: inout LossLog
  ) -> BibliographicRecord {
    let record = paper.record
    let anchor = paper.anchor
    if let title = record.title {
      losses.recordMarkup(of: title, lineBreak: format.lineBreak, keepsMarks: format.keepsMarks)
    }
    for text in [record.abstract, record.shortTitle, record.originalTitle] {
      if let text { losses.recordMarkup(of: text, lineBreak: format.lineBreak) }
    }
    var others = OtherFields()
    for field in record.extra
    where annotation(field) == nil && !format.hasElsewhere(field, of: record)
      && !others.take(field, for: format, isPublished: record.details[.publisher] != nil)
    {
      losses.record(.paperExtra, .dropped, "'\(field.key)' has no field in a bibliography", at: field.anchor)
    }
    let names = Self.names(of: paper, remarks.names, anchor: anchor, losses: &losses)
    let abstract = record.abstract.map {
      BibliographicRecord.Remark(label: nil, text: $0.plainText, anchor: $0.anchor)
    }
    Self.recordArchive(of: paper, losses: &losses)
    if !format.hasCollections {
      Self.recordMixedKeywords(of: paper, anchor: anchor, losses: &losses)
    }
    let links = BibliographyLinks(paper)
    for link in record.links where link.kind == .landingPage && !LinkAddress.isAllowed(link.url) {
      losses.record(.paperLinks, .degraded, LinkAddress.refusal, at: record.origins[.links])
    }
    var details = record.details.filter { !$0.value.holdsNothing }
    details[.container] = paper.venue
    if let isbn = links.isbn { details[.isbn] = details[.isbn] ?? isbn }
    if !format.has(.articleNumber), details[.pages] == nil { details[.pages] = record.articleNumber }
    if let given = record.citationKey, given != key.key, key.alias == nil {
      losses.record(
        .paperCitationKey, .dropped, "the key \(quoted(given)) is another paper's, or could be",
        at: record.origins[.citationKey])
    }
    return BibliographicRecord(
      type: paper.publicationType, isTypeSaid: record.type == paper.publicationType, id: paper.id,
      key: key.key, keyAlias: key.alias, isUntitled: isUntitled(paper),
      title: names.title, markedTitle: Self.marked(names.title, record.title), shortTitle: names.short,
      originalTitle: record.originalTitle?.plainText,
      contributors: record.contributors.compactMap { Self.group($0, without: others.roles.flatMap(\.names)) },
      date: record.date ?? (paper.month ?? paper.id.month).map { EDTFDate(PartialDate($0)) },
      details: details, eprint: links.arxiv?.value,
      eprintClass: links.arxiv.flatMap { $0.archive ?? record.categories.first }, version: paper.version,
      doi: links.doi, url: links.url, identifiers: links.others, otherFields: others,
      topics: paper.topics, links: links.links,
      keywords: Self.distinct(paper.keywords + record.keywords + record.categories),
      automaticTags: format.hasCollections
        ? Set(record.keywords + record.categories).subtracting(paper.keywords) : [],
      rank: paper.rank,
      abstract: abstract,
      remarks: remarks.lines + record.extra.compactMap(annotation)
        + (format.hasLinks ? [] : links.remarks(at: record.origins[.links])),
      titleAnchor: names.anchor,
      shortTitleAnchor: names.short.flatMap { remarks.names[$0] } ?? record.shortTitle?.anchor ?? anchor,
      anchor: anchor)
  }

  /// What somebody has noted of the paper in a bibliography that was read.
  private static func annotation(_ field: ExtraField) -> BibliographicRecord.Remark? {
    guard field.key == "annote" || field.key == "annotation", case .string(let text) = field.value else {
      return nil
    }
    return BibliographicRecord.Remark(label: nil, text: text, anchor: field.anchor)
  }

  /// The title given, else the first name, else the id with its scheme (rule B14).
  private static func names(
    of paper: Paper, _ anchors: [String: SourceAnchor], anchor: SourceAnchor, losses: inout LossLog
  ) -> (title: String, short: String?, anchor: SourceAnchor) {
    var names = paper.names.filter { !$0.holdsNothing }[...]
    let given = paper.record.title?.plainText ?? ""
    let title: String
    var short = paper.record.shortTitle?.plainText
    var titleAnchor = paper.record.title?.anchor ?? anchor
    if !given.holdsNothing {
      title = given
      short = short ?? names.popFirst()
      if short == given { short = nil }
    } else {
      title = names.popFirst() ?? nameOfUntitled(paper)
      titleAnchor = anchors[title] ?? anchor
    }
    for name in names where name != given && name != short {
      losses.record(
        .paperNames, .dropped, "an entry has one name beside its title; \(quoted(name)) is left out",
        at: anchors[name] ?? anchor)
    }
    return (title, short, titleAnchor)
  }

  private static func isUntitled(_ paper: Paper) -> Bool {
    paper.id.scheme == .title && paper.record.title == nil && paper.names.allSatisfy(\.holdsNothing)
  }

  /// The id; one that an importer made of other words only stands for a title, so the key counts before it.
  private static func nameOfUntitled(_ paper: Paper) -> String {
    paper.id.scheme == .title ? paper.record.citationKey ?? paper.id.value : paper.id.label
  }

  private static func marked(_ title: String, _ given: RichText?) -> MarkedText {
    if let given, title == given.plainText { return given.markedText }
    var text = MarkedText()
    text.append(title)
    return text
  }

  /// What says no more than that the paper is on arXiv is said elsewhere in the entry.
  private static func recordArchive(of paper: Paper, losses: inout LossLog) {
    guard paper.venue == nil, let container = paper.record.container, !container.holdsNothing,
      paper.id.scheme != .arxiv || container.lowercased() != "arxiv"
    else { return }
    losses.record(
      .paperVenue, .dropped, "\(quoted(container)) names an archive, which is not a venue",
      at: paper.record.origins[.detail(.container)])
  }

  /// A bibliography has one list of keywords, which does not tell where one is from.
  private static func recordMixedKeywords(
    of paper: Paper, anchor: SourceAnchor, losses: inout LossLog
  ) {
    let parts: [(ModelPart, Bool)] = [
      (.paperTopics, !paper.topics.isEmpty), (.paperKeywords, !paper.keywords.isEmpty),
      (.paperTags, !paper.record.keywords.isEmpty || !paper.record.categories.isEmpty),
    ]
    let found = parts.filter(\.1)
    guard found.count > 1 else { return }
    for (part, _) in found {
      losses.record(part, .degraded, "topics, keywords and tags stand in one list", at: anchor)
    }
  }

  /// The names that say something; `nil` where none does.
  /// - Parameter others: those who are written in roles of their own.
  private static func group(
    _ group: ContributorGroup, without others: [ContributorName]
  ) -> ContributorGroup? {
    var group = group
    if !others.isEmpty, group.role == .contributor || group.role == .editor {
      group.names.removeAll { others.contains($0) }
    }
    group.names = group.names.compactMap(name)
    return group.isEmpty ? nil : group
  }

  private static func name(_ name: ContributorName) -> ContributorName? {
    guard case .person(var person) = name else { return name.displayText.holdsNothing ? nil : name }
    func part(_ text: String?) -> String? { text.flatMap { $0.holdsNothing ? nil : $0 } }
    person.given = part(person.given)
    person.droppingParticle = part(person.droppingParticle)
    person.nonDroppingParticle = part(person.nonDroppingParticle)
    person.suffix = part(person.suffix)
    if person.family.holdsNothing, person.droppingParticle != nil || person.nonDroppingParticle != nil {
      person.family = [person.nonDroppingParticle, person.droppingParticle].compactMap { $0 }.joined(
        separator: " ")
      person.nonDroppingParticle = nil
      person.droppingParticle = nil
    }
    if person.family.holdsNothing {
      let rest = [person.given, person.droppingParticle, person.nonDroppingParticle, person.suffix].compactMap
      { $0 }
      return rest.isEmpty ? nil : .literal(rest.joined(separator: " "))
    }
    return .person(person)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen = SeenValues<String>()
    return texts.filter { !$0.holdsNothing && seen.insert($0) }
  }
}
