import DigestModel
import DigestSyntax
import DigestText

/// A paper as one text of a list: `[Kites That Plan](https://arxiv.org/abs/2401.00011)`, `Kites: arXiv:2401.00011`.
struct ListLine {
  private let text: String
  private let id: String
  /// The words of a link.
  private let title: String?

  /// - Returns: `nil` where the text is an id alone, or does not name one paper.
  init?(_ text: String) {
    guard text.utf8.count > 12, PaperID(text) == nil else { return nil }
    var copy = text
    let ids: [String] = copy.withUTF8 { bytes in
      PaperIDScanner.scan(bytes).map { String(decoding: bytes[$0.lower..<$0.upper], as: UTF8.self) }
    }
    guard ids.count == 1 else { return nil }
    self.text = text
    id = ids[0]
    title = Self.linkText(text.trimmed)
  }

  /// The words of a link that is all of a text.
  private static func linkText(_ text: String) -> String? {
    guard text.hasPrefix("["), text.hasSuffix(")"), let middle = text.range(of: "](") else { return nil }
    let words = text[text.index(after: text.startIndex)..<middle]
    return words.isEmpty ? nil : String(words)
  }

  /// The record that it is; words that are not a title are kept as they are.
  func members(at node: LocatedNode) -> [LocatedMember] {
    func member(_ key: String, _ text: String) -> LocatedMember {
      LocatedMember(
        key: key, keyRange: node.range,
        value: LocatedNode(text: text, range: node.range))
    }
    return [member("id", id), title.map { member("title", $0) } ?? member("text", text)]
  }
}

extension String {
  /// Where a text begins in this one.
  fileprivate func range(of text: String) -> String.Index? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i }
      i = index(after: i)
    }
    return nil
  }
}
