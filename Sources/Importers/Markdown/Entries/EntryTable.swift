/// A table with what its columns are for.
struct EntryTable {
  var header: [Range<Int>]
  var rows: [(line: Range<Int>, cells: [Range<Int>])]
  /// The columns by what they hold; the others are texts.
  var papers: Int
  var number: Int?
  var name: Int?
  var texts: [Int]

  /// The cell of a column; empty where the row is short.
  func cell(_ column: Int?, _ row: Int) -> Range<Int> {
    guard let column, column < rows[row].cells.count else { return 0..<0 }
    return rows[row].cells[column]
  }
}
