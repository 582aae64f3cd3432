import DigestDiagnostics
import DigestSyntax
import DigestText

/// A list or mapping that a program printed into a cell, as JSON or in the notation of Python: `['cs.CL', 'cs.AI']`.
struct CSVLiteral {
  private static let deepest = 16
  private static let most = 10_000

  private let bytes: [UInt8]
  private let range: SourceRange
  private var i = 0
  private var count = 0

  private init(_ text: String, _ range: SourceRange) {
    bytes = Array(text.utf8)
    self.range = range
  }

  /// - Parameter range: of the cell, the place of all that is in it.
  /// - Returns: `nil` for any other text, `[sic] or not` for one.
  static func read(_ text: String, at range: SourceRange) -> LocatedNode? {
    guard let first = text.utf8.first(where: { !$0.isSpace }), first.isOne(of: "[{"),
      let last = text.utf8.last(where: { !$0.isSpace }), last.isOne(of: "]}")
    else { return nil }
    var reader = CSVLiteral(text, range)
    guard let node = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.i == reader.bytes.count ? node : nil
  }

  private mutating func skipSpace() { while i < bytes.count, bytes[i].isSpace { i += 1 } }

  private mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    guard i < bytes.count, bytes[i] == byte else { return false }
    i += 1
    return true
  }

  private mutating func value(depth: Int) -> LocatedNode? {
    skipSpace()
    count += 1
    guard i < bytes.count, depth < Self.deepest, count < Self.most else { return nil }
    switch bytes[i] {
    case UInt8(ascii: "["), UInt8(ascii: "("): return sequence(depth)
    case UInt8(ascii: "{"): return mapping(depth)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return string().map { LocatedNode(text: $0, range: range) }
    default: return word()
    }
  }

  private mutating func sequence(_ depth: Int) -> LocatedNode? {
    let close = bytes[i] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    i += 1
    var items: [LocatedNode] = []
    while !accept(close) {
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
      if accept(close) { break }
      // Arrays of NumPy have no commas between their texts.
      guard accept(UInt8(ascii: ",")) || i < bytes.count && bytes[i].isOne(of: "'\"") else { return nil }
    }
    return LocatedNode(.sequence(items), range: range)
  }

  private mutating func mapping(_ depth: Int) -> LocatedNode? {
    i += 1
    var members: [LocatedMember] = []
    while !accept(UInt8(ascii: "}")) {
      skipSpace()
      guard let key = string(), accept(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
        return nil
      }
      members.append(LocatedMember(key: key, keyRange: range, value: value))
      if accept(UInt8(ascii: "}")) { break }
      guard accept(UInt8(ascii: ",")) else { return nil }
    }
    return LocatedNode(.mapping(members), range: range)
  }

  private mutating func string() -> String? {
    guard i < bytes.count, bytes[i].isOne(of: "'\"") else { return nil }
    let quote = bytes[i]
    i += 1
    var text: [UInt8] = []
    while i < bytes.count, bytes[i] != quote {
      guard bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count else {
        text.append(bytes[i])
        i += 1
        continue
      }
      i += 1
      if !appendEscape(to: &text) { return nil }
    }
    guard i < bytes.count else { return nil }
    i += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// The character that stands after a backslash.
  private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
    let byte = bytes[i]
    i += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "x"): return appendCode(2, to: &text)
    case UInt8(ascii: "u"): return appendCode(4, to: &text)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "/"): text.append(byte)
    // TeX in a text whose backslashes were not doubled.
    default: text += [UInt8(ascii: "\\"), byte]
    }
    return true
  }

  private mutating func appendCode(_ length: Int, to text: inout [UInt8]) -> Bool {
    guard var code = hexadecimal(length) else { return false }
    // A pair of surrogates is one character.
    if (0xD800..<0xDC00).contains(code), i + 1 < bytes.count, bytes[i] == UInt8(ascii: "\\"),
      bytes[i + 1] == UInt8(ascii: "u")
    {
      i += 2
      guard let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard code != 0, let scalar = Unicode.Scalar(code) else { return false }
    text += Array(String(Character(scalar)).utf8)
    return true
  }

  private mutating func hexadecimal(_ length: Int) -> UInt32? {
    guard i + length <= bytes.count else { return nil }
    let digits = String(decoding: bytes[i..<i + length], as: UTF8.self)
    i += length
    return UInt32(digits, radix: 16)
  }

  /// A number, a truth value or nothing.
  private mutating func word() -> LocatedNode? {
    let start = i
    while i < bytes.count, bytes[i].isAlphanumeric || bytes[i].isOne(of: "+-.") { i += 1 }
    let text = String(decoding: bytes[start..<i], as: UTF8.self)
    let kind: LocatedScalar.Kind
    switch text {
    case "None", "null", "nan", "NaN": kind = .null
    case "True", "true", "False", "false": kind = .boolean
    case _ where text.utf8.first.map({ $0.isDigit || $0 == UInt8(ascii: "-") }) == true: kind = .number
    default: return nil
    }
    return LocatedNode(.scalar(LocatedScalar(kind, text)), range: range)
  }
}
