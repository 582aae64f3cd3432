import DigestModel
import DigestSyntax
import DigestText

// Paragraphs, and what follows from one block to the next.
extension PaperListReader {
  mutating func readBlocks(_ blocks: ArraySlice<MarkdownBlock>) {
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

  mutating func readParagraph(_ block: MarkdownBlock, _ waiting: inout [MarkdownBlock]) {
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
  func areEntries(_ lines: [Range<Int>], _ text: ListText) -> Bool {
    var ids: Set<PaperID> = []
    for line in lines {
      for index in line {
        if let id = text.link(at: index)?.paper?.withoutVersion { ids.insert(id) }
      }
    }
    return ids.count > 1
  }

  mutating func readLines(of block: MarkdownBlock, _ anchor: SourceAnchor) {
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
  func startsEntry(_ part: ListText, after last: ListText) -> Bool {
    guard last.links.contains(where: { $0.paper != nil }), !part.isEmpty else { return false }
    return part.styles[0].contains(.strong) && FieldLabel.read(part, part.range) == nil
  }

  /// `**In web scenarios**`, `Surveys:`.
  func isLabel(_ text: ListText) -> Bool {
    let range = text.trimmed(text.range)
    guard !range.isEmpty, text.lines(range).count == 1, range.count < 80 else { return false }
    return range.allSatisfy {
      text.styles[$0].contains(.strong) || text.isSpace($0) || text.scalars[$0] == ":"
    }
  }

  func isStyled(_ text: ListText) -> Bool {
    let lead = LeadReader(text, text.range)
    guard lead.index < text.scalars.count else { return false }
    return !text.styles[lead.index].intersection([.strong, .emphasis]).isEmpty
      || "\"“".unicodeScalars.contains(text.scalars[lead.index])
  }

  func isShort(_ text: ListText) -> Bool {
    let words = text.string(text.range)
    let list = TitleShape.words(words)
    return text.lines(text.range).count == 1 && list.count > 2 && list.count < 30 && !words.hasSuffix(".")
      && !words.hasSuffix(":") && TitleShape.capitals(list) >= 0.5
  }

  /// Authors or a venue in a paragraph of their own, right after the paper.
  mutating func isMetaOfLast(_ text: ListText) -> Bool {
    guard isRightAfterPaper, papers.count > 0, text.lines(text.range).count < 3 else { return false }
    var isFound = false
    let words = text.string(text.range)
    guard words.utf8.count < 400 else { return false }
    let last = papers.papers[papers.count - 1]
    guard last.authors.names.isEmpty else { return false }
    papers.changeLast { isFound = ListMeta().absorb(words, into: &$0, isMarked: true) }
    return isFound
  }
}
