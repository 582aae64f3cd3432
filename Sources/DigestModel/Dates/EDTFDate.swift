/// A date in the Extended Date/Time Format: as precise as its source gives it, with an end where it is an interval.
/// - Source: ISO 8601-2:2019, levels 0 and 1, <https://www.loc.gov/standards/datetime/>.
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
  /// The date, or where the interval begins.
  public var start: PartialDate

  /// A date that is certain, exact and no interval.
  public init(_ date: PartialDate) { start = date }

  /// Reads EDTF: `2024`, `2024-09`, `2024-09-13`.
  /// - Returns: `nil` for anything else.
  public init?(edtf text: String) {
    guard let date = PartialDate(text), date.description == text else { return nil }
    start = date
  }

  /// EDTF.
  public var description: String { start.description }
}
