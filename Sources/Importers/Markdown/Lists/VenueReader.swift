import DigestModel
import DigestText

/// Where and when a paper was published, as lists say it in a few words.
struct VenueReading: Equatable {
  /// The conference or journal as written, without what surrounds it: `ICLR 2024` of `accepted at ICLR 2024 (Oral)`.
  /// `nil` for arXiv and for a venue that the paper was only sent to.
  var container: String?
  var date: EDTFDate?
  /// Whether the words name an archive, or a venue that the paper was only sent to.
  var isPreprint = false

  /// Whether nothing is said: `Oral`.
  var isEmpty: Bool { container == nil && date == nil && !isPreprint }
}

/// Reads texts that say where and when a paper was published and nothing else: `ICLR 2024 (Oral)`, `2024/01`, `arXiv
/// preprint`, `IEEE Transactions on Kites, 2024`.
enum VenueReader {
  /// A text that is longer says something else, in bytes of UTF-8.
  private static let longest = 140
  private static let mostWords = 16

  /// - Parameter isTitlePossible: whether the text may be a title; then names of journals, which are words like any
  ///   others, are not looked for.
  /// - Returns: `nil` where the text says anything else.
  static func read(_ text: String, isTitlePossible: Bool = false) -> VenueReading? {
    let text = Self.withoutSigns(text)
    guard !text.isEmpty, text.utf8.count <= longest else { return nil }
    if let date = date(text) { return VenueReading(container: nil, date: date) }
    if !isTitlePossible, let journal = journal(text) { return journal }
    let tokens = VenueToken.tokens(of: text)
    guard !tokens.isEmpty, tokens.count <= mostWords else { return nil }
    return VenueAssembly(tokens: tokens, isTitlePossible: isTitlePossible).reading
  }

  /// A journal that is known by its whole name, with or without a year.
  private static func journal(_ text: String) -> VenueReading? {
    var name = text[...]
    var date: EDTFDate?
    if let last = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "(" }).last, last.count == 4,
      let year = self.date(String(last))
    {
      date = year
      name = name.dropLast(4)
    }
    while let last = name.last, " ,.(".contains(last) { name.removeLast() }
    guard VenueWords.names.contains(name.lowercased()) else { return nil }
    let isAdjacent = date != nil && !text.dropFirst(name.count).contains { $0 == "," || $0 == "(" }
    return VenueReading(container: isAdjacent ? text : String(name), date: date)
  }

  /// A date and nothing else.
  static func date(_ text: String) -> EDTFDate? {
    guard text.utf8.contains(where: \.isDigit), let reading = DateReader.read(text) else { return nil }
    return 1900...2100 ~= reading.date.start.year ? reading.date : nil
  }

  /// Without quotes, brackets and punctuation around all of it.
  static func withoutSigns(_ text: String) -> String {
    let signs: Set<Character> = [
      " ", "\n", ",", ".", ";", ":", "|", "(", ")", "[", "]", "{", "}", "*", "_", "-", "–", "—", "·", "•",
      "/", "\"",
      "“", "”", "【", "】", "（", "）", "，", "。", "`", "~", "✨", "🔥", "@", "!",
    ]
    var rest = text[...]
    while let first = rest.first, signs.contains(first) { rest.removeFirst() }
    while let last = rest.last, signs.contains(last) { rest.removeLast() }
    return String(rest)
  }
}

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

/// Makes a reading of the words of a venue.
struct VenueAssembly {
  let tokens: [VenueToken]
  let isTitlePossible: Bool

  var reading: VenueReading? {
    guard let core else { return withoutVenue }
    let outside = tokens.indices.filter { !core.contains($0) }
    guard outside.allSatisfy({ isOutside($0, of: core) }) else { return nil }
    var reading = VenueReading()
    reading.date = date(around: core)
    reading.isPreprint = tokens.contains { $0.kind == .submitted }
    if !reading.isPreprint { reading.container = tokens[core].map(\.text).joined(separator: " ") }
    return reading
  }

  /// Only an archive, a date, a prize.
  private var withoutVenue: VenueReading? {
    let isKnown = tokens.allSatisfy { token in
      switch token.kind {
      case .preprint, .filler, .date, .year, .submitted, .part: true
      case .acronym, .journal, .name, .unknown: false
      }
    }
    let saysSomething = tokens.contains { token in
      switch token.kind {
      case .preprint, .year, .submitted: true
      case .filler: token.text.lowercased() != "the" && token.text.count > 2
      default: false
      }
    }
    guard isKnown, saysSomething else { return nil }
    return VenueReading(
      container: nil, date: date(around: nil),
      isPreprint: tokens.contains { $0.kind == .preprint || $0.kind == .submitted })
  }

