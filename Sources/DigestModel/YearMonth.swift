/// A month of a year: the period of a digest, the month of a paper.
public struct YearMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Four digits.
  public let year: Int
  /// 1-12.
  public let month: Int

  /// - Returns: `nil` where the month is not 1-12 or the year not 1000-9999.
  public init?(year: Int, month: Int) {
    guard (1...12).contains(month), (1000...9999).contains(year) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `YYYY-MM`, nothing else.
  public init?(_ text: String) {
    guard let date = PartialDate(text), let month = date.month, date.day == nil else { return nil }
    self.init(year: date.year, month: month)
  }

  /// `YYYY-MM`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Whether `a` is the earlier month.
  public static func < (a: YearMonth, b: YearMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
