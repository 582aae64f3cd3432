import DigestText

/// What is the name of a paper, and what only looks like one.
package enum PaperName {
  /// Whether a text can be the name of a paper at all: it holds no id, and is more than a word for a kind of paper.
  package static func isPossible(_ text: String) -> Bool { !holdsID(text) && !isKind(text) }

  /// Whether a text only says what kind of paper follows: `Survey`, `Meta-Analysis`, `Tổng quan`, `数据集`,
  /// `Position paper`, `Review (2024)`.
  package static func isKind(_ text: String) -> Bool {
    let base = withoutBrackets(text).lowercased()
    let words = base.split { " -/&+,–\u{A0}".contains($0) }
    guard !words.isEmpty else { return true }
    var hasKind = false
    for word in words {
      let word = String(word)
      if PaperNameWords.kinds.contains(word) || isEastAsianKind(word) {
        hasKind = true
      } else if !PaperNameWords.qualifiers.contains(word), !PaperNameWords.connectors.contains(word),
        !word.utf8.allSatisfy(\.isDigit)
      {
        return false
      }
    }
    return hasKind
  }

  /// Whether words of Chinese or Japanese for kinds make up a whole text: `系统性综述`.
  private static func isEastAsianKind(_ text: String) -> Bool {
    guard let first = text.utf8.first, 0xE3...0xED ~= first else { return false }
    var rest = text[...]
    while !rest.isEmpty {
      let found = PaperNameWords.eastAsianKinds.filter(rest.hasPrefix).max { $0.count < $1.count }
      guard let found else { return false }
      rest = rest.dropFirst(found.count)
    }
    return true
  }

  static func holdsID(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.contains { $0.isDigit } && !PaperIDScanner.scan(bytes).isEmpty
    }
  }

  /// A text without what stands in brackets, and without the blanks around that.
  static func withoutBrackets(_ text: String) -> String {
    var result = ""
    var depth = 0
    for scalar in text.unicodeScalars {
      if "([{（【".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0 { result.unicodeScalars.append(scalar) }
      if ")]}）】".unicodeScalars.contains(scalar), depth > 0 { depth -= 1 }
    }
    return result
  }
}
