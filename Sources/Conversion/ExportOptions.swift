public import DigestExporters

/// What a caller can choose about the outputs. Each format with choices has a member here, a type of its own with
/// defaults.
public struct ExportOptions: Sendable {
  /// How `bibtex` writes entries.
  public var bibtex: BibTeXOptions
  /// How `opml` writes text and summaries.
  public var opml: OPMLOptions
  /// How `jats` writes an article.
  public var jats: JATSOptions
  /// How `csv` and `csv-bundle` write tables.
  public var csv: CSVOptions
  /// The table that `csv` writes.
  public var csvTable: CSVTable

  /// - Parameters:
  ///   - bibtex: how `bibtex` writes entries.
  ///   - opml: how `opml` writes text and summaries.
  ///   - jats: how `jats` writes an article.
  ///   - csv: how `csv` and `csv-bundle` write tables.
  ///   - csvTable: the table that `csv` writes.
  public init(
    bibtex: BibTeXOptions = BibTeXOptions(), opml: OPMLOptions = OPMLOptions(),
    jats: JATSOptions = JATSOptions(), csv: CSVOptions = CSVOptions(), csvTable: CSVTable = .papers
  ) {
    self.bibtex = bibtex
    self.opml = opml
    self.jats = jats
    self.csv = csv
    self.csvTable = csvTable
  }
}
