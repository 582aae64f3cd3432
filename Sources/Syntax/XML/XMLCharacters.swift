import DigestText

/// The characters of XML 1.0: which need a reference, and which cannot be written at all.
///
/// Forbidden are U+0000-U+001F without TAB, LF and CR, and U+FFFE and U+FFFF, also as references (XML 1.0, fifth
/// edition, production 2). U+FFFD stands in their place.
package enum XMLCharacters {
  package enum Place: Sendable {
    /// Between tags. CR is a reference, since a reader would turn it into LF (section 2.11).
    case text
    /// Inside double quotes. TAB, LF and CR are references, since a reader would turn them into spaces (3.3.3).
    case attribute
  }

  /// Whether a text holds a character that XML forbids.
  package static func hasForbidden(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      while true {
        i = bytes.firstOffset(
          from: i, where: { $0 < 0x20 || $0 == 0xEF }, { min($0.distance(below: 0x20), $0 ^ 0xEF) })
        guard i < bytes.count else { return false }
        if isForbidden(bytes, at: i) { return true }
        i += 1
      }
    }
  }

  /// Appends text with its markup escaped.
  /// - Returns: how many characters were replaced.
  /// - Complexity: O(n).
  static func append(_ text: UnsafeBufferPointer<UInt8>, as place: Place, to output: inout [UInt8]) -> Int {
    var replaced = 0
    var done = 0
    var i = 0
    let count = text.count
    while true {
      i = text.firstOffset(from: i, where: mayNeedEscape, distance)
      guard i < count else { break }
      let forbidden = isForbidden(text, at: i)
      guard forbidden || reference(for: text[i], in: place) != nil else {
        i += 1
        continue
      }
      if done < i { output.append(contentsOf: UnsafeBufferPointer(rebasing: text[done..<i])) }
      if forbidden {
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
        i += text[i] == 0xEF ? 3 : 1
      } else if let reference = reference(for: text[i], in: place) {
        output.append(
          contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
        i += 1
      }
      done = i
    }
    if done < count { output.append(contentsOf: UnsafeBufferPointer(rebasing: text[done..<count])) }
    return replaced
  }

  /// A first, cheap look: everything with a reference is below `?` and so are the forbidden ASCII characters; U+FFFE
  /// and U+FFFF begin with 0xEF.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF
  }

  /// 0 for what may need an escape, and for a few others; for `firstOffset`. Two characters that differ in one bit are
  /// looked for together.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    min(min(byte.distance(below: 0x20), byte ^ 0xEF), min((byte | 0x04) ^ 0x26, (byte | 0x02) ^ 0x3E))
  }

  private static func isForbidden(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
    return byte == 0xEF && i + 2 < text.count && text[i + 1] == 0xBF && text[i + 2] >= 0xBE
  }

  private static func reference(for byte: UInt8, in place: Place) -> StaticString? {
    switch (byte, place) {
    case (0x26, _): "&amp;"
    case (0x3C, _): "&lt;"
    // Only `]]>` has to be written so in text; a reader that greps is better off with one spelling everywhere.
    case (0x3E, _): "&gt;"
    case (0x22, .attribute): "&quot;"
    case (0x09, .attribute): "&#9;"
    case (0x0A, .attribute): "&#10;"
    case (0x0D, _): "&#13;"
    default: nil
    }
  }
}
