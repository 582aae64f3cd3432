public import DigestModel

/// What a caller can choose about a conversion.
public struct ConversionOptions: Sendable {
  /// BCP 47; wins over what the source says and over what would be found.
  public var language: String?
  /// Wins over what the source says and over what would be found.
  public var period: YearMonth?
  /// Whether outputs are checked against the schemas of their formats.
  public var validates = true
  public var export = ExportOptions()

  public init() {}
}
