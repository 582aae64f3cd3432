import DigestModel
import DigestText

/// Where the title of an entry stands.
struct TitleReading {
  /// Words of the text.
  var range: Range<Int>
  /// What follows the title begins here.
  var end: Int
  /// How sure it is that this is a title and all of it.
  var certainty: TitleCertainty
  /// A name that stands before the title: `DiMP: "Learning Discriminative …"`.
  var name: String?
  /// What stands at the end of the title and is not part of it: `(ICLR 2024)`.
  var notes: [Range<Int>] = []
}

/// How sure it is that words are the title of a paper. Of two titles of one paper the surer counts.
enum TitleCertainty: Int, Comparable {
  /// One word, a heading, the words above.
  case low
  /// Words without marks at the beginning of an entry.
  case plain
  /// Words that are set off, the words of a link, a cell of a column of titles.
  case sure

  static func < (a: TitleCertainty, b: TitleCertainty) -> Bool { a.rawValue < b.rawValue }
}

/// Finds the title that a text begins with.
struct TitleReader {
  let text: ListText
  let end: Int
  /// Whether two spaces end the title, as in the rows of weekly lists.
  var endsAtTwoSpaces = false

  /// - Parameter start: after what stands before the title (`LeadReader`).
  func read(from start: Int) -> TitleReading? {
    guard start < end, !text.isLink(start) else { return nil }
    if let quoted = quoted(at: start) { return quoted }
    if let named = namedQuote(from: start) { return named }
    let style = text.styles[start]
    for part in [ListStyle.strong, .emphasis] where style.contains(part) {
      return styled(part, from: start)
    }
    let stop = PlainTitle(self).end(from: start)
    if stop < end, let title = titleAfterNames(start, stop) { return title }
    return reading(start..<stop, end: stop, .plain)
  }

  /// `Ann Bee, Cee Dee. Kites That Plan.`, `Ann Bee, Cee Dee. "Kites That Plan."`
  private func titleAfterNames(_ start: Int, _ stop: Int) -> TitleReading? {
    let quote = (start..<stop).first { "\"“「《".unicodeScalars.contains(text.scalars[$0]) }
    let names = start..<(quote ?? stop)
    let words = text.string(names)
    guard let (found, rest) = NamesShape.split(words, isMarked: false),
      VenueReader.withoutSigns(rest).isEmpty || VenueReader.read(rest) != nil
        || found.utf8.count == words.utf8.count
    else { return nil }
    return afterNames(names)
  }

  // MARK: - Quotes

  private static let quotes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\""], "“": ["”", "“", "\""], "”": ["”"], "„": ["“", "”"], "「": ["」"], "『": ["』"], "《": ["》"],
    "«": ["»"],
    "‘": ["’"], "'": ["'"], "`": ["'"],
  ]

  private func quoted(at start: Int) -> TitleReading? {
    guard let closing = Self.quotes[text.scalars[start]] else { return nil }
    for i in (start + 1)..<max(end, start + 1) where closing.contains(text.scalars[i]) {
      // An apostrophe inside a word closes nothing.
      if i + 1 < end, text.scalars[i + 1].properties.isAlphabetic { continue }
      let inside = text.trimmed((start + 1)..<i)
      guard TitleShape.words(text.string(inside)).count > 1 || i - start > 4 else { return nil }
      guard !inside.contains(where: { text.isLink($0) }) else { return nil }
      return reading(inside, end: i + 1, .sure)
    }
    return nil
  }

  /// `DiMP: "Learning Discriminative Model Prediction for Tracking"`.
  private func namedQuote(from start: Int) -> TitleReading? {
    for i in start..<min(end, start + 60) {
      if text.isLink(i) || text.scalars[i] == "\n" { return nil }
      guard text.scalars[i] == ":" || text.scalars[i] == "：" else { continue }
      var quote = i + 1
      while quote < end, text.isSpace(quote) { quote += 1 }
      guard quote < end, "\"“「『《«".unicodeScalars.contains(text.scalars[quote]), var title = quoted(at: quote)
      else {
        continue
      }
      title.name = TitleShape.withoutSigns(text.string(start..<i))
      return title
    }
    return nil
  }

  // MARK: - Bold and italics

  private func styled(_ style: ListStyle, from start: Int) -> TitleReading? {
    var stop = text.endOfStyle(style, from: start, before: end)
    if let link = (start..<stop).first(where: { text.isLink($0) }) { stop = link }
    let words = text.string(start..<stop)
    let isOnlyInitial = words.count < 3 && stop < end && text.scalars[stop].properties.isAlphabetic
    if isOnlyInitial {
      let plain = PlainTitle(self).end(from: start)
      return reading(start..<plain, end: plain, .plain)
    }
    if stop < end, text.scalars[stop] != ":", !words.hasSuffix(":"), isNames(words, style) {
      return afterNames(start..<stop)
    }
    let end = StyledTitle(reader: self, run: start..<stop).end
    return reading(start..<end, end: end, .sure)
  }

  /// Authors in bold are rare, and two words with capitals may be a title: then they must say that there are more.
  private func isNames(_ words: String, _ style: ListStyle) -> Bool {
    guard let (names, rest) = NamesShape.split(words, isMarked: false),
      rest.isEmpty || VenueReader.read(rest) != nil
    else { return false }
    return style == .emphasis || NamesWords.more.contains { names.lowercased().contains($0) }
  }

  /// `*Ann Bee, Cee Dee.* Kites That Plan.`
  private func afterNames(_ names: Range<Int>) -> TitleReading? {
    let lead = LeadReader(text, names.upperBound..<end)
    guard lead.index < end, !text.isLink(lead.index), var title = read(from: lead.index) else { return nil }
    title.notes = [names] + lead.notes + title.notes
    return title
  }

  // MARK: - The reading

  private func reading(_ range: Range<Int>, end: Int, _ certainty: TitleCertainty) -> TitleReading? {
    var reading = TitleReading(range: text.trimmed(range), end: end, certainty: certainty)
    TitleTail(text: text).remove(from: &reading)
    let words = TitleShape.withoutSigns(text.string(reading.range))
    guard words.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
      words.utf8.count <= TitleLimits.longest, VenueReader.read(words, isTitlePossible: true) == nil,
      LinkMeaning(words) == nil
    else { return nil }
    if TitleShape.words(words).count == 1, certainty != .sure { reading.certainty = .low }
    return reading
  }
}
