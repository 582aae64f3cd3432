public import DigestModel
import DigestSyntax

/// Writes every table of a digest, or of several, as one Excel workbook with a worksheet for each table.
///
/// Texts, ids among them, are cells of text, so none runs as a formula or becomes another value, and none has an apostrophe
/// in front. The workbook has no times: the same digests give the same bytes.
/// - Source: ECMA-376, part 1, *SpreadsheetML*; the limits are those of *Excel specifications and limits*.
public struct XLSXExporter: Exporter {
  /// The name on the command line.
  public let name = "xlsx"
  /// One line for `digest-convert formats`.
  public let summary = "one Excel workbook: a worksheet for each table"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "xlsx")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public let capabilities: [ModelPart: Fidelity]
  /// What a worksheet holds; tests have smaller ones.
  let limits: WorksheetLimits

  /// Makes an exporter; it has no options.
  public init() { self.init(limits: .excel) }

  init(limits: WorksheetLimits) {
    self.limits = limits
    var capabilities = TableCapabilities.bundle
    // An address can be too long for a link, or one of too many.
    capabilities[.paperLinks] = .degraded
    self.capabilities = capabilities
  }

  /// Writes every table.
  /// - Parameter digest: normalised.
  /// - Throws: `ExportError` where the workbook would have more than 4 GB.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    try export(DigestCollection([digest]))
  }

  /// Writes every table of several digests, in which a paper is one record.
  /// - Parameter collection: of normalised digests.
  /// - Throws: `ExportError` where the workbook would have more than 4 GB.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) throws(ExportError) -> ExportResult {
    let tables = DigestTables(collection)
    var worksheets = WorksheetWriter(limits: limits, digest: tables.firstKey)
    var workbook = Workbook()
    for table in CSVTable.allCases {
      workbook.add(try worksheets.write(table, of: tables), of: table)
    }
    worksheets.cells.losses.recordCompletions(of: collection.papers.lazy.map(\.paper))
    do throws(ZIPError) {
      let bytes = try workbook.archive(worksheets.strings)
      return ExportResult(files: [OutputFile(bytes: bytes)], losses: worksheets.cells.losses)
    } catch {
      throw ExportError("the workbook cannot be packed: \(error.reason)")
    }
  }
}
