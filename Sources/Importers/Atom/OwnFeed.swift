import DigestText

/// What we write into feeds and read there again.
enum OwnFeed {
  /// What the ids of our feeds begin with.
  static let prefix = "tag:digest-convert,2024:"

  /// What other feeds have no word for.
  static let vocabulary = RecordVocabulary([(.remarks, "annote")])

  /// The month in the id of one of our feeds: `tag:digest-convert,2024:digest/2024-09/…`.
  static func period(in id: String) -> String? {
    let start = prefix + "digest/"
    guard id.hasPrefix(start) else { return nil }
    let period = id.dropFirst(start.count).prefix { $0 != "/" }
    return period.isEmpty ? nil : String(period)
  }

  /// The text of each paragraph of the HTML that we write.
  /// - Complexity: O(n).
  static func paragraphs(_ html: String) -> [String] {
    guard html.hasPrefix("<p>"), html.hasSuffix("</p>") else { return [] }
    return html.dropFirst(3).dropLast(4).split(separator: "</p>\n<p>", omittingEmptySubsequences: false).map(
      text)
  }

  /// Without tags, of which ours hold no `>` in a value.
  private static func text(_ html: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = html.replacing("<br/>", with: "\n").utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "<"): rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      case UInt8(ascii: "&"):
        guard let (reference, sign) = references.first(where: { rest.starts(with: $0.0.utf8) }) else {
          bytes.append(byte)
          continue
        }
        bytes.append(sign)
        rest = rest.dropFirst(reference.utf8.count)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let references: [(String, UInt8)] = [
    ("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")),
    ("quot;", UInt8(ascii: "\"")),
  ]
}
