/// Chinese, Japanese and Korean letters.
enum EastAsianScript: Hashable {
  case han, kana, hangul
  /// `·`, `・`: between the parts of a foreign name.
  case dot

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007: self = .han
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x309D, 0x309E, 0x30FD, 0x30FE: self = .kana
    case 0xAC00...0xD7A3: self = .hangul
    case 0xB7, 0x30FB, 0xFF65, 0x2027: self = .dot
    default: return nil
    }
  }

  /// Whether a text has only such letters, at least one.
  static func isEastAsian(_ text: String) -> Bool { isEastAsian(Array(text.utf8)[...]) }

  /// Whether bytes are only such letters, at least one.
  static func isEastAsian(_ bytes: NameBytes) -> Bool {
    // All of them begin with one of these bytes, the dots aside.
    guard let first = bytes.first, first >= 0xE3 else { return false }
    return bytes.text.unicodeScalars.allSatisfy { EastAsianScript($0) != nil }
  }
}
