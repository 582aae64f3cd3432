import DigestModel
import DigestSyntax

/// Tables in sections whose entries are list items in most digests: each row is an entry. The words of the header
/// stand before the entries as a paragraph.
struct EntryTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let papers: PaperReader
  let tables: TableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    papers = PaperReader(context)
    tables = TableReader(context)
  }

  /// What the columns of a table are for; `nil` for a table without a column of papers.
  func entryTable(_ block: MarkdownBlock) -> EntryTable? {
    var rows = tables.tableRows(block)
    guard rows.count > 1 else { return nil }
    let header = rows.removeFirst().cells
    let counts = header.indices.map { column in
      rows.count { row in
        guard column < row.cells.count else { return false }
        return papers.leadingPapers(in: row.cells[column]) != nil
          || papers.namedPapers(in: row.cells[column]) != nil
      }
    }
    guard let most = counts.max(), most * 2 > rows.count, let papers = counts.firstIndex(of: most) else {
      return nil
    }
    var table = EntryTable(header: header, rows: rows, papers: papers, texts: [])
    for column in header.indices where column != papers {
      let words = tables.headerName(header[column])
      if table.number == nil, ColumnWords.number.contains(words) {
        table.number = column
      } else if table.name == nil, ColumnWords.name.contains(where: words.hasPrefix) {
        table.name = column
      } else {
        table.texts.append(column)
      }
    }
    return table
  }

  func papersOfCell(_ cell: Range<Int>) -> (papers: [Citation], name: Range<Int>?)? {
    if let leading = papers.leadingPapers(in: cell) {
      papers.reportJoiningWords(leading)
      var isStrongOpen = leading.isStrongOpen
      let rest = marks.clippedInline(papers.textAfterIDs(leading), isStrongOpen: &isStrongOpen)
      return (leading.papers, rest.isEmpty ? nil : rest)
    }
    return papers.namedPapers(in: cell).map { named in
      papers.reportJoiningWords(named.leading)
      return (named.leading.papers, named.name)
    }
  }

  /// The header as a paragraph.
  func headerWords(_ header: [Range<Int>]) -> [Digest.Entry] {
    guard let first = header.first, let last = header.last else { return [] }
    // From the first to the last cell, the pipes between them included.
    return context.richTextIfAny(first.lowerBound..<max(first.lowerBound, last.upperBound)).map {
      [.block(.paragraph($0))]
    } ?? []
  }

  /// A row without papers, as text.
  func plainRow(_ table: EntryTable, _ row: Int) -> Digest.Entry {
    .block(.paragraph(context.richText(table.rows[row].line)))
  }

  func otherCells(_ table: EntryTable, _ row: Int, _ columns: [Int]) -> [Digest.Block] {
    columns.compactMap { context.richTextIfAny(table.cell($0, row)).map { .paragraph($0) } }
  }
}
