import DigestText

/// A date as bibliographies know it: a year, a month or a day, a season, an interval, and how sure the source is.
///
/// ```swift
/// EDTFDate(edtf: "2024-01/2024-03")?.end  // 2024-03
/// EDTFDate(edtf: "2024~")?.isApproximate  // true
/// ```
///
/// - Source: Extended Date/Time Format, levels 0 and 1, <https://www.loc.gov/standards/datetime/>, without times,
///   unspecified digits and years of more than four digits.
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
  /// A season of a year, by its number in EDTF.
  public enum Season: Int, Hashable, Sendable, CaseIterable {
    /// As the source says, in the north or in the south.
    case spring = 21
    /// As the source says.
    case summer = 22
    /// Fall, as the source says.
    case autumn = 23
    /// As the source says, of the year that it says.
    case winter = 24
  }

  /// Which end of an interval is not given.
  public enum OpenEnd: Hashable, Sendable {
    /// `../2024`: the one date there is is the last.
    case start
    /// `2024/..`
    case end
  }

  /// The date, or the first one of an interval; of an interval with an open start, its last.
  public var start: PartialDate
  /// Of the year of `start`, which then has no month.
  public var season: Season?
  /// The last date of an interval.
  public var end: PartialDate?
  /// Whether this is an interval of which one end is open; `end` is then `nil`.
  public var openEnd: OpenEnd?
  /// `2024~`: about that time. Of an interval, one end or both.
  public var isApproximate: Bool
  /// `2024?`: the source is not sure. Of an interval, of one end or both.
  public var isUncertain: Bool

  /// Makes a date of its parts, none of which is checked.
  public init(
    start: PartialDate, season: Season? = nil, end: PartialDate? = nil, openEnd: OpenEnd? = nil,
    isApproximate: Bool = false, isUncertain: Bool = false
  ) {
    self.start = start
    self.season = season
    self.end = end
    self.openEnd = openEnd
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  /// A year, a month or a day.
  public init(_ date: PartialDate) { self.init(start: date) }

  /// Reads EDTF and nothing else: `2024`, `2024-09`, `2024-09-13`, with a time of day after `T`; `2024-21`; each with
  /// `~`, `?` or `%`; `2024-01/2024-03`, `2024/..`, `../2024`.
  /// - Returns: `nil` for anything else, for a day that its month does not have, and for an interval that ends before
  ///   it begins.
  /// - Complexity: O(n).
  public init?(edtf text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
      Substring.init)
    switch ends.count {
    case 1:
      guard let date = Self.point(ends[0]) else { return nil }
      self = date
    case 2:
      guard let date = Self.interval(ends[0], ends[1]) else { return nil }
      self = date
    default: return nil
    }
  }

  private static func interval(_ first: Substring, _ last: Substring) -> EDTFDate? {
    let isOpen: (Substring) -> Bool = { $0.isEmpty || $0 == ".." }
    if isOpen(last), var date = point(first), date.season == nil {
      date.openEnd = .end
      return date
    }
    guard let upper = point(last), upper.season == nil else { return nil }
    if isOpen(first) {
      var date = upper
      date.openEnd = .start
      return date
    }
    guard var date = point(first), date.season == nil, upper.start.isNotBefore(date.start) else { return nil }
    date.end = upper.start
    date.isApproximate = date.isApproximate || upper.isApproximate
    date.isUncertain = date.isUncertain || upper.isUncertain
    return date
  }

  /// What stands between slashes.
  private static func point(_ text: Substring) -> EDTFDate? {
    var text = text
    let mark = text.utf8.last
    let isApproximate = mark == UInt8(ascii: "~") || mark == UInt8(ascii: "%")
    let isUncertain = mark == UInt8(ascii: "?") || mark == UInt8(ascii: "%")
    if isApproximate || isUncertain { text.removeLast() }
    if text.utf8.count == 7, let season = Int(text.suffix(2)).flatMap(Season.init),
      text.dropFirst(4).first == "-", let year = PartialDate(String(text.prefix(4)))
    {
      return EDTFDate(start: year, season: season, isApproximate: isApproximate, isUncertain: isUncertain)
    }
    guard !text.utf8.contains(0x20), let date = PartialDate(String(text)) else { return nil }
    return EDTFDate(start: date, isApproximate: isApproximate, isUncertain: isUncertain)
  }

  /// In EDTF: `2024-09-13`, `2024-21`, `2024-01/2024-03`, `2024~`, `2024/..`.
  public var description: String {
    let mark = isApproximate ? (isUncertain ? "%" : "~") : isUncertain ? "?" : ""
    let first = start.description + (season.map { "-\($0.rawValue)" } ?? "") + mark
    if let end { return first + "/" + end.description + mark }
    switch openEnd {
    case .start: return "../" + first
    case .end: return first + "/.."
    case nil: return first
    }
  }
}

extension PartialDate {
  /// Whether this can be the end of an interval that begins at `first`: compared as far as both are given.
  func isNotBefore(_ first: PartialDate) -> Bool {
    if year != first.year { return year > first.year }
    guard let month, let firstMonth = first.month, month == firstMonth else {
      return month.flatMap { month in first.month.map { month > $0 } } ?? true
    }
    guard let day, let firstDay = first.day else { return true }
    return day >= firstDay
  }
}
