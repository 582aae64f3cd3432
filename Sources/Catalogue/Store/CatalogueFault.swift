import DigestDiagnostics
import DigestPlatform
import DigestSyntax

/// What can be wrong with the file of a catalogue.
struct CatalogueFault {
  /// As the user gave it.
  let path: String

  private var name: String { quoted(path, limit: .max) }

  private static let another = "name another file with --catalogue"

  var missing: CatalogueError {
    CatalogueError(
      "there is no catalogue \(name)",
      help: "'digest-convert catalogue add FILE' makes one from the files it reads")
  }

  var isDirectory: CatalogueError {
    CatalogueError("the catalogue \(name) is a directory, not a file", help: Self.another)
  }

  var isOfAnotherKind: CatalogueError { CatalogueError("\(name) is not a catalogue", help: Self.another) }

  /// A file without a byte: it is made before the first table is in it.
  var isEmpty: CatalogueError {
    CatalogueError(
      "\(name) is empty: it is being filled, or a fill was broken off",
      help: "try again when it has been filled, or fill it anew with 'digest-convert catalogue add'")
  }

  var isNewer: CatalogueError {
    CatalogueError(
      "the catalogue \(name) was made by a newer digest-convert",
      help: "use that version, or fill another file")
  }

  var isOlder: CatalogueError {
    CatalogueError(
      "the catalogue \(name) was made by an older digest-convert, which kept less",
      help: "move it away and fill a new one")
  }

  var isDamaged: CatalogueError {
    CatalogueError("the catalogue \(name) is damaged", help: "move it away and fill a new one")
  }

  var isBusy: CatalogueError {
    CatalogueError(
      "the catalogue \(name) is being filled by another run", help: "try again when that is done")
  }

  /// A transaction was broken off, and this process may not undo it.
  var isUnfinished: CatalogueError {
    CatalogueError(
      "a fill of the catalogue \(name) was broken off, and it may not be written to undo that",
      help: "let someone who may write it and its folder run 'digest-convert catalogue info'")
  }

  func unusable(_ error: SystemError) -> CatalogueError {
    CatalogueError("the catalogue \(name) cannot be used: \(error.reason)")
  }

  func error(_ error: SQLiteError) -> CatalogueError {
    switch error.kind {
    case .busy: isBusy
    case .notADatabase: isOfAnotherKind
    case .corrupt: isDamaged
    case .deviceFull: unusable(.deviceFull)
    case .readOnly: CatalogueError("the catalogue \(name) may not be written")
    case .unfinished: isUnfinished
    case .cannotOpen: CatalogueError("the catalogue \(name) or its folder cannot be opened")
    case .deviceError: unusable(.deviceError)
    case .other: CatalogueError("the catalogue \(name) cannot be used: \(error.message)")
    }
  }

  /// Gives the errors of SQLite the name of the file.
  func naming<Result>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(SQLiteError) { return try body() } catch { throw self.error(error) }
  }
}
