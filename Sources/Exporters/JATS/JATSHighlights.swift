import DigestModel
import DigestSyntax

// Rule J7: the ranked table, columns as in the source.
extension JATSWriter {
  mutating func write(
    _ table: Digest.HighlightTable, in container: JATSContainer, captionedBy heading: RichText?
  ) {
    let columns = table.columns + table.missingColumns
    let rows = table.rows.map { HighlightCells($0, columns: columns) }
    let width = max(columns.count, rows.map(\.cells.count).max() ?? 0)
    guard width > 0 else { return }
    if container == .listItem { xml.start("p") }
    xml.start("table-wrap")
    let id = identifiers.nextTable()
    xml.attribute("id", id)
    xml.element("label", String(id.dropFirst("table-".count)))
    xml.start("caption")
    if let caption = [heading, digest.metadata.title].first(where: \.hasText), let caption {
      element("title", caption, in: .title)
    } else {
      element("title", madeTitle)
    }
    xml.end()
    xml.start("table")
    startHead(hasRows: !rows.isEmpty)
    writeHeader(columns, width: width)
    xml.end()
    if !rows.isEmpty {
      xml.start("tbody")
      for row in rows { write(row, width: width) }
      xml.end()
    }
    xml.end()
    xml.end()
    if container == .listItem { xml.end() }
  }

  private mutating func writeHeader(_ columns: [Digest.HighlightTable.Column], width: Int) {
    xml.start("tr")
    for index in 0..<width {
      xml.start("th", .mixed)
      if index < columns.count {
        xml.attribute("content-type", columns[index].role.rawValue)
        write(columns[index].header, in: .title)
      }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ row: HighlightCells, width: Int) {
    xml.start("tr")
    for index in 0..<width {
      xml.start("td", .mixed)
      if index < row.cells.count { write(row.cells[index], of: row.row) }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ cell: HighlightCells.Cell, of row: Digest.Highlight) {
    switch cell {
    case .rank: if let rank = row.rankText { write(plain: rank, at: row.anchor) }
    case .papers:
      var line = PhraseLine()
      papers(row.papers, after: "", &line)
      part("paper-name", row.name, after: " ", &line)
    case .keywords:
      for (index, keyword) in row.keywords.enumerated() where keyword.hasWords {
        if index > 0 { xml.text(", ") }
        startNamed("keyword")
        write(plain: keyword, at: row.anchor)
        xml.end()
      }
    case .text(let text): write(text, in: .title)
    case .missing: break
    }
  }
}
