import DigestSyntax
import DigestText

extension YAMLScanner {
  // MARK: Where a scalar ends

  /// Whether a plain scalar can begin with a byte: no indicator, no sign of a number.
  private func beginsPlain(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte.isNonASCII }

  /// The end of a plain scalar of one line: before the line end, or before the colon of a key.
  func plainEnd(from start: Int) -> Int? {
    guard beginsPlain(bytes[start]) else { return nil }
    var i = start
    var previous: UInt8 = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x0A { break }
      if byte == UInt8(ascii: ":"), has(0x20, at: i + 1) || has(0x0A, at: i + 1) { break }
      if byte == UInt8(ascii: "#"), previous == 0x20 { return nil }
      previous = byte
      i += 1
    }
    return previous == 0x20 ? nil : i
  }

  /// The same between brackets.
  private func flowEnd(from start: Int) -> Int? {
    guard start < bytes.count, beginsPlain(bytes[start]) else { return nil }
    var i = start
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: ","), UInt8(ascii: "]"): return bytes[i - 1] == 0x20 ? nil : i
      case 0x0A, UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["),
        UInt8(ascii: "{"), UInt8(ascii: "}"):
        return nil
      default: i += 1
      }
    }
    return nil
  }

  /// The offset after the quote that closes the scalar, on the same line.
  func quotedEnd(from start: Int) -> Int? {
    let quote = bytes[start]
    let isDouble = quote == UInt8(ascii: "\"")
    var i = start + 1
    while i < bytes.count, bytes[i] != 0x0A {
      if bytes[i] == quote {
        // Two single quotes stand for one.
        guard !isDouble, has(quote, at: i + 1) else { return i + 1 }
        i += 1
      } else if isDouble, bytes[i] == UInt8(ascii: "\\") {
        i += 1
      }
      i += 1
    }
    return nil
  }

  // MARK: What it says

  /// The text of the scalar that begins here, and goes past it; `nil` for an escape that is not known.
  mutating func scalar(until end: Int) -> UnsafeBufferPointer<UInt8>? {
    defer { offset = end }
    switch bytes[offset] {
    case UInt8(ascii: "'"):
      let inside = UnsafeBufferPointer(rebasing: bytes[offset + 1..<end - 1])
      guard inside.contains(UInt8(ascii: "'")) else { return inside }
      decoded.clear()
      var i = 0
      while i < inside.count {
        decoded.append(inside[i])
        i += inside[i] == UInt8(ascii: "'") ? 2 : 1
      }
    case UInt8(ascii: "\""):
      let inside = UnsafeBufferPointer(rebasing: bytes[offset + 1..<end - 1])
      guard inside.contains(UInt8(ascii: "\\")) else { return inside }
      guard decodeEscapes(inside) else { return nil }
    default: return UnsafeBufferPointer(rebasing: bytes[offset..<end])
    }
    return decoded.text
  }

  private mutating func decodeEscapes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    decoded.clear()
    var i = 0
    while i < text.count {
      guard text[i] == UInt8(ascii: "\\") else {
        decoded.append(text[i])
        i += 1
        continue
      }
      guard i + 1 < text.count else { return false }
      var digits = 0
      switch text[i + 1] {
      case UInt8(ascii: "0"): decoded.append(0)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): decoded.append(text[i + 1])
      case UInt8(ascii: "N"): decoded.append("\u{85}" as Unicode.Scalar)
      case UInt8(ascii: "L"): decoded.append("\u{2028}" as Unicode.Scalar)
      case UInt8(ascii: "P"): decoded.append("\u{2029}" as Unicode.Scalar)
      case UInt8(ascii: "x"): digits = 2
      case UInt8(ascii: "u"): digits = 4
      default: return false
      }
      i += 2
      if digits > 0 {
        guard i + digits <= text.count, appendCharacter(UnsafeBufferPointer(rebasing: text[i..<i + digits]))
        else { return false }
        i += digits
      }
    }
    return true
  }

  private mutating func appendCharacter(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    var value: UInt32 = 0
    for digit in digits {
      let letter = digit.lowercased &- 0x61
      guard digit.isDigit || letter < 6 else { return false }
      value = value << 4 | UInt32(digit.isDigit ? digit - 0x30 : letter + 10)
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    decoded.append(scalar)
    return true
  }

  // MARK: Lines of their own, and brackets

  /// `|`, `|-`, `|2`, `|2-`: the lines that follow, two columns deeper than the block.
  mutating func literal() -> Bool {
    offset += 1
    let isIndicated = has(UInt8(ascii: "2"), at: offset)
    if isIndicated { offset += 1 }
    let isStripped = has(UInt8(ascii: "-"), at: offset)
    if isStripped { offset += 1 }
    let indent = column + 2
    // Without an indicator the first line tells how deep the lines stand.
    guard skip(0x0A), isIndented(indent), isIndicated || !has(0x20, at: offset + indent) else {
      return false
    }
    decoded.clear()
    var isBlank = false
    while true {
      if has(0x0A, at: offset) {
        isBlank = true
        decoded.append(0x0A)
        offset += 1
        continue
      }
      guard isIndented(indent) else { break }
      let start = offset + indent
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      // A line of spaces alone is blank to YAML, or not, by its length.
      guard let length = rest.firstOffset(of: 0x0A), rest[length - 1] != 0x20 else { return false }
      decoded.append(contentsOf: UnsafeBufferPointer(rebasing: rest[...length]))
      isBlank = false
      offset = start + length + 1
    }
    // How many blank lines belong to the text depends on more than is known here.
    guard !isBlank else { return false }
    if isStripped { decoded.removeLast() }
    return handler.scalar(.text, decoded.text)
  }

  private func isIndented(_ indent: Int) -> Bool {
    guard offset + indent < bytes.count else { return false }
    for i in offset..<offset + indent where bytes[i] != 0x20 { return false }
    return bytes[offset + indent] != 0x0A
  }

  /// Scalars and sequences in brackets, on one line.
  mutating func brackets() -> Bool {
    var depth = 0
    var isFirst = false
    repeat {
      if has(UInt8(ascii: "]"), at: offset), depth > 0 {
        offset += 1
        depth -= 1
        isFirst = false
        guard handler.end() else { return false }
        continue
      }
      if depth > 0, !isFirst {
        guard skip(UInt8(ascii: ",")), skip(0x20) else { return false }
      }
      isFirst = false
      guard offset < bytes.count else { return false }
      switch bytes[offset] {
      case UInt8(ascii: "["):
        offset += 1
        depth += 1
        isFirst = true
        guard handler.begin(isMapping: false) else { return false }
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let end = quotedEnd(from: offset), let text = scalar(until: end), handler.scalar(.text, text)
        else { return false }
      default:
        guard let end = flowEnd(from: offset), let text = scalar(until: end),
          handler.scalar(YAMLScalarType.resolve(text), text)
        else { return false }
      }
    } while depth > 0
    return true
  }
}
