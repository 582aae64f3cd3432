import DigestModel
import Syntax
import TextBytes

/// One entry of a section as it lies in the source: a list item, a heading with what follows it, or a paragraph.
struct EntryItem {
  /// The number as written; empty where there is none.
  var enumerator: Range<Int>
  /// The lines of the first paragraph or of the heading.
  var lines: [Range<Int>]
  var below: [MarkdownBlock]
  /// From the marker to the end of what hangs below.
  var range: Range<Int>
  var isListItem: Bool
  var isHeading = false
}

extension DigestReader {
  /// The body of a section as entries, with the blocks that are none in between.
  func entryItems(_ blocks: [MarkdownBlock]) -> [EntryItemOrBlock] {
    var result: [EntryItemOrBlock] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block.kind {
      case .bulletList, .orderedList: for item in block.children { result += listEntry(item) }
      case .heading(let level):
        let start = index
        while index < blocks.count {
          if case .heading(let next) = blocks[index].kind, next <= level { break }
          index += 1
        }
        let below = Array(blocks[start..<index])
        let end = max(block.range.upperBound, below.last?.range.upperBound ?? 0)
        result.append(
          .item(
            EntryItem(
              enumerator: 0..<0, lines: block.lines, below: below, range: block.range.lowerBound..<end,
              isListItem: false, isHeading: true)))
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

  private func listEntry(_ item: MarkdownBlock) -> [EntryItemOrBlock] {
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
    case .bulletList, .orderedList: return entryItems(item.children)
    default: return [.block(item)]
    }
  }

  /// An entry that no recogniser took, as the block it was.
  func untyped(_ item: EntryItem) -> [Entry] {
    let paragraph = Block.paragraph(richText(joined(item.lines)))
    guard item.isListItem else { return ([paragraph] + blocks(item.below)).map { .block($0) } }
    let enumerator = item.enumerator.isEmpty ? nil : string(item.enumerator)
    let listItem = ListItem(
      enumerator: enumerator, blocks: [paragraph] + blocks(item.below), anchor: anchor(item.range))
    return [
      .block(.list(List(isOrdered: enumerator != nil, items: [listItem], anchor: anchor(item.range))))
    ]
  }

  /// - Parameter isFirst: whether no entry stands before it: a paragraph there introduces the section.
  func reportUntyped(_ item: EntryItem, _ what: String, isFirst: Bool) {
    guard item.isListItem || !isFirst, let line = item.lines.first, !reportBadID(in: line) else { return }
    report(
      MarkdownImporterDiagnostics.untypedEntry,
      "this \(item.isListItem ? what : "paragraph") names no paper at its beginning; it is kept as text",
      at: line)
  }

  func reportUntitled(_ lines: [Range<Int>], _ what: String) {
    guard let line = lines.first else { return }
    report(MarkdownImporterDiagnostics.untypedEntry, "this \(what); it is kept as text", at: line)
  }
}

enum EntryItemOrBlock {
  case item(EntryItem)
  case block(MarkdownBlock)
}
