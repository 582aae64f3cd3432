import DigestDiagnostics
import DigestImporters

/// The importer that reads a source of which nobody has said what it is.
struct ImporterChoice {
  let importer: any Importer
  /// What to say where it is not the importer that the name asks for.
  let mismatch: Diagnostic?

  /// - Throws: `DiagnosticError` where nothing tells the format, or where no importer reads what the source seems to be.
  init(for source: SourceDocument, in registry: Registry) throws(DiagnosticError) {
    let start = SourceLocation(source, SourceRange(0, min(1, source.bytes.count)))
    let named = registry.importers(forFile: source.name)
    guard let choice = registry.choice(among: named, source.bytes) else {
      throw DiagnosticError(
        ConversionDiagnostics.unknownInputFormat, "neither the name nor the content tells the format",
        at: start, help: "name it with --from")
    }
    importer = choice.importer
    let isNamed = named.contains { $0.name == choice.importer.name }
    if choice.recognition != .certain,
      let foreign = Self.foreignContent(of: source, choice.importer, isNamed: isNamed)
    {
      throw foreign.error(in: source)
    }
    // `.txt` says that it is text and no more.
    guard let expected = named.last, !isNamed, !source.name.lowercased().hasSuffix(".txt") else {
      mismatch = nil
      return
    }
    mismatch = Diagnostic(
      ConversionDiagnostics.misnamed,
      "the content is \(importer.title), though the name is that of \(expected.title)", at: start,
      help: "rename the file, or name its format with --from")
  }

  private static func foreignContent(
    of source: SourceDocument, _ importer: any Importer, isNamed: Bool
  ) -> ForeignContent? {
    let text = TextContent(source.bytes)
    if let kind = text.kind { return kind }
    if !isNamed, let kind = ForeignNames.kind(ofFile: source.name) { return kind }
    return importer.readsAnyText ? text.code ?? text.table : nil
  }
}
