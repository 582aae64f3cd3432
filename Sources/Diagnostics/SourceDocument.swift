/// The bytes of one input and the name that messages call it by. Immutable and shared.
public final class SourceDocument: Sendable {
  /// What messages print before the line: the path as the user gave it, `<stdin>`, or a name of the caller's.
  public let name: String
  /// The whole input as it came, with any byte order mark and any invalid byte.
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// For tests and callers that hold text.
  public convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// A range of one document.
public struct SourceLocation: Sendable {
  public var document: SourceDocument
  public var range: SourceRange

  public init(_ document: SourceDocument, _ range: SourceRange) {
    self.document = document
    self.range = range
  }
}
