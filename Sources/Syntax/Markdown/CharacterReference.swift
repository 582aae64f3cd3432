import DigestText

/// Character references of HTML, `&amp;` and `&#8211;`, as Markdown uses them.
package enum CharacterReference {
  /// The character a reference stands for; a name that is not in the table, or a number that is not a character, is
  /// returned as written.
  package static func decode(_ reference: UnsafeBufferPointer<UInt8>) -> String {
    let written = String(decoding: reference, as: UTF8.self)
    guard reference.count > 3, reference[0] == UInt8(ascii: "&"), reference.last == UInt8(ascii: ";") else {
      return written
    }
    let name = UnsafeBufferPointer(rebasing: reference[1..<reference.count - 1])
    guard name[0] == UInt8(ascii: "#") else {
      return CharacterNames.table[String(decoding: name, as: UTF8.self)] ?? written
    }
    let isHexadecimal = name.count > 2 && name[1].lowercased == UInt8(ascii: "x")
    let digits = String(decoding: name[(isHexadecimal ? 2 : 1)...], as: UTF8.self)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return written }
    // CommonMark 0.30, section 6.2: zero and what is not a character become U+FFFD.
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return String(scalar ?? "\u{FFFD}")
  }

  /// A text with all its character references resolved.
  package static func decodeAll(_ text: UnsafeBufferPointer<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
    var result: [UInt8] = []
    var i = 0
    while i < text.count {
      let limit = min(text.count, i + longest)
      guard text[i] == UInt8(ascii: "&"),
        let end = text[(i + 1)..<limit].firstIndex(where: { !$0.isAlphanumeric && $0 != UInt8(ascii: "#") }),
        text[end] == UInt8(ascii: ";")
      else {
        result.append(text[i])
        i += 1
        continue
      }
      result += decode(UnsafeBufferPointer(rebasing: text[i...end])).utf8
      i = end + 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `&thetasym;` and the longest number have fewer bytes.
  private static let longest = 12
}
