/// A reference to a character: one of the five names, or a number (XML 1.0, productions 66 and 68).
struct XMLReference {
  let scalar: Unicode.Scalar
  /// The offset after the semicolon.
  let end: Int

  /// - Parameter start: where the `&` stands.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    // The longest is `&#x10FFFF;`.
    var semicolon = start + 1
    while semicolon < bytes.count, semicolon - start < 12, bytes[semicolon] != UInt8(ascii: ";") {
      semicolon += 1
    }
    guard semicolon < bytes.count, bytes[semicolon] == UInt8(ascii: ";") else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<semicolon])
    end = semicolon + 1
    if name.first == UInt8(ascii: "#") {
      guard let scalar = Self.number(UnsafeBufferPointer(rebasing: name.dropFirst())) else { return nil }
      self.scalar = scalar
      return
    }
    guard let named = Self.names.first(where: { $0.name.withUTF8Buffer { $0.elementsEqual(name) } }) else {
      return nil
    }
    scalar = named.scalar
  }

  /// Appends a text with its references resolved; an `&` that begins none stays as it is.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var i = 0
    while i < text.count {
      if text[i] == UInt8(ascii: "&"), let reference = XMLReference(in: text, at: i) {
        output.append(contentsOf: UTF8.encode(reference.scalar) ?? .init())
        i = reference.end
      } else {
        output.append(text[i])
        i += 1
      }
    }
  }

  private static let names: [(name: StaticString, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
  ]

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x")
    let radix: UInt32 = isHex ? 16 : 10
    let digits = isHex ? UnsafeBufferPointer(rebasing: digits.dropFirst()) : digits
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt32
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: digit = UInt32(byte) - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: digit = UInt32(byte) - 0x37
      default: return nil
      }
      value = value * radix + digit
      guard value <= 0x10FFFF else { return nil }
    }
    guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D, value & 0xFFFE != 0xFFFE else {
      return nil
    }
    return Unicode.Scalar(value)
  }
}
