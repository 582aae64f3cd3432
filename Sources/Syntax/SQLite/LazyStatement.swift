/// A statement that is compiled when it is first run.
package final class LazyStatement {
  private let connection: SQLiteConnection
  private let sql: String
  private var statement: SQLiteStatement?

  package init(_ connection: SQLiteConnection, _ sql: String) {
    self.connection = connection
    self.sql = sql
  }

  package func prepared() throws(SQLiteError) -> SQLiteStatement {
    if let statement { return statement }
    let prepared = try connection.prepare(sql)
    statement = prepared
    return prepared
  }
}
