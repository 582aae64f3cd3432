import DigestText

/// What a text says of a date.
public struct DateReading: Hashable, Sendable {
  /// As much of it as there is.
  public var date: EDTFDate
  /// What is wrong with the rest, as a clause: `2024-02 has no day 30`.
  public var fault: String?

  /// Makes a reading.
  public init(date: EDTFDate, fault: String? = nil) {
    self.date = date
    self.fault = fault
  }
}

/// Reads dates as people and programs write them.
///
/// ```swift
/// DateReader.read("Sep 5, 2024")?.date  // 2024-09-05
/// DateReader.read("2024-02-30")  // 2024-02, "2024-02 has no day 30"
/// DateReader.read("03/04/2024")  // 2024, "03 and 04 can each be the month"
/// ```
///
/// Nothing is guessed: what can be read in two ways keeps only what both agree on.
public enum DateReader {
  /// Reads a date: EDTF, ISO 8601, the forms of mail and HTTP, numbers with slashes or dots, and words of many
  /// languages.
  /// - Returns: `nil` where the text is not a date, or says more than one.
  /// - Complexity: O(n).
  public static func read(_ text: String) -> DateReading? {
    if let date = isoDate(text) { return DateReading(date: EDTFDate(date)) }
    guard text.utf8.count <= 100 else { return nil }
    if let date = edtfDate(text) { return DateReading(date: date) }
    guard let scanner = DateScanner(text) else { return nil }
    var reading = DateAssembly(scanner).reading
    if let word = scanner.vagueWord, reading != nil, reading?.fault == nil {
      reading?.fault = "\(word) is more than a date can say"
    }
    return reading
  }

  /// An interval of one day is that day.
  private static func edtfDate(_ text: String) -> EDTFDate? {
    // `Sep 2024` begins otherwise.
    guard let first = text.utf8.first, first.isDigit || first.isOne(of: "./"),
      var date = EDTFDate(edtf: text), date.start.year <= lastYear
    else { return nil }
    if date.end == date.start { date.end = nil }
    return date
  }

  /// Years after it are placeholders, such as 9999.
  static let lastYear = 2999

  /// `2024-09-13` with or without a time of day: nearly all dates that programs write.
  private static func isoDate(_ text: String) -> PartialDate? {
    let bytes = text.utf8
    guard let date = PartialDate(text), date.year <= lastYear else { return nil }
    if bytes.count < 10 { return date }
    let time = bytes.dropFirst(11).prefix(3)
    return bytes.count == 10
      || time.count == 3 && time.prefix(2).allSatisfy { $0.isDigit }
        && time.last == UInt8(ascii: ":")
      ? date : nil
  }

  /// Reads a date that its source gives in numbers, as CSL's `date-parts` do.
  /// - Parameter parts: year, month and day of one date, or of the first and the last; a month of 13 to 16 or 21 to 24
  ///   is a season.
  /// - Returns: `nil` where there is no year.
  public static func read(parts: [[Int]]) -> DateReading? {
    guard let first = parts.first.flatMap(DateAssembly.point) else { return nil }
    guard parts.count > 1, let last = DateAssembly.point(parts[1]) else { return first }
    return DateAssembly.interval(first, last)
  }

  /// The day, in UTC, of a Unix time.
  /// - Parameter unixTime: in seconds, or in milliseconds where that many seconds would be after the year 5000.
  /// - Returns: `nil` for a time before 1970 or after 9999.
  public static func date(unixTime: Int) -> PartialDate? {
    guard unixTime > 0 else { return nil }
    let seconds = unixTime > 95_617_584_000 ? unixTime / 1000 : unixTime
    return date(days: seconds / 86400)
  }

  /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  private static func date(days: Int) -> PartialDate? {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isAfterWinter = month < 10
    return PartialDate(
      year: year + era * 400 + (isAfterWinter ? 0 : 1), month: isAfterWinter ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }
}
