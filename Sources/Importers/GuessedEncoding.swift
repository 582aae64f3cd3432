import DigestText

/// Finds out the encoding of a file that is not UTF-8 and does not say what it is in.
enum GuessedEncoding {
  /// - Returns: `nil` for bytes that look like neither UTF-16 nor a text of Western Europe.
  static func of(_ bytes: [UInt8]) -> SourceEncoding? {
    let head = bytes.prefix(64)
    if head.contains(0) {
      return SourceEncoding(head.first == 0 ? "utf-16be" : "utf-16le", isDeclared: false)
    }
    return isWestern(bytes) ? SourceEncoding("windows-1252", isDeclared: false) : nil
  }

  /// Letters with accents stand alone between letters of ASCII; in other alphabets, and in encodings of two bytes a
  /// character, many stand beside each other.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var (alone, together) = (0, 0)
    var length = 0
    for byte in bytes {
      if byte.isNonASCII {
        // Nothing in Windows-1252.
        if byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D { return false }
        length += 1
      } else if length > 0 {
        if length == 1 { alone += 1 } else { together += 1 }
        length = 0
      }
    }
    if length > 0 { alone += 1 }
    return alone > 4 * together
  }
}

extension SourceEncoding {
  /// What the bytes declare, else what they look like.
  static func found(in bytes: [UInt8]) -> SourceEncoding? {
    SourceEncoding(declaredBy: bytes) ?? GuessedEncoding.of(bytes)
  }
}
