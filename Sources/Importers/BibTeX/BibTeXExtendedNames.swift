import DigestSyntax
import DigestText

/// The names of biblatex that say their parts: `family=Ackooij, given=W., prefix=van, useprefix=true`.
/// - Source: biblatex 3.18, section 3.7; biber 2.18, option `--xname-marker`.
enum BibTeXExtendedNames {
  /// - Returns: a list with a mapping for each name that says its parts, or `nil` where none does.
  static func node(_ field: BibTeXField) -> LocatedNode? {
    guard field.text.utf8.contains(UInt8(ascii: "=")) else { return nil }
    let names = pieces(Array(field.text.utf8)[...], at: isAnd)
    var isExtended = false
    let items = names.map { name -> LocatedNode in
      if let parts = parts(name) {
        isExtended = true
        return mapping(parts, field)
      }
      return field.node(String(decoding: name, as: UTF8.self))
    }
    return isExtended ? LocatedNode(.sequence(items), range: field.range) : nil
  }

  private static func mapping(_ parts: [(key: String, text: String)], _ field: BibTeXField) -> LocatedNode {
    let members = parts.map { LocatedMember(key: $0.key, keyRange: field.range, value: field.node($0.text)) }
    return LocatedNode(.mapping(members), range: field.range)
  }

  private static func parts(_ name: ArraySlice<UInt8>) -> [(key: String, text: String)]? {
    var parts: [(key: String, text: String)] = []
    var isNamed = false
    for piece in pieces(name, at: { bytes, i in bytes[i] == UInt8(ascii: ",") ? 1 : 0 }) {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = String(decoding: piece[..<equals], as: UTF8.self).trimmed.lowercased()
      let text = unquoted(String(decoding: piece[(equals + 1)...], as: UTF8.self).trimmed)
      switch key {
      case "family", "given", "suffix":
        isNamed = true
        parts.append((key, text))
      case "prefix": parts.append(("non-dropping-particle", text))
      default: if !isOption(key) { return nil }
      }
    }
    return isNamed ? parts : nil
  }

  /// Initials and what styles do with a name.
  private static func isOption(_ key: String) -> Bool {
    key.hasSuffix("-i") || key == "id" || key == "hash" || key.hasPrefix("use") || key.hasPrefix("sorting")
      || key.hasPrefix("unique") || key.hasPrefix("nosort") || key.hasPrefix("gender")
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// Cut outside braces.
  /// - Parameter separator: how many bytes the separator at an offset has; 0 where there is none.
  private static func pieces(_ bytes: ArraySlice<UInt8>, at separator: (ArraySlice<UInt8>, Int) -> Int)
    -> [ArraySlice<
      UInt8
    >]
  {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var depth = 0
    var i = start
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "{") { depth += 1 }
      if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
      let width = depth == 0 ? separator(bytes, i) : 0
      if width > 0 {
        pieces.append(bytes[start..<i])
        start = i + width
        i = start
      } else {
        i += 1
      }
    }
    pieces.append(bytes[start...])
    return pieces
  }

  /// ` and `, whose last space may begin the next one.
  private static func isAnd(_ bytes: ArraySlice<UInt8>, _ i: Int) -> Int {
    guard bytes[i].isSpace, i + 4 < bytes.endIndex, bytes[i + 4].isSpace,
      bytes[i + 1] | 0x20 == UInt8(ascii: "a"),
      bytes[i + 2] | 0x20 == UInt8(ascii: "n"), bytes[i + 3] | 0x20 == UInt8(ascii: "d")
    else { return 0 }
    return 4
  }
}
