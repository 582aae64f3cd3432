import DigestText

/// Tells mathematics from a dollar sign that is text.
package enum LaTeXMath {
  /// Where the mathematics that begins with the dollar sign at `start` ends, after its last dollar sign.
  ///
  /// The rule is pandoc's (`tex_math_dollars`): `$` opens it where a non-space follows, and the next `$` closes it where
  /// a non-space precedes and no digit follows, so that `$5 to $7` is text and `H$_2$O` is not. What lies between must have balanced braces by plain count and no
  /// bare `#`, `%` or `&`, since a reader of the field would stumble over them.
  /// - Returns: `nil` where the dollar sign is text.
  /// - Complexity: O(distance to the next dollar sign).
  package static func end(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let dollar = UInt8(ascii: "$")
    let isDisplay = start + 1 < bytes.count && bytes[start + 1] == dollar
    let lower = start + (isDisplay ? 2 : 1)
    guard lower < bytes.count, !bytes[lower].isSpace, bytes[lower] != dollar else { return nil }
    var depth = 0
    var i = lower
    while i < bytes.count, bytes[i] != dollar {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"):
        if i == lower || bytes[i - 1] != UInt8(ascii: "\\") { return nil }
      case 0x0A, 0x0D: return nil
      default: if byte < 0x20 && byte != 0x09 || byte == 0x7F { return nil }
      }
      i += 1
    }
    guard i < bytes.count, depth == 0, !bytes[i - 1].isSpace, bytes[i - 1] != UInt8(ascii: "\\") else {
      return nil
    }
    var end = i + 1
    if isDisplay {
      guard end < bytes.count, bytes[end] == dollar else { return nil }
      end += 1
    }
    if end < bytes.count, bytes[end].isDigit || bytes[end] == dollar { return nil }
    return end
  }
}
