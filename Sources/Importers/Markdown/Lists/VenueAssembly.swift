import DigestModel

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
