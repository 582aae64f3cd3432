import DigestModel

/// Walks a digest once: collects what is said of each paper, and records what a bibliography has no place for.
struct BibliographyWalk {
  /// What a paper's lines say, by id without version.
  struct Remarks {
    /// What is said of the paper, in order.
    var lines: [BibliographicRecord.Remark] = []
    /// Where each name of the paper is first given.
    var names: [String: SourceAnchor] = [:]

    mutating func add(name: String, at anchor: SourceAnchor) {
      if names[name] == nil { names[name] = anchor }
    }
  }

  /// What a format can have of a digest besides its papers.
  struct OfDigest: OptionSet {
    let rawValue: Int
    /// Its title and its period, as the name of what holds the papers.
    static let name = OfDigest(rawValue: 1)
    static let language = OfDigest(rawValue: 2)
    /// The topic tree.
    static let topics = OfDigest(rawValue: 4)
  }

  private(set) var remarks: [PaperID: Remarks] = [:]
  var losses: LossLog
  private let lineBreak: PlainLineBreak
  private let isOneOfSeveral: Bool
  private let kept: OfDigest

  /// - Parameters:
  ///   - isOneOfSeveral: whether each paper says which digests it is from.
  ///   - kept: what the format has of the digest besides its papers.
  ///   - losses: those of the digests before it.
  init(
    _ digest: Digest, lineBreak: PlainLineBreak, isOneOfSeveral: Bool = false, keeping kept: OfDigest = [],
    losses: LossLog = LossLog()
  ) {
    self.kept = kept
    self.lineBreak = lineBreak
    self.isOneOfSeveral = isOneOfSeveral
    self.losses = losses
    collect(digest.metadata)
    for section in digest.sections { collect(section) }
  }

  // MARK: - What is dropped

  private mutating func drop(_ part: ModelPart, _ reason: String, at anchor: SourceAnchor) {
    losses.record(part, .dropped, reason, at: anchor)
  }

  private mutating func collect(_ metadata: Digest.Metadata) {
    if let title = metadata.title, kept.contains(.name) {
      losses.recordMarkup(of: title, lineBreak: lineBreak)
    } else if let title = metadata.title {
      drop(.title, "a bibliography has no title of its own", at: title.anchor)
    }
    let anchor = metadata.anchor
    if metadata.language != nil, !kept.contains(.language) {
      drop(.language, "a bibliography has no language of its own", at: anchor)
    }
    if kept.contains(.name) {
      // The period is in the name.
    } else if metadata.period != nil, isOneOfSeveral {
      losses.record(.period, .degraded, "the period becomes a note of each paper", at: anchor)
    } else if metadata.period != nil {
      drop(.period, "a bibliography has no period of its own", at: anchor)
    }
    if metadata.source != nil { drop(.source, "a bibliography does not name its source", at: anchor) }
    for block in metadata.preamble {
      drop(block, as: .preamble, "text before the first section has no place in a bibliography")
    }
    for field in metadata.extra {
      drop(
        .extraMetadata, "front matter '\(field.key)' has no place in a bibliography", at: field.anchor)
    }
  }

  private mutating func collect(_ section: Digest.Section) {
    if !section.heading.isEmpty {
      drop(.sectionHeading, "a bibliography has no sections", at: section.heading.anchor)
    }
    if section.enumerator != nil {
      drop(.sectionNumber, "a bibliography has no sections", at: section.anchor)
    }
    for entry in section.entries { collect(entry, in: section.kind) }
  }

  private mutating func drop(_ block: Digest.Block, as part: ModelPart, _ reason: String) {
    // A line across the page says nothing.
    if case .thematicBreak = block { return }
    drop(part, reason, at: block.anchor)
    recordMentions(in: block)
  }

  private mutating func drop(_ block: Digest.Block, in kind: Digest.Section.Kind?) {
    let part: ModelPart
    switch (kind, block) {
    case (.reflection, _): part = .reflection
    case (.other, _): part = .otherSections
    case (_, .paragraph): part = .paragraphs
    case (_, .heading): part = .headings
    case (_, .list): part = .lists
    case (_, .quote): part = .quotes
    case (_, .code): part = .codeBlocks
    case (_, .table): part = .tables
    case (_, .thematicBreak): return
    }
    drop(block, as: part, "text that is not about one paper has no place in a bibliography")
  }

  private mutating func drop(_ blocks: [Digest.Block]) { for block in blocks { drop(block, in: nil) } }

  /// Papers that are named in what is dropped; they have their entries all the same.
  private mutating func recordMentions(in block: Digest.Block) {
    var mentions = CitationCollector()
    block.accept(&mentions)
    recordMentions(mentions)
  }

  private mutating func recordMentions(_ mentions: CitationCollector) {
    for anchor in mentions.anchors {
      drop(.mentions, "that running text names a paper has no place in a bibliography", at: anchor)
    }
  }

  // MARK: - What is kept

  /// The plain text, with a record of the markup that is lost.
  mutating func plain(_ text: RichText) -> String {
    losses.recordMarkup(of: text, lineBreak: lineBreak)
    return text.plainText
  }

  mutating func remark(_ text: RichText, label: String? = nil, on papers: [Citation]) {
    remark(plain(text), label: label, at: text.anchor, on: papers)
  }

  mutating func remark(
    _ text: String, label: String? = nil, at anchor: SourceAnchor, on papers: [Citation]
  ) {
    guard !text.isEmpty else { return }
    let remark = BibliographicRecord.Remark(label: label, text: text, anchor: anchor)
    for paper in papers { remarks[paper.id.withoutVersion, default: Remarks()].lines.append(remark) }
  }

