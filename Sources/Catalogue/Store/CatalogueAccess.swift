import DigestPlatform
import DigestSyntax

/// Opens catalogues.
struct CatalogueAccess {
  /// How long a run waits for another one that writes, in milliseconds.
  private static let patience: Int32 = 5000

  let path: String
  private var fault: CatalogueFault { CatalogueFault(path: path) }

  /// Opens a catalogue for reading.
  /// - Throws: where there is none, or it is of another kind, newer, damaged or being written.
  func reading() throws(CatalogueError) -> SQLiteConnection {
    if try status() == nil { throw fault.missing }
    let connection = try openForReading()
    // Looked at last: of a first fill that was broken off nothing is left.
    if try status()?.size == 0 { throw fault.isEmpty }
    try requireKind(connection)
    return connection
  }

  private func openForReading() throws(CatalogueError) -> SQLiteConnection {
    do throws(SQLiteError) {
      return try open(.reading)
    } catch {
      guard error.kind == .unfinished else { throw fault.error(error) }
    }
    // A fill was broken off. Whoever may write undoes it by opening the file.
    do throws(SQLiteError) {
      _ = try open(.writing)
      return try open(.reading)
    } catch {
      switch error.kind {
      case .readOnly, .cannotOpen, .unfinished: throw fault.isUnfinished
      default: throw fault.error(error)
      }
    }
  }

  /// Opens a catalogue and begins a transaction; makes the file and its folder where they are missing.
  /// - Throws: where the file is of another kind, newer, damaged or being written, or may not be written.
  func writing() throws(CatalogueError) -> SQLiteConnection {
    if try status() == nil { try makeFolder(FilePath.directory(of: path)) }
    let connection = try fault.naming { () throws(SQLiteError) in
      let connection = try open(.making)
      // Before anything is done, or the net is asked, for nothing.
      if connection.isReadOnly { throw SQLiteError.readOnly }
      try connection.execute("BEGIN IMMEDIATE")
      return connection
    }
    let isNew = try fault.naming { () throws(SQLiteError) in
      let marks = try connection.number("PRAGMA application_id") | connection.number("PRAGMA user_version")
      let tables = try connection.number("SELECT count(*) FROM sqlite_master")
      return marks == 0 && tables == 0
    }
    if isNew {
      try fault.naming { () throws(SQLiteError) in try connection.execute(CatalogueSchema.creation) }
    } else {
      try requireKind(connection)
    }
    return connection
  }

  // MARK: - Steps

  private func status() throws(CatalogueError) -> FileStatus? {
    let status: FileStatus?
    do throws(SystemError) { status = try FileStatus.atPath(path) } catch { throw fault.unusable(error) }
    if status?.kind == .directory { throw fault.isDirectory }
    return status
  }

  private func makeFolder(_ folder: String) throws(CatalogueError) {
    do throws(SystemError) {
      if try FileStatus.atPath(folder) != nil { return }
    } catch {
      throw fault.unusable(error)
    }
    let parent = FilePath.directory(of: folder)
    if parent != folder { try makeFolder(parent) }
    do throws(SystemError) {
      try FileSystem.makeDirectory(folder)
    } catch {
      // Another run may have made it meanwhile.
      if error != .exists { throw fault.unusable(error) }
    }
  }

  private func open(_ mode: SQLiteConnection.Mode) throws(SQLiteError) -> SQLiteConnection {
    let connection = try SQLiteConnection(path, mode)
    connection.setBusyTimeout(Self.patience)
    // Nothing is read from the file before the first statement.
    _ = try connection.number("SELECT count(*) FROM sqlite_master")
    return connection
  }

  private func requireKind(_ connection: SQLiteConnection) throws(CatalogueError) {
    let (application, version) = try fault.naming { () throws(SQLiteError) in
      (try connection.number("PRAGMA application_id"), try connection.number("PRAGMA user_version"))
    }
    guard application == CatalogueSchema.applicationID else { throw fault.isOfAnotherKind }
    if version > CatalogueSchema.version { throw fault.isNewer }
    if version < CatalogueSchema.version { throw fault.isOlder }
  }
}
