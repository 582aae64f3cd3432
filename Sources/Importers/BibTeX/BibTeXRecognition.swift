import DigestText

/// Tells BibTeX from other text.
enum BibTeXRecognition {
  /// So much is looked at.
  private static let limit = 65_536
  /// What stands before the first entry is seldom longer.
  private static let firstLines = 200
  /// Lines before the first entry that are not comments of TeX: more are a text that quotes an entry.
  private static let mostText = 3

  static func recognition(of bytes: [UInt8]) -> Recognition {
    let end = min(bytes.count, limit)
    var k = bytes.byteOrderMarkLength
    var lines = 0
    var textLines = 0
    while k < end, lines < firstLines {
      while k < end, bytes[k].isSpace { k += 1 }
      guard k < end else { break }
      if bytes[k] == UInt8(ascii: "@") {
        if isRecord(bytes, k + 1, end) { return textLines == 0 ? .certain : .possible }
        textLines += 1
      } else if bytes[k] != UInt8(ascii: "%") {
        // Headings, lists, tables, fences and quotes of Markdown, and strings of code.
        if textLines == mostText || bytes[k].isOne(of: "#`-*|<>\"'") { return .none }
        textLines += 1
      }
      while k < end, !bytes[k].isNewline { k += 1 }
      lines += 1
    }
    return .none
  }

  /// `article{key,`, `string{name =`, `comment{`.
  private static func isRecord(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var k = start
    while k < end, bytes[k].isLetter { k += 1 }
    guard k > start else { return false }
    let word = String(decoding: bytes[start..<k], as: UTF8.self).lowercased()
    while k < end, bytes[k].isBlank { k += 1 }
    guard k < end, bytes[k] == UInt8(ascii: "{") || bytes[k] == UInt8(ascii: "(") else { return false }
    if ["comment", "preamble", "string"].contains(word) { return true }
    k += 1
    let keyStart = k
    while k < end, k - keyStart < 200, !bytes[k].isOne(of: ",{}\"") { k += 1 }
    return k < end && bytes[k] == UInt8(ascii: ",")
  }
}