  private func isOutside(_ index: Int, of core: ClosedRange<Int>) -> Bool {
    switch tokens[index].kind {
    case .filler, .part, .year, .date, .submitted, .preprint: true
    // A second venue: `ICCV 2023, TPAMI 2024`.
    case .acronym: tokens[index].isParted || tokens[index - 1].kind == .filler
    // A short year before the acronym: `19 ICML` is a date, and so is `19`.
    case .journal, .name, .unknown: false
    }
  }

  /// From the first to the last word of the venue's name, with the year right after it.
  private var core: ClosedRange<Int>? {
    let known = tokens.indices.filter { tokens[$0].kind == .acronym }
    if let first = known.first { return grown(from: first) }
    return isTitlePossible ? unknownVenue : journal ?? unknownVenue
  }

  /// `IEEE Transactions on Kites`, `International Journal of Wind 2024`, `Nature Communications`.
  private var journal: ClosedRange<Int>? {
    guard
      let word = tokens.indices.first(where: { tokens[$0].kind == .journal })
        ?? tokens.indices.first(where: { tokens[$0].kind != .filler })
        .flatMap({ VenueWords.beginnings.contains(tokens[$0].text.lowercased()) ? $0 : nil })
    else { return nil }
    var first = word
    while first > 0, !tokens[first].isParted, isName(tokens[first - 1]) { first -= 1 }
    while VenueWords.small.contains(tokens[first].text.lowercased()), first < word { first += 1 }
    var last = word
    while last + 1 < tokens.count, isName(tokens[last + 1]), !tokens[last + 1].isParted { last += 1 }
    while VenueWords.small.contains(tokens[last].text.lowercased()), last > word { last -= 1 }
    guard last > first, last - first < 9, tokens[first...last].allSatisfy({ !$0.text.hasSuffix(":") }) else {
      return nil
    }
    return first...withYear(last)
  }

  /// Letters in capitals with a year: `KITECON 2024`.
  private var unknownVenue: ClosedRange<Int>? {
    for index in tokens.indices.dropLast() where tokens[index].kind == .name {
      let letters = tokens[index].text.filter { $0.isLetter }
      if letters.count > 2, letters.count < 10, letters.filter({ $0.isUppercase }).count * 2 > letters.count,
        case .year = tokens[index + 1].kind, !tokens[index + 1].isParted
      {
        return index...(index + 1)
      }
    }
    return nil
  }

  private func grown(from start: Int) -> ClosedRange<Int> {
    var first = start
    while first > 0, isVenuePart(tokens[first - 1]),
      !tokens[first].isParted || tokens[first - 1].kind == .journal
    {
      first -= 1
    }
    while first < start, VenueWords.small.contains(tokens[first].text.lowercased()) { first += 1 }
    var last = withYear(start)
    while last + 1 < tokens.count, !tokens[last + 1].isParted,
      isVenuePart(tokens[last + 1]) || tokens[last + 1].kind == .acronym
    {
      last = withYear(last + 1)
    }
    // `ICML Workshop on Kites`
    if tokens[start...last].contains(where: { $0.text.lowercased().hasPrefix("workshop") }) {
      while last + 1 < tokens.count, !tokens[last + 1].isParted, isName(tokens[last + 1]) { last += 1 }
    }
    while last > start, VenueWords.small.contains(tokens[last].text.lowercased()) { last -= 1 }
    return first...last
  }

  private func withYear(_ index: Int) -> Int {
    guard index + 1 < tokens.count, case .year = tokens[index + 1].kind, !tokens[index + 1].isParted else {
      return index
    }
    return index + 1
  }

  private func isVenuePart(_ token: VenueToken) -> Bool { token.kind == .part || token.kind == .journal }

  private func isName(_ token: VenueToken) -> Bool {
    switch token.kind {
    case .name, .journal, .acronym: true
    default: VenueWords.small.contains(token.text.lowercased())
    }
  }

  private func date(around core: ClosedRange<Int>?) -> EDTFDate? {
    let rest = tokens.indices.filter { core?.contains($0) != true }.map { tokens[$0] }
    let words = rest.filter { token in
      switch token.kind {
      case .date, .year: true
      default: false
      }
    }
    .map(\.text)
    if !words.isEmpty, let date = VenueReader.date(words.joined(separator: " ")) { return date }
    for word in words { if let date = VenueReader.date(word), date.start.month != nil { return date } }
    for token in tokens {
      if case .year(let year) = token.kind { return PartialDate(year: year).map { EDTFDate($0) } }
      if let year = token.year { return PartialDate(year: year).map { EDTFDate($0) } }
    }
    // `19 ICML`
    if let core, core.lowerBound > 0, tokens[core.lowerBound - 1].text.count == 2,
      let year = Int(tokens[core.lowerBound - 1].text)
    {
      return PartialDate(year: year > 60 ? 1900 + year : 2000 + year).map { EDTFDate($0) }
    }
    return nil
  }
}
