import DigestModel
import DigestSyntax

// The ranked table, columns as in the source. The script lets people sort it.
extension HTMLWriter {
  mutating func write(_ table: Digest.HighlightTable) {
    let columns = table.columns + table.missingColumns
    let rows = table.rows.map { HighlightCells($0, columns: columns) }
    let width = max(columns.count, rows.map(\.cells.count).max() ?? 0)
    guard width > 0 else { return }
    newLine()
    startTable(class: "h", named: section.name)
    start("thead")
    start("tr")
    for index in 0..<width {
      let header = index < columns.count ? columns[index].header : nil
      // A header says something.
      start(header.hasText ? "th" : "td")
      if let header { write(header) }
      xml.end()
    }
    xml.end()
    xml.end()
    start("tbody")
    for row in rows { write(row, width: width) }
    xml.end()
    xml.end()
    xml.end()
  }

  private mutating func write(_ row: HighlightCells, width: Int) {
    let rank = row.row.rankText.map { "\(section.name) \($0)" }
    startEntry("tr", called: rank)
    for index in 0..<width {
      start("td")
      if index < row.cells.count { write(row.cells[index], of: row.row) }
      xml.end()
    }
    endEntry()
  }

  private mutating func write(_ cell: HighlightCells.Cell, of row: Digest.Highlight) {
    switch cell {
    case .rank: if let rank = row.rankText { write(plain: rank, at: row.anchor) }
    case .papers:
      write(row.papers)
      if let name = row.name, !name.isEmpty {
        if !row.papers.isEmpty { xml.text(" ") }
        element("b", name)
      }
    case .keywords:
      for (index, keyword) in row.keywords.enumerated() {
        if index > 0 { xml.text(" ") }
        element("span", class: "g", keyword, at: row.anchor)
      }
    case .text(let text): write(text)
    case .missing: break
    }
  }
}
