import DigestModel
import DigestSyntax
import DigestText

/// Ideas in tables: a row for each idea, or a row for each field of one.
extension IdeaBuilder {
  /// A table with a column for each field: a row is an idea, the first other column its title.
  /// - Returns: whether it is such a table.
  mutating func add(table block: MarkdownBlock) -> Bool {
    var rows = reader.tableRows(block)
    guard rows.count > 1 else { return false }
    if add(fieldRows: rows) {
      extend(to: block.range)
      return true
    }
    let cells = rows.removeFirst().cells
    let header = cells.map(reader.unwrapped)
    let isField = header.map { IdeaRoles.isKnown(reader.string($0)) }
    guard isField.count(where: { $0 }) > 1,
      let title = header.indices.first(where: {
        !isField[$0] && !Self.isNumberHeader(reader.string(header[$0]))
      })
    else { return false }
    closeIdea()
    entries += reader.headerWords(cells)
    for row in rows where title < row.cells.count {
      startIdea(row.cells[title], range: row.line)
      for (column, cell) in row.cells.enumerated() where column != title && !reader.trimmed(cell).isEmpty {
        if column < header.count, isField[column] {
          startField(header[column], range: cell)
        } else if column < title, idea?.label == nil {
          idea?.label = reader.richText(cell)
          continue
        }
        append(.paragraph(reader.richText(cell)))
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
      row.cells.first.map { reader.withoutColon(reader.unwrapped(reader.withoutColon($0))) } ?? 0..<0
    }
    let known = names.dropFirst().count { IdeaRoles.isKnown(reader.string($0)) }
    guard known > 1 || known == rows.count - 1, known * 2 >= rows.count - 1 else { return false }
    let isTitle = header.first.map(reader.isIdeaTitle) ?? false
    guard idea != nil || isTitle else { return false }
    var rest = Array(zip(rows, names))
    if isTitle {
      startIdea(header[0], range: rows[0].line)
      if header.count > 1, let words = reader.richTextIfAny(header[1]) { append(.paragraph(words)) }
      rest.removeFirst()
    } else if !IdeaRoles.isKnown(reader.string(names[0])) {
      for case .block(let words) in reader.headerWords(header) { append(words) }
      rest.removeFirst()
    }
    for (row, name) in rest {
      startField(name, range: row.line)
      if row.cells.count > 1, let text = reader.richTextIfAny(row.cells[1]) { append(.paragraph(text)) }
    }
    return true
  }

  private static func isNumberHeader(_ header: String) -> Bool {
    ["#", "no", "no.", "stt", "id", ""].contains(header.lowercased())
  }
}
