import DigestText

/// Writes words so that inline Markdown reads them as they are, with no more backslashes than that needs: text that
/// people edit should look like text.
///
/// What it knows of the parser stands in `Sources/Syntax/Markdown`; a test of random signs holds the two together.
package enum MarkdownEscaping {
  /// The markup that stands beside the words in the same text, so that their signs could be its partners.
  package struct Markup: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let asterisks = Markup(rawValue: 1)
    package static let dollars = Markup(rawValue: 2)
    package static let backticks = Markup(rawValue: 4)
    package static let tags = Markup(rawValue: 8)
    package static let links = Markup(rawValue: 16)
    /// Addresses, which then are not links.
    package static let addresses = Markup(rawValue: 32)
    package static let underscores = Markup(rawValue: 64)
    /// Every sign that could be markup is escaped.
    package static let any: Markup = [
      .asterisks, .underscores, .dollars, .backticks, .tags, .links, .addresses,
    ]
  }

  /// Text whose only markup is that of other parts.
  /// - Complexity: O(n).
  package static func append(
    _ words: UnsafeBufferPointer<UInt8>, beside markup: Markup = [], to output: inout [UInt8]
  ) {
    guard markup.contains(.addresses) || words.firstOffset(from: 0, where: isMark, distance) < words.count
    else { return output.append(contentsOf: words) }
    Escaper(words, markup).append(to: &output)
  }

  /// The kinds of signs that words hold more than one of, so that they could be partners.
  package static func signs(in words: UnsafeBufferPointer<UInt8>) -> Markup {
    var signs: Markup = []
    /// The kinds of which one sign was seen.
    var seen: Markup = []
    var i = 0
    while true {
      i = words.firstOffset(from: i, where: isMark, distance)
      guard i < words.count else { return signs }
      if let kind = partners.first(where: { $0.sign == words[i] })?.kind {
        if !seen.insert(kind).inserted { signs.insert(kind) }
      } else if words.holds("](", at: i) {
        signs.insert(.links)
      }
      i += 1
    }
  }

  /// Signs that are markup together with another of their kind.
  private static let partners: [(sign: UInt8, kind: Markup)] = [
    (UInt8(ascii: "*"), .asterisks), (UInt8(ascii: "_"), .underscores), (UInt8(ascii: "$"), .dollars),
    (UInt8(ascii: "`"), .backticks),
  ]

  /// Signs that may need a backslash.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// 0 for a mark. Marks that differ in one bit are looked for together.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let brackets = min((byte | 0x01) ^ UInt8(ascii: "]"), byte ^ UInt8(ascii: "["))
    let low = min(min((byte | 0x02) ^ UInt8(ascii: "&"), byte ^ UInt8(ascii: "*")), byte ^ UInt8(ascii: "<"))
    return min(min(brackets, low), min(byte ^ UInt8(ascii: "_"), byte ^ UInt8(ascii: "`")))
  }

  private struct Escaper {
    let words: UnsafeBufferPointer<UInt8>
    /// Signs that have no possible partner stay bare.
    var escaped: Set<UInt8> = []
    let hasTags: Bool
    /// Whether addresses are links that stay as they are written.
    let keepsAddresses: Bool

    init(_ words: UnsafeBufferPointer<UInt8>, _ markup: Markup) {
      self.words = words
      hasTags = markup.contains(.tags)
      keepsAddresses = !markup.contains(.addresses)
      let markup = markup.union(MarkdownEscaping.signs(in: words))
      for (sign, kind) in MarkdownEscaping.partners where markup.contains(kind) { escaped.insert(sign) }
      if markup.contains(.links) { escaped.formUnion("[]".utf8) }
    }

    func append(to output: inout [UInt8]) {
      let colon = UInt8(ascii: ":")
      var copied = 0
      var i = 0
      while true {
        i = words.firstOffset(
          from: i, where: { isMark($0) || $0 == colon }, { min(distance($0), $0 ^ colon) })
        guard i < words.count else { break }
        let isAddress = words.holds("://", at: i)
        if isAddress && keepsAddresses {
          // In an address a backslash would be part of it.
          i = words[i...].firstIndex { $0.isSpace } ?? words.count
          continue
        }
        if isAddress || words[i] != colon && needsBackslash(words[i], at: i) {
          output.append(contentsOf: words[copied..<i])
          output.append(UInt8(ascii: "\\"))
          copied = i
        }
        i += 1
      }
      output.append(contentsOf: words[copied...])
    }

    private func needsBackslash(_ byte: UInt8, at i: Int) -> Bool {
      let next = i + 1 < words.count ? words[i + 1] : 0x0A
      switch byte {
      case UInt8(ascii: "\\"): return next.isPunctuation || next == 0x0A
      case UInt8(ascii: "<"):
        return hasTags || next == UInt8(ascii: "/") || !next.isSpace && isClosed(after: i)
      case UInt8(ascii: "&"): return isReference(at: i)
      case UInt8(ascii: "_"):
        // Inside a word it is never markup (CommonMark 0.30, section 6.2).
        return escaped.contains(byte) && !(i > 0 && words[i - 1].isAlphanumeric && next.isAlphanumeric)
      default: return escaped.contains(byte)
      }
    }

    /// Whether a `>` follows that could end a tag or an address in angle brackets.
    private func isClosed(after i: Int) -> Bool {
      // An address has at most 2,000 characters; the limit keeps a text of `<` linear.
      for byte in words[(i + 1)...].prefix(2000) {
        if byte == UInt8(ascii: ">") { return true }
        if byte.isSpace || byte == UInt8(ascii: "<") { return false }
      }
      return true
    }

    /// Whether `&name;` or `&#1234;` stands at an offset.
    private func isReference(at i: Int) -> Bool {
      var k = i + 1
      if k < words.count, words[k] == UInt8(ascii: "#") { k += 1 }
      let start = k
      while k < words.count, k - start < 40, words[k].isAlphanumeric { k += 1 }
      return k > start && k < words.count && words[k] == UInt8(ascii: ";")
    }
  }
}
