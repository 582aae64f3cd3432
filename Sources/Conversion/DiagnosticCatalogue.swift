public import DigestDiagnostics
import DigestImporters
import DigestSyntax

/// Every diagnostic the program can report, for `digest-convert explain` and the documentation.
public enum DiagnosticCatalogue {
  /// In alphabetical order. Each area of the code lists its own; an area that is new is one line here.
  public static let all: [DiagnosticID] = areas.joined().sorted { $0.name < $1.name }

  private static let areas: [[DiagnosticID]] = [
    SourceDiagnostics.all,
    ConversionDiagnostics.all,
    FileDiagnostics.all,
    DigestChecks.ids,
    HeadingAliasDiagnostics.all,
    MarkdownDiagnostics.all,
    MarkdownImporterDiagnostics.all,
    CSVDiagnostics.all,
    CSVSchemaDiagnostics.all,
    RelaxNGDiagnostics.all,
    BibTeXDiagnostics.all,
    BibTeXModelDiagnostics.all,
    RISDiagnostics.all,
    RISModelDiagnostics.all,
    YAMLDiagnostics.all,
    JSONDiagnostics.all,
    ShapeDiagnostics.all,
    JSONSchemaDiagnostics.all,
  ]

  /// The diagnostic of a name.
  public static func id(named name: String) -> DiagnosticID? { all.first { $0.name == name } }

  /// The name that was probably meant, also where its area is left out: `digest/rank-gap` for `rank-gap`.
  public static func nearestName(to name: String) -> String? {
    all.first { $0.name.hasSuffix("/" + name) }?.name
      ?? DigestDiagnostics.nearestName(to: name, in: all.map(\.name))
  }
}
