import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Ids as the column `other_ids` holds them.
enum IDColumn {
  static func json(of ids: [PaperID]) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.beginSequence()
    for id in ids { writer.text(PaperKey.text(of: id)) }
    writer.endSequence()
    return Array(writer.finish().dropLast())
  }

  /// - Returns: `nil` for what `json(of:)` does not write.
  static func ids(_ json: [UInt8]) throws(DiagnosticError) -> [PaperID]? {
    let tree = try JSONReader.read(SourceDocument(name: "ids", bytes: json))
    guard case .sequence(let nodes) = tree.root.content else { return nil }
    return nodes.compactMap { node in
      guard case .scalar(let scalar) = node.content else { return nil }
      return PaperKey.id(scalar.text)
    }
  }
}