  /// A name is in the index of papers; one of several papers together is a remark of each.
  mutating func add(name: RichText?, of papers: [Citation]) {
    guard let name, !name.isEmpty, !papers.isEmpty else { return }
    guard let names = name.names(of: papers.count) else { return remark(name, on: papers) }
    losses.recordMarkup(of: name, lineBreak: lineBreak)
    for (paper, text) in zip(papers, names) {
      remarks[paper.id.withoutVersion, default: Remarks()].add(name: text, at: name.anchor)
    }
  }

  private mutating func collect(_ entry: Digest.Entry, in kind: Digest.Section.Kind) {
    switch entry {
    case .topic(let topic): collect(topic, in: kind)
    case .paper(let mention): collect(mention)
    case .placeholder(let text):
      drop(.placeholders, "a line without a paper has no place in a bibliography", at: text.anchor)
    case .highlights(let table): collect(table)
    case .contribution(let contribution): collect(contribution)
    case .block(let block): drop(block, in: kind)
    default: entry.dispatch(to: &self)
    }
  }

  private mutating func collect(_ topic: Digest.Topic, in kind: Digest.Section.Kind) {
    if topic.enumerator != nil {
      let reason = kept.contains(.topics) ? "collections carry no numbers" : "keywords carry no numbers"
      drop(.topicNumber, reason, at: topic.anchor)
    }
    if kept.contains(.topics), kind == .topicTree {
      losses.recordMarkup(of: topic.label, lineBreak: lineBreak)
    } else if kind != .topicTree {
      drop(.topics, "a topic outside the topic tree becomes no keyword", at: topic.anchor)
    } else if !topic.holdsPaper {
      drop(.topics, "a topic without papers becomes no keyword", at: topic.anchor)
    } else {
      losses.recordMarkup(of: topic.label, lineBreak: lineBreak)
    }
    for child in topic.children { collect(child, in: kind) }
  }

  private mutating func collect(_ mention: Digest.PaperMention) {
    if mention.papers.isEmpty {
      drop(.summaries, "a line without a paper id has no entry", at: mention.anchor)
    } else {
      add(name: mention.name, of: mention.papers)
      if let summary = mention.summary { remark(summary, on: mention.papers) }
    }
    if mention.isDuplicate {
      let anchor = mention.note?.anchor ?? mention.anchor
      drop(.duplicateNotes, "a bibliography lists each paper once", at: anchor)
    } else if let note = mention.note, !mention.papers.isEmpty {
      remark(note, on: mention.papers)
    }
    drop(mention.details)
  }

  private mutating func collect(_ table: Digest.HighlightTable) {
    losses.record(
      .highlights, .degraded, "the ranked table becomes notes and remarks of its papers", at: table.anchor)
    let headers = table.columns.filter { $0.role == .text }.map(\.header)
    for row in table.rows {
      guard !row.papers.isEmpty else {
        drop(.highlights, "a row without a paper id has no entry", at: row.anchor)
        continue
      }
      add(name: row.name, of: row.papers)
      for (i, cell) in row.cells.enumerated() {
        let header = i < headers.count && !headers[i].isEmpty ? plain(headers[i]) : nil
        remark(cell, label: header, on: row.papers)
      }
    }
  }

  private mutating func collect(_ contribution: Digest.Contribution) {
    let anchor = contribution.anchor
    drop(contribution.details)
    guard !contribution.papers.isEmpty else {
      drop(.contributions, "a contribution without a paper id has no entry", at: anchor)
      return
    }
    losses.record(.contributions, .degraded, "a contribution becomes a remark of its paper", at: anchor)
    let technique = contribution.technique.map { plain($0) }
    let tag = contribution.kindTag.map { "(\(plain($0)))" }
    remark(
      [technique, tag].compactMap { $0 }.joined(separator: " "),
      at: contribution.technique?.anchor ?? anchor, on: contribution.papers)
    for (text, label) in [
      (contribution.remark, contribution.remarkLabel), (contribution.opinion, contribution.opinionLabel),
    ] {
      if let text {
        remark(text, label: label.map { plain($0) }, on: contribution.papers)
      } else if let label {
        remark(label, on: contribution.papers)
      }
    }
  }

}

// An entry without a way of its own becomes remarks of its papers, or is dropped where such entries are about none.
extension BibliographyWalk: EntryWalk {
  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    let part = Entry.kind.traits.part
    let subject = EntrySubject(entry)
    guard subject.canNamePapers else {
      drop(part, "\(Entry.noun) has no place in a bibliography", at: entry.anchor)
      var mentions = CitationCollector()
      entry.entry.accept(&mentions)
      recordMentions(mentions)
      return
    }
    let papers = subject.papers
    if papers.isEmpty {
      drop(part, "\(Entry.noun) without a paper id has no entry", at: entry.anchor)
    } else {
      losses.record(part, .degraded, "\(Entry.noun) becomes a remark of its paper", at: entry.anchor)
    }
    var walk = EntryRemarks(walk: consume self, papers: papers)
    entry.parts(to: &walk)
    self = walk.walk
  }

  mutating func visit(block: Digest.Block) { drop(block, in: nil) }
}

/// Where papers are named in running text.
private struct CitationCollector: DigestVisitor {
  var anchors: [SourceAnchor] = []

  mutating func visit(text: RichText) {
    if text.inlines.count == 1, case .text = text.inlines[0] { return }
    anchors += text.citations.map(\.anchor)
  }
}

extension Digest.Topic {
  /// Whether a paper hangs anywhere below.
  fileprivate var holdsPaper: Bool {
    children.contains { child in
      switch child {
      case .paper: true
      case .topic(let topic): topic.holdsPaper
      default: false
      }
    }
  }
}
