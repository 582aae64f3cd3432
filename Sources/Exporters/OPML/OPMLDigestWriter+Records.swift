import DigestModel

// Outlines of the records of papers: what sources say of them outright.

extension OPMLDigestWriter {
  /// The papers of which a source says more than the outlines that name them do.
  var records: [Paper] {
    digest.papers.filter { paper in
      if !paper.record.isEmpty || paper.mentions.isEmpty { return true }
      let named = paper.mentions.lazy.map(\.citation.id)
      return !named.contains { $0.version == paper.version }
        || !named.contains { $0.subjectClass == paper.id.subjectClass }
    }
  }

  mutating func write(_ papers: [Paper]) {
    writer.start(OPMLOutline(.papers, "Papers"))
    for paper in papers { write(paper) }
    writer.end()
  }

  private mutating func write(_ paper: Paper) {
    let record = paper.record
    let title = plain(record.title)
    // An id made of the title says nothing more than the title does.
    let id =
      paper.id.scheme == .title && title != nil ? "" : paper.id.description + (title == nil ? "" : " – ")
    var outline = OPMLOutline(.record, title ?? "", lead: id)
    outline.link = Citation(paper.versionedID, written: paper.versionedID.description)
    // A paper whose id is not an address is found where the source says.
    if paper.id.url == nil { outline.address = BibliographyLinks(paper).url }
    outline.categories =
      OPMLKnownPaper(paper).categories + (record.keywords + record.categories).map(\.categoryWord)
    outline.note = plain(record.abstract)
    addMembers(of: paper, to: &outline)
    writer.start(outline)
    if !writer.options.profile.hasNamespace { write(below: outline) }
    for group in record.contributors { write(group, at: record.origins[.contributors(group.role)]) }
    for field in record.extra { write(field) }
    writer.end()
  }

  // MARK: Members

  private mutating func addMembers(of paper: Paper, to outline: inout OPMLOutline) {
    let record = paper.record
    outline.attribute("digest:short-title", plain(record.shortTitle))
    outline.attribute("digest:original-title", plain(record.originalTitle))
    let members: [(StaticString, String?)] = [
      ("digest:publication", record.type?.rawValue), ("digest:date", record.date?.description),
      ("digest:key", record.citationKey),
      ("digest:archive", paper.id.subjectClass == nil ? nil : paper.id.archive),
      ("digest:rank", record.rank.map { String($0) }),
    ]
    let details = Paper.Detail.allCases.map { ($0.attribute, record.details[$0]) }
    for (name, value) in members + details {
      outline.attribute(name, checked(optional: value, at: record.anchor))
    }
    let lists: [(StaticString, [String])] = [
      ("digest:identifiers", record.identifiers.map(\.description)), ("digest:tags", record.keywords),
      ("digest:categories", record.categories), ("digest:names", record.names),
      ("digest:topics", record.topics.map(\.joinedAsLines)),
      ("digest:links", record.links.map { "\($0.kind.snakeCased) \($0.url)" }),
    ]
    for (name, values) in lists where !values.isEmpty {
      outline.attribute(name, checked(values.joinedAsLines, at: record.anchor))
    }
  }

  /// What would stand in attributes of our namespace, as outlines: `date: 2024-09-13`.
  private mutating func write(below outline: OPMLOutline) {
    let prefix = "digest:".utf8.count
    for (name, value) in outline.attributes {
      writer.write(OPMLOutline(.extra, value, lead: "\("\(name)".dropFirst(prefix)): "))
    }
  }

  // MARK: People and other members

  /// Authors are shown by their names, others with what they did.
  private mutating func write(_ group: ContributorGroup, at anchor: SourceAnchor) {
    losePartsOfNames(in: group, at: anchor)
    let isAuthor = group.role == .author
    let tail = isAuthor ? "" : " (\(group.role.rawValue))"
    for name in group.names {
      var outline = OPMLOutline(.contributor, checked(name.displayText, at: anchor))
      outline.tail = tail
      outline.attribute("digest:role", isAuthor ? nil : group.role.rawValue)
      if let person = name.person {
        let parts: [(StaticString, String?)] = [
          ("digest:family", person.family), ("digest:given", person.given),
          ("digest:dropping-particle", person.droppingParticle),
          ("digest:particle", person.nonDroppingParticle), ("digest:suffix", person.suffix),
        ]
        for (name, part) in parts { outline.attribute(name, checked(optional: part, at: anchor)) }
      }
      writer.write(outline)
    }
    guard group.hasMore else { return }
    var outline = OPMLOutline(.contributor, "et al.")
    outline.tail = tail
    outline.attribute("digest:role", isAuthor ? nil : group.role.rawValue)
    outline.attribute("digest:more", "yes")
    writer.write(outline)
  }

  private mutating func losePartsOfNames(in group: ContributorGroup, at anchor: SourceAnchor) {
    guard group.names.contains(where: { $0.person != nil }) else { return }
    lose(
      group.role == .author ? .paperAuthors : .paperContributors,
      "a plain outline does not tell the parts of a name", at: anchor)
  }

  mutating func write(_ field: ExtraField) {
    for leaf in field.value.leaves(at: "/" + field.key.escapedForPointer) {
      var outline = OPMLOutline(
        .extra, checked(leaf.text, at: field.anchor), lead: checked(leaf.key, at: field.anchor) + ": ")
      outline.attribute("digest:type", leaf.type)
      writer.write(outline)
    }
  }
}

extension Paper.Detail {
  /// The attribute that holds it.
  fileprivate var attribute: StaticString {
    switch self {
    case .container: "digest:venue"
    case .series: "digest:series"
    case .volume: "digest:volume"
    case .issue: "digest:issue"
    case .pages: "digest:pages"
    case .publisher: "digest:publisher"
    case .place: "digest:place"
    case .edition: "digest:edition"
    case .event: "digest:event"
    case .number: "digest:report-number"
    case .isbn: "digest:isbn"
    case .issn: "digest:issn"
    case .language: "digest:language"
    case .comment: "digest:comment"
    }
  }
}
