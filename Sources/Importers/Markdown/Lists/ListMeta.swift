import DigestModel
import DigestText

/// Takes over what texts around a title say: authors, date, venue.
struct ListMeta {
  let reader = NameReader()

  /// - Parameter isMarked: whether the text is set off, so that one name in it is an author.
  /// - Returns: whether it said anything.
  @discardableResult
  func absorb(_ text: String, into paper: inout ListedPaper, isMarked: Bool) -> Bool {
    let text = VenueReader.withoutSigns(text)
    guard !text.isEmpty else { return false }
    if let venue = VenueReader.read(text) {
      take(venue, into: &paper)
      return true
    }
    // `CoRL 2024, Ann Bee, Cee Dee`
    if let comma = text.firstIndex(where: { ",，".contains($0) }),
      let venue = VenueReader.read(String(text[..<comma]))
    {
      take(venue, into: &paper)
      absorb(String(text[text.index(after: comma)...]), into: &paper, isMarked: isMarked)
      return true
    }
    if paper.authors.names.isEmpty, let (names, rest) = NamesShape.split(text, isMarked: isMarked) {
      take(names: names, into: &paper)
      if !rest.trimmed.isEmpty { absorb(rest, into: &paper, isMarked: false) }
      return true
    }
    let sentences = NamesShape.sentences(text)
    guard sentences.count > 1, sentences.count < 6 else { return false }
    var isFound = false
    for sentence in sentences {
      guard absorb(sentence, into: &paper, isMarked: false) else { break }
      isFound = true
    }
    return isFound
  }

  func take(_ venue: VenueReading, into paper: inout ListedPaper) {
    if paper.container == nil { paper.container = venue.container }
    guard let date = venue.date else { return }
    // A day says more than the year of a conference.
    if paper.date == nil || isMoreExact(date, than: paper.date) { paper.date = date }
  }

  private func isMoreExact(_ date: EDTFDate, than other: EDTFDate?) -> Bool {
    guard let other, other.start.year == date.start.year else { return false }
    return other.start.month == nil && date.start.month != nil
      || other.start.day == nil && date.start.day != nil && other.start.month == date.start.month
  }

  func take(names: String, into paper: inout ListedPaper) {
    guard paper.authors.names.isEmpty else { return }
    var text = names
    for word in NamesWords.introductions where text.lowercased().hasPrefix(word) {
      text = String(text.dropFirst(word.count)).trimmed
    }
    while let last = text.last, ";,:".contains(last) { text.removeLast() }
    // The full stop of a last initial was taken for that of the sentence.
    if let last = text.last, last.isUppercase, text.dropLast().last.map({ $0 == " " || $0 == "." }) == true {
      text += "."
    }
    let list = reader.names(in: text)
    if !list.names.isEmpty { paper.authors = list }
  }

  /// A field below an entry.
  func take(_ field: ListField, _ value: String, into paper: inout ListedPaper) {
    let value = VenueReader.withoutSigns(value)
    guard !value.isEmpty, !Self.nothing.contains(value.lowercased()) else { return }
    switch field {
    case .authors:
      if NamesShape.isNames(value, isMarked: true) || NamesShape.split(value, isMarked: true) != nil
        || value.utf8.count < 400
      {
        take(names: value, into: &paper)
      }
    case .date:
      if let date = VenueReader.date(value) {
        paper.date = date
      } else {
        absorb(value, into: &paper, isMarked: false)
      }
    case .venue:
      if let venue = VenueReader.read(value) {
        take(venue, into: &paper)
      } else if value.utf8.count < 150 {
        paper.container = paper.container ?? value
      }
    case .keywords: paper.keywords += Self.keywords(value).filter { !paper.keywords.contains($0) }
    case .title, .paper, .links, .abstract, .ignored: break
    }
  }

  static let nothing: Set<String> = [
    "unknown", "n/a", "na", "none", "null", "-", "tbd", "tba", "?", "无", "未知", "暂无", "coming soon", "không",
    "không có",
  ]

  private static func keywords(_ text: String) -> [String] {
    // A `#` before a word says that it is a tag.
    text.split { ",;|，；、[]/#".contains($0) }.map { String($0).trimmed }.filter {
      !$0.isEmpty && $0.utf8.count < 80
    }
  }
}
