import DigestModel
import DigestSyntax
import DigestText

/// Reads the papers of lists in Markdown: titles, authors, venues, dates and links, wherever the list has them.
///
/// Only what is not a section of a digest is read. All of it stays in the digest as blocks, too.
struct PaperListReader {
  private let context: MarkdownContext
  private let tables: ListTableReader
  private(set) var papers = ListedPapers()
  /// Whether the block before was a paper without authors.
  private var isRightAfterPaper = false
  /// The headings and labels above, from the top; a heading has its level, a label of a group has 7 or more.
  private var labels: [(level: Int, words: String)] = []

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

  private mutating func read(_ section: Digest.Section) {
    var links = SectionLinkReader()
    links.visit(text: section.heading)
    for entry in section.entries { entry.accept(&links) }
    for paper in links.papers { papers.add(paper, topic: []) }
  }

  private var topic: [String] { labels.map(\.words) }

  /// What stands before the first section; the title of a document about one paper is the paper's.
  private mutating func read(_ preamble: [MarkdownBlock], below title: Range<Int>?) {
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

  private mutating func read(_ section: SectionDraft) {
    labels.removeAll { $0.level >= section.level ?? 6 }
    let heading = MarkdownBlock(
      kind: .heading(level: section.level ?? 6), range: section.heading, lines: [section.heading])
    read([heading] + section.body)
  }

  // MARK: - Headings

  /// Reads blocks from heading to heading.
  private mutating func read(_ blocks: [MarkdownBlock]) {
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

  private mutating func read(below heading: MarkdownBlock, _ level: Int, _ body: ArraySlice<MarkdownBlock>) {
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
  private func entry(
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
        return words.count < 3 && TitleShape.words(text.string(line)).count < 12
      }
    }
    guard isListed else { return nil }
    return ListEntry(shape: .heading, head: head, below: texts, anchor: context.anchor(heading.range))
  }

  private func hasOwnEntries(_ block: MarkdownBlock) -> Bool {
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
  private mutating func readOwnEntries(_ body: ArraySlice<MarkdownBlock>) {
    for block in body where block.kind == .table || block.isList {
      if block.kind == .table { readTable(block) } else { for item in block.children { readOwnEntry(item) } }
    }
  }

  private mutating func readOwnEntry(_ item: MarkdownBlock) {
    if isOwnEntry(item) { readItem(item) }
  }

  // MARK: - Blocks

  private mutating func readBlocks(_ blocks: ArraySlice<MarkdownBlock>) {
    /// A paragraph without a link that may be the title of what follows.
    var waiting: [MarkdownBlock] = []
    for block in blocks {
      let before = papers.count
      defer { isRightAfterPaper = papers.count > before }
      switch block.kind {
      case .paragraph: readParagraph(block, &waiting)
      case .bulletList, .orderedList:
        if !readFields(block, below: waiting), !readFieldList(block) { readItems(block.children) }
        waiting = []
      case .item: readItem(block)
      case .quote: readBlocks(block.children[...])
      case .table:
        readTable(block)
        waiting = []
      case .heading: break
      case .code, .indentedCode, .thematicBreak: waiting = []
      }
    }
  }

  private mutating func readParagraph(_ block: MarkdownBlock, _ waiting: inout [MarkdownBlock]) {
    let text = text(block)
    let anchor = context.anchor(block.range)
    guard !text.links.isEmpty else {
      if isLabel(text) {
        labels.removeAll { $0.level >= 7 }
        labels.append((7, TitleShape.withoutSigns(text.string(text.range))))
        waiting = [block]
      } else if !isMetaOfLast(text) {
        waiting = waiting.suffix(1) + [block]
      }
      return
    }
    let before = papers.count
    let lines = text.lines(text.range)
    let papersOfLines = lines.count { line in line.contains { text.link(at: $0)?.paper != nil } }
    if papersOfLines > 1, areEntries(lines, text) {
      readLines(of: block, anchor)
    } else {
      add(ListEntryReader(ListEntry(shape: .paragraph, head: text, anchor: anchor)).papers())
    }
    if papers.count == before, text.links.contains(where: { $0.paper != nil }) {
      for count in stride(from: waiting.count, to: 0, by: -1) {
        let head = self.text(waiting[waiting.count - count])
        guard isStyled(head) || count == 1 && isShort(head) else { continue }
        let below = waiting.suffix(count - 1).map { self.text($0) } + [text]
        add(
          ListEntryReader(
            ListEntry(
              shape: .heading, head: head, below: below,
              anchor: context.anchor(waiting[waiting.count - count].range))
          ).papers())
        if papers.count > before { break }
      }
    }
    waiting = []
  }

  /// Whether the lines of a paragraph are entries of their own: each has words before its link or as its label.
  private func areEntries(_ lines: [Range<Int>], _ text: ListText) -> Bool {
    var ids: Set<PaperID> = []
    for line in lines {
      for index in line {
        if let id = text.link(at: index)?.paper?.withoutVersion { ids.insert(id) }
      }
    }
    return ids.count > 1
  }

  private mutating func readLines(of block: MarkdownBlock, _ anchor: SourceAnchor) {
    let whole = text(block)
    // Lines of the source that the text wraps belong together: those without a link to what precedes.
    var groups: [ListText] = []
    for line in whole.lines(whole.range) {
      let part = whole.slice(line)
      let isNew =
        part.links.contains { $0.paper != nil } && groups.last?.links.contains { $0.paper != nil } == true
        || groups.isEmpty || startsEntry(part, after: groups[groups.count - 1])
      if isNew { groups.append(part) } else { groups[groups.count - 1].append(line: part) }
    }
    for group in groups {
      add(ListEntryReader(ListEntry(shape: .item, head: group, anchor: anchor)).papers())
    }
  }

  /// Whether a line without links begins an entry: bold words after an entry that has its links.
  private func startsEntry(_ part: ListText, after last: ListText) -> Bool {
    guard last.links.contains(where: { $0.paper != nil }), !part.isEmpty else { return false }
    return part.styles[0].contains(.strong) && FieldLabel.read(part, part.range) == nil
  }

  /// `**In web scenarios**`, `Surveys:`.
  private func isLabel(_ text: ListText) -> Bool {
    let range = text.trimmed(text.range)
    guard !range.isEmpty, text.lines(range).count == 1, range.count < 80 else { return false }
    return range.allSatisfy {
      text.styles[$0].contains(.strong) || text.isSpace($0) || text.scalars[$0] == ":"
    }
  }

  private func isStyled(_ text: ListText) -> Bool {
    let lead = LeadReader(text, text.range)
    guard lead.index < text.scalars.count else { return false }
    return !text.styles[lead.index].intersection([.strong, .emphasis]).isEmpty
      || "\"“".unicodeScalars.contains(text.scalars[lead.index])
  }

  private func isShort(_ text: ListText) -> Bool {
    let words = text.string(text.range)
    let list = TitleShape.words(words)
    return text.lines(text.range).count == 1 && list.count > 2 && list.count < 30 && !words.hasSuffix(".")
      && !words.hasSuffix(":") && TitleShape.capitals(list) >= 0.5
  }

  /// Authors or a venue in a paragraph of their own, right after the paper.
  private mutating func isMetaOfLast(_ text: ListText) -> Bool {
    guard isRightAfterPaper, papers.count > 0, text.lines(text.range).count < 3 else { return false }
    var isFound = false
    let words = text.string(text.range)
    guard words.utf8.count < 400 else { return false }
    let last = papers.papers[papers.count - 1]
    guard last.authors.names.isEmpty else { return false }
    papers.changeLast { isFound = ListMeta().absorb(words, into: &$0, isMarked: true) }
    return isFound
  }

  // MARK: - Items

  /// A list of fields below a paragraph with the title.
  private mutating func readFields(_ list: MarkdownBlock, below waiting: [MarkdownBlock]) -> Bool {
    guard let title = waiting.last, list.children.count < 16 else { return false }
    let head = text(title)
    guard isStyled(head) || isShort(head), !list.children.contains(where: isOwnEntry) else { return false }
    let below = texts(of: [list], ownEntriesToo: true)
    let ids = Set(
      below.flatMap(\.links).compactMap { $0.paper?.withoutVersion }.filter { $0.scheme == .arxiv })
    guard ids.count < 2 else { return false }
    let entry = ListEntry(shape: .heading, head: head, below: below, anchor: context.anchor(title.range))
    let before = papers.count
    add(ListEntryReader(entry).papers())
    if papers.count > before { labels.removeAll { $0.level >= 7 } }
    return papers.count > before
  }

  /// A list of fields that are about one paper, the title among them.
  private mutating func readFieldList(_ list: MarkdownBlock) -> Bool {
    guard list.children.count > 1, list.children.count < 30 else { return false }
    let heads = list.children.compactMap { $0.children.first }.filter(\.isLeafText).map { text($0) }
    let fields = heads.compactMap { FieldLabel.read($0, $0.range)?.field }
    guard fields.count > 1, fields.contains(.title) || fields.contains(.paper),
      fields.contains(.authors) || fields.contains(.title)
    else { return false }
    let entry = ListEntry(shape: .item, head: ListText(), below: heads, anchor: context.anchor(list.range))
    let found = ListEntryReader(entry).papers()
    add(found)
    return !found.isEmpty
  }

  private mutating func readItems(_ items: [MarkdownBlock]) {
    let before = papers.count
    var withoutID: [ListedPaper] = []
    for item in items {
      let count = papers.count
      readItem(item)
      if papers.count == count, let paper = paperWithoutID(item) { withoutID.append(paper) }
    }
    // In a list of papers, what looks like one is one.
    let found = papers.count - before
    if found > 0, found * 4 >= withoutID.count { add(withoutID) }
  }

  private func paperWithoutID(_ item: MarkdownBlock) -> ListedPaper? {
    guard let first = item.children.first, first.isLeafText else { return nil }
    let below = texts(of: item.children.dropFirst(), ownEntriesToo: false)
    return ListEntryReader(
      ListEntry(shape: .item, head: text(first), below: below, anchor: context.anchor(item.range))
    ).paperWithoutID()
  }

  private mutating func readItem(_ item: MarkdownBlock) {
    guard let first = item.children.first, first.isLeafText else {
      readBlocks(item.children[...])
      return
    }
    let head = text(first)
    if head.links.isEmpty, item.children.count == 1, isMetaOfLast(head) { return }
    let count = papers.count
    defer { isRightAfterPaper = papers.count > count }
    let rest = item.children.dropFirst()
    let own = rest.filter(\.isList).flatMap(\.children).filter(isOwnEntry)
    let before = papers.count
    let isOnlyLabel = !own.isEmpty && head.links.allSatisfy { $0.paper == nil }
    if !isOnlyLabel {
      let below = texts(of: rest, ownEntriesToo: false)
      add(
        ListEntryReader(
          ListEntry(shape: .item, head: head, below: below, anchor: context.anchor(item.range))
        ).papers())
    }
    for block in rest where block.kind == .table { readTable(block) }
    guard !own.isEmpty else {
      if papers.count == before {
        for list in rest where list.isList { for item in list.children { readItem(item) } }
      }
      return
    }
    let isGroup = papers.count == before && isOnlyLabel
    let words = TitleShape.withoutSigns(head.string(head.range))
    let level = (labels.last.map { max($0.level, 7) } ?? 7) + 1
    if isGroup, !words.isEmpty, words.utf8.count < 100 { labels.append((level, words)) }
    for item in isOnlyLabel ? rest.filter(\.isList).flatMap(\.children) : own { readItem(item) }
    labels.removeAll { $0.level >= level }
  }

  /// Whether an item of a list is about a paper of its own, or about several.
  private func isOwnEntry(_ item: MarkdownBlock) -> Bool {
    guard let first = item.children.first, first.isLeafText else {
      return item.children.contains { $0.isList && $0.children.contains(where: isOwnEntry) }
    }
    let head = text(first)
    if FieldLabel.read(head, head.range) != nil { return false }
    let entry = ListEntry(shape: .item, head: head, anchor: .none)
    if head.links.contains(where: { $0.paper != nil }), !ListEntryReader(entry).papers().isEmpty {
      return true
    }
    let lists = item.children.dropFirst().filter(\.isList)
    guard !lists.isEmpty else { return false }
    if lists.contains(where: { $0.children.contains(where: isOwnEntry) }) { return true }
    let below = texts(of: item.children.dropFirst(), ownEntriesToo: false)
    return !ListEntryReader(ListEntry(shape: .item, head: head, below: below, anchor: .none)).papers().isEmpty
  }

  /// The texts of blocks below an entry.
  private func texts(of blocks: some Sequence<MarkdownBlock>, ownEntriesToo: Bool) -> [ListText] {
    var texts: [ListText] = []
    for block in blocks {
      switch block.kind {
      case .paragraph, .heading: texts.append(text(block))
      case .bulletList, .orderedList:
        for item in block.children where ownEntriesToo || !isOwnEntry(item) {
          texts += self.texts(of: item.children, ownEntriesToo: ownEntriesToo)
        }
      case .item, .quote: texts += self.texts(of: block.children, ownEntriesToo: ownEntriesToo)
      case .table, .code, .indentedCode, .thematicBreak: break
      }
    }
    return texts
  }

  private mutating func readTable(_ block: MarkdownBlock) {
    for paper in tables.papers(of: block) { papers.add(paper.paper, topic: topic + paper.group) }
  }

  private mutating func add(_ found: [ListedPaper]) {
    for paper in found { papers.add(paper, topic: topic) }
  }

  private func text(_ block: MarkdownBlock) -> ListText {
    ListTextReader.read(block.lines, of: context.bytes)
  }
}

extension MarkdownBlock {
  fileprivate var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  fileprivate var isLeafText: Bool { kind == .paragraph || isHeading }
}
