import DigestModel
import DigestSyntax

/// A record with where it stands and where it comes from.
struct StoredRecord: Sendable {
  var row: Int64
  /// Sources that were added first count first.
  var sourceID: Int64
  var source: String
  var record: CatalogueRecord
}

/// Finds records in a catalogue, over one connection.
struct RecordReader {
  enum Index {
    case byTitle, byName
  }

  /// For questions that are asked once, too.
  let connection: SQLiteConnection
  private let beginning: SQLiteStatement
  private let rowsOfKey: SQLiteStatement
  private let rowOfID: SQLiteStatement
  private let sources: SourceNames
  private let rowsOfTitle: LazyStatement
  private let rowsOfName: LazyStatement
  private let month: LazyStatement
  private let denial: LazyStatement

  init(_ connection: SQLiteConnection) throws(SQLiteError) {
    self.connection = connection
    beginning = try connection.prepare("BEGIN")
    rowsOfKey = try connection.prepare("SELECT record FROM identifiers WHERE identifier = ?")
    rowOfID = try connection.prepare(
      """
      SELECT source, \(RecordColumns.names()) FROM records WHERE id = ?
      """)
    sources = SourceNames(connection)
    // A run that completes papers asks none of these.
    rowsOfTitle = LazyStatement(
      connection, "SELECT id FROM records WHERE title_hash = ? ORDER BY source, id")
    rowsOfName = LazyStatement(connection, "SELECT id FROM records WHERE name_hash = ? ORDER BY source, id")
    month = LazyStatement(
      connection, "SELECT papers, highest, (SELECT max(month) FROM months) FROM months WHERE month = ?")
    denial = LazyStatement(
      connection,
      """
      SELECT asked, CAST(julianday('now') - julianday(asked) AS INTEGER) FROM unknown_ids
      WHERE identifier = ?1 AND NOT EXISTS (SELECT 1 FROM identifiers WHERE identifier = ?1)
      """)
  }

  /// Begins a transaction, so that the file is locked once for several statements, and does not change between them.
  func begin() throws(SQLiteError) { try beginning.run() }

  /// Lets the file go.
  func end() { connection.rollBack() }

  // MARK: - Records

  /// The rows of a statement's first column.
  func rows(_ statement: SQLiteStatement) throws(SQLiteError) -> [Int64] {
    var rows: [Int64] = []
    while try statement.step() { if let row = statement.integer(0) { rows.append(row) } }
    return rows
  }

  private func rows(ofKey key: String) throws(SQLiteError) -> [Int64] {
    try rowsOfKey.bind(1, key)
    return try rows(rowsOfKey)
  }

  /// - Returns: `nil` where there is no such row.
  func record(_ row: Int64) throws(SQLiteError) -> StoredRecord? {
    try rowOfID.bind(1, row)
    guard try rowOfID.step() else { return nil }
    defer { rowOfID.reset() }
    guard let source = rowOfID.integer(0), let record = RecordColumns.record(rowOfID, from: 1) else {
      throw SQLiteError.damaged
    }
    return StoredRecord(row: row, sourceID: source, source: try sources.name(of: source), record: record)
  }

  /// The records of a paper, of the source that counts most first.
  func records(of id: PaperID) throws(SQLiteError) -> [StoredRecord] {
    var found: [StoredRecord] = []
    for row in try rows(ofKey: PaperKey.key(of: id)) {
      if let record = try record(row) { found.append(record) }
    }
    // The only id of the only record, as most are.
    if found.count == 1, found[0].record.record.identifiers.isEmpty { return found }
    found.sort { ($0.sourceID, $0.row) < ($1.sourceID, $1.row) }
    // Two papers of arXiv can have one DOI: two parts of an article, a paper and its erratum.
    let arXivID = id.scheme == .arxiv ? id.withoutVersion : found.lazy.compactMap(Self.arXivID).first
    found = found.filter { Self.belongs($0, to: arXivID) }
    for key in Set(found.flatMap(Self.otherKeys)) where key != PaperKey.key(of: id) {
      for row in try rows(ofKey: key) where !found.contains(where: { $0.row == row }) {
        if let record = try record(row), Self.belongs(record, to: arXivID) { found.append(record) }
      }
    }
    return found.sorted { ($0.sourceID, $0.row) < ($1.sourceID, $1.row) }
  }

  private static func arXivID(_ record: StoredRecord) -> PaperID? {
    let ids = [record.record.id] + record.record.record.identifiers
    return ids.first { $0.scheme == .arxiv }?.withoutVersion
  }

  private static func belongs(_ record: StoredRecord, to arXivID: PaperID?) -> Bool {
    guard let arXivID, record.record.id.scheme == .arxiv else { return true }
    return record.record.id == arXivID
  }

  /// By which another source may know the paper: DOIs, and the id of arXiv where a DOI was asked for.
  private static func otherKeys(_ record: StoredRecord) -> [String] {
    ([record.record.id] + record.record.record.identifiers)
      .filter { $0.scheme == .doi || $0.scheme == .arxiv }.map(PaperKey.key)
  }

  // MARK: - Entries

  /// What all sources together say of a paper.
  func entry(of id: PaperID) throws(SQLiteError) -> CatalogueEntry? {
    CatalogueEntry(merging: try records(of: id))
  }

  /// The papers whose titles have a hash and fit.
  func entries(
    _ index: Index, _ hash: Int64, where fits: (String) -> Bool
  ) throws(SQLiteError) -> [CatalogueEntry] {
    let statement = try index == .byTitle ? rowsOfTitle.prepared() : rowsOfName.prepared()
    try statement.bind(1, hash)
    var entries: [CatalogueEntry] = []
    var seen: Set<PaperID> = []
    for row in try rows(statement) {
      guard let found = try record(row), let title = found.record.record.title, fits(title.plainText),
        let entry = try entry(of: found.record.id), seen.insert(entry.id).inserted
      else { continue }
      entries.append(entry)
    }
    return entries
  }

  func coverage(of month: YearMonth) throws(SQLiteError) -> CatalogueCoverage? {
    let statement = try self.month.prepared()
    try statement.bind(1, month.description)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return CatalogueCoverage(
      count: Int(statement.integer(0) ?? 0), highestNumber: Int(statement.integer(1) ?? 0),
      isOver: (statement.text(2) ?? "") > month.description)
  }

  func denial(of id: PaperID) throws(SQLiteError) -> CatalogueDenial? {
    let statement = try denial.prepared()
    try statement.bind(1, PaperKey.key(of: id))
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    guard let day = statement.text(0).flatMap({ PartialDate(String($0.prefix(10))) }) else {
      throw SQLiteError.damaged
    }
    return CatalogueDenial(day: day, age: Int(statement.integer(1) ?? 0))
  }
}
