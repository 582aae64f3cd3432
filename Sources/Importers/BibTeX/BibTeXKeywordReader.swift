import DigestSyntax
import DigestText

/// Splits a list of keywords, outside braces, and tells topics and classes of arXiv from words.
struct BibTeXKeywordReader {
  /// Whether a comment asks JabRef to show keywords as groups.
  let areTopics: Bool
  /// Whether the entry is on arXiv, whose classes may stand among the keywords.
  let hasClasses: Bool
  private(set) var topics: [[String]] = []
  private(set) var categories: [String] = []
  private(set) var keywords: [String] = []

  init(areTopics: Bool, hasClasses: Bool) {
    self.areTopics = areTopics
    self.hasClasses = hasClasses
  }

  mutating func read(_ text: String, decode: (String) -> String) {
    let bytes = Array(text.utf8)
    let hasSemicolon = Self.pieces(bytes[...], UInt8(ascii: ";")).count > 1
    for piece in Self.pieces(bytes[...], UInt8(ascii: hasSemicolon ? ";" : ",")) {
      let levels = Self.pieces(piece, UInt8(ascii: ">"))
      guard levels.count > 1 else {
        add(decode(String(decoding: piece, as: UTF8.self)).trimmed)
        continue
      }
      let labels = levels.map { decode(String(decoding: $0, as: UTF8.self)).trimmed }.filter { !$0.isEmpty }
      if labels.count > 1 { topics.append(labels) } else if let label = labels.first { add(label) }
    }
  }

  private mutating func add(_ word: String) {
    if word.isEmpty { return }
    if hasClasses, ArXivCategory.isCategory(word) {
      categories.append(word)
    } else if areTopics {
      topics.append([word])
    } else {
      keywords.append(word)
    }
  }

  /// Cut outside braces and mathematics, where `$>$` is a sign.
  private static func pieces(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [ArraySlice<UInt8>] {
    // Most lists have only one of the separators, and most words are not paths.
    guard bytes.contains(separator) else { return [bytes] }
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var depth = 0
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case separator where depth <= 0 && !isSign(bytes, i):
        pieces.append(bytes[start..<i])
        start = i + 1
      default: break
      }
    }
    pieces.append(bytes[start...])
    return pieces
  }

  private static func isSign(_ bytes: ArraySlice<UInt8>, _ i: Int) -> Bool {
    let dollar = UInt8(ascii: "$")
    return i > bytes.startIndex && i + 1 < bytes.endIndex && bytes[i - 1] == dollar && bytes[i + 1] == dollar
      || i > bytes.startIndex && bytes[i - 1] == UInt8(ascii: "\\")
  }
}
