import DigestText

/// A quick look at whole texts: most are written in LaTeX as they are, if all of Unicode may stand there. To look at
/// them word by word instead takes 2.5 % more for a conversion to five formats.
extension UnsafeBufferPointer<UInt8> {
  /// Whether every word is plain and one space stands between two; `false` says nothing.
  /// - Precondition: the bytes of a `String`, which are well-formed UTF-8.
  /// - Complexity: O(n), about four instructions a byte.
  var isSurelyPlainLaTeX: Bool {
    guard first != 0x20, last != 0x20 else { return false }
    var i = 0
    while true {
      i = firstOffset(from: i, where: Self.isMark, Self.distance)
      guard i < count else { return !hasPairOfSpacesOrHyphens }
      // Quotation marks and dashes are U+2010-U+2027; U+2028 and U+2029 are white space.
      guard self[i] == 0xE2, self[i + 1] != 0x80 || self[i + 2] & 0xFE != 0xA8 else { return false }
      i += 1
    }
  }

  /// ASCII that is not plain, except the space and the hyphen, and first bytes of C1 controls, of the separators of
  /// lines, and of U+F000 and above.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte < 0x80
      ? !LaTeXTables.isPlain(byte) && byte != 0x20 && byte != UInt8(ascii: "-")
      : byte == 0xC2 || byte == 0xE2 || byte >= 0xEF
  }

  /// 0 for a mark, `=` and `]`. Marks that differ in a bit or two are looked for together. There is no upper bound
  /// to compare with, for which the compiler would make a branch: well-formed text has no byte above 0xF4.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let low = Swift.min(
      byte.distance(below: 0x20), Swift.min((byte | 0x02) ^ 0x23, (byte | 0x03) ^ 0x27))
    let middle = Swift.min((byte | 0x03) ^ 0x3F, Swift.min((byte | 0x03) ^ 0x5F, byte ^ 0x60))
    let high = Swift.min(byte ^ 0x7B, Swift.min((byte | 0x03) ^ 0x7F, (byte | 0x20) ^ 0xE2))
    let last = Swift.min(byte ^ 0xEF, (byte | 0x07) ^ 0xF7)
    return Swift.min(Swift.min(low, middle), Swift.min(high, last))
  }

  /// Whether two spaces or two hyphens stand side by side. Without a branch, so that the compiler can compare 16 bytes
  /// at once.
  private var hasPairOfSpacesOrHyphens: Bool {
    var least = UInt8.max
    var i = 1
    while i < count {
      let byte = self[i]
      // 0 for a pair.
      least = Swift.min(
        least, Swift.max(byte ^ self[i - 1], Swift.min(byte ^ 0x20, byte ^ UInt8(ascii: "-"))))
      i += 1
    }
    return least == 0
  }
}
