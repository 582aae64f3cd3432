import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads tables of papers as CSV: those of this package, and those of any other program that have a column of papers.
///
/// Separator, quotes and line ends are found out from the content; headers are known by the table of field names that
/// all lists of papers share, and those of reference managers and databases by tables of their own.
public struct CSVImporter: Importer {
  /// The name on the command line.
  public let name = "csv"
  /// One line for `digest-convert formats`.
  public let summary = "a table of papers with a header, of any program, or a whole bundle of csv-bundle"
  /// Without the point, lower case.
  public let fileExtensions = ["csv", "tsv", "tab"]
  /// What people call the format.
  public let title = "CSV"

  /// `csv-metadata.json`, beside which the tables of a bundle stand.
  public var directoryFile: String? { BundleTable.metadataFile }

  private let workers: Workers

  /// Makes an importer; it has no options.
  public init() { self.init(workers: .one) }

  /// - Parameter workers: who read the rows.
  package init(workers: Workers) { self.workers = workers }

  /// The tables that the metadata of a bundle names.
  /// - Throws: `DiagnosticError` where the metadata is not JSON.
  public func companions(of source: SourceDocument) throws(DiagnosticError) -> [String] {
    BundleMetadata.isMetadata(source.bytes) ? try BundleMetadata(source).tables.map(\.fileName) : []
  }

  /// What the bytes declare, else UTF-16 or Windows-1252, where they look like it.
  public func encoding(of bytes: [UInt8]) -> SourceEncoding? { SourceEncoding.found(in: bytes) }

  /// What is looked at to recognise a table.
  private static let recognisedSize = 16 << 10

  /// Whether the first line is a header of papers and the next ones have as many fields.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    if BundleMetadata.isMetadata(bytes) { return .certain }
    guard Self.mayBeTable(bytes) else { return .none }
    let head = SourceDocument(name: "", bytes: Self.head(of: bytes))
    let form = CSVTableFinder.form(of: head)
    guard form.delimiter != nil else { return .none }
    let records = CSVTolerantReader.read(head, form).records
    if BundleRows(records) != nil { return .certain }
    guard let header = CSVTableFinder.header(in: records) else { return .none }
    return header.recognition(in: records, of: form)
  }

  /// Whether one of the first lines can be a header: a cheap look for all that is not a table.
  private static func mayBeTable(_ bytes: [UInt8]) -> Bool {
    let text = bytes.dropFirst(bytes.byteOrderMarkLength)
    guard let first = text.first(where: { !$0.isSpace }) else { return false }
    if first.isOne(of: "{[<@%|-*") || !text.prefix(1 << 12).contains(where: CSVForm.isDelimiter) {
      return false
    }
    return CSVTableFinder.mayHoldHeader(text.prefix(recognisedSize))
  }

  private static func head(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > recognisedSize else { return bytes }
    let head = bytes[..<recognisedSize]
    return Array(head[..<(head.lastIndex(where: \.isNewline) ?? head.endIndex)])
  }

  /// Reads the whole source.
  /// - Throws: `DiagnosticError` where no column names a paper, or no row does.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    if BundleMetadata.isMetadata(source.bytes) {
      return try CSVBundle.read(BundleMetadata(source), of: source)
    }
    let form = CSVTableFinder.form(of: source)
    let (records, findings) = CSVTolerantReader.read(source, form)
    if let rows = BundleRows(records) { return try CSVBundle.read(rows, of: source, findings) }
    let context = RecordFile(source)
    for finding in findings { context.report(finding) }
    if form.isDoubtful {
      context.report(
        Diagnostic(
          CSVImporterDiagnostics.assumedSeparator,
          "fields were taken to be separated by \(form.delimiterName)",
          at: context.location(context.start)))
    }
    guard let header = CSVTableFinder.header(in: records) else {
      throw DiagnosticError([CSVTableFinder.refusal(of: records, source)] + context.diagnostics)
    }
    let table = CSVPaperTable(records, header, context)
    let digest = table.digest(workers)
    if digest.papers.isEmpty {
      throw DiagnosticError(
        [
          Diagnostic(
            CSVImporterDiagnostics.noPaper, "no row of the table names a paper",
            at: context.location(header.range(in: records)))
        ] + context.diagnostics)
    }
    return context.result(digest)
  }
}
