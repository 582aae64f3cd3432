import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Names of RIS: `Family, Given, Suffix`; a comma after a name that is one keeps it from being split.
enum RISNames {
  /// The names of a field; programs also write several into one, with semicolons or line ends between them.
  static func nodes(_ field: RISReference.Field) -> [LocatedNode] {
    pieces(of: field.value).map { node($0, field.valueRange) }
  }

  /// What stands between the semicolons and line ends of a value, which mostly has none; no piece is empty.
  static func pieces(of value: String) -> [String] {
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == ";" || scalar.endsLine }
    guard value.unicodeScalars.contains(where: isSeparator) else {
      let piece = value.trimmed
      return piece.isEmpty ? [] : [piece]
    }
    return value.unicodeScalars.split(whereSeparator: isSeparator).map { Substring($0).trimmed }.filter {
      !$0.isEmpty
    }
  }

  /// A name that is not split.
  static func body(_ name: String, _ range: SourceRange) -> LocatedNode {
    let literal = LocatedMember(key: "literal", keyRange: range, value: LocatedNode(text: name, range: range))
    return LocatedNode(.mapping([literal]), range: range)
  }

  private static func node(_ name: String, _ range: SourceRange) -> LocatedNode {
    let parts = name.separated(by: ",").map(\.trimmed)
    func mapping(_ members: [(String, String)]) -> LocatedNode {
      LocatedNode(
        .mapping(
          members.compactMap { key, text in
            text.isEmpty
              ? nil : LocatedMember(key: key, keyRange: range, value: LocatedNode(text: text, range: range))
          }), range: range)
    }
    switch parts.count {
    case 2 where parts[1].isEmpty: return mapping([("literal", parts[0])])
    case 2 where !parts[0].isEmpty: return mapping([("family", parts[0]), ("given", parts[1])])
    case 3 where !parts[0].isEmpty && isSuffix(parts[2]):
      return mapping([("family", parts[0]), ("given", parts[1]), ("suffix", parts[2])])
    default: return LocatedNode(text: name, range: range)
    }
  }

  private static func isSuffix(_ text: String) -> Bool {
    text.utf8.count <= 5 && !text.utf8.contains(0x20)
  }
}
