import DigestDiagnostics
import DigestModel
import DigestSyntax

/// The columns of `records` that say what a source says, in the order in which they are written and read.
enum RecordColumns {
  /// - Parameter table: `records.` where several tables are asked.
  static func names(_ table: String = "") -> String { all.map { table + $0 }.joined(separator: ", ") }

  private static let all = [
    "paper", "other_ids", "title", "authors", "date", "categories", "more", "version", "updated", "withdrawn",
    "title_hash", "name_hash", "abstract",
  ]

  static let count = Int32(all.count)

  /// - Parameter first: the 1-based place of the first column.
  static func bind(_ row: RecordRow, to statement: SQLiteStatement, from first: Int32) throws(SQLiteError) {
    try statement.bind(first, row.paper)
    try statement.bind(first + 1, row.otherIDs)
    try statement.bind(first + 2, row.title)
    try statement.bind(first + 3, row.authors)
    try statement.bind(first + 4, row.date)
    try statement.bind(first + 5, row.categories)
    try statement.bind(first + 6, row.more)
    try statement.bind(first + 7, row.version)
    try statement.bind(first + 8, row.updated)
    try statement.bind(first + 9, row.isWithdrawn ? 1 : 0)
    try statement.bind(first + 10, row.titleHash)
    try statement.bind(first + 11, row.nameHash)
    try statement.bind(first + 12, row.abstract)
  }

  /// Whether the statement's row says what `row` does.
  /// - Parameter first: the 0-based column of the first value.
  static func hold(_ row: RecordRow, _ statement: SQLiteStatement, from first: Int32) -> Bool {
    statement.text(first) == row.paper && statement.bytes(first + 1) == row.otherIDs
      && statement.text(first + 2) == row.title && statement.bytes(first + 3) == row.authors
      && statement.text(first + 4) == row.date && statement.text(first + 5) == row.categories
      && statement.bytes(first + 6) == row.more && statement.integer(first + 7) == row.version
      && statement.text(first + 8) == row.updated
      && statement.integer(first + 9) == (row.isWithdrawn ? 1 : 0)
      && statement.text(first + 12) == row.abstract
  }

  /// The ids of a row as the table `identifiers` has them.
  /// - Parameter first: the 0-based column of the first value.
  static func keys(_ statement: SQLiteStatement, from first: Int32) throws(SQLiteError) -> [String] {
    guard let paper = statement.text(first), let others = otherIDs(statement, from: first) else {
      throw SQLiteError.damaged
    }
    return ([PaperKey.id(paper)] + others).map(PaperKey.key)
  }

  /// - Returns: `nil` where the column holds something else than ids.
  private static func otherIDs(_ statement: SQLiteStatement, from first: Int32) -> [PaperID]? {
    do throws(DiagnosticError) {
      return try statement.withText(first + 1) { (json) throws(DiagnosticError) in
        guard let json else { return [] }
        return try IDColumn.ids(json)
      }
    } catch {
      return nil
    }
  }

  /// - Parameter first: the 0-based column of the first value.
  static func abstract(_ statement: SQLiteStatement, from first: Int32) -> String? {
    statement.text(first + 12)
  }

  private static func date(_ text: String) -> EDTFDate? {
    // Most are a day: `2024-09-13`.
    text.utf8.count == 10
      ? PartialDate(text).map { EDTFDate($0) } ?? EDTFDate(edtf: text) : EDTFDate(edtf: text)
  }

  /// The record of a row.
  /// - Parameter first: the 0-based column of the first value.
  /// - Returns: `nil` where the row holds something else than a record.
  static func record(_ statement: SQLiteStatement, from first: Int32) -> CatalogueRecord? {
    guard let paper = statement.text(first), let others = otherIDs(statement, from: first) else { return nil }
    var record = Paper.Record()
    do throws(DiagnosticError) {
      record = try statement.withText(first + 6) { (json) throws(DiagnosticError) in
        try json.map(RestColumn.record) ?? record
      }
      if statement.holdsValue(first + 3) {
        let names = try statement.withText(first + 3) { (json) throws(DiagnosticError) in
          try json.flatMap(AuthorColumn.names)
        }
        guard let names else { return nil }
        // Authors come first, as in the records of a digest.
        let others = record.contributors.filter { $0.role != .author }
        let hasMore = record.hasMoreAuthors
        record.contributors = [ContributorGroup(role: .author, names: names, hasMore: hasMore)] + others
      }
    } catch {
      return nil
    }
    record.identifiers = others
    record.title = statement.text(first + 2).map { RichText(markdown: $0) }
    record.date = statement.text(first + 4).flatMap(date)
    // Those that are not words are in `more`.
    record.categories =
      statement.withText(first + 5) { words in
        words.map { $0.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) } }
      } ?? record.categories
    record.abstract = statement.text(first + 12).map { RichText(markdown: $0) }
    return CatalogueRecord(
      id: PaperKey.id(paper), record: record, latestVersion: statement.integer(first + 7).map { Int($0) },
      updated: statement.text(first + 8).flatMap { PartialDate($0) },
      isWithdrawn: statement.integer(first + 9) == 1)
  }
}
