import DigestModel
import DigestSyntax

/// Fills the tables of a database in memory.
struct SQLiteTableWriter: TableRowVisitor {
  var cells: TableCells
  private let connection: SQLiteConnection
  private var insertion: SQLiteStatement?

  init(_ tables: DigestTables) throws(ExportError) {
    cells = TableCells(forbidden: .null, digest: tables.firstKey)
    connection = try Self.asExporter { () throws(SQLiteError) in
      let connection = try SQLiteConnection("", .inMemory)
      // Most tables of one digest are small, and each has a page at least.
      try connection.execute("PRAGMA page_size = 2048")
      try connection.execute("BEGIN")
      try connection.execute("PRAGMA application_id = \(SQLiteSchema.applicationID)")
      try connection.execute("PRAGMA user_version = \(SQLiteSchema.version)")
      for statement in SQLiteSchema.statements { try connection.execute(statement) }
      return connection
    }
  }

  /// What SQLite refuses, as an exporter says it.
  private static func asExporter<Result>(
    at anchor: SourceAnchor = .none, _ body: () throws(SQLiteError) -> Result
  ) throws(ExportError) -> Result {
    do {
      return try body()
    } catch {
      throw ExportError("SQLite: \(error.message)", at: anchor)
    }
  }

  mutating func write(_ table: CSVTable, of tables: DigestTables) throws(ExportError) {
    let columns = SQLiteSchema.definition(of: table).columns
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insertion = try Self.asExporter { () throws(SQLiteError) in
      try connection.prepare("INSERT INTO \(table.rawValue) VALUES (\(places))")
    }
    for part in tables.parts {
      cells.digest = part.key
      try part.tables.visit(table, by: &self)
    }
  }

  mutating func visit<Row: TableRow>(_ rows: [Row]) throws(ExportError) {
    guard let insertion else { return }
    let columns = Row.columns(.collection)
    for row in rows {
      let values = columns.map { cells.cell($0.value(row), $0.column, at: row.anchor) }
      let digest = cells.digest.id
      try Self.asExporter(at: row.anchor) { () throws(SQLiteError) in
        for (number, value) in values.enumerated() { try insertion.bind(Int32(number + 1), value) }
        try insertion.bind(Int32(values.count + 1), digest)
        try insertion.run()
      }
    }
  }

  /// The bytes of the database.
  mutating func finish() throws(ExportError) -> [UInt8] {
    insertion = nil
    return try Self.asExporter { () throws(SQLiteError) in
      try connection.execute("COMMIT")
      return try connection.serialized()
    }
  }
}

extension SQLiteStatement {
  fileprivate func bind(_ place: Int32, _ cell: TableCell) throws(SQLiteError) {
    switch cell {
    case .missing: try bind(place, nil as String?)
    case .key(let text), .text(let text): try bind(place, text)
    case .integer(let number): try bind(place, Int64(number))
    case .boolean(let value): try bind(place, value ? 1 : 0)
    }
  }
}
