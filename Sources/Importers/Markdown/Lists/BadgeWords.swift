import DigestText

/// What a badge shows.
enum BadgeWords {
  /// The description of the picture, or where that says nothing, the words that its address draws.
  static func words(description: String, source: String) -> String {
    if !description.isEmpty, LinkMeaning(description).map({ $0 != .unknown }) == true { return description }
    return drawn(by: source) ?? description
  }

  /// `Paper arXiv` of `https://img.shields.io/badge/Paper-arXiv-red.svg`.
  static func drawn(by source: String) -> String? {
    let bytes = Array(source.utf8)
    if let stars = end(of: "/github/stars/", in: bytes), stars < bytes.count { return "Star" }
    guard let start = end(of: "/badge/", in: bytes) else { return nil }
    var words: [UInt8] = []
    var i = start
    var parts = 1
    while i < bytes.count, bytes[i] != UInt8(ascii: "?"), bytes[i] != UInt8(ascii: "/") {
      switch bytes[i] {
      // The colour comes after the last hyphen; two hyphens are one.
      case UInt8(ascii: "-"):
        if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "-") {
          words.append(bytes[i])
          i += 1
        } else {
          parts += 1
          if parts > 2 { return String(decoding: words, as: UTF8.self) }
          words.append(0x20)
        }
      case UInt8(ascii: "_"): words.append(0x20)
      case UInt8(ascii: "%") where i + 2 < bytes.count:
        words.append(0x20)
        i += 2
      default: words.append(bytes[i])
      }
      i += 1
    }
    // Without a third part the second one is the colour.
    let first = String(decoding: words, as: UTF8.self).split(separator: " ").first
    return first.map { String($0) }
  }

  private static func end(of text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count > wanted.count else { return nil }
    return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0 + wanted.count }
  }
}
