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
