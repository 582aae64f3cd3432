import DigestDiagnostics
import DigestSyntax

/// Reads items of CSL from a tree of JSON or YAML.
enum CSLItems {
  static func read(_ tree: LocatedTree) throws(DiagnosticError) -> ImportResult {
    try DigestEncodingReader.readList(
      tree, dialect: isOurs(tree.root) ? .ownCSL : .csl, vocabulary: CSLVocabulary.vocabulary)
  }

  /// Files of our own have no entities in their text. No other program begins each item with these members, and the key
  /// twice.
  private static func isOurs(_ root: LocatedNode) -> Bool {
    guard case .sequence(let items) = root.content, !items.isEmpty else { return false }
    return items.allSatisfy { item in
      guard case .mapping(let members) = item.content, members.count >= 3 else { return false }
      return members.prefix(3).map(\.key) == ["id", "citation-key", "type"]
        && members[0].value.text == members[1].value.text
    }
  }
}
