import DigestModel

extension Digest.HighlightTable {
  /// Columns without headers for what the rows have and no column is for: a program can make such a table.
  var missingColumns: [Column] {
    [Column.Role.rank, .papers, .keywords].filter { role in
      !columns.contains { $0.role == role }
        && rows.contains { row in
          switch role {
          case .rank: row.rankText.hasWords
          case .papers: !row.papers.isEmpty || row.name.hasText
          case .keywords: row.keywords.contains(where: \.hasWords)
          case .text: false
          }
        }
    }.map { Column(header: RichText(plain: ""), role: $0) }
  }
}

/// A row's cells in the order of the columns; a short row lacks the last, a long one has more.
struct HighlightCells {
  enum Cell {
    case rank, papers, keywords
    case text(RichText)
    /// The row is shorter than the table.
    case missing
  }

  let row: Digest.Highlight
  let cells: [Cell]

  init(_ row: Digest.Highlight, columns: [Digest.HighlightTable.Column]) {
    self.row = row
    var texts = row.cells[...]
    var cells: [Cell] = columns.map { column in
      switch column.role {
      case .rank: .rank
      case .papers: .papers
      case .keywords: .keywords
      case .text: texts.popFirst().map(Cell.text) ?? .missing
      }
    }
    cells += texts.map(Cell.text)
    self.cells = cells
  }
}
