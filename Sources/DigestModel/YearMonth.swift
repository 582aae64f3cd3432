import DigestText

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
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    var digits: [Int] = []
    for (i, byte) in bytes.enumerated() where i != 4 {
      guard byte.isDigit else { return nil }
      digits.append(byte.digitValue)
    }
    self.init(
      year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], month: digits[4] * 10 + digits[5]
    )
  }

  /// `YYYY-MM`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  public static func < (a: YearMonth, b: YearMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
