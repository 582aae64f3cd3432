import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Year, month and day where a record has a field for each.
struct DateParts {
  var year: RecordBuilder.Candidate?
  var month: RecordBuilder.Candidate?
  var day: RecordBuilder.Candidate?

  /// - Returns: whether the part was not known before.
  mutating func set(
    _ path: WritableKeyPath<DateParts, RecordBuilder.Candidate?>, _ candidate: RecordBuilder.Candidate
  ) -> Bool {
    guard self[keyPath: path] == nil else { return false }
    self[keyPath: path] = candidate
    return true
  }

  /// The date in words: `2024 sep 5`, `2024-9`.
  func text(ofYear year: String) -> String {
    guard let month = month?.node.text else { return year }
    if day == nil, let months = Self.months(month) { return "\(year)-\(months.first)/\(year)-\(months.last)" }
    guard let day = day?.node.text else { return Int(month) == nil ? "\(month) \(year)" : "\(year)-\(month)" }
    return Int(month) == nil ? "\(day) \(month) \(year)" : "\(year)-\(month)-\(day)"
  }

  /// `3--4`, `03/04`: the first and the last month.
  private static func months(_ text: String) -> (first: String, last: String)? {
    let bytes = Array(text.utf8)
    let first = bytes.prefix { $0.isDigit }
    let last = bytes.suffix(bytes.reversed().prefix { $0.isDigit }.count)
    guard (1...2).contains(first.count), (1...2).contains(last.count), bytes.count > first.count + last.count,
      ["-", "--", "/", "\u{2013}"].contains(where: {
        bytes[first.endIndex..<last.startIndex].elementsEqual($0.utf8)
      })
    else { return nil }
    func month(_ digits: ArraySlice<UInt8>) -> String {
      (digits.count == 1 ? "0" : "") + String(decoding: digits, as: UTF8.self)
    }
    return (month(first), month(last))
  }
}

extension RecordBuilder {
  mutating func setDate(_ candidate: Candidate) -> Bool {
    let node = candidate.node
    guard record.date == nil else { return agrees(node) }
    guard let reading = reading(of: node) ?? saidText(of: node).flatMap(DateReader.roughly) else {
      if !isDateFree(node) { reportUnread(candidate, expected: "a date") }
      return false
    }
    record.date = reading.date
    record.origins[.date] = reader.context.anchor(node)
    guard let fault = reading.fault else { return !holdsOtherDates(node) && !isRough(reading, node) }
    report(fault, at: candidate)
    return false
  }

  /// Whether a date says less than the text: the years of `199X`.
  private func isRough(_ reading: DateReading, _ node: LocatedNode) -> Bool {
    reading.date.end != nil && node.text.map { $0.utf8.count == 4 } == true
  }

  /// What stands in a field for a date that has none.
  private func reportUnread(_ candidate: Candidate, expected: String) {
    let node = candidate.node
    let year = node["date-parts"].flatMap(Self.firstNumber)
    guard let text = saidText(of: node) ?? year?.text else { return fault(node, expected: expected) }
    let written = quoted(written(candidate) ?? text)
    if serialNumber(node) != nil {
      fault("date \(written) is the number that a spreadsheet has for a day, expected a date", at: node)
    } else if DateReader.isBeforeFirstYear(text) {
      fault("date \(written) is before the year 1, which no record can hold", at: node)
    } else {
      fault("found text \(written), expected \(expected)", at: node)
    }
  }

  /// A text, or what a mapping has in place of numbers.
  private func saidText(of node: LocatedNode) -> String? {
    if case .scalar(let scalar) = node.content { return scalar.kind == .boolean ? nil : node.text }
    return (node["raw"] ?? node["literal"])?.text
  }

  /// `45540`, the days since 1900 that a spreadsheet counts: from 1982 to 2064.
  private func serialNumber(_ node: LocatedNode) -> String? {
    guard let text = node.text, text.utf8.count == 5, let number = Int(text),
      (30_000...60_000).contains(number)
    else {
      return nil
    }
    return text
  }

