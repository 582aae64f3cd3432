public import DigestModel

/// Writes every table of a digest, or of several, as one SQLite database with views that answer the usual questions.
///
/// The database is made in memory and is the same bytes for the same digests: it has no times, and the version of
/// SQLite that made it is taken out.
public struct SQLiteExporter: Exporter {
  /// The name on the command line.
  public let name = "sqlite"
  /// One line for `digest-convert formats`.
  public let summary = "one SQLite database: every table, with keys, indexes and views"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "sqlite")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public let capabilities: [ModelPart: Fidelity] = TableCapabilities.bundle

  /// Makes an exporter; it has no options.
  public init() {}

  /// Writes every table.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` where SQLite cannot hold it, a text of more than a thousand million bytes.
  /// - Complexity: O(n log n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    try export(DigestCollection([digest]))
  }

  /// Writes every table of several digests, in which a paper is one record.
  /// - Parameter collection: of normalised digests.
  /// - Throws: `ExportError` as `export(_:)` of one digest does.
  /// - Complexity: O(n log n) in the size of the digests.
  public func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult {
    let tables = DigestTables(collection)
    var writer = try SQLiteTableWriter(tables)
    for table in CSVTable.allCases { try writer.write(table, of: tables) }
    let bytes = try writer.finish()
    writer.cells.losses.recordCompletions(of: collection.papers.lazy.map(\.paper))
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: writer.cells.losses)
  }
}
