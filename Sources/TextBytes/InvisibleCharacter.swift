/// Characters that no reader sees, and that stand in copied text without meaning anything there: beside an id, before a
/// heading, in the middle of a Latin word. Between the letters of other scripts they do mean something.
package enum InvisibleCharacter {
  /// What a character does where it does something.
  package enum Role {
    /// Says where a line may break, or may not: zero-width space, word joiner, soft hyphen, byte order mark.
    case lineBreak
    /// Joins letters or keeps them apart, in Persian and in the scripts of India; makes one emoji of several.
    case joiner
    /// Turns the direction of the text.
    case direction
  }

  /// - Source: Unicode 15, chapter 23.
  package static func role(of scalar: Unicode.Scalar) -> Role? {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: .lineBreak
    case 0x200C, 0x200D: .joiner
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .direction
    default: nil
    }
  }

  /// The invisible character whose UTF-8 begins at an offset, and how many bytes it has.
  package static func at(
    _ i: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (role: Role, length: Int)? {
    switch bytes[i] {
    case 0xC2: return i &+ 1 < bytes.count && bytes[i &+ 1] == 0xAD ? (.lineBreak, 2) : nil
    case 0xE2, 0xEF:
      guard i &+ 2 < bytes.count else { return nil }
      let value =
        UInt32(bytes[i] & 0x0F) << 12 | UInt32(bytes[i &+ 1] & 0x3F) << 6 | UInt32(bytes[i &+ 2] & 0x3F)
      return Unicode.Scalar(value).flatMap(role(of:)).map { ($0, 3) }
    default: return nil
    }
  }
}
