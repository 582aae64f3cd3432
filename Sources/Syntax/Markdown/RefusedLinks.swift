import DigestText

/// Makes text of the links and pictures in inline Markdown whose address is not wanted, with a backslash where each
/// begins to be one: `[t\](address)`, `\<address>`, `\<a href="address">`.
///
/// Other programs read a text in other ways: to them `$…$` may be words. So only code is left alone.
package struct RefusedLinks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isAllowed: (String) -> Bool
  /// Where backslashes go, ascending.
  private var places: [Int] = []

  /// - Parameters:
  ///   - markdown: inline Markdown.
  ///   - isAllowed: whether an address, its escapes and references resolved, may be a link.
  /// - Returns: `nil` where there is nothing to do.
  /// - Complexity: O(n).
  package static func escaped(in markdown: String, isAllowed: (String) -> Bool) -> String? {
    var markdown = markdown
    return withoutActuallyEscaping(isAllowed) { isAllowed in
      markdown.withUTF8 { bytes in
        guard
          bytes.firstOffset(of: UInt8(ascii: "]")) != nil || bytes.firstOffset(of: UInt8(ascii: "<")) != nil
        else { return nil }
        var links = RefusedLinks(bytes: bytes, isAllowed: isAllowed)
        links.find()
        return links.places.isEmpty ? nil : links.result
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, isAllowed: @escaping (String) -> Bool) {
    self.bytes = bytes
    self.isAllowed = isAllowed
  }

  private var result: String {
    var result: [UInt8] = []
    var done = 0
    for place in places {
      result.append(contentsOf: bytes[done..<place])
      result.append(UInt8(ascii: "\\"))
      done = place
    }
    result.append(contentsOf: bytes[done...])
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func find() {
    var code = CodeSpanSearch()
    // Where a definition could begin, `[label]: address`.
    var lineStart = 0
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x0A:
        i += 1
        lineStart = i
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = code.end(ofSpanAt: i, in: bytes)
      case UInt8(ascii: "]"):
        if let address = linkAddress(at: i + 1, isFirst: bytes[lineStart] == UInt8(ascii: "[")),
          !isAllowed(address)
        {
          places.append(i)
        }
        i += 1
      case UInt8(ascii: "<"):
        if let address = angleAddress(at: i), !isAllowed(address) { places.append(i) }
        i += 1
      default: i += 1
      }
    }
  }

  /// What `(address "title")` leads to, and `: address` of a definition.
  /// - Parameter isFirst: whether the line begins with a bracket.
  private func linkAddress(at start: Int, isFirst: Bool) -> String? {
    guard start < bytes.count else { return nil }
    guard bytes[start] == UInt8(ascii: "(") || isFirst && bytes[start] == UInt8(ascii: ":") else {
      return nil
    }
    let lower = LinkSyntax.skipSpace(bytes, start + 1)
    guard let upper = LinkSyntax.endOfDestination(bytes, at: lower) else { return nil }
    let isInAngles = bytes[lower] == UInt8(ascii: "<")
    return decoded(isInAngles ? lower + 1..<upper - 1 : lower..<upper)
  }

  /// What `<scheme:address>`, `<a href="address">` or `<img src="address">` leads to.
  private func angleAddress(at start: Int) -> String? {
    if let end = LinkSyntax.endOfAutolink(bytes, at: start) {
      return String(decoding: bytes[start + 1..<end - 1], as: UTF8.self)
    }
    let tag = InlineTag.read(bytes, at: start)
    return tag?.attribute("href") ?? tag?.attribute("src")
  }

  /// Without backslashes before punctuation, and with character references resolved.
  private func decoded(_ range: Range<Int>) -> String {
    var plain: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < range.upperBound, bytes[i + 1].isPunctuation { i += 1 }
      plain.append(bytes[i])
      i += 1
    }
    return plain.withUnsafeBufferPointer(CharacterReference.decodeAll)
  }
}
