import DigestSyntax
import DigestText

/// Ideas in tables: a row for each idea, or a row for each field of one.
extension IdeaBuilder {
  /// A table with a column for each field: a row is an idea, the first other column its title.
  /// - Returns: whether it is such a table.
  mutating func add(table block: MarkdownBlock) -> Bool {
    var rows = tables.tableRows(block)
    guard rows.count > 1 else { return false }
    if add(fieldRows: rows) {
      extend(to: block.range)
      return true
    }
    let cells = rows.removeFirst().cells
    let header = cells.map(marks.unwrapped)
    let isField = header.map { FieldNames.isKnown(context.string($0)) }
    guard isField.count(where: { $0 }) > 1,
      let title = header.indices.first(where: {
        !isField[$0] && !ColumnWords.numberOfIdea.contains(context.string(header[$0]).lowercased())
      })
    else { return false }
    closeIdea()
    entries += entryTables.headerWords(cells)
    for row in rows where title < row.cells.count {
      startIdea(row.cells[title], range: row.line)
      for (column, cell) in row.cells.enumerated() where column != title && !context.trimmed(cell).isEmpty {
        if column < header.count, isField[column] {
          startField(header[column], range: cell)
        } else if column < title, idea?.label == nil {
          idea?.label = context.richText(cell)
          continue
        }
        append(.paragraph(context.richText(cell)))
      }
    }
    closeIdea()
    return true
  }

  /// A table of two columns with a field in each row. Its header can be a field, too, or the title of the idea.
  /// - Returns: whether it is such a table.
  private mutating func add(fieldRows rows: [(line: Range<Int>, cells: [Range<Int>])]) -> Bool {
    guard let header = rows.first?.cells, rows.allSatisfy({ $0.cells.count <= 2 }) else { return false }
    let names = rows.map { row in
      row.cells.first.map { marks.withoutColon(marks.unwrapped(marks.withoutColon($0))) } ?? 0..<0
    }
    let known = names.dropFirst().count { FieldNames.isKnown(context.string($0)) }
    guard known > 1 || known == rows.count - 1, known * 2 >= rows.count - 1 else { return false }
    let isTitle = header.first.map(ideaLines.isIdeaTitle) ?? false
    guard idea != nil || isTitle else { return false }
    var rest = Array(zip(rows, names))
    if isTitle {
      startIdea(header[0], range: rows[0].line)
      if header.count > 1, let words = context.richTextIfAny(header[1]) { append(.paragraph(words)) }
      rest.removeFirst()
    } else if !FieldNames.isKnown(context.string(names[0])) {
      for case .block(let words) in entryTables.headerWords(header) { append(words) }
      rest.removeFirst()
    }
    for (row, name) in rest {
      startField(name, range: row.line)
      if row.cells.count > 1, let text = context.richTextIfAny(row.cells[1]) { append(.paragraph(text)) }
    }
    return true
  }
}
