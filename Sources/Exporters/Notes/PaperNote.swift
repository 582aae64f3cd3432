import DigestModel

/// The note of one paper.
struct PaperNote {
  private let paper: Paper
  /// The name of the note.
  private let key: String
  private let words: NoteWords
  private let topics: NoteTopics
  /// What the only digest says.
  private let remarks: [NoteCollector.Remark]
  /// What each of several digests says; empty where there is one.
  private let appearances: [NoteAppearance]
  private(set) var losses = LossLog()

  init(
    _ paper: Paper, key: String, _ words: NoteWords, _ topics: NoteTopics,
    _ remarks: [NoteCollector.Remark] = [], in appearances: [NoteAppearance] = []
  ) {
    self.paper = paper
    self.key = key
    self.words = words
    self.topics = topics
    self.remarks = remarks
    self.appearances = appearances
  }

  private var record: Paper.Record { paper.record }

  mutating func write() -> [UInt8] {
    recordLosses()
    var text = NoteText(frontMatter())
    text.heading(
      1, markdown: record.title?.markdown ?? RichText(plain: paper.names.first ?? paper.id.label).markdown)
    write(remarks, words, at: 2, to: &text)
    for appearance in appearances where !appearance.remarks.isEmpty {
      text.heading(2, appearance.label)
      write(appearance.remarks, appearance.words, at: 3, to: &text)
    }
    if let abstract = record.abstract {
      text.heading(2, words.abstract)
      text.paragraph([abstract.markdown])
    }
    writeTopics(to: &text)
    let addresses = addresses
    if !addresses.isEmpty {
      text.heading(2, words.links)
      text.list(addresses.map { "\($0.label): \(Self.link(to: $0.url))" })
    }
    return text.bytes
  }

  private func writeTopics(to text: inout NoteText) {
    let notes = paper.topics.compactMap { topics[$0] }
    guard !notes.isEmpty else { return }
    let months = NoteTopics.months(appearances.map { ($0.label, $0.paper.topics) })
    text.heading(2, words.topics)
    text.list(
      notes.map { note in
        NoteText.link(note.name, note.path.joined(separator: NoteTopics.separator))
          + NoteText.months(months[note.path] ?? [])
      })
  }

  /// - Parameter level: that of the headings.
  private func write(
    _ remarks: [NoteCollector.Remark], _ words: NoteWords, at level: Int, to text: inout NoteText
  ) {
    var rest = remarks[...]
    while let first = rest.first {
      let group = rest.prefix { $0.kind == first.kind }
      rest = rest.dropFirst(group.count)
      text.heading(level, words.heading(of: first.kind))
      if group.count == 1 { text.paragraph([first.text]) } else { text.list(group.map(\.text)) }
    }
  }

  // MARK: - Front matter

  private mutating func frontMatter() -> [UInt8] {
    var front = FrontMatterWriter()
    let title = record.title?.plainText
    front.write("title", title ?? paper.names.first)
    front.write("id", paper.versionedID.description)
    if paper.id.subjectClass != nil { front.write("archive", paper.id.archive) }
    front.write("citation-key", record.citationKey)
    front.write("aliases", Self.distinct([title].compactMap { $0 } + paper.names))
    // Where Logseq looks, which calls the note by its title.
    front.write("alias", key)
    front.write("short-title", record.shortTitle?.plainText)
    front.write("original-title", record.originalTitle?.plainText)
    front.write("authors", Self.names(record[.author]))
    for role in ContributorRole.allCases where role != .author {
      front.write(role.rawValue, Self.names(record[role]))
    }
    front.write("date", record.date?.description ?? paper.month?.description)
    front.write("type", record.type?.rawValue)
    for detail in Paper.Detail.allCases { front.write(detail.rawValue, record.details[detail]) }
    writeIdentifiers(to: &front)
    front.write("categories", Self.distinct(record.categories))
    front.write("tags", tags())
    front.write("topics", paper.topics.map { $0.joined(separator: NoteTopics.separator) })
    front.write("rank", paper.rank)
    front.write("digests", appearances.map(\.label))
    front.write(
      "ranks", appearances.compactMap { one in one.paper.rank.map { "\(one.label): \($0)" } })
    return front.finish()
  }

  private func writeIdentifiers(to front: inout FrontMatterWriter) {
    let ids = [paper.id] + record.identifiers
    let arxiv = ids.first { $0.scheme == .arxiv }
    let doi = ids.first { $0.scheme == .doi }
    front.write("arxiv", arxiv?.value)
    front.write("doi", doi?.value)
    front.write("identifiers", record.identifiers.filter { $0 != arxiv && $0 != doi }.map(\.description))
    front.write("url", paper.versionedID.url)
  }

  private static func names(_ group: ContributorGroup) -> [String] {
    group.names.map { $0.sortText }.filter { !$0.holdsNothing } + (group.hasMore ? ["et al."] : [])
  }

  private mutating func tags() -> [String] {
    let words = Self.distinct(record.keywords + paper.keywords)
    let tags = words.map(NoteTags.tag)
    if !zip(words, tags).allSatisfy({ $0 == $1 }) {
      losses.record(.paperTags, .degraded, "a tag has no spaces and signs", at: paper.anchor)
    }
    return Self.distinct(tags.compactMap { $0 })
  }

  private var addresses: [(label: String, url: String)] {
    var addresses: [(label: String, url: String)] = []
    for id in [paper.versionedID] + record.identifiers {
      guard let url = id.url else { continue }
      addresses.append((id.scheme == .arxiv ? "arXiv" : id.scheme == .doi ? "DOI" : "URL", url))
    }
    for link in record.links
    where !link.url.holdsNothing && !addresses.contains(where: { $0.url == link.url }) {
      addresses.append((BibliographyLinks.label(of: link.kind), link.url))
    }
    return addresses
  }

  private static func link(to address: String) -> String {
    LinkAddress.isAllowed(address) ? "<\(address)>" : RichText(plain: address).markdown
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.holdsNothing && seen.insert($0).inserted }
  }

  // MARK: - Losses

  private mutating func recordLosses() {
    for field in record.extra {
      losses.record(
        .paperExtra, .dropped, "front matter of notes has no member '\(field.key)'", at: field.anchor)
    }
    for link in record.links where !LinkAddress.isAllowed(link.url) {
      losses.record(.paperLinks, .degraded, LinkAddress.refusal, at: record.origins[.links])
    }
    for text in [record.shortTitle, record.originalTitle] {
      if let text, text.markdown != text.plainText {
        losses.record(.paperOtherTitles, .degraded, "the title is plain text", at: text.anchor)
      }
    }
    for text in [record.title, record.abstract] {
      if let text, MarkdownText.holdsControls(text.markdown.utf8) {
        losses.record(.characters, .degraded, "control characters are spaces", at: text.anchor)
      }
    }
  }
}