  /// Versions of arXiv, dates of several kinds: the paper has one of them, the others are kept.
  private func holdsOtherDates(_ node: LocatedNode) -> Bool {
    guard case .sequence(let items) = node.content else { return false }
    return items.count > 1 && items.allSatisfy { if case .mapping = $0.content { true } else { false } }
  }

  private func report(_ clause: String, at candidate: Candidate) {
    let written = (written(candidate) ?? saidText(of: candidate.node)).map { "date \(quoted($0))" } ?? "date"
    reader.report(RecordDiagnostics.impossibleValue, "\(written): \(clause)", at: candidate.node.range)
  }

  /// Whether a second date says the same day.
  private func agrees(_ node: LocatedNode) -> Bool {
    guard let date = record.date, let reading = reading(of: node), reading.fault == nil else { return false }
    return date == reading.date && !holdsOtherDates(node)
  }

  /// `[[null]]` of Crossref, `n.d.`, `in press`
  private func isDateFree(_ node: LocatedNode) -> Bool {
    if let text = saidText(of: node) { return Self.isUndated(text) }
    guard let parts = node["date-parts"] else { return false }
    return Self.firstNumber(of: parts) == nil
  }

  /// The year of `date-parts`.
  private static func firstNumber(of parts: LocatedNode) -> LocatedNode? {
    guard case .sequence(let dates) = parts.content, case .sequence(let numbers)? = dates.first?.content
    else { return parts.isNothing ? nil : parts }
    return numbers.first.flatMap { $0.isNothing ? nil : $0 }
  }

  /// Whether words say that there is no date yet, or that it is not known.
  static func isUndated(_ text: String) -> Bool {
    let text = text.trimmed
    return text.utf8.count < 20 && undated.contains(text.lowercased())
  }

  private static let undated: Set<String> = [
    "in press", "forthcoming", "to appear", "submitted", "accepted", "in preparation", "in print", "n.d.",
    "nd",
    "n. d.", "no year", "preprint", "unpublished", "under review", "inpress", "no date", "online first",
    "early access", "s.d.", "none", "unknown", "undated", "o. j.", "o.j.", "s. a.", "s.a.",
  ]

  private func reading(of node: LocatedNode) -> DateReading? {
    switch node.content {
    case .scalar(let scalar):
      if scalar.kind == .boolean { return nil }
      // Seconds or milliseconds since 1970.
      if [10, 13].contains(scalar.text.utf8.count), let time = Int(scalar.text),
        let date = DateReader.date(unixTime: time)
      {
        return DateReading(date: EDTFDate(date))
      }
      return DateReader.read(scalar.text)
    case .sequence(let items):
      // Versions of arXiv: the first one counts. Of dates of several kinds, as DataCite has them, that of the issue.
      // `[2024, 9, 5]`
      if items.count > 1, items[0].text?.utf8.count == 4,
        let reading = reading(ofParts: LocatedNode(.sequence([node]), range: node.range))
      {
        return reading
      }
      // The first and the last date, as pandoc has them.
      if items.count == 2, items.allSatisfy({ $0["year"] != nil }), let first = reading(of: items[0]),
        let last = reading(of: items[1])
      {
        return DateReader.read(first.date.description + "/" + last.date.description) ?? first
      }
      let issued = items.first { $0["dateType"]?.text == "Issued" }
      return (issued ?? items.first).flatMap { reading(of: $0) }
    case .mapping(let members): return reading(of: members, node)
    }
  }

  private func reading(of members: [LocatedMember], _ node: LocatedNode) -> DateReading? {
    if let parts = node["date-parts"], var reading = reading(ofParts: parts) {
      if let season = node["season"]?.text { add(season: season, to: &reading) }
      reading.date.isApproximate = node["circa"].map { $0.text != "false" } ?? false
      return reading
    }
    for key in ["raw", "literal", "date-time", "created", "date", "value", "start", "$date", "iso"] {
      if let inner = node[key], let reading = reading(of: inner) { return reading }
    }
    guard let year = (node["year"] ?? node["Year"])?.text else { return nil }
    guard let month = (node["month"] ?? node["Month"])?.text else { return DateReader.read(year) }
    let day = (node["day"] ?? node["Day"])?.text
    if Int(month) != nil {
      return DateReader.read([year, month, day].compactMap { $0 }.joined(separator: "-"))
    }
    return DateReader.read([day, month, year].compactMap { $0 }.joined(separator: " "))
  }

