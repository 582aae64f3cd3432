import DigestModel

/// What the sections of a digest say of each paper, and what no note has a place for.
struct NoteCollector: EntryWalk {
  /// What one entry says of a paper, in Markdown.
  struct Remark {
    var kind: Digest.Section.Kind
    var text: String
  }

  private(set) var remarks: [PaperID: [Remark]] = [:]
  var losses = LossLog()
  private let aliases: PaperAliases
  private let names: [PaperID: Set<String>]
  private var kind = Digest.Section.Kind.other
  /// The labels above, in a tree.
  private var path: [String] = []
  /// The topics that have a note.
  private let topics: NoteTopics

  /// An entry about more papers than this is about none of them in particular: it would be repeated in each note.
  private static let mostPapers = 10
  private static let noPlace = "notes hold what is said of one paper or a few; this is about none or many"

  /// - Parameter namesPeriod: whether notes say which digest says what.
  init(_ digest: Digest, _ topics: NoteTopics, namesPeriod: Bool = false) {
    self.topics = topics
    aliases = PaperAliases(digest.papers)
    names = Dictionary(digest.papers.map { ($0.id, Set($0.names)) }) { first, _ in first }
    recordLosses(of: digest.metadata, namesPeriod: namesPeriod)
    for section in digest.sections {
      kind = section.kind
      if !section.heading.isEmpty {
        losses.record(
          .sectionHeading, .dropped, "notes have headings of their own", at: section.heading.anchor)
      }
      if section.enumerator != nil {
        losses.record(.sectionNumber, .dropped, "notes have no numbered sections", at: section.anchor)
      }
      for entry in section.entries { visit(entry) }
    }
  }

  private mutating func visit(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic): visit(topic)
    case .placeholder(let text):
      losses.record(.placeholders, .dropped, "a topic without papers has no note", at: text.anchor)
    case .highlights(let table): visit(table)
    default: entry.dispatch(to: &self)
    }
  }

  private mutating func visit(_ topic: Digest.Topic) {
    let label = topic.label.plainText
    path.append(label)
    if topics[path] == nil {
      losses.record(.topics, .dropped, "a topic without papers has no note", at: topic.label.anchor)
    } else if label != topic.label.markdown {
      losses.record(.topics, .degraded, "a label is plain text", at: topic.label.anchor)
    }
    if topic.enumerator != nil {
      losses.record(.topicNumber, .dropped, "topics have no numbers in notes", at: topic.anchor)
    }
    for child in topic.children { visit(child) }
    path.removeLast()
  }

  private mutating func visit(_ table: Digest.HighlightTable) {
    losses.record(.highlights, .degraded, "each row stands in the note of its paper", at: table.anchor)
    let headers = table.columns.filter { $0.role == .text }.map(\.header.markdown)
    for row in table.rows {
      guard (1...Self.mostPapers).contains(row.papers.count) else {
        losses.record(.highlights, .dropped, Self.noPlace, at: row.anchor)
        continue
      }
      if let name = row.name, isUnknown(name, of: row.papers) {
        add(name.markdown, .highlights, row.papers, row.anchor)
      }
      for (number, cell) in row.cells.enumerated() {
        let header = number < headers.count ? headers[number] : ""
        let text = header.isEmpty ? cell.markdown : "**\(header):** \(cell.markdown)"
        add(text, .highlights, row.papers, cell.anchor)
      }
    }
  }

  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    let subject = EntrySubject(entry)
    let part = Entry.kind == .topicTree ? ModelPart.summaries : Entry.kind.traits.part
    guard (1...Self.mostPapers).contains(subject.papers.count) else {
      return losses.record(part, .dropped, Self.noPlace, at: entry.anchor)
    }
    var text = RemarkText(namesPaper: subject.name.map { isUnknown($0, of: subject.papers) } ?? false)
    entry.parts(to: &text)
    for block in text.blocks {
      losses.record(part, .dropped, "what hangs below a line has no place in a note", at: block.anchor)
    }
    if text.hasPlain { losses.record(part, .degraded, "numbers of lines are left out", at: entry.anchor) }
    add(text.markdown, Entry.kind, subject.papers, entry.anchor)
  }

  mutating func visit(block: Digest.Block) {
    let part = kind == .topicTree ? ModelPart.summaries : kind.traits.part
    losses.record(part, .dropped, Self.noPlace, at: block.anchor)
  }

  /// Whether a name is not among those of its papers, which stand in the front matter.
  private func isUnknown(_ name: RichText, of papers: [Citation]) -> Bool {
    papers.count > 1
      || !papers.allSatisfy {
        names[aliases.resolved($0).id.withoutVersion]?.contains(name.plainText) == true
      }
  }

  private mutating func add(
    _ text: String, _ kind: Digest.Section.Kind, _ papers: [Citation], _ anchor: SourceAnchor
  ) {
    guard !text.holdsNothing else { return }
    if MarkdownText.holdsControls(text.utf8) {
      losses.record(.characters, .degraded, "control characters are spaces", at: anchor)
    }
    for citation in aliases.resolved(papers) {
      remarks[citation.id.withoutVersion, default: []].append(Remark(kind: kind, text: text))
    }
  }

  private mutating func recordLosses(of metadata: Digest.Metadata, namesPeriod: Bool) {
    let reason = "notes are about papers, not about the digest"
    if let title = metadata.title { losses.record(.title, .dropped, reason, at: title.anchor) }
    for (part, isGiven) in [
      (ModelPart.language, metadata.language != nil), (.period, metadata.period != nil && !namesPeriod),
      (.source, metadata.source != nil),
    ] where isGiven {
      losses.record(part, .dropped, reason, at: metadata.anchor)
    }
    for field in metadata.extra { losses.record(.extraMetadata, .dropped, reason, at: field.anchor) }
    for block in metadata.preamble { losses.record(.preamble, .dropped, reason, at: block.anchor) }
  }
}

/// The texts of an entry as one line: `technique – *Label:* remark`.
private struct RemarkText: PartReading {
  /// Whether the name of the paper stands in no other place.
  let namesPaper: Bool
  private(set) var markdown = ""
  private(set) var blocks: [Digest.Block] = []
  private(set) var hasPlain = false

  init(namesPaper: Bool) { self.namesPaper = namesPaper }

  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    guard role != .name || namesPaper, !text.isEmpty else { return }
    if !markdown.isEmpty { markdown += markdown.hasSuffix(":*") ? " " : " – " }
    markdown += role == .label ? "*\(text.markdown):*" : text.markdown
  }

  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) { hasPlain = true }
  mutating func read(_ key: String, _ blocks: [Digest.Block]) { self.blocks += blocks }
}
