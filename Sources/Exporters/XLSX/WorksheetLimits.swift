/// What a worksheet of Excel holds (*Excel specifications and limits*).
struct WorksheetLimits: Hashable {
  /// With the header.
  var rows: Int
  var links: Int
  /// Characters of an address, in UTF-16.
  var address: Int

  static let excel = WorksheetLimits(rows: 1_048_576, links: 65_530, address: 2_079)
}
