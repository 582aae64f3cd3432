import DigestModel
import DigestText

extension Paper.Author {
  /// Reads a name as people write it: `Given Family`, `Family, Given`, `{Body}`, `Some Team`. `nil` for no name.
  init?(written text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    if text.utf8.first == UInt8(ascii: "{"), text.utf8.last == UInt8(ascii: "}"), text.utf8.count > 2 {
      self.init(family: String(text.dropFirst().dropLast()), isCorporate: true)
      return
    }
    let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
      self.init(family: parts[0], given: parts[1])
      return
    }
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last else {
      self.init(family: text)
      return
    }
    if Self.bodies.contains(last.lowercased()) {
      self.init(family: text, isCorporate: true)
      return
    }
    // `van`, `de la` and their like belong to the family name.
    var start = words.count - 1
    while start > 1, words[start - 1].utf8.allSatisfy({ !$0.isUppercase }),
      Self.particles.contains(String(words[start - 1]))
    {
      start -= 1
    }
    self.init(family: words[start...].joined(separator: " "), given: words[..<start].joined(separator: " "))
  }

  private static let bodies: Set<String> = [
    "team", "collaboration", "consortium", "group", "project", "committee", "initiative", "organization",
    "institute",
  ]
  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "zu",
    "af", "al",
  ]
}

/// Several names in one text.
enum AuthorList {
  /// `Ann Bee, Cee Dee, Eve Eff`, `Ann Bee, Cee Dee, and Eve Eff`: what no single name looks like, so also where one is
  /// expected. `nil` for anything else.
  static func several(_ names: String) -> [String]? {
    guard names.utf8.contains(UInt8(ascii: ",")), names.utf8.first != UInt8(ascii: "{") else { return nil }
    let byAnd = names.split(separator: " and ").map { String($0).trimmed }
    guard let first = byAnd.first, byAnd.count <= 2 else { return nil }
    let listed = first.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    let endsWithComma = byAnd.count == 2 && first.utf8.last == UInt8(ascii: ",")
    guard listed.count > 2 || endsWithComma, listed.allSatisfy({ $0.contains(" ") }) else { return nil }
    return listed + byAnd.dropFirst()
  }

  /// `A and B`, `A; B`, `Given Family, Given Family`; a comma alone may also part family and given name.
  static func split(_ names: String) -> [String] {
    if let several = several(names) { return several }
    let byAnd = names.split(separator: " and ").map(String.init)
    if byAnd.count > 1 { return byAnd }
    if names.contains(";") { return names.split(separator: ";").map(String.init) }
    let byComma = names.split(separator: ",").map { String($0).trimmed }
    return byComma.count > 1 && byComma.allSatisfy { $0.contains(" ") } ? byComma : [names]
  }
}

extension String {
  /// Without white space at the ends.
  var trimmed: String {
    let bytes = utf8.drop { $0.isSpace }
    guard let last = bytes.lastIndex(where: { !$0.isSpace }) else { return "" }
    return String(Substring(bytes[...last]))
  }
}
