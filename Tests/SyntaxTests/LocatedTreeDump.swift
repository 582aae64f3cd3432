import DigestDiagnostics

@testable import DigestSyntax

extension LocatedTree {
  /// A node a line: its kind, its text, and after `@` the bytes of the source that it says it has.
  var dump: String { dump(root, indent: 0) }

  private func source(_ range: SourceRange) -> String {
    let text = String(
      decoding: document.bytes[range.lower..<min(range.upper, document.bytes.count)], as: UTF8.self)
    return text.replacing("\n", with: "⏎")
  }

  private func dump(_ node: LocatedNode, indent: Int) -> String {
    let pad = String(repeating: " ", count: indent)
    let place = " @\(source(node.range))\n"
    switch node.content {
    case .scalar(let scalar): return "\(scalar.kind.rawValue) \(quoted(scalar.text))\(place)"
    case .sequence(let items):
      return "list\(place)" + items.map { "\(pad)- \(dump($0, indent: indent + 2))" }.joined()
    case .mapping(let members):
      let lines = members.map {
        "\(pad)\($0.key) @\(source($0.keyRange)) = \(dump($0.value, indent: indent + 2))"
      }
      return "mapping\(place)" + lines.joined()
    }
  }
}

/// What a reader says of a text that it refuses: `line:column: summary [id]`, then the notes.
func refusal(_ text: String, _ read: (SourceDocument) throws(DiagnosticError) -> LocatedTree) -> String {
  refusal(Array(text.utf8), read)
}

func refusal(_ bytes: [UInt8], _ read: (SourceDocument) throws(DiagnosticError) -> LocatedTree) -> String {
  let lines = LineTable(bytes)
  do throws(DiagnosticError) {
    return "read: " + (try read(SourceDocument(name: "t", bytes: bytes))).dump
  } catch {
    let diagnostic = error.diagnostics[0]
    var text = diagnostic.location.map { "\(lines.position(of: $0.range.lower)): " } ?? ""
    text += "\(diagnostic.summary) [\(diagnostic.id)]"
    for note in diagnostic.notes {
      text += note.location.map { "\n\(lines.position(of: $0.range.lower)): " } ?? "\n"
      text += note.summary
    }
    return text
  }
}
