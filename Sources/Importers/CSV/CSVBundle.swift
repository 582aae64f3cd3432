import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads the tables of this package.
enum CSVBundle {
  /// Reads one table alone.
  /// - Throws: `DiagnosticError` where it is one that names no papers.
  static func read(
    _ rows: BundleRows, of source: SourceDocument, _ findings: [Diagnostic]
  ) throws(DiagnosticError) -> ImportResult {
    let context = BundleContext(source)
    for finding in findings { context.report(finding) }
    let isReadable = rows.table.paperColumn != nil
    let digest = isReadable ? BundleReader([rows.table: rows], context).digest() : Digest()
    guard !digest.papers.isEmpty else {
      throw DiagnosticError(
        [
          Diagnostic(
            isReadable ? CSVImporterDiagnostics.noPaper : CSVImporterDiagnostics.noPapersInTable,
            "this is the table '\(rows.table.rawValue)' of a bundle, and it names no papers",
            at: SourceLocation(source, SourceRange(0, 1)),
            help: "give the directory of the bundle, or its file \(BundleTable.metadataFile)")
        ] + context.diagnostics)
    }
    return ImportResult(digest: digest, sourceMap: context.sourceMap, diagnostics: context.diagnostics)
  }
}
