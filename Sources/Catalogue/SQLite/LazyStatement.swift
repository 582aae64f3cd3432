/// A statement that is compiled when it is first run.
final class LazyStatement {
  private let connection: SQLiteConnection
  private let sql: String
  private var statement: SQLiteStatement?

  init(_ connection: SQLiteConnection, _ sql: String) {
    self.connection = connection
    self.sql = sql
  }

  func prepared() throws(SQLiteError) -> SQLiteStatement {
    if let statement { return statement }
    let prepared = try connection.prepare(sql)
    statement = prepared
    return prepared
  }
}
