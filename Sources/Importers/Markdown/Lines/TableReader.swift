import DigestSyntax
import DigestText

/// The rows and cells of a table.
struct TableReader {
  let context: MarkdownContext
  let marks: MarkReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
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

  /// The header of a column as `ColumnWords` are compared: in lower case, without spaces and marks.
  func headerName(_ header: Range<Int>) -> String {
    context.string(header).lowercased().filter { !"*`_ ".contains($0) }
  }

  /// Whether a line is the delimiter row of a table with one column and no pipe.
  private func isRule(_ line: Range<Int>) -> Bool {
    context.bytes[line].allSatisfy { $0 == 0x2D || $0 == 0x3A || $0.isBlank }
  }

  /// Cells between pipes; `\|` and pipes in code spans are text. An escaped pipe loses its backslash, in code and
  /// mathematics, too (GFM 0.29, example 200).
  private func tableCells(_ line: Range<Int>) -> [Range<Int>] {
    var line = context.trimmed(line)
    if context.starts(line, with: "|") { line = line.lowerBound + 1..<line.upperBound }
    let escapes = escapedPipes(in: line)
    var pipes: [Int] = []
    marks.forEachOutsideCode(line) { i in
      if context.bytes[i] == UInt8(ascii: "|"),
        i == line.lowerBound || context.bytes[i - 1] != UInt8(ascii: "\\")
      {
        pipes.append(i)
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
      cells.append(withoutBytes(at: escapes[first..<escape], in: context.trimmed(lower..<pipe)))
      lower = pipe + 1
    }
    return cells
  }

  /// Where the backslashes of `\|` stand.
  private func escapedPipes(in line: Range<Int>) -> [Int] {
    guard context.bytes[line].contains(UInt8(ascii: "\\")) else { return [] }
    return line.dropLast().filter { context.starts($0..<line.upperBound, with: "\\|") }
  }

  /// A range without the bytes at some offsets.
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
    return context.join(ranges, separator: nil)
  }

  func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let bytes = context.bytes[line]
    return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
      && bytes.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0.isBlank }
  }
}
