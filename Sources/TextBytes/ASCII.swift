/// Byte classes of ASCII. Every format this package reads or writes has ASCII syntax over UTF-8 text, so
/// scanners look at bytes and never at `Character`s.
extension UInt8 {
  /// `0`-`9`.
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
  /// `0`-`9`, `A`-`F`, `a`-`f`.
  package var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
  /// `A`-`Z`, `a`-`z`.
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// `A`-`Z`.
  @inlinable package var isUppercase: Bool { self &- 0x41 < 26 }
  /// Letter or digit.
  @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }
  /// Space or tab.
  @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Space, tab, LF, CR, FF or VT.
  @inlinable package var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// LF or CR.
  @inlinable package var isNewline: Bool { self == 0x0A || self == 0x0D }
  /// Printable ASCII that is neither letter, digit nor space: CommonMark's ASCII punctuation.
  @inlinable package var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
  /// Part of a multi-byte UTF-8 sequence.
  @inlinable package var isNonASCII: Bool { self & 0x80 != 0 }
  /// `10xxxxxx`: a byte inside a multi-byte sequence, never its first.
  @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }
  /// The digit's value, 0-9; only meaningful where `isDigit`.
  @inlinable package var digitValue: Int { Int(self &- 0x30) }
  /// Whether it is one of some signs of ASCII: some instructions, where `"…".utf8.contains` takes more than a hundred.
  @inlinable package func isOne(of signs: StaticString) -> Bool {
    UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount).contains(self)
  }
  /// The lower-case form of an ASCII letter, any other byte unchanged.
  @inlinable package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
