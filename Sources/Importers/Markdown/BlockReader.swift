import DigestModel
import DigestSyntax
import DigestText

/// Blocks that no recogniser types.
extension DigestReader {
  func blocks(_ blocks: [MarkdownBlock]) -> [Digest.Block] { blocks.map { block($0) } }

  func block(_ block: MarkdownBlock) -> Digest.Block {
    switch block.kind {
    case .paragraph: .paragraph(richText(joined(block.lines)))
    case .heading(let level): .heading(Digest.Heading(level: level, text: richText(joined(block.lines))))
    case .bulletList, .orderedList:
      .list(
        Digest.List(
          isOrdered: block.kind == .orderedList, items: block.children.map(listItem),
          anchor: anchor(block.range)))
    case .item: .list(Digest.List(isOrdered: false, items: [listItem(block)], anchor: anchor(block.range)))
    case .quote: .quote(Digest.Quote(blocks: blocks(block.children), anchor: anchor(block.range)))
    case .code(let info, _): .code(codeBlock(block, info: info))
    case .indentedCode: .code(codeBlock(block, info: 0..<0))
    case .table: .table(table(block))
    case .thematicBreak: .thematicBreak(anchor(block.range))
    }
  }

  private func listItem(_ item: MarkdownBlock) -> Digest.List.Item {
    var enumerator: String?
    if case .item(let number) = item.kind, !number.isEmpty { enumerator = string(number) }
    return Digest.List.Item(enumerator: enumerator, blocks: blocks(item.children), anchor: anchor(item.range))
  }

  /// The lines without the indentation that the first of them has.
  private func codeBlock(_ block: MarkdownBlock, info: Range<Int>) -> Digest.CodeBlock {
    var code: [UInt8] = []
    for line in dedented(block.lines) {
      code += text.bytes[line]
      code.append(0x0A)
    }
    return Digest.CodeBlock(
      info: string(info), text: String(decoding: code, as: UTF8.self), anchor: anchor(block.range))
  }

  // MARK: - Tables

  func table(_ block: MarkdownBlock) -> Digest.Table {
    var rows = tableRows(block)
    let header = rows.isEmpty ? [] : rows.removeFirst().cells
    return Digest.Table(
      header: header.map { richText($0) },
      rows: rows.map { row in
        Digest.Table.Row(cells: row.cells.map { richText($0) }, anchor: anchor(row.line))
      },
      anchor: anchor(block.range))
  }

  /// The cells of each row, the delimiter row left out. GFM drops cells beyond the header's; here they are kept.
  func tableRows(_ block: MarkdownBlock) -> [(line: Range<Int>, cells: [Range<Int>])] {
    var rows: [(line: Range<Int>, cells: [Range<Int>])] = []
    for (number, line) in block.lines.enumerated()
    where number != 1 || !isDelimiterRow(line) && !isRule(line) {
      rows.append((line, tableCells(line)))
    }
    return rows
  }

  /// A delimiter row of a table with one column and no pipe.
  private func isRule(_ line: Range<Int>) -> Bool {
    text.bytes[line].allSatisfy { $0 == 0x2D || $0 == 0x3A || $0.isBlank }
  }

  /// Cells between pipes; `\|` and pipes in code spans are text. An escaped pipe loses its backslash.
  private func tableCells(_ line: Range<Int>) -> [Range<Int>] {
    var line = trimmed(line)
    if starts(line, with: "|") { line = line.lowerBound + 1..<line.upperBound }
    var pipes: [Int] = []
    var escapes: [Int] = []
    forEachOutsideCode(line) { i in
      if text.bytes[i] == UInt8(ascii: "|") {
        if i > line.lowerBound, text.bytes[i - 1] == UInt8(ascii: "\\") {
          escapes.append(i - 1)
        } else {
          pipes.append(i)
        }
      }
      return true
    }
    if let last = pipes.last, last == line.upperBound - 1 {
      pipes.removeLast()
      line = line.lowerBound..<last
    }
    var cells: [Range<Int>] = []
    var lower = line.lowerBound
    var escape = 0
    for pipe in pipes + [line.upperBound] {
      let first = escape
      while escape < escapes.count, escapes[escape] < pipe { escape += 1 }
      cells.append(withoutBytes(at: escapes[first..<escape], in: trimmed(lower..<pipe)))
      lower = pipe + 1
    }
    return cells
  }

  /// A range without single bytes in it.
  private func withoutBytes(at offsets: ArraySlice<Int>, in range: Range<Int>) -> Range<Int> {
    let inside = offsets.filter(range.contains)
    guard !inside.isEmpty else { return range }
    var ranges: [Range<Int>] = []
    var lower = range.lowerBound
    for offset in inside {
      if offset > lower { ranges.append(lower..<offset) }
      lower = offset + 1
    }
    if lower < range.upperBound { ranges.append(lower..<range.upperBound) }
    return text.join(ranges, separator: nil)
  }
}
