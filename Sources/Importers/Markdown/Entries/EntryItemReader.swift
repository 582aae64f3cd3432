import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Cuts the body of a section into entries.
struct EntryItemReader {
  let context: MarkdownContext
  let marks: MarkReader
  let papers: PaperReader
  let badIDs: BadIDReader
  let blockReader: BlockReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    papers = PaperReader(context)
    badIDs = BadIDReader(context)
    blockReader = BlockReader(context)
  }

  /// The body of a section as candidates for entries, and the blocks between them that are not.
  func parts(of blocks: [MarkdownBlock]) -> [BodyPart] {
    var result: [BodyPart] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block.kind {
      case .bulletList, .orderedList: for item in block.children { result += listEntry(item) }
      case .heading(let level):
        let start = index
        index = end(ofHeading: level, at: index - 1, in: blocks)
        let below = Array(blocks[start..<index])
        let end = max(block.range.upperBound, below.last?.range.upperBound ?? 0)
        result.append(
          .item(
            EntryItem(
              enumerator: 0..<0, lines: block.lines, below: below, range: block.range.lowerBound..<end,
              isListItem: false, level: level)))
      case .paragraph:
        result.append(
          .item(
            EntryItem(enumerator: 0..<0, lines: block.lines, below: [], range: block.range, isListItem: false)
          ))
      default: result.append(.block(block))
      }
    }
    return result
  }

  /// Where the blocks below a heading end: at the next one of its level, or at a rule before that.
  func end(ofHeading level: Int, at index: Int, in blocks: [MarkdownBlock]) -> Int {
    var end = index + 1
    while end < blocks.count {
      if case .heading(let next) = blocks[end].kind, next <= level { break }
      end += 1
    }
    while end > index + 1, blocks[end - 1].kind == .thematicBreak { end -= 1 }
    return end
  }

  private func listEntry(_ item: MarkdownBlock) -> [BodyPart] {
    guard let first = item.children.first else { return [] }
    var enumerator = 0..<0
    if case .item(let number) = item.kind { enumerator = number }
    switch first.kind {
    case .paragraph, .heading:
      return [
        .item(
          EntryItem(
            enumerator: enumerator, lines: first.lines, below: Array(item.children.dropFirst()),
            range: item.range,
            isListItem: true))
      ]
    // `*   1. text`: the inner item is the entry.
    case .bulletList, .orderedList:
      reportNumber(enumerator)
      return parts(of: item.children)
    default: return [.block(item)]
    }
  }

  /// An item cut into one for each line that begins with a paper: lines without bullets.
  func paperUnits(_ item: EntryItem) -> [EntryItem] {
    guard item.lines.count > 1, papers.beginsWithPaper(item.lines[0]) else { return [item] }
    var units: [EntryItem] = []
    for line in item.lines {
      if units.isEmpty || papers.beginsWithPaper(line) {
        var unit = item
        unit.lines = [line]
        unit.below = []
        if !units.isEmpty { unit.enumerator = 0..<0 }
        units.append(unit)
      } else {
        units[units.count - 1].lines.append(line)
      }
    }
    guard units.count > 1 else { return [item] }
    for k in units.indices {
      units[k].range = units[k].lines[0].lowerBound..<(units[k].lines.last?.upperBound ?? 0)
    }
    units[units.count - 1].below = item.below
    return units
  }

  func heading(_ item: EntryItem) -> Digest.Entry {
    .block(
      .heading(Digest.Heading(level: item.level ?? 1, text: context.richText(context.joined(item.lines)))))
  }

  /// A heading, or an item without papers, that groups entries: what it says, and the entries.
  /// - Returns: `nil` where no entries stand below it.
  func group(_ item: EntryItem, entries: ([MarkdownBlock]) -> [Digest.Entry]) -> [Digest.Entry]? {
    if item.isHeading { return [heading(item)] + entries(item.below) }
    let hasEntries = item.below.contains { list in
      list.isList
        && list.children.contains { inner in
          guard let line = inner.children.first?.lines.first else { return false }
          return papers.leadingPapers(in: line) != nil || papers.namedPapers(in: line) != nil
        }
    }
    guard hasEntries else { return nil }
    return [.block(.paragraph(context.richText(context.joined(item.lines))))] + entries(item.below)
  }

  /// An item that no recogniser types, as the block it was.
  func untyped(_ item: EntryItem) -> [Digest.Entry] {
    let paragraph = Digest.Block.paragraph(context.richText(context.joined(item.lines)))
    guard item.isListItem else { return ([paragraph] + blockReader.blocks(item.below)).map { .block($0) } }
    let enumerator = item.enumerator.isEmpty ? nil : context.string(item.enumerator)
    let listItem = Digest.List.Item(
      enumerator: enumerator, blocks: [paragraph] + blockReader.blocks(item.below),
      anchor: context.anchor(item.range))
    return [
      .block(
        .list(
          Digest.List(isOrdered: enumerator != nil, items: [listItem], anchor: context.anchor(item.range))))
    ]
  }

  /// Reports the number of a list item that becomes an entry without a place for it.
  func reportNumber(_ number: Range<Int>) {
    guard !number.isEmpty else { return }
    context.report(
      MarkdownImporterDiagnostics.listNumber,
      "the number \(quoted(context.string(number))) of this list item is not kept; its place in the list is",
      at: number)
  }

  /// Reports an item that names no paper.
  /// - Parameter isFirst: whether no entry stands before it: a paragraph there introduces the section.
  func reportUntyped(_ item: EntryItem, _ what: String, isFirst: Bool) {
    guard item.isListItem || !isFirst, let line = item.lines.first, !badIDs.report(in: line) else { return }
    // `**Phase 2**` is the label of a group.
    if !item.isListItem, item.lines.count == 1, marks.isBold(line) { return }
    context.report(
      MarkdownImporterDiagnostics.untypedEntry,
      "this \(item.isListItem ? what : "paragraph") names no paper at its beginning; it is kept as text",
      at: line)
  }

  func reportUntitled(_ lines: [Range<Int>], _ what: String) {
    guard let line = lines.first else { return }
    context.report(MarkdownImporterDiagnostics.untypedEntry, "this \(what); it is kept as text", at: line)
  }
}
