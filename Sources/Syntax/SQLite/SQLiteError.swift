internal import CSQLite

/// Why SQLite refused a call.
package struct SQLiteError: Error {
  package enum Kind {
    /// Another process writes.
    case busy
    /// The file is of another kind.
    case notADatabase
    case corrupt
    case deviceFull
    /// The file, its folder or the device may not be written.
    case readOnly
    /// A transaction was broken off, and this connection may not write to undo it.
    case unfinished
    case cannotOpen
    case deviceError
    case other
  }

  package let kind: Kind
  /// SQLite's extended result code.
  package let code: Int32
  /// In English, by SQLite.
  package let message: String

  package init(code: Int32, message: String) {
    self.code = code
    self.message = message
    kind = Self.kind(of: code)
  }

  /// A file that SQLite reads and that holds something else than this program wrote.
  package static let damaged = SQLiteError(code: SQLITE_CORRUPT, message: "a record cannot be read")

  package static let outOfMemory = SQLiteError(code: SQLITE_NOMEM, message: "out of memory")

  /// The file, its folder or the device may not be written.
  package static let readOnly = SQLiteError(code: SQLITE_READONLY, message: "it may not be written")

  private static func kind(of code: Int32) -> Kind {
    // The macros of extended codes are expressions, which Swift does not import.
    let readOnlyRollback = SQLITE_READONLY | 3 << 8
    if code == readOnlyRollback { return .unfinished }
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_NOTADB: return .notADatabase
    case SQLITE_CORRUPT, SQLITE_FORMAT: return .corrupt
    case SQLITE_FULL: return .deviceFull
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly
    case SQLITE_CANTOPEN: return .cannotOpen
    case SQLITE_IOERR: return .deviceError
    default: return .other
    }
  }
}
