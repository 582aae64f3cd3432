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

  /// What in mathematics LaTeX must not be given: a command that is not one of mathematics, or `^^5c`, by which TeX reads
  /// any character.
  /// - Parameter range: of the mathematics, with or without its dollar signs.
  /// - Returns: `\input`, as written; `nil` where there is nothing of that kind.
  /// - Complexity: O(n).
  package static func foreignCommand(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      let next = i + 1 < range.upperBound ? bytes[i + 1] : 0
      if byte == UInt8(ascii: "^"), next == byte { return "^^" }
      guard byte == UInt8(ascii: "\\") else {
        i += 1
        continue
      }
      var end = i + 1
      while end < range.upperBound, bytes[end].isLetter { end += 1 }
      let name = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
      if name.isEmpty {
        guard LaTeXMathCommands.signs.contains(next) else { return "\\" + String(UnicodeScalar(next)) }
        end += 1
      } else if name == "begin" || name == "end" {
        guard let environment = environment(bytes, end..<range.upperBound) else { return "\\" + name }
        end += environment.utf8.count + 2
      } else if !LaTeXMathCommands.contains(name) {
        return "\\" + name
      }
      i = end
    }
    return nil
  }

  /// The name in the braces at the start of the range, if it is one of mathematics.
  private static func environment(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    let rest = bytes[range]
    guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    let name = String(decoding: rest[(range.lowerBound + 1)..<end], as: UTF8.self)
    return LaTeXMathCommands.environments.contains(name) ? name : nil
  }
}
