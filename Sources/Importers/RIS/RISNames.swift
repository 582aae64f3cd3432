import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Names of RIS: `Family, Given, Suffix`; a comma after a name that is one keeps it from being split.
enum RISNames {
  /// The names of a field; programs also write several into one, with semicolons or line ends between them.
  static func nodes(_ field: RISReference.Field) -> [LocatedNode] {
    field.value.unicodeScalars.split(whereSeparator: { $0 == ";" || $0.endsLine }).compactMap { name in
      let name = Substring(name).trimmed
      return name.isEmpty ? nil : node(name, field.valueRange)
    }
  }

  private static func node(_ name: String, _ range: SourceRange) -> LocatedNode {
    let parts = name.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      Substring($0).trimmed
    }
    func mapping(_ members: [(String, String)]) -> LocatedNode {
      LocatedNode(
        .mapping(
          members.filter { !$0.1.isEmpty }.map {
            LocatedMember(key: $0.0, keyRange: range, value: LocatedNode(text: $0.1, range: range))
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
