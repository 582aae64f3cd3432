import DigestText

// The bytes of one scalar in each style. Everything is appended to the output in runs.

extension [UInt8] {
  mutating func appendYAMLSingleQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "'")
    append(quote)
    var start = 0
    for i in text.indices where text[i] == quote {
      append(contentsOf: text[start...i])
      start = i
    }
    append(contentsOf: text[start...])
    append(quote)
  }

  mutating func appendYAMLDoubleQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    var i = 0
    while i < text.count {
      let byte = text[i]
      let length: Int
      switch byte {
      case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): length = 1
      case 0xC2 where YAMLEscape.isNeeded(text, at: i): length = 2
      case 0xE2 where YAMLEscape.isNeeded(text, at: i), 0xEF where YAMLEscape.isNeeded(text, at: i):
        length = 3
      default:
        i += 1
        continue
      }
      append(contentsOf: text[start..<i])
      appendYAMLEscape(text[i..<i + length])
      i += length
      start = i
    }
    append(contentsOf: text[start...])
    append(UInt8(ascii: "\""))
  }

  /// - Parameter character: the UTF-8 bytes of one character up to U+FFFF.
  private mutating func appendYAMLEscape(_ character: Slice<UnsafeBufferPointer<UInt8>>) {
    let bytes = Array(character)
    append(UInt8(ascii: "\\"))
    switch bytes {
    case [0x00]: append(UInt8(ascii: "0"))
    case [0x09]: append(UInt8(ascii: "t"))
    case [0x0A]: append(UInt8(ascii: "n"))
    case [0x0D]: append(UInt8(ascii: "r"))
    case [UInt8(ascii: "\"")], [UInt8(ascii: "\\")]: append(bytes[0])
    case [0xC2, 0x85]: append(UInt8(ascii: "N"))
    case [0xE2, 0x80, 0xA8]: append(UInt8(ascii: "L"))
    case [0xE2, 0x80, 0xA9]: append(UInt8(ascii: "P"))
    default:
      let isLong = bytes.count == 3
      let value =
        isLong
        ? UInt16(bytes[0] & 0x0F) << 12 | UInt16(bytes[1] & 0x3F) << 6 | UInt16(bytes[2] & 0x3F)
        : UInt16(bytes[bytes.count - 1])  // U+0080-U+009F are C2 80-C2 9F
      append(isLong ? UInt8(ascii: "u") : UInt8(ascii: "x"))
      let hex: StaticString = "0123456789ABCDEF"
      for shift in stride(from: isLong ? 12 : 4, through: 0, by: -4) {
        append(hex.utf8Start[Int(value >> shift & 0xF)])
      }
    }
  }

  /// `|`, the indentation indicator where the first line begins with a space, the chomping indicator where the text
  /// does not end with a line end; then the lines, without the line end of the last.
  mutating func appendYAMLLiteral(_ text: UnsafeBufferPointer<UInt8>, indent: Int) {
    append(UInt8(ascii: "|"))
    if text.first == 0x20 { append(UInt8(ascii: "2")) }
    var end = text.count
    if text.last == 0x0A { end -= 1 } else { append(UInt8(ascii: "-")) }
    var start = 0
    while start <= end {
      let lineEnd = text[start..<end].firstIndex(of: 0x0A) ?? end
      append(0x0A)
      if lineEnd > start {
        append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        append(contentsOf: text[start..<lineEnd])
      }
      start = lineEnd + 1
    }
  }
}
