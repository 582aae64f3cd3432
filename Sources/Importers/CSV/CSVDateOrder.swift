import DigestText

/// Whether the day or the month comes first in the dates of a column, `9/5/2024`: where one of them shows it, it is so in
/// all of them.
struct CSVDateOrder {
  private enum Order { case dayFirst, monthFirst }
  private var order: Order?

  init(_ texts: some Sequence<String>) {
    var isDayFirst = false
    var isMonthFirst = false
    for text in texts {
      guard let parts = Self.parts(text) else { continue }
      isDayFirst = isDayFirst || parts.first > 12
      isMonthFirst = isMonthFirst || parts.second > 12
    }
    if isDayFirst != isMonthFirst { order = isDayFirst ? .dayFirst : .monthFirst }
  }

  /// `2024-05-09` of `9/5/2024`.
  /// - Returns: `nil` for other dates, and where nothing shows the order.
  func isoDate(_ text: String) -> String? {
    guard let order, let parts = Self.parts(text) else { return nil }
    let (month, day) = order == .dayFirst ? (parts.second, parts.first) : (parts.first, parts.second)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.year)-\(two(month))-\(two(day))"
  }

  /// `9/5/2024`, maybe with a time after it.
  private static func parts(_ text: String) -> (first: Int, second: Int, year: Int)? {
    let date = text.trimmed.prefix { $0 != " " }
    let parts = date.utf8.split(omittingEmptySubsequences: false) { $0.isOne(of: "/-.") }
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 4,
      parts.joined().allSatisfy({ $0.isDigit })
    else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + $1.digitValue } }
    return (numbers[0], numbers[1], numbers[2])
  }
}
