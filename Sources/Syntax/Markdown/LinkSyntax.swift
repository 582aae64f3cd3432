import DigestText

/// The parts of links and of their definitions, as CommonMark 0.30 has them in sections 4.7, 6.3 and 6.5. All functions
/// take the offset where a part begins and return the offset after it, or `nil` where it is not there.
enum LinkSyntax {
  /// How deep parentheses stand inside one another in an address, as in md4c: so each byte is looked at a few times.
  private static let parentheses = 32

  /// `(address "title")`, after the `]` of a link.
  static func endOfTail(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
    var i = skipSpace(bytes, start + 1)
    guard i < bytes.count else { return nil }
    if bytes[i] == UInt8(ascii: ")") { return i + 1 }
    guard let destination = endOfDestination(bytes, at: i) else { return nil }
    i = skipSpace(bytes, destination)
    if i > destination, let title = endOfTitle(bytes, at: i) { i = skipSpace(bytes, title) }
    return i < bytes.count && bytes[i] == UInt8(ascii: ")") ? i + 1 : nil
  }

  /// `<any address>`, or one without spaces whose parentheses are balanced.
  static func endOfDestination(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    var i = start
    if bytes[i] == UInt8(ascii: "<") {
      i += 1
      while i < bytes.count, !bytes[i].isNewline, bytes[i] != UInt8(ascii: "<") {
        if bytes[i] == UInt8(ascii: ">") { return i + 1 }
        i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }
    var depth = 0
    scan: while i < bytes.count, bytes[i] > 0x20, bytes[i] != 0x7F {
      switch bytes[i] {
      case UInt8(ascii: "\\"): if i + 1 < bytes.count, bytes[i + 1].isPunctuation { i += 1 }
      case UInt8(ascii: "("):
        depth += 1
        if depth > Self.parentheses { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      i += 1
    }
    return i > start && depth == 0 ? min(i, bytes.count) : nil
  }

  /// `"title"`, `'title'` or `(title)`, without a blank line in it.
  static func endOfTitle(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var i = start + 1
    var isBlankLine = false
    while i < bytes.count {
      if bytes[i] == close { return i + 1 }
      if bytes[i] == UInt8(ascii: "("), close == UInt8(ascii: ")") { return nil }
      if bytes[i] == 0x0A {
        if isBlankLine { return nil }
        isBlankLine = true
      } else if !bytes[i].isSpace {
        isBlankLine = false
      }
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// `[label]`: at most 999 bytes, no other bracket in it that is not escaped.
  static func endOfLabel(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    var i = start + 1
    let limit = min(bytes.count, start + 1001)
    while i < limit, bytes[i] != UInt8(ascii: "[") {
      if bytes[i] == UInt8(ascii: "]") { return i + 1 }
      i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// `<scheme:address>`, in which no byte means anything else.
  static func endOfAutolink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var i = start + 1
    while i < bytes.count, bytes[i].isAlphanumeric || "+.-".utf8.contains(bytes[i]) { i += 1 }
    guard i > start + 1, i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return nil }
    while i < bytes.count, !bytes[i].isSpace, bytes[i] != UInt8(ascii: "<") {
      if bytes[i] == UInt8(ascii: ">") { return i + 1 }
      i += 1
    }
    return nil
  }

  static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isSpace { i += 1 }
    return i
  }
}
