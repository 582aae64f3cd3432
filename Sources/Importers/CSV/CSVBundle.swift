import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

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

  /// Reads the tables that stand beside their metadata.
  /// - Throws: `DiagnosticError` where none of them is there.
  static func read(
    _ metadata: BundleMetadata, of source: SourceDocument
  ) throws(DiagnosticError) -> ImportResult {
    let context = BundleContext(source)
    var tables: [BundleTable: BundleRows] = [:]
    for table in metadata.tables {
      guard let document = source.companions.first(where: { $0.fileName == table.fileName }) else {
        report(table, "there is no file '\(table.fileName)' beside the metadata", metadata, source, context)
        continue
      }
      var form = CSVForm(delimiter: metadata.delimiter)
      // A person may have saved the table in another form.
      if metadata.delimiter == nil || !isTable(document, form) { form = CSVTableFinder.form(of: document) }
      form.start = max(form.start, document.bytes.byteOrderMarkLength)
      let (records, findings) = CSVTolerantReader.read(document, form)
      for finding in findings { context.report(finding) }
      if let rows = BundleRows(records, isGuarded: metadata.isForSpreadsheets), rows.table == table {
        tables[table] = rows
      } else {
        report(table, "'\(table.fileName)' is not the table of that name", metadata, source, context)
      }
    }
    guard !tables.isEmpty else {
      throw DiagnosticError(
        CSVImporterDiagnostics.noTables, "no table of this package stands beside the metadata",
        at: SourceLocation(source, SourceRange(0, 1)))
    }
    let digests = BundleDigests(tables).map { BundleReader($0, context).digest() }
    BundleJoins(tables, context).check()
    var result = ImportResult(
      digest: digests[0], sourceMap: context.sourceMap, diagnostics: context.diagnostics)
    result.furtherDigests = Array(digests.dropFirst())
    result.carriesMetadata = true
    return result
  }

  /// Whether the header of a table of ours is read in a form.
  private static func isTable(_ document: SourceDocument, _ form: CSVForm) -> Bool {
    var form = form
    form.start = document.bytes.byteOrderMarkLength
    let head = SourceDocument(name: document.name, bytes: Array(document.bytes.prefix { !$0.isNewline }))
    return BundleRows(CSVTolerantReader.read(head, form).records) != nil
  }

  private static func report(
    _ table: BundleTable, _ summary: String, _ metadata: BundleMetadata, _ source: SourceDocument,
    _ context: BundleContext
  ) {
    context.report(
      Diagnostic(
        CSVImporterDiagnostics.missingTable, summary,
        at: metadata.places[table].map { SourceLocation(source, $0) }))
  }
}
