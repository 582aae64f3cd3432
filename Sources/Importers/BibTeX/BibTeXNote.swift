import DigestText

/// What our own files say in `note`: `Rank 3; Version 2; 12 pages`. The notes of others are all rest.
struct BibTeXNote {
  private(set) var rank: Int?
  private(set) var version: Int?
  private(set) var rest: String
  /// Whether neither is said.
  var isWhole: Bool { rank == nil && version == nil }

  /// - Parameter text: decoded.
  init(_ text: String) {
    rest = text
    rank = take("Rank ")
    version = take("Version ")
  }

  /// A word with a number at the start, alone or before a semicolon.
  private mutating func take(_ word: String) -> Int? {
    guard rest.hasPrefix(word) else { return nil }
    let after = rest.dropFirst(word.count)
    let digits = after.prefix { $0.isASCII && $0.isNumber }
    let end = after[digits.endIndex...]
    guard let number = Int(digits), end.isEmpty || end.hasPrefix("; ") else { return nil }
    rest = String(end.dropFirst(2))
    return number
  }
}
