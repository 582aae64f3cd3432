import DigestModel
import DigestText

/// The name at the beginning of a title, and the hashes that the indexes of a catalogue hold.
enum TitleKey {
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

  /// Letters and digits in lower case, in UTF-8; empty for a title of signs alone.
  static func folded(_ title: String) -> [UInt8] { Array(title.foldedForComparison.utf8) }

  static func hash(_ bytes: [UInt8]) -> Int64 { Int64(bitPattern: FNV.number(bytes)) }
}
