internal import CSQLite

/// A compiled statement, to be run any number of times.
package final class SQLiteStatement {
  private let handle: OpaquePointer
  /// Lives as long as its statements.
  private let connection: SQLiteConnection

  package init(_ handle: OpaquePointer, of connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: - Values that go in

  /// - Parameter place: 1-based.
  package func bind(_ place: Int32, _ value: Int64?) throws(SQLiteError) {
    try check(value.map { sqlite3_bind_int64(handle, place, $0) } ?? sqlite3_bind_null(handle, place))
  }

  /// - Parameter place: 1-based.
  package func bind(_ place: Int32, _ text: String?) throws(SQLiteError) {
    guard var text else { return try check(sqlite3_bind_null(handle, place)) }
    try check(text.withUTF8 { bind(place, UnsafeRawBufferPointer($0)) })
  }

  /// - Parameters:
  ///   - place: 1-based.
  ///   - text: UTF-8.
  package func bind(_ place: Int32, _ text: [UInt8]?) throws(SQLiteError) {
    guard let text else { return try check(sqlite3_bind_null(handle, place)) }
    try check(text.withUnsafeBytes { bind(place, $0) })
  }

  /// SQLite copies the bytes.
  private func bind(_ place: Int32, _ text: UnsafeRawBufferPointer) -> Int32 {
    let bytes = text.assumingMemoryBound(to: CChar.self)
    guard let base = bytes.baseAddress else { return sqlite3_bind_text(handle, place, "", 0, nil) }
    // `SQLITE_TRANSIENT`, which is a cast that Swift does not import.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return sqlite3_bind_text64(handle, place, base, UInt64(text.count), transient, UInt8(SQLITE_UTF8))
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw connection.lastError }
  }

  // MARK: - Running

  /// - Returns: whether there is a row; after the last one the statement can be run anew.
  package func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let error = connection.lastError
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs a statement that has no rows.
  package func run() throws(SQLiteError) { _ = try step() }

  /// Lets go of the rows that are left, so that the statement can be run anew.
  package func reset() { sqlite3_reset(handle) }

  // MARK: - Values that come out

  /// How many columns each row has.
  package var columnCount: Int32 { sqlite3_column_count(handle) }

  /// - Parameter column: 0-based.
  /// - Returns: `nil` for a null.
  package func integer(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// - Parameter column: 0-based.
  /// - Returns: `nil` for a null; bytes that are not UTF-8 are repaired.
  package func text(_ column: Int32) -> String? {
    withText(column) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// - Parameter column: 0-based.
  /// - Returns: `nil` for a null.
  package func bytes(_ column: Int32) -> [UInt8]? { withText(column) { bytes in bytes.map { Array($0) } } }

  /// - Parameter column: 0-based.
  package func holdsValue(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) != SQLITE_NULL }

  /// - Parameters:
  ///   - column: 0-based.
  ///   - body: is given the bytes, which live until it returns; `nil` for a null.
  package func withText<Result, Failure: Error>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let start = sqlite3_column_text(handle, column) else { return try body(nil) }
    return try body(
      UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
