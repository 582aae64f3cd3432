import DigestModel
import DigestSyntax
import DigestText

/// Reads the papers of lists in Markdown: titles, authors, venues, dates and links, wherever the list has them.
///
/// Only what is not a section of a digest is read. All of it stays in the digest as blocks, too.
struct PaperListReader {
  let context: MarkdownContext
  let tables: ListTableReader
  var papers = ListedPapers()
  /// Whether the block before was a paper without authors.
  var isRightAfterPaper = false
  /// The headings and labels above, from the top; a heading has its level, a label of a group has 7 or more.
  var labels: [(level: Int, words: String)] = []

  init(_ context: MarkdownContext) {
    self.context = context
    tables = ListTableReader(context)
  }

  /// The papers of a document, in order.
  ///
  /// - Parameter sections: what became of the sections of `draft`.
  static func papers(of draft: DocumentDraft, sections: [Digest.Section], _ context: MarkdownContext)
    -> [Paper]
  {
    var reader = PaperListReader(context)
    reader.read(draft.preamble, below: draft.title)
    for (section, entries) in zip(draft.sections, sections) {
      if section.kind == .other { reader.read(section) } else { reader.read(entries) }
    }
    return reader.papers.records
  }

  mutating func read(_ section: Digest.Section) {
    var links = SectionLinkReader()
    links.visit(text: section.heading)
    for entry in section.entries { entry.accept(&links) }
    for paper in links.papers { papers.add(paper, topic: []) }
  }

  var topic: [String] { labels.map(\.words) }

  /// What stands before the first section; the title of a document about one paper is the paper's.
  mutating func read(_ preamble: [MarkdownBlock], below title: Range<Int>?) {
    if let title {
      let heading = MarkdownBlock(kind: .heading(level: 1), range: title, lines: [title])
      let head = text(heading)
      let words = TitleShape.withoutSigns(head.string(head.range))
      if !HeadingWords.isList(words), TitleShape.words(words).count > 2,
        let entry = entry(below: heading, head, words, preamble[...])
      {
        add(ListEntryReader(entry).papers().prefix(1).map { $0 })
        if papers.count > 0 { return }
      }
    }
    read(preamble)
  }

  mutating func read(_ section: SectionDraft) {
    labels.removeAll { $0.level >= section.level ?? 6 }
    let heading = MarkdownBlock(
      kind: .heading(level: section.level ?? 6), range: section.heading, lines: [section.heading])
    read([heading] + section.body)
  }

  // MARK: - Headings

  /// Reads blocks from heading to heading.
  mutating func read(_ blocks: [MarkdownBlock]) {
    var start = 0
    while start < blocks.count {
      var end = start + 1
      while end < blocks.count, !blocks[end].isHeading { end += 1 }
      if case .heading(let level) = blocks[start].kind {
        read(below: blocks[start], level, blocks[(start + 1)..<end])
      } else {
        readBlocks(blocks[start..<end])
      }
      start = end
    }
  }

  mutating func read(below heading: MarkdownBlock, _ level: Int, _ body: ArraySlice<MarkdownBlock>) {
    labels.removeAll { $0.level >= level }
    let head = text(heading)
    let before = papers.count
    if head.links.contains(where: { $0.paper != nil }) {
      let entry = ListEntry(
        shape: .heading, head: head, below: texts(of: body, ownEntriesToo: false),
        anchor: context.anchor(heading.range))
      add(ListEntryReader(entry).papers())
      if papers.count > before {
        readOwnEntries(body)
        return
      }
    }
    let words = TitleShape.withoutSigns(ListTitle.words(head, head.range).drop(while: LeadReader.isSymbol))
    if let entry = entry(below: heading, head, words, body) {
      add(ListEntryReader(entry).papers())
      if papers.count > before { return }
    }
    let isLinks = !head.links.isEmpty && head.links.allSatisfy(\.saysWhatItIs)
    if !words.isEmpty, !isLinks { labels.append((level, words)) }
    readBlocks(body)
  }

  /// A heading that is the title of the one paper below: fields, links that say only what they are.
  func entry(
    below heading: MarkdownBlock, _ head: ListText, _ words: String, _ body: ArraySlice<MarkdownBlock>
  ) -> ListEntry? {
    guard TitleShape.isTitle(words), !HeadingWords.isGroup(words), let first = body.first else { return nil }
    guard !body.contains(where: hasOwnEntries) else { return nil }
    let texts = texts(of: body, ownEntriesToo: true)
    let links = texts.flatMap(\.links).filter { $0.paper != nil }
    let ids = Set(links.compactMap { $0.paper?.withoutVersion }.filter { $0.scheme == .arxiv })
    guard !links.isEmpty, ids.count < 2, links.allSatisfy(\.saysWhatItIs), first.kind != .table else {
      return nil
    }
    // The link stands in a line of links or in a field, not in a sentence.
    let isListed = texts.contains { text in
      text.lines(text.range).contains { line in
        let paper = line.first { text.link(at: $0)?.paper != nil }
        guard let paper else { return false }
        if FieldLabel.read(text, line) != nil { return true }
        let words = TitleShape.words(text.string(line.lowerBound..<paper))
        return (words.count < 3 || isOnlyMeta(line.lowerBound..<paper, of: text))
          && TitleShape.words(text.string(line)).count < 12
      }
    }
    guard isListed else { return nil }
    return ListEntry(shape: .heading, head: head, below: texts, anchor: context.anchor(heading.range))
  }

  private func isOnlyMeta(_ range: Range<Int>, of text: ListText) -> Bool {
    var paper = ListedPaper(anchor: .none)
    return ListSegments(text).segments(range).allSatisfy {
      ListMeta().absorb(text.string($0.range), into: &paper, isMarked: $0.isMarked)
    }
  }

  func hasOwnEntries(_ block: MarkdownBlock) -> Bool {
    switch block.kind {
    case .paragraph:
      let entry = ListEntry(shape: .paragraph, head: text(block), anchor: .none)
      return !entry.head.links.isEmpty && FieldLabel.read(entry.head, entry.head.range) == nil
        && !ListEntryReader(entry).papers().isEmpty
    case .bulletList, .orderedList: return block.children.contains(where: isOwnEntry)
    default: return false
    }
  }

  /// Entries below a heading that is an entry itself.
  mutating func readOwnEntries(_ body: ArraySlice<MarkdownBlock>) {
    for block in body where block.kind == .table || block.isList {
      if block.kind == .table { readTable(block) } else { for item in block.children { readOwnEntry(item) } }
    }
  }

  mutating func readOwnEntry(_ item: MarkdownBlock) {
    if isOwnEntry(item) { readItem(item) }
  }

  mutating func readTable(_ block: MarkdownBlock) {
    for paper in tables.papers(of: block) { papers.add(paper.paper, topic: topic + paper.group) }
  }

  mutating func add(_ found: [ListedPaper]) {
    for paper in found { papers.add(paper, topic: topic) }
  }

  func text(_ block: MarkdownBlock) -> ListText {
    ListTextReader.read(block.lines, of: context.bytes)
  }
}

extension MarkdownBlock {
  var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  var isLeafText: Bool { kind == .paragraph || isHeading }
}
