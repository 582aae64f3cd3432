import DigestDiagnostics
import DigestSyntax

/// Tables that CommonMark took for paragraphs.
struct TableRepair {
  let context: MarkdownContext
  let tables: TableReader

  init(_ context: MarkdownContext) {
    self.context = context
    tables = TableReader(context)
  }

  func checkSize(ofTable table: MarkdownBlock) throws(DiagnosticError) {
    let marks = table.lines.reduce(0) { $0 + context.bytes[$1].count { $0 == UInt8(ascii: "|") } }
    guard marks > MarkdownLimits.tableCells else { return }
    throw DiagnosticError(
      MarkdownDiagnostics.tooLarge,
      "table has more than \(MarkdownLimits.tableCells) cells", at: context.location(table.range)
    )
  }

  /// The tables in a paragraph, and the text between them; `nil` if there are none. To GFM, a table right below a line,
  /// or one whose delimiter row has another number of columns than its header, is a paragraph.
  func tablesIn(_ block: MarkdownBlock) -> [MarkdownBlock]? {
    let lines = block.lines
    guard lines.count >= 2 else { return nil }
    var parts: [MarkdownBlock] = []
    var start = 0
    while lines.count - start >= 2 {
      if lines[start...].allSatisfy(isRow) {
        parts.append(table(lines[start...]))
        return parts
      }
      guard
        let delimiter = (start + 1..<lines.count).first(where: { i in
          tables.isDelimiterRow(lines[i]) && context.bytes[lines[i - 1]].contains(UInt8(ascii: "|"))
        })
      else { break }
      var end = delimiter + 1
      while end < lines.count, context.bytes[lines[end]].contains(UInt8(ascii: "|")) { end += 1 }
      if delimiter > start + 1 {
        parts.append(MarkdownBlock.paragraph(Array(lines[start..<(delimiter - 1)])))
      }
      parts.append(table(lines[(delimiter - 1)..<end]))
      start = end
    }
    if parts.isEmpty { return nil }
    if start < lines.count { parts.append(MarkdownBlock.paragraph(Array(lines[start...]))) }
    return parts
  }

  private func table(_ lines: ArraySlice<Range<Int>>) -> MarkdownBlock {
    var block = MarkdownBlock.paragraph(Array(lines))
    block.kind = .table
    return block
  }

  /// Whether a line stands between two pipes: several of them are a table to their author, even without a delimiter row.
  private func isRow(_ line: Range<Int>) -> Bool {
    let line = context.trimmed(line)
    return line.count > 2 && context.bytes[line.lowerBound] == UInt8(ascii: "|")
      && context.bytes[line.upperBound - 1] == UInt8(ascii: "|")
  }
}