  /// Numbers, or texts of numbers.
  private func reading(ofParts node: LocatedNode) -> DateReading? {
    guard case .sequence(let dates) = node.content else { return nil }
    var parts: [[Int]] = []
    for date in dates {
      guard case .sequence(let numbers) = date.content else { return nil }
      parts.append(numbers.prefix { !$0.isNothing }.compactMap { $0.text.flatMap { Int($0) } })
    }
    return DateReader.read(parts: parts)
  }

  private func add(season: String, to reading: inout DateReading) {
    guard reading.date.start.month == nil, reading.date.end == nil else { return }
    if let number = Int(season), (1...4).contains(number) {
      reading.date.season = EDTFDate.Season(rawValue: number + 20)
    } else if let named = DateReader.read("\(season) \(reading.date.start.yearText)"), named.fault == nil {
      reading.date = named.date
    }
  }

  mutating func setUnixTime(_ node: LocatedNode) -> Bool {
    guard let date = node.text.flatMap({ Int($0) }).flatMap({ DateReader.date(unixTime: $0) }) else {
      return false
    }
    guard record.date == nil else { return record.date?.start == date }
    record.date = EDTFDate(date)
    record.origins[.date] = reader.context.anchor(node)
    return true
  }

  /// Makes a date of the fields for its parts where no other says one; fields that say something else are kept.
  mutating func completeDate() {
    completeMonth()
    guard let year = parts.year, let yearText = year.node.text else { return keepParts() }
    let whole = DateReader.read(parts.text(ofYear: yearText))
    guard let reading = whole ?? DateReader.read(yearText) else { return completeRoughDate(year, yearText) }
    if let date = record.date {
      if reading.fault != nil || !date.description.hasPrefix(reading.date.description) { keepParts() }
      return
    }
    setDate(reading, of: year)
    if let fault = reading.fault {
      report(fault, at: partAtFault(reading.date) ?? year)
      keepParts()
    } else if whole == nil {
      if let month = parts.month { reportUnread(month, expected: "a month") }
      keepParts()
    }
  }

  /// Where the year is not one: `2001a`.
  private mutating func completeRoughDate(_ year: Candidate, _ yearText: String) {
    keepParts()
    guard record.date == nil else { return }
    guard let rough = DateReader.roughly(yearText) else {
      if !Self.isUndated(yearText) { reportUnread(year, expected: "a year") }
      return
    }
    let whole =
      rough.date.end == nil ? DateReader.read(parts.text(ofYear: rough.date.start.yearText)) : nil
    setDate(whole?.fault == nil ? whole ?? rough : rough, of: year)
    if let fault = rough.fault { report(fault, at: year) }
  }

  private mutating func setDate(_ reading: DateReading, of year: Candidate) {
    record.date = reading.date
    record.origins[.date] = reader.context.anchor(year.node)
  }

  /// What was read of a date ends before the part that is impossible.
  private func partAtFault(_ read: EDTFDate) -> Candidate? {
    read.start.month == nil ? parts.month ?? parts.day : parts.day ?? parts.month
  }

  private mutating func keepParts() {
    for part in [parts.year, parts.month, parts.day] { keep(part) }
  }

  /// `month: 2024-09` of our own records follows from the id, or says the date.
  private mutating func completeMonth() {
    guard let candidate = parts.month, let text = candidate.node.text, let month = YearMonth(text) else {
      return
    }
    parts.month = nil
    if ids.contains(where: { $0.month == month }) { return }
    guard record.date == nil else {
      if record.date?.description.hasPrefix(month.description) != true { keep(candidate) }
      return
    }
    record.date = EDTFDate(PartialDate(month))
  }
}
