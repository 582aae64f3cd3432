import DigestDiagnostics

@testable import DigestSyntax

extension XMLTree {
  /// A node a line: an element with its namespace or a text in quotes, and after `@` the bytes of the source that it
  /// says it has; attributes are indented below their element.
  var dump: String { dump(root, indent: 0) }

  func source(_ range: SourceRange) -> String {
    String(decoding: document.bytes[range.lower..<range.upper], as: UTF8.self)
      .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
  }

  private func dump(_ node: XMLNode, indent: Int) -> String {
    let pad = String(repeating: " ", count: indent)
    guard node.isElement else { return "\(pad)\(quoted(node.text)) @\(source(node.range))\n" }
    let namespace = node.namespace.map { "{\($0)}" } ?? ""
    var lines =
      "\(pad)\(namespace)\(node.localName) @\(source(node.startTag)) … \(source(node.range).suffix(4))\n"
    for attribute in node.attributes {
      let prefix = attribute.name.prefix.map { $0 + ":" } ?? ""
      lines += "\(pad)  \(prefix)\(attribute.name.local)=\(quoted(attribute.value))"
      lines += " @\(source(attribute.nameRange)) @\(source(attribute.valueRange))\n"
    }
    for child in node.children { lines += dump(child, indent: indent + 2) }
    return lines
  }
}

/// The findings, a line each: `line:column: summary [id]`.
func findings(_ diagnostics: [Diagnostic], _ bytes: [UInt8]) -> [String] {
  let lines = LineTable(bytes)
  return diagnostics.map { diagnostic in
    let place = diagnostic.location.map { "\(lines.position(of: $0.range.lower)): " } ?? ""
    return "\(place)\(diagnostic.summary) [\(diagnostic.id)]"
  }
}
