import DigestCatalogue
public import DigestDiagnostics
import DigestImporters
import DigestSyntax

/// The ids of all diagnostics of this package, for `digest-convert explain` and the documentation. Those of a caller's
/// own formats are not among them.
public enum DiagnosticCatalogue {
  /// Sorted by name.
  public static let all: [DiagnosticID] = areas.joined().sorted { $0.name < $1.name }

  // Each area of the code lists its own ids; a new area is a line here.
  private static let areas: [[DiagnosticID]] = [
    SourceDiagnostics.all,
    ConversionDiagnostics.all,
    CompletionDiagnostics.all, ConfigurationDiagnostics.all, MergeDiagnostics.all,
    SelectionDiagnostics.all,
    FaultDiagnostics.all,
    FileDiagnostics.all, RequestDiagnostics.all,
    DigestChecks.ids, CatalogueChecks.ids,
    HeadingAliasDiagnostics.all,
    MarkdownDiagnostics.all,
    MarkdownImporterDiagnostics.all,
    CSVDiagnostics.all,
    CSVSchemaDiagnostics.all,
    CSVImporterDiagnostics.all,
    RelaxNGDiagnostics.all,
    BibTeXDiagnostics.all, BibTeXReadingDiagnostics.all,
    BibTeXModelDiagnostics.all,
    RISDiagnostics.all, RISImporterDiagnostics.all,
    RISModelDiagnostics.all,
    NotesDiagnostics.all,
    SQLiteDiagnostics.all,
    XLSXDiagnostics.all,
    HTMLDiagnostics.all,
    YAMLDiagnostics.all,
    JSONDiagnostics.all,
    XMLDiagnostics.all,
    JATSDiagnostics.all,
    OPMLDiagnostics.all,
    FeedDiagnostics.all, FetchDiagnostics.all,
    DigestEncodingDiagnostics.all, RecordDiagnostics.all, CFFDiagnostics.all,
    JSONSchemaDiagnostics.all,
    CatalogueDiagnostics.all,
  ]

  /// The id of a name: `digest/rank-gap`.
  /// - Returns: `nil` where none has this name.
  public static func id(named name: String) -> DiagnosticID? { all.first { $0.name == name } }

  /// The name that was probably meant, also where its area is left out: `digest/rank-gap` for `rank-gap`.
  /// - Returns: `nil` where no name is near.
  public static func nearestName(to name: String) -> String? {
    all.first { $0.name.hasSuffix("/" + name) }?.name
      ?? DigestDiagnostics.nearestName(to: name, in: all.map(\.name))
  }
}
