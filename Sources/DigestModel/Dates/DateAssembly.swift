/// Makes a date of its parts and says what is wrong with them.
struct DateAssembly {
  private let scanner: DateScanner

  init(_ scanner: DateScanner) { self.scanner = scanner }

  /// `nil` where the parts do not make a date.
  var reading: DateReading? {
    guard var reading = unqualified else { return nil }
    reading.date.isApproximate = scanner.isApproximate
    reading.date.isUncertain = scanner.isUncertain
    if scanner.isOpen, reading.date.end == nil, reading.date.season == nil { reading.date.openEnd = .end }
    return reading
  }

  private var unqualified: DateReading? {
    let atoms = scanner.atoms
    switch atoms.count {
    case 0: return nil
    case 1:
      if case .packed(let year, let month, let day) = atoms[0].kind { return Self.date(year, month, day) }
    case 2: if let reading = pair(atoms[0], atoms[1]) { return reading }
    default: break
    }
    if atoms.count <= 3, let reading = numbers(atoms) { return reading }
    return DatePatterns.match(atoms).flatMap(Self.date)
  }

  /// A month, a season or a quarter with its year, two dates written as one number each, or a number beside a year,
  /// which only a sign between them makes a month.
  /// - Returns: `nil` where the table of patterns has the word.
  private func pair(_ first: DateAtom, _ second: DateAtom) -> DateReading?? {
    switch (first.kind, second.kind) {
    case (.season(let season), .year(let year)), (.year(let year), .season(let season)):
      return PartialDate(year: year).map { DateReading(date: EDTFDate(start: $0, season: season)) }
    case (.months(let lower, let upper), .year(let year)), (.year(let year), .months(let lower, let upper)):
      guard let first = Self.date(year, lower, nil), let last = Self.date(year, upper, nil) else {
        return nil
      }
      return Self.interval(first, last)
    case (.month(let month), .year(let year)), (.year(let year), .month(let month)):
      return Self.date(year, month, nil)
    case (.number, .year): return second.glue == .space ? .some(nil) : nil
    case (.year(let year), .number(let number)):
      if second.glue == .space { return .some(nil) }
      guard second.glue == .to else { return nil }
      return PartialDate(year: year).map {
        DateReading(date: EDTFDate($0), fault: "\(Self.padded(number)) can be a month or a year")
      }
    case (.packed(let year, let month, let day), .packed(let lastYear, let lastMonth, let lastDay)):
      guard second.glue >= .slash, let first = Self.date(year, month, day),
        let last = Self.date(lastYear, lastMonth, lastDay)
      else { return nil }
      return Self.interval(first, last)
    default: return nil
    }
  }

  /// Dates of numbers alone, where what stands between them says which is which.
  /// - Returns: `nil` where the table of patterns has the word.
  private func numbers(_ atoms: [DateAtom]) -> DateReading? {
    guard atoms.count == 3, case .number(let first) = atoms[0].kind, case .number(let second) = atoms[1].kind,
      case .year(let year) = atoms[2].kind
    else { return nil }
    // CLDR has the month first with slashes alone, for the United States; with dots it is always the day.
    let isDayFirst = atoms[1].glue == .dot && atoms[2].glue == .dot
    let canBeMonth = ((1...12).contains(first), (1...12).contains(second))
    switch canBeMonth {
    case (true, true) where first != second && !isDayFirst:
      return PartialDate(year: year).map {
        DateReading(
          date: EDTFDate($0), fault: "\(Self.padded(first)) and \(Self.padded(second)) can each be the month")
      }
    case (true, false) where !isDayFirst: return Self.date(year, first, second)
    default: return Self.date(year, second, first)
    }
  }

  /// By the roles that the table gives.
  private static func date(_ roles: [DatePatterns.Role]) -> DateReading? {
    func value(_ letter: Character) -> Int? { roles.first { $0.letter == letter }?.value }
    guard let year = value("y"), let first = date(year, value("m"), value("d")) else { return nil }
    guard roles.contains(where: \.isOfEnd) else { return first }
    let (lastYear, lastMonth, lastDay) = (value("Y"), value("M"), value("D"))
    let month = lastMonth ?? (lastDay == nil ? nil : value("m"))
    guard let last = date(lastYear ?? year, month, lastDay) else { return nil }
    return interval(first, last)
  }

  // MARK: - Checking

  /// Year, month and day as far as they exist, and the first that does not.
  static func date(_ year: Int, _ month: Int?, _ day: Int?) -> DateReading? {
    guard let wholeYear = PartialDate(year: year) else { return nil }
    // Programs write `2024-00-00` and `2024-09-00` where they know no more.
    let day = day == 0 ? nil : day
    guard let month, month != 0 || day != nil else { return DateReading(date: EDTFDate(wholeYear)) }
    guard let wholeMonth = PartialDate(year: year, month: month) else {
      return DateReading(date: EDTFDate(wholeYear), fault: "no year has a month \(padded(month))")
    }
    guard let day else { return DateReading(date: EDTFDate(wholeMonth)) }
    guard let date = PartialDate(year: year, month: month, day: day) else {
      return DateReading(date: EDTFDate(wholeMonth), fault: "\(wholeMonth) has no day \(padded(day))")
    }
    return DateReading(date: EDTFDate(date))
  }

  /// Year, month and day in this order; a season may stand for the month, as CSL and EDTF number them.
  static func point(_ parts: [Int]) -> DateReading? {
    guard let year = parts.first else { return nil }
    if parts.count == 2, let date = PartialDate(year: year) {
      let number = (13...16).contains(parts[1]) ? parts[1] + 8 : parts[1]
      if let season = EDTFDate.Season(rawValue: number) {
        return DateReading(date: EDTFDate(start: date, season: season))
      }
    }
    return date(year, parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
  }

  static func interval(_ first: DateReading, _ last: DateReading) -> DateReading {
    var reading = first
    reading.fault = first.fault ?? last.fault
    let (start, end) = (first.date.start, last.date.start)
    guard first.date.season == nil, last.date.season == nil else { return reading }
    if !end.isNotBefore(start) {
      reading.fault = reading.fault ?? "\(end) is before \(start)"
      reading.date = PartialDate(year: start.year).map { EDTFDate($0) } ?? reading.date
    } else if end != start {
      reading.date.end = end
    }
    return reading
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
