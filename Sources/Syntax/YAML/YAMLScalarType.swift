import DigestText

/// The type that the look of a plain scalar gives it: the core schema of YAML 1.2.2, section 10.3.2.
package enum YAMLScalarType {
  package static func resolve(_ text: UnsafeBufferPointer<UInt8>) -> LocatedScalar.Kind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .text
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isOneCase(of: "null", text) ? .null : .text
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return isOneCase(of: "true", text) ? .boolean : .text
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return isOneCase(of: "false", text) ? .boolean : .text
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return isNumber(text) ? .number : .text
    default: return .text
    }
  }

  /// `null`, `Null` or `NULL`.
  private static func isOneCase(of word: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == word.utf8CodeUnitCount,
      text.indices.allSatisfy({ text[$0].lowercased == word.utf8Start[$0] })
    else { return false }
    let upper = text.filter { $0.isUppercase }.count
    return upper == 0 || upper == text.count || (upper == 1 && text[0].isUppercase)
  }

  /// `nan`, `NaN` or `NAN`.
  private static func isNaN(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    ["nan", "NaN", "NAN"].contains { $0.utf8.elementsEqual(text) }
  }

  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = text[...]
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      let digits = text.dropFirst(2)
      if text[1] == UInt8(ascii: "x") { return digits.allSatisfy { $0.isDigit || $0.lowercased &- 0x61 < 6 } }
      if text[1] == UInt8(ascii: "o") { return digits.allSatisfy { $0 &- 0x30 < 8 } }
    }
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "."), rest.count == 4 {
      let word = UnsafeBufferPointer(rebasing: rest.dropFirst())
      if isOneCase(of: "inf", word) { return true }
      if isNaN(word) { return rest.count == text.count }
    }
    let integer = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(integer.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { $0.isDigit }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !integer.isEmpty || !fraction.isEmpty else { return false }
    if rest.first?.lowercased == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard let digit = rest.first, digit.isDigit else { return false }
      rest = rest.drop { $0.isDigit }
    }
    return rest.isEmpty
  }
}
