/// Why a catalogue cannot be read or filled.
public struct CatalogueError: Error, Hashable, Sendable {
  /// One clause: `'papers.sqlite' is not a catalogue`.
  public var reason: String
  /// What to do about it.
  public var help: String?

  /// Makes an error.
  public init(_ reason: String, help: String? = nil) {
    self.reason = reason
    self.help = help
  }
}
