import DigestText

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the brace (or parenthesis outside braces) that closes the one at `open`, by plain count.
  func bracketClosing(at open: Int) -> Int? {
    let isParenthesis = self[open] == UInt8(ascii: "(")
    var depth = isParenthesis ? 0 : 1
    var k = open + 1
    while true {
      k = firstOffset(from: k, where: { Self.distance($0) == 0 }, Self.distance)
      guard k < count else { return nil }
      switch self[k] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: if isParenthesis && depth == 0 { return k }
      }
      if depth == 0, !isParenthesis { return k }
      k += 1
    }
  }

  /// 0 for a bracket that counts.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    Swift.min(byte ^ UInt8(ascii: ")"), Swift.min(byte ^ UInt8(ascii: "{"), byte ^ UInt8(ascii: "}")))
  }
}
