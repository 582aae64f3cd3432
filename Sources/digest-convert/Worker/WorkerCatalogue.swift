import DigestCatalogue

/// The catalogue of a worker, which is opened once, when it is needed first.
final class WorkerCatalogue {
  /// What the command line of the worker says: it counts for all documents that do not choose themselves.
  private let standard: CatalogueChoice
  private var file: CatalogueFile?

  init(_ standard: CatalogueChoice) { self.standard = standard }

  /// - Parameter completes: the choice of a request.
  func choice(for completes: Bool?) -> CatalogueChoice {
    switch completes {
    case nil: standard
    case false?: .none
    case true?: standard == .none ? .usual : standard
    }
  }

  /// - Returns: `nil` where none is asked.
  func opened(as choice: CatalogueChoice) throws(CommandFailure) -> CatalogueFile? {
    if choice == .none { return nil }
    if let file { return file }
    file = try choice.open()
    return file
  }
}
