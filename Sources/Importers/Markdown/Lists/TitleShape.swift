import DigestModel
import DigestText

/// Tells titles from words that stand in their place.
enum TitleShape {
  /// Whether the words of a link are a title where one is expected: at the beginning of an entry, in a column of
  /// titles.
  static func isTitle(_ text: String) -> Bool {
    let text = text.trimmed
    guard text.utf8.count > 2, text.utf8.count <= TitleLimits.longest, LinkMeaning(text) == nil,
      !isCitation(text), !text.utf8.starts(with: "http".utf8), PaperID(text) == nil,
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
    else { return false }
    return VenueReader.read(text, isTitlePossible: true) == nil
  }

  /// Whether the words of a link in the middle of a sentence are a title for sure: they are written as one.
  static func isTitleInProse(_ text: String) -> Bool {
    guard isTitle(text) else { return false }
    let words = words(text)
    guard words.count > 2 else { return false }
    return capitals(words) >= 0.7
  }

  /// `Bee et al. (2024)`, `Bee and Dee, 2024`, `Bee 2024`, `[12]`.
  static func isCitation(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = text.split(separator: " ").map { String($0) }
    if words.count < 8, lower.contains("et al") || lower.contains("etal") { return true }
    guard let last = words.last, words.count < 7 else { return false }
    let year = last.filter { $0.isNumber }
    guard year.count == 4, year.hasPrefix("19") || year.hasPrefix("20"), last.count <= 8 else { return false }
    let names = words.dropLast().joined(separator: " ")
    let pieces = NamesShape.pieces(names)
    // `Bee (2024)`: a bracket or a comma; `Kites 2024` might be a title.
    let isSetOff = last.hasPrefix("(") || last.hasPrefix("[") || names.hasSuffix(",")
    return isSetOff && !pieces.isEmpty
      && pieces.allSatisfy { piece in
        NamesShape.isPerson(piece) || !piece.contains(" ") && piece.first?.isUppercase == true
      }
  }

  /// The share of the words that begin with a capital, small words left out; 1 for scripts without capitals.
  static func capitals(_ words: [String]) -> Double {
    var count = 0
    var capitals = 0
    for word in words where !small.contains(word.lowercased()) {
      guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { continue }
      count += 1
      let hasCase = first.isUppercase || first.isLowercase
      if !hasCase || first.isUppercase { capitals += 1 }
    }
    return count == 0 ? 0 : Double(capitals) / Double(count)
  }

  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { String($0) }
  }

  /// Words that titles write small.
  static let small: Set<String> = [
    "a", "an", "the", "and", "or", "but", "of", "on", "in", "at", "to", "for", "by", "with", "from", "via",
    "as", "is",
    "are", "be", "do", "not", "into", "through", "under", "over", "between", "beyond", "using", "without",
    "against",
    "towards", "toward", "their", "its", "it", "that", "than", "vs", "vs.", "-", "–", "—", "&", "de", "la",
    "le", "des",
    "et", "und", "der", "die", "das", "für", "von", "y", "e", "en", "di", "per", "upon", "across", "when",
    "can",
  ]

  /// Words that a sentence has before a link and a title does not end in, in lower case.
  static let beforeLinkInProse: Set<String> = [
    "the", "a", "an", "in", "on", "at", "of", "to", "see", "from", "via", "by", "with", "our", "their", "his",
    "her",
    "this", "that", "these", "and", "or", "as", "is", "are", "for", "read", "check", "paper", "work", "like",
    "using",
    "following", "called", "titled", "cf", "cf.", "e.g.", "e.g", "i.e.", "also", "both", "per", "we", "than",
    "follow",
    "use", "uses", "used", "based", "after", "into", "about", "under", "through", "it", "its", "please",
    "refer", "new",
  ]

  /// A title without what closes a sentence and without quotes and brackets around it.
  static func withoutSigns(_ text: String) -> String {
    var rest = Substring(text.trimmed)
    var isChanged = true
    while isChanged {
      isChanged = false
      while let last = rest.last, ".,;:|/-–—·•，。、；：\\*_".contains(last), !isEllipsis(rest) {
        rest.removeLast()
        isChanged = true
      }
      while let first = rest.first, " .,;:|-–—·•，。、*_".contains(first) {
        rest.removeFirst()
        isChanged = true
      }
      while rest.last == " " {
        rest.removeLast()
        isChanged = true
      }
      if let first = rest.first, let last = rest.last, rest.count > 2, let closing = pairs[first],
        closing == last,
        !rest.dropFirst().dropLast().contains(where: { $0 == first || $0 == last })
      {
        rest = rest.dropFirst().dropLast()
        isChanged = true
      }
    }
    return String(rest)
  }

  private static func isEllipsis(_ text: Substring) -> Bool { text.hasSuffix("...") }

  static let pairs: [Character: Character] = [
    "\"": "\"", "“": "”", "”": "”", "„": "“", "‘": "’", "'": "'", "「": "」", "『": "』", "《": "》", "«": "»",
    "»": "«",
    "[": "]", "(": ")", "{": "}", "【": "】", "（": "）", "`": "`",
  ]
}

extension String {
  /// Without the letters at the beginning that fulfil a condition, and without the spaces after them.
  func drop(while isDropped: (Unicode.Scalar) -> Bool) -> String {
    String(String.UnicodeScalarView(unicodeScalars.drop { isDropped($0) || $0 == " " }))
  }
}
