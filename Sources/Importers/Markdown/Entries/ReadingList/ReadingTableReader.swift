import DigestModel
import DigestSyntax

/// Reading lists that are tables.
struct ReadingTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let tables: TableReader
  let entryTables: EntryTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    tables = TableReader(context)
    entryTables = EntryTableReader(context)
  }

  func readingItems(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTables.entryTable(block) else { return nil }
    let reason =
      table.texts.first { column in
        let words = tables.headerName(table.header[column])
        return ColumnWords.reason.contains(where: words.hasPrefix)
      } ?? table.texts.first { $0 > table.papers } ?? table.texts.first
    return entryTables.headerWords(table.header)
      + table.rows.indices.map { row in
        guard let (papers, name) = entryTables.papersOfCell(table.cell(table.papers, row)) else {
          return entryTables.plainRow(table, row)
        }
        var item = Digest.ReadingItem(papers: papers, anchor: context.anchor(table.rows[row].line))
        let number = table.cell(table.number, row)
        item.enumerator = number.isEmpty ? nil : context.string(marks.unwrapped(number))
        item.name = context.richTextIfAny(marks.unwrapped(name ?? table.cell(table.name, row)))
        item.reason = reason.flatMap { context.richTextIfAny(table.cell($0, row)) }
        item.details = entryTables.otherCells(table, row, table.texts.filter { $0 != reason })
        return .reading(item)
      }
  }
}
