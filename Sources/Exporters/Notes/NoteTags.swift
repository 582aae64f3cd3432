import DigestText

/// Words as tags: without spaces, `#` and other signs, not of digits alone; `/` parts a tag from one inside it.
enum NoteTags {
  /// - Returns: `nil` where nothing is left.
  static func tag(_ word: String) -> String? {
    var tag: [UInt8] = []
    var mayJoin = false
    for byte in word.utf8 {
      let isKept =
        byte.isAlphanumeric || byte.isNonASCII || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/")
      if isKept {
        if mayJoin, !tag.isEmpty { tag.append(UInt8(ascii: "-")) }
        tag.append(byte)
      }
      mayJoin = !isKept
    }
    guard !tag.isEmpty else { return nil }
    if tag.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }) { tag.append(UInt8(ascii: "_")) }
    return String(decoding: tag, as: UTF8.self)
  }
}
