internal import CMD4C
import DigestText

/// Parses inline Markdown.
///
/// CommonMark as md4c reads it, except that a sign that its writer did not mean as markup is text.
/// `A*N^-α, B*D^-β` would be emphasis to CommonMark and lose its signs, and `**id – S* with …**` would lose its
/// bold. So asterisks are paired first (`AsteriskGuard`), and those without a partner are escaped for md4c.
///
/// Mathematics (`MathSearch`) and the tags of HTML that mean a mark (`InlineTag`) are found there, too; md4c does not
/// see them.
///
/// Links need their address in place: `ReferenceLinks` puts it there. A newline is a line break.
package enum InlineParser {
  /// - Parameters:
  ///   - bytes: UTF-8 inline Markdown without blank lines.
  ///   - handler: told of all parts in order.
  /// - Complexity: O(n).
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>, into handler: some InlineHandler) {
    guard let newline = bytes.firstIndex(of: 0x0A) else {
      parseLine(bytes, at: 0, into: handler)
      return
    }
    var start = 0
    var end = newline
    while true {
      parseLine(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, into: handler)
      guard end < bytes.count else { return }
      handler.lineBreak()
      start = end + 1
      end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }
  }

  private static func parseLine(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, into handler: some InlineHandler
  ) {
    guard needsParsing(bytes) else {
      if !bytes.isEmpty { handler.text(bytes, at: offset) }
      return
    }
    InlineSession(handler, bytes, offset: offset).run()
  }

  /// Whether a text holds nothing that could be markup, as most do: then it is read as it stands.
  package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !needsParsing(bytes)
  }

  private static func needsParsing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while true {
      i = bytes.firstOffset(from: i, where: isMark, distance)
      guard i < bytes.count else { return false }
      guard bytes[i] == UInt8(ascii: ":") else { return true }
      // An address: `://`.
      if i &+ 2 < bytes.count, bytes[i &+ 1] == 0x2F, bytes[i &+ 2] == 0x2F { return true }
      i &+= 1
    }
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: ":"), 0x0A, 0:
      true
    default: false
    }
  }

  /// 0 for a mark. Two characters that differ in one bit are looked for together.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let first = min(byte ^ UInt8(ascii: ":"), (byte | 0x02) ^ UInt8(ascii: "&"))
    let second = min(byte ^ UInt8(ascii: "["), min(byte ^ UInt8(ascii: "\\"), byte ^ UInt8(ascii: "<")))
    let third = min(byte ^ UInt8(ascii: "`"), min(byte ^ UInt8(ascii: "_"), byte ^ UInt8(ascii: "*")))
    return min(min(first, second), min(third, min(byte ^ 0x0A, byte)))
  }
}
