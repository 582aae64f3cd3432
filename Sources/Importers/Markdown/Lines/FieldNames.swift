import DigestModel
import DigestText

/// What the labels of an idea's fields mean.
enum FieldNames {
  private static let roles = FieldWords.roles.map { row in (row.role, words: row.words.map { Array($0.utf8) })
  }
  private static let prefixes = FieldWords.prefixes.map { Array($0.utf8) }

  static func role(of label: String) -> Digest.Idea.Field.Role {
    let label = Array(label.utf8).lowercasedText
    let found = roles.filter { $0.words.contains { label.contains(run: $0) } }.map(\.0)
    if found.contains(.data), found.contains(.metrics), !found.contains(.risk) { return .dataAndMetrics }
    return found.first ?? .other
  }

  /// Whether a text without marks before a colon is the label of a field.
  static func isKnown(_ label: String) -> Bool {
    let spaces = label.utf8.count { $0 == 0x20 }
    return spaces < LabelLimits.spacesOfPlainField && role(of: label) != .other
  }

  /// Whether a text is the name of a field and nothing more: a few words that begin with a known one, brackets aside.
  static func isFieldName(_ label: String) -> Bool {
    let name = Array(Array(label.utf8).lowercasedText.prefix { $0 != UInt8(ascii: "(") })
    guard name.split(separator: 0x20).count <= LabelLimits.wordsOfFieldName else { return false }
    return prefixes.contains(where: name.starts) && isKnown(label)
      || roles.contains { $0.words.contains { name.matches($0, at: 0, before: name.count) } }
  }

  /// Whether a text is one word that names a field: `Motivation`, `Risk/Feasibility`.
  static func isOnlyFieldName(_ label: String) -> Bool { !label.utf8.contains(0x20) && isFieldName(label) }
}
