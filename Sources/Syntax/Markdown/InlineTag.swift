import DigestText

/// A tag of HTML that means what Markdown has a mark for, or a little more. Any other tag is text.
package struct InlineTag {
  package enum Name {
    case strong, emphasis, code, link, `subscript`, superscript, lineBreak, image
  }

  package var name: Name
  package var isClosing: Bool
  /// With its brackets.
  var range: Range<Int>
  /// Names in lower case, values with their character references resolved, and where they stand without quotes.
  private var attributes: [(name: String, value: String, place: Range<Int>)] = []

  func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Where the value of an attribute stands.
  func place(of name: String) -> Range<Int>? { attributes.first { $0.name == name }?.place }

  init(name: Name, isClosing: Bool, range: Range<Int>) {
    self.name = name
    self.isClosing = isClosing
    self.range = range
  }

  /// What an opening tag opens; `nil` for `<a name=…>`, and for tags that have no partner.
  package var opens: InlineSpan? {
    guard !isClosing else { return nil }
    switch name {
    case .strong: return .strong
    case .emphasis: return .emphasis
    case .subscript: return .subscript
    case .superscript: return .superscript
    case .link: return attribute("href").map { .link(destination: $0, title: attribute("title")) }
    case .code, .lineBreak, .image: return nil
    }
  }

  /// Whether it is the partner of the tag that opened a span.
  package func closes(_ span: InlineSpan) -> Bool {
    guard isClosing else { return false }
    switch (name, span) {
    case (.strong, .strong), (.emphasis, .emphasis), (.subscript, .subscript), (.superscript, .superscript),
      (.link, .link):
      return true
    default: return false
    }
  }

  private static let names: [(StaticString, Name)] = [
    ("b", .strong), ("strong", .strong), ("i", .emphasis), ("em", .emphasis), ("code", .code), ("a", .link),
    ("sub", .subscript), ("sup", .superscript), ("br", .lineBreak), ("img", .image),
  ]

  /// No tag is longer; so a text of many `<` is read in linear time.
  private static let longest = 2000

  /// The tag that begins at a `<`, or `nil` where that is text.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> InlineTag? {
    var i = start + 1
    let limit = min(bytes.count, start + longest)
    let isClosing = i < limit && bytes[i] == UInt8(ascii: "/")
    if isClosing { i += 1 }
    let word = i
    while i < limit, bytes[i].isLetter, i - word <= 6 { i += 1 }
    guard i < limit, let (_, name) = names.first(where: { matches(bytes, word..<i, $0.0) }) else {
      return nil
    }
    var tag = InlineTag(name: name, isClosing: isClosing, range: start..<start)
    while true {
      let next = skipSpace(bytes, i, limit)
      guard next < limit else { return nil }
      if bytes[next] == UInt8(ascii: ">") {
        tag.range = start..<next + 1
        return tag
      }
      if bytes[next] == UInt8(ascii: "/"), next + 1 < limit, bytes[next + 1] == UInt8(ascii: ">") {
        // `<b/>` is not what it seems: browsers take it for `<b>`.
        guard name == .lineBreak || name == .image, !isClosing else { return nil }
        tag.range = start..<next + 2
        return tag
      }
      guard next > i, !isClosing, let end = tag.readAttribute(bytes, at: next, before: limit) else {
        return nil
      }
      i = end
    }
  }

  /// `name="value"`, `name='value'`, `name=value` or `name` (CommonMark 0.30, section 6.6).
  private mutating func readAttribute(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before limit: Int
  ) -> Int? {
    var i = start
    guard bytes[i].isLetter || bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: ":") else {
      return nil
    }
    while i < limit, bytes[i].isAlphanumeric || "_.:-".utf8.contains(bytes[i]) { i += 1 }
    let name = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
    let sign = Self.skipSpace(bytes, i, limit)
    guard sign < limit, bytes[sign] == UInt8(ascii: "=") else {
      attributes.append((name, "", i..<i))
      return i
    }
    i = Self.skipSpace(bytes, sign + 1, limit)
    guard i < limit else { return nil }
    let value: Range<Int>
    if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
      guard let close = bytes[(i + 1)..<limit].firstIndex(of: bytes[i]) else { return nil }
      value = i + 1..<close
      i = close + 1
    } else {
      let first = i
      while i < limit, !bytes[i].isSpace, !"\"'=<>`".utf8.contains(bytes[i]) { i += 1 }
      guard i > first else { return nil }
      value = first..<i
    }
    let decoded = CharacterReference.decodeAll(UnsafeBufferPointer(rebasing: bytes[value]))
    attributes.append((name, decoded, value))
    return i
  }

  private static func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, bytes[i].isSpace { i += 1 }
    return i
  }

  private static func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString
  ) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for k in 0..<range.count where bytes[range.lowerBound + k].lowercased != name.utf8Start[k] {
      return false
    }
    return true
  }
}
