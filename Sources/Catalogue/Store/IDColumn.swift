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
  static func ids(_ json: UnsafeBufferPointer<UInt8>) throws(DiagnosticError) -> [PaperID]? {
    if let ids = plainIDs(json) { return ids }
    let tree = try JSONReader.read(SourceDocument(name: "ids", bytes: Array(json)))
    guard case .sequence(let nodes) = tree.root.content else { return nil }
    return nodes.compactMap { node in
      guard case .scalar(let scalar) = node.content else { return nil }
      return PaperKey.id(scalar.text)
    }
  }

  /// - Returns: `nil` where an id has a backslash.
  private static func plainIDs(_ json: UnsafeBufferPointer<UInt8>) -> [PaperID]? {
    var scanner = ColumnScanner(json)
    var ids: [PaperID] = []
    let isRead = scanner.items("[", "]") { scanner in
      guard let text = scanner.text() else { return false }
      ids.append(PaperKey.id(text))
      return true
    }
    return isRead && scanner.isAtEnd ? ids : nil
  }
}
