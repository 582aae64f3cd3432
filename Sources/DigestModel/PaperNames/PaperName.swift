import DigestText

/// What is the name of a paper, and what only looks like one.
package enum PaperName {
  /// Whether a text can be the name of a paper at all: it holds no id, and is more than a word for a kind of paper.
  package static func isPossible(_ text: String) -> Bool { !holdsID(text) && !isKind(text) }

  /// Whether a text only says what kind of paper follows: `Survey`, `Meta-Analysis`, `Tổng quan`, `数据集`,
  /// `Position paper`, `Review (2024)`.
  package static func isKind(_ text: String) -> Bool { isKind(text, orField: false) }

  /// - Parameter orField: whether abbreviations of fields count, too: `LLM`, `LLM Survey`.
  static func isKind(_ text: String, orField: Bool) -> Bool {
    let base = withoutBrackets(text).lowercased()
    let words = base.split { $0.isOne(of: " -/&+,–\u{A0}") }
    guard !words.isEmpty else { return true }
    var hasKind = false
    for word in words {
      let word = String(word)
      if PaperNameWords.kinds.contains(word) || isEastAsianKind(word)
        || orField && PaperNameWords.fields.contains(word)
      {
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

  /// Whether a text is nothing but terms of the field: `LLM`, `Mixture-of-Experts`.
  package static func isTerm(_ text: String) -> Bool {
    text.split { $0.isOne(of: " /:(),&|") }.allSatisfy { PaperNameWord($0).isCommon }
  }

  /// The letters and digits of a name in lower case, by which two spellings of it are the same.
  package static func key(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0.isAlphanumeric || $0.isNonASCII }
  }

  /// The made-up words of a name, in lower case: `emu3`; none in `Attention Head Survey`.
  package static func tellingWords(of name: String) -> Set<String> {
    let words = name.split { $0.isOne(of: " /:(),&|") }.map(PaperNameWord.init)
    return Set(words.filter { $0.shape == .coined && !$0.isCommon && $0.key.utf8.count > 2 }.map(\.key))
  }

  /// Whether words stand in a text with no letter or digit right before or after them; capitals do not count.
  package static func stands(_ words: String, in text: String) -> Bool { text.holds(words: words) }

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
      switch scalar {
      case "(", "[", "{", "（", "【":
        depth += 1
        continue
      case ")", "]", "}", "）", "】":
        if depth > 0 {
          depth -= 1
          continue
        }
      default: break
      }
      if depth == 0 { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}

extension Character {
  /// Whether it is one of some signs, none of which is a letter or a digit.
  func isOne(of signs: String) -> Bool {
    // Most characters are, and to compare with each sign takes long.
    guard let first = utf8.first, !first.isAlphanumeric else { return false }
    return signs.contains(self)
  }
}

extension String {
  /// Whether the words stand in it with no letter or digit right before or after them; capitals do not count.
  fileprivate func holds(words: String) -> Bool {
    let text = Array(lowercased().utf8)
    let words = Array(words.lowercased().utf8)
    guard !words.isEmpty, text.count >= words.count else { return false }
    func isLetter(_ i: Int) -> Bool {
      text.indices.contains(i) && (text[i].isAlphanumeric || text[i].isNonASCII)
    }
    return (0...(text.count - words.count)).contains { i in
      text[i] == words[0] && text[i..<i + words.count].elementsEqual(words) && !isLetter(i - 1)
        && !isLetter(i + words.count)
    }
  }
}
