import DigestCatalogue

/// Which catalogue of papers a run asks. Without a word on the command line it asks none.
enum CatalogueChoice: Equatable {
  case none
  /// That of the environment variable, or the user's own.
  case usual
  /// `--catalogue FILE`.
  case file(String)

  /// - Parameter isAsked: the flag for the usual one.
  init(isAsked: Bool, file: String?) { self = file.map(CatalogueChoice.file) ?? (isAsked ? .usual : .none) }

  /// Where it is; `nil` where none is asked.
  func path() throws(CommandFailure) -> String? {
    let named: String?
    switch self {
    case .none: return nil
    case .usual: named = nil
    case .file(let path): named = path
    }
    return try CommandFailure.ofCatalogue { () throws(CatalogueError) in try CataloguePath.chosen(named) }
  }

  /// The catalogue, open; `nil` where none is asked.
  func open() throws(CommandFailure) -> CatalogueFile? {
    guard let path = try path() else { return nil }
    return try CommandFailure.ofCatalogue { () throws(CatalogueError) in try CatalogueFile(at: path) }
  }
}
