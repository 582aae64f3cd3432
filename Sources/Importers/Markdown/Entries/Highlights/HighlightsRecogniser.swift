import DigestModel
import DigestSyntax

/// Highlights: the ranked table, or a list, headings, paragraphs.
struct HighlightsRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.highlights

  let context: MarkdownContext
  let marks: MarkReader
  let papers: PaperReader
  let blockReader: BlockReader
  let items: EntryItemReader
  let tableReader: HighlightTableReader
  let itemReader: HighlightItemReader
  let tableBuilder: HighlightTableBuilder

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    papers = PaperReader(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    tableReader = HighlightTableReader(context)
    itemReader = HighlightItemReader(context)
    tableBuilder = HighlightTableBuilder(context)
  }

  func entries(of blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    var items: [HighlightItem] = []
    // Rules between highlights do not end the table; they follow it.
    var rules: [Digest.Entry] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if let (found, end) = highlightItems(blocks, at: index) {
        items += found
        index = end
        continue
      }
      if block.kind == .thematicBreak, !items.isEmpty {
        rules.append(.block(blockReader.block(block)))
        index += 1
        continue
      }
      entries += tableBuilder.highlightTables(items) + rules
      (items, rules) = ([], [])
      let table = block.kind == .table ? tableReader.highlightTable(block) : nil
      entries.append(table.map { .highlights($0) } ?? .block(blockReader.block(block)))
      index += 1
    }
    return entries + tableBuilder.highlightTables(items) + rules
  }

  /// The highlights that a list, heading or paragraph holds or begins, and where what belongs to them ends.
  private func highlightItems(_ blocks: [MarkdownBlock], at index: Int) -> (items: [HighlightItem], end: Int)?
  {
    let block = blocks[index]
    var end = index + 1
    switch block.kind {
    case .bulletList, .orderedList: return highlightItems(block).map { ($0, end) }
    case .heading(let level): end = items.end(ofHeading: level, at: index, in: blocks)
    case .paragraph:
      if end < blocks.count, blocks[end].kind == .bulletList || tableReader.isFieldTable(blocks[end]) {
        end += 1
      }
      if let items = highlightItems(ofParagraph: block, below: blocks[(index + 1)..<end]) {
        return (items, end)
      }
      guard end > index + 1 else { return nil }
      return highlightItems(ofParagraph: block, below: []).map { ($0, index + 1) }
    default: return nil
    }
    let below = blocks[(index + 1)..<end]
    let range = block.range.lowerBound..<max(block.range.upperBound, below.last?.range.upperBound ?? 0)
    return itemReader.highlightItem(block.lines, number: 0..<0, below: below, range: range).map {
      ([$0], end)
    }
  }

  /// The highlights on the lines of a paragraph; what follows it belongs to the last one.
  private func highlightItems(ofParagraph block: MarkdownBlock, below: ArraySlice<MarkdownBlock>)
    -> [HighlightItem]?
  {
    var items: [HighlightItem] = []
    let units = itemReader.highlightUnits(block.lines)
    for (number, lines) in units.enumerated() {
      let isLast = number == units.count - 1
      let below = isLast ? below : below.prefix(0)
      let end = max(lines[lines.count - 1].upperBound, below.last?.range.upperBound ?? 0)
      let item = itemReader.highlightItem(
        lines, number: 0..<0, below: below, range: lines[0].lowerBound..<end)
      guard let item, isMarked(item, lines[0]) else { return nil }
      items.append(item)
    }
    return items
  }

  /// Whether an item is certainly a highlight: a sentence, too, may have a name before an id.
  private func isMarked(_ item: HighlightItem, _ line: Range<Int>) -> Bool {
    !item.rank.isEmpty || !item.fields.isEmpty
      || papers.leadingPapers(in: line) != nil && marks.withoutColon(line) == context.trimmed(line)
  }

  /// All items of a list; `nil` where one of them is not a highlight.
  private func highlightItems(_ list: MarkdownBlock) -> [HighlightItem]? {
    var items: [HighlightItem] = []
    for item in list.children {
      guard let first = item.children.first, case .paragraph = first.kind,
        case .item(let number) = item.kind,
        let found = itemReader.highlightItem(
          first.lines, number: number, below: item.children.dropFirst(), range: item.range)
      else { return nil }
      items.append(found)
    }
    return items
  }
}
