import DigestModel

/// A word of a venue.
struct VenueToken {
  enum Kind: Equatable {
    case acronym, preprint, submitted, journal, part, filler
    case year(Int)
    /// Part of a date: a month, a day.
    case date
    /// Capitalised, which a word in the name of a journal is.
    case name
    case unknown
  }

  let text: String
  let kind: Kind
  /// The year attached to an acronym: `CVPR'24`.
  var year: Int?
  /// Whether a comma or a bracket stands before it.
  let isParted: Bool

  static func tokens(of text: String) -> [VenueToken] {
    var tokens: [VenueToken] = []
    var word = ""
    var isParted = false
    func finish() {
      if !word.isEmpty {
        tokens.append(VenueToken(word, isParted: isParted))
        isParted = false
      }
      word = ""
    }
    for character in text {
      switch character {
      case " ", "\n": finish()
      case ",", "(", ")", "[", "]", "|", ";", "，", "、", "（", "）", "·", "{", "}", "*":
        if character == "*", !word.isEmpty {
          word.append(character)
          continue
        }
        finish()
        isParted = true
      default: word.append(character)
      }
    }
    finish()
    return tokens
  }

  private init(_ word: String, isParted: Bool) {
    var word = word
    while word.count > 1, let last = word.last, ".:!\"”".contains(last) { word.removeLast() }
    while word.count > 1, let first = word.first, "\"“:".contains(first) { word.removeFirst() }
    text = word
    self.isParted = isParted
    (kind, year) = Self.kind(of: word)
  }

  private static func kind(of word: String) -> (Kind, year: Int?) {
    let lower = word.lowercased()
    if let year = year(word) { return (.year(year), nil) }
    if VenueWords.isAcronym(lower) {
      // Words such as `date` and `media` are acronyms in capitals only.
      let isCapital = word.contains { $0.isUppercase } || lower.count > 4
      if isCapital { return (isPreprint(lower) ? .preprint : .acronym, attachedYear(word)) }
    }
    if let (letters, year) = split(word) {
      let lower = letters.lowercased()
      if VenueWords.preprint.contains(lower) { return (.preprint, year) }
      if VenueWords.isAcronym(lower) || letters.count > 2 && letters.allSatisfy({ $0.isUppercase }) {
        return (.acronym, year)
      }
    }
    if isPreprint(lower) { return (.preprint, nil) }
    if VenueWords.submitted.contains(lower) { return (.submitted, nil) }
    if VenueWords.journals.contains(lower), word.first?.isUppercase == true { return (.journal, nil) }
    if VenueWords.parts.contains(lower) { return (.part, nil) }
    if VenueWords.fillers.contains(lower) { return (.filler, nil) }
    if isDatePart(word) { return (.date, nil) }
    if PaperID(word)?.scheme == .arxiv { return (.preprint, nil) }
    return (word.first?.isUppercase == true ? .name : .unknown, nil)
  }

  private static func isPreprint(_ lower: String) -> Bool {
    let name = lower.hasPrefix("arxiv:") ? "arxiv" : lower
    return VenueWords.preprint.contains(name)
  }

  private static func year(_ word: String) -> Int? {
    var digits = word[...]
    if let first = digits.first, "'’‘".contains(first) {
      digits = digits.dropFirst()
      guard digits.count == 2, let year = Int(digits) else { return nil }
      return 2000 + year
    }
    guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(digits) else {
      return nil
    }
    return 1900...2100 ~= year ? year : nil
  }

  private static func attachedYear(_ word: String) -> Int? { split(word)?.year }

  /// `CVPR` and 2024 of `CVPR'24`, `CVPR-2024`, `CVPR24`, `2024CVPR`.
  private static func split(_ word: String) -> (letters: String, year: Int)? {
    let digits = word.reversed().prefix { $0.isASCII && $0.isNumber }
    if digits.count == 2 || digits.count == 4, let year = Int(String(digits.reversed())) {
      var letters = word.dropLast(digits.count)
      while let last = letters.last, "'’‘-_:.".contains(last) { letters.removeLast() }
      let full = digits.count == 2 ? 2000 + year : year
      if letters.count > 1, letters.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "/" || $0 == "&" }),
        1950...2100 ~= full
      {
        return (String(letters), full)
      }
    }
    let leading = word.prefix { $0.isASCII && $0.isNumber }
    if leading.count == 4, let year = Int(leading), 1950...2100 ~= year {
      var letters = word.dropFirst(4)
      while let first = letters.first, "'’-_".contains(first) { letters.removeFirst() }
      if letters.count > 1, letters.allSatisfy({ $0.isLetter }) { return (String(letters), year) }
    }
    return nil
  }

  private static func isDatePart(_ word: String) -> Bool {
    if word.allSatisfy({ $0.isASCII && ($0.isNumber || "./-".contains($0)) }) { return true }
    return DateReader.read(word + " 2024") != nil && word.count > 2
  }
}
