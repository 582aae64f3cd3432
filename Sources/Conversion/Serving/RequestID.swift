import DigestSyntax

/// What a request is called by the program that sent it, and so its reply.
package enum RequestID: Hashable, Sendable {
  case text(String)
  /// As it is spelt.
  case number(String)

  /// - Returns: `nil` for what is neither a text nor a number.
  init?(_ node: LocatedNode) {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch scalar.kind {
    case .text: self = .text(scalar.text)
    case .number: self = .number(scalar.text)
    case .boolean, .null: return nil
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.quoted(text)
    case .number(let spelling): writer.number(spelling: spelling)
    }
  }
}
