import DigestModel
import DigestSyntax

/// Contributions that are rows of a table.
struct ContributionTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let entryTables: EntryTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    entryTables = EntryTableReader(context)
  }

  func contributionRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTables.entryTable(block) else { return nil }
    let remark = table.texts.first { isRemarkLabel(table.header[$0]) } ?? table.texts.dropFirst().first
    let techniques = table.texts.filter { $0 != remark }
    return entryTables.headerWords(table.header)
      + table.rows.indices.map { row in
        guard let (papers, name) = entryTables.papersOfCell(table.cell(table.papers, row)) else {
          return entryTables.plainRow(table, row)
        }
        var entry = Digest.Contribution(papers: papers, anchor: context.anchor(table.rows[row].line))
        let parts = [name ?? table.cell(table.name, row), table.cell(techniques.first, row)].filter {
          !$0.isEmpty
        }
        entry.technique = parts.isEmpty ? nil : context.richTextIfAny(context.join(parts, separator: 0x20))
        entry.remark = context.richTextIfAny(table.cell(remark, row))
        if let remark, entry.remark != nil {
          entry.remarkLabel = context.richText(marks.unwrapped(table.header[remark]))
        }
        entry.details = entryTables.otherCells(
          table, row, [table.number].compactMap { $0 } + techniques.dropFirst())
        return .contribution(entry)
      }
  }

  /// Whether a column of a table is headed like a remark.
  private func isRemarkLabel(_ header: Range<Int>) -> Bool {
    let words = marks.unwrapped(header)
    return !words.isEmpty
      && context.length(of: RemarkWords.labels, atStartOf: words) != nil
  }
}
