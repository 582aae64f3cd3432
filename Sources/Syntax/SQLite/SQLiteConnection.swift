internal import CSQLite

/// One connection to an SQLite file. It is closed when its owner and its statements let it go.
///
/// To be used by one thread at a time: its lock is left out.
package final class SQLiteConnection {
  package enum Mode {
    case reading
    case writing
    /// Writing, and making the file if it is missing.
    case making
    /// A new database without a file; the path does not count.
    case inMemory
  }

  private let handle: OpaquePointer

  package init(_ path: String, _ mode: Mode) throws(SQLiteError) {
    let access: Int32 =
      switch mode {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .making: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .inMemory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
      }
    var opened: OpaquePointer?
    // SQLite does not take a name that begins with a colon for that of a file.
    let name = mode == .inMemory ? ":memory:" : path.utf8.first == UInt8(ascii: ":") ? "./" + path : path
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
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Waits so long for another process, in milliseconds.
  package func setBusyTimeout(_ milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs statements without values.
  package func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw lastError }
  }

  /// Undoes the transaction. After some failures SQLite has done so itself, and then there is none.
  package func rollBack() { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }

  /// Compiles one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw lastError }
    return SQLiteStatement(statement, of: self)
  }

  /// The first value of a query that has one row.
  package func number(_ sql: String) throws(SQLiteError) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) ?? 0 : 0
  }

  // MARK: - Bytes

  /// The bytes of the file that the database would be, the same for the same tables: what the header says of changes and
  /// of the version of SQLite is made constant (*Database File Format*, sections 1.3.7 and 1.3.19).
  package func serialized() throws(SQLiteError) -> [UInt8] {
    var count: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &count, 0) else { throw .outOfMemory }
    // It is a copy of ours.
    defer { sqlite3_free(start) }
    var bytes = Array(UnsafeBufferPointer(start: start, count: Int(count)))
    guard bytes.count >= 100 else { throw .damaged }
    bytes.replaceSubrange(24..<28, with: [0, 0, 0, 1])
    bytes.replaceSubrange(92..<96, with: [0, 0, 0, 1])
    // 3.37.0.
    bytes.replaceSubrange(96..<100, with: [0x00, 0x2E, 0x57, 0x48])
    return bytes
  }

  /// Opens the bytes of a file; nothing can be written.
  package static func reading(_ bytes: [UInt8]) throws(SQLiteError) -> SQLiteConnection {
    let connection = try SQLiteConnection("", .inMemory)
    let count = sqlite3_int64(bytes.count)
    guard let copy = sqlite3_malloc64(UInt64(max(1, bytes.count))) else { throw .outOfMemory }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    }
    // SQLite frees the copy, also where it fails.
    let code = sqlite3_deserialize(
      connection.handle, "main", copy.assumingMemoryBound(to: UInt8.self), count, count,
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK else { throw connection.lastError }
    return connection
  }

  /// The row that was inserted last.
  package var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Of the last call that failed.
  package var lastError: SQLiteError {
    let code = sqlite3_extended_errcode(handle)
    return SQLiteError(code: code, message: Self.message(of: code))
  }

  private static func message(of code: Int32) -> String {
    sqlite3_errstr(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
