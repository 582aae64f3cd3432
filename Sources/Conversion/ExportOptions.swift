public import DigestExporters

/// What a caller can choose about the outputs. Each format with choices has one member here, a type of its own
/// with a default.
public struct ExportOptions: Sendable {
  /// How `csv` and `csv-bundle` write tables.
  public var csv = CSVOptions()
  /// The table that `csv` writes.
  public var csvTable = CSVTable.papers
  /// How `opml` writes text and summaries.
  public var opml = OPMLOptions()

  /// How `bibtex` writes entries.
  public var bibtex = BibTeXOptions()

  public init() {}
}
