import DigestText

/// A date as precise as its source gives it: a year, a month or a day (ISO 8601, reduced precision).
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// 1-9999.
  public let year: Int
  /// 1-12.
  public let month: Int?
  /// 1-31, one that its month has; only with a month.
  public let day: Int?

  /// - Returns: `nil` for a year, month or day that does not exist, and for a day without a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
    if let day {
      guard let month, (1...Self.dayCount(of: month, in: year)).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A whole month.
  public init(_ month: YearMonth) {
    year = month.year
    self.month = month.month
    day = nil
  }

  /// The month or the year, without a day.
  package var withoutDay: PartialDate { PartialDate(year: year, month: month) ?? self }

  /// Reads `2024`, `2024-09` or `2024-09-13`; a time of day may follow a day, after `T` or a space.
  /// - Returns: `nil` for anything else, and for a day that its month does not have.
  /// - Complexity: O(1).
  public init?(_ text: String) {
    var numbers = (year: 0, month: 0, day: 0)
    var count = 0
    for byte in text.utf8 {
      switch count {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 10: guard byte == UInt8(ascii: "T") || byte == UInt8(ascii: " ") else { return nil }
      default:
        guard byte.isDigit else { return nil }
        if count < 4 {
          numbers.year = numbers.year * 10 + byte.digitValue
        } else if count < 7 {
          numbers.month = numbers.month * 10 + byte.digitValue
        } else {
          numbers.day = numbers.day * 10 + byte.digitValue
        }
      }
      count += 1
      if count == 11 { break }
    }
    switch count {
    case 4: self.init(year: numbers.year)
    case 7: self.init(year: numbers.year, month: numbers.month)
    case 10, 11: self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    default: return nil
    }
  }

  private static func dayCount(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// `2024`, `2024-09` or `2024-09-13`.
  public var description: String { text(separator: "-") }

  /// `2024`, `2024/09` or `2024/09/13`.
  package func text(separator: String) -> String {
    var text = yearText
    if let month { text += separator + Self.padded(month, 2) }
    if let day { text += separator + Self.padded(day, 2) }
    return text
  }

  /// Four digits.
  package var yearText: String { Self.padded(year, 4) }
  /// Two digits.
  package var monthText: String? { month.map { Self.padded($0, 2) } }
  /// Two digits.
  package var dayText: String? { day.map { Self.padded($0, 2) } }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
  }
}
