import DigestModel
import DigestText

/// What two spellings of a title have in common, and its hash, which the indexes of a catalogue hold.
enum TitleKey {
  /// Letters and digits in lower case; empty for a title of signs alone.
  static func folded(_ title: String) -> [UInt8] {
    var title = title
    return title.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) {
        return bytes.filter(\.isAlphanumeric).map(\.lowercased)
      }
      return foldedScalars(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func foldedScalars(_ title: String) -> [UInt8] {
    var folded = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil { folded.append(scalar) }
    return Array(String(folded).utf8)
  }

  /// What stands before the colon of a title, in lower case and with single spaces: `musicgen`.
  /// - Returns: `nil` where there is no colon, or too much before it for a name.
  static func name(ofTitle title: String) -> [UInt8]? {
    let start = title.utf8.prefix(longestName + 1)
    guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return name(String(title[..<colon]))
  }

  /// A name in lower case and with single spaces.
  /// - Returns: `nil` where nothing is left.
  static func name(_ name: String) -> [UInt8]? {
    let words = Array(name.utf8).lowercasedText.split(whereSeparator: \.isSpace)
    return words.isEmpty ? nil : Array(words.joined(separator: [0x20]))
  }

  /// Bytes; a title has more words before its colon than a name.
  private static let longestName = 60

  /// 64 bits of FNV-1a.
  /// - Source: Fowler, Noll, Vo and Eastlake, *The FNV Non-Cryptographic Hash Algorithm*, draft-eastlake-fnv.
  static func hash(_ bytes: [UInt8]) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
