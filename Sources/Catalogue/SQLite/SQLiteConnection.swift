internal import CSQLite

/// One connection to an SQLite file. It is closed when its owner and its statements let it go.
///
/// To be used by one thread at a time: its lock is left out.
final class SQLiteConnection {
  enum Mode {
    case reading
    case writing
    /// Writing, and making the file if it is missing.
    case making
  }

  private let handle: OpaquePointer

  init(_ path: String, _ mode: Mode) throws(SQLiteError) {
    let access: Int32 =
      switch mode {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .making: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    // SQLite does not take a name that begins with a colon for that of a file.
    let name = path.utf8.first == UInt8(ascii: ":") ? "./" + path : path
    let code = sqlite3_open_v2(name, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLiteError(
        code: opened.map { sqlite3_extended_errcode($0) } ?? code, message: Self.message(of: code))
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Whether nothing can be written, whatever it was opened for: SQLite then says so only when something is.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Waits so long for another process, in milliseconds.
  func setBusyTimeout(_ milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs statements without values.
  func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw lastError }
  }

  /// Undoes the transaction. After some failures SQLite has done so itself, and then there is none.
  func rollBack() { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }

  /// Compiles one statement.
  func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw lastError }
    return SQLiteStatement(statement, of: self)
  }

  /// The first value of a query that has one row.
  func number(_ sql: String) throws(SQLiteError) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) ?? 0 : 0
  }

  /// The row that was inserted last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Of the last call that failed.
  var lastError: SQLiteError {
    let code = sqlite3_extended_errcode(handle)
    return SQLiteError(code: code, message: Self.message(of: code))
  }

  private static func message(of code: Int32) -> String {
    sqlite3_errstr(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
