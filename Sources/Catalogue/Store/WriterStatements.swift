import DigestModel
import DigestSyntax

/// The statements that fill a catalogue.
struct WriterStatements {
  private let find: SQLiteStatement
  private let read: SQLiteStatement
  private let insertRecord: SQLiteStatement
  private let updateRecord: SQLiteStatement
  private let insertKey: SQLiteStatement
  private let deleteKey: SQLiteStatement
  private let deleteMonth: SQLiteStatement
  private let countMonth: SQLiteStatement

  private let connection: SQLiteConnection
  /// Adds ids that come in no order to a table of their own, during a first fill.
  private var pending: SQLiteStatement?

  init(_ connection: SQLiteConnection) throws(SQLiteError) {
    self.connection = connection
    find = try connection.prepare(
      """
      SELECT records.id, records.paper FROM identifiers JOIN records ON records.id = identifiers.record
      WHERE identifiers.identifier = ? AND records.source = ?
      """)
    read = try connection.prepare("SELECT \(RecordColumns.names()) FROM records WHERE id = ?")
    let count = RecordColumns.count
    let places = (1...count).map { "?\($0)" }.joined(separator: ", ")
    insertRecord = try connection.prepare(
      "INSERT INTO records (\(RecordColumns.names()), source) VALUES (\(places), ?\(count + 1))")
    updateRecord = try connection.prepare(
      "UPDATE records SET (\(RecordColumns.names())) = (\(places)) WHERE id = ?\(count + 1)")
    insertKey = try connection.prepare("INSERT OR IGNORE INTO identifiers (identifier, record) VALUES (?, ?)")
    deleteKey = try connection.prepare("DELETE FROM identifiers WHERE identifier = ? AND record = ?")
    deleteMonth = try connection.prepare("DELETE FROM months WHERE month = ?")
    countMonth = try connection.prepare(
      """
      INSERT INTO months (month, papers, highest) SELECT ?1, papers, highest FROM (
        SELECT count(DISTINCT identifier) AS papers, max(CAST(substr(identifier, 6) AS INTEGER)) AS highest
        FROM identifiers WHERE identifier >= ?2 AND identifier < ?3
      ) WHERE papers > 0
      """)
  }

  /// The row in which a source has a paper already: the one that it knows by the same id.
  func row(of paper: RecordRow, _ source: Int64) throws(SQLiteError) -> Int64? {
    try find.bind(1, paper.key)
    try find.bind(2, source)
    defer { find.reset() }
    while try find.step() {
      if let row = find.integer(0), let text = find.text(1), PaperKey.key(of: PaperKey.id(text)) == paper.key
      {
        return row
      }
    }
    return nil
  }

  /// What changes where a row takes the place of another.
  enum Difference {
    case none
    /// With the keys of the old row.
    case some([String])
  }

  func difference(_ new: RecordRow, from row: Int64) throws(SQLiteError) -> Difference {
    try read.bind(1, row)
    guard try read.step() else { return .some([]) }
    defer { read.reset() }
    if RecordColumns.hold(new, read, from: 0) { return .none }
    return try .some(RecordColumns.keys(read, from: 0))
  }

  /// - Returns: the new row.
  func insert(_ row: RecordRow, _ source: Int64) throws(SQLiteError) -> Int64 {
    try RecordColumns.bind(row, to: insertRecord, from: 1)
    try insertRecord.bind(RecordColumns.count + 1, source)
    try insertRecord.run()
    let id = connection.lastRow
    try insert(row.key, id)
    for key in row.keys.dropFirst() {
      if pending == nil { try insert(key, id) } else { try postpone(key, id) }
    }
    return id
  }

  func update(_ row: Int64, to new: RecordRow, oldKeys: [String]) throws(SQLiteError) {
    try RecordColumns.bind(new, to: updateRecord, from: 1)
    try updateRecord.bind(RecordColumns.count + 1, row)
    try updateRecord.run()
    for key in oldKeys where !new.keys.contains(key) {
      try deleteKey.bind(1, key)
      try deleteKey.bind(2, row)
      try deleteKey.run()
    }
    for key in new.keys where !oldKeys.contains(key) { try insert(key, row) }
  }

  /// The abstract of a row, for a record that is to keep it.
  func abstract(of row: Int64) throws(SQLiteError) -> String? {
    try read.bind(1, row)
    defer { read.reset() }
    return try read.step() ? RecordColumns.abstract(read, from: 0) : nil
  }

  // MARK: - The first fill

  /// Begins to fill a catalogue without records. Ids of arXiv come nearly in order, other ids and the hashes of titles do
  /// not: an index that is made of all of them at once is ready many times sooner.
  mutating func beginFirstFill() throws(SQLiteError) {
    try connection.execute(CatalogueSchema.removalOfIndexes)
    try connection.execute("CREATE TEMP TABLE pending (identifier TEXT NOT NULL, record INTEGER NOT NULL)")
    pending = try connection.prepare("INSERT INTO temp.pending (identifier, record) VALUES (?, ?)")
  }

  private func postpone(_ key: String, _ record: Int64) throws(SQLiteError) {
    try pending?.bind(1, key)
    try pending?.bind(2, record)
    try pending?.run()
  }

  /// KiB that SQLite takes to sort, beside a cache of pages as large.
  private static let sortingSize = 32 << 10

  /// Makes what `beginFirstFill` has postponed.
  mutating func endFirstFill() throws(SQLiteError) {
    guard pending != nil else { return }
    pending = nil
    try connection.execute(
      """
      PRAGMA cache_size = -\(Self.sortingSize);
      INSERT OR IGNORE INTO identifiers SELECT identifier, record FROM temp.pending ORDER BY identifier, record;
      DROP TABLE temp.pending;
      \(CatalogueSchema.indexes)
      """)
  }

  // MARK: - Ids

  private func insert(_ key: String, _ record: Int64) throws(SQLiteError) {
    try insertKey.bind(1, key)
    try insertKey.bind(2, record)
    try insertKey.run()
  }

  /// Counts the papers of a month anew.
  func count(_ month: YearMonth) throws(SQLiteError) {
    try deleteMonth.bind(1, month.description)
    try deleteMonth.run()
    let digits = [month.year % 100, month.month].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
    try countMonth.bind(1, month.description)
    try countMonth.bind(2, digits + ".")
    // The character after the point.
    try countMonth.bind(3, digits + "/")
    try countMonth.run()
  }
}
