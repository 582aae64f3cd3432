public import DigestDiagnostics
public import DigestExporters
import DigestImporters
import DigestPlatform
import DigestSyntax
import DigestText

/// What the schema of a format says of a file, whoever wrote it.
public struct FileValidation: Sendable {
  /// The format that the file was taken for.
  public var format: ExportFormat
  /// The schema that was asked, a file of `schemas/`; `nil` where rules in code say what is valid.
  public var schema: BundledSchema?
  /// What is wrong, with places in the file; empty where it is valid.
  public var findings: [Diagnostic]

  /// What the schema demands beyond the format, for a file that another program wrote; one clause.
  public var advice: String? {
    guard !findings.isEmpty, let schema, let strictness = schema.strictness else { return nil }
    return
      "\(schema.name) is stricter than \(strictness); a file of another program can be right all the same"
  }
}

extension ExportFormat {
  /// The schema that its outputs are checked against; `nil` where rules in code say what is valid.
  public var schema: BundledSchema? {
    makeValidator?(ExportOptions()).schemaName.flatMap(BundledSchema.named)
  }
}

extension Converter {
  /// Checks a file as an output of its format is checked before it is written.
  ///
  /// Choices of a format (the dialect of a bibliography; separator, table and profile of a CSV file) are those that fit
  /// the file best.
  /// - Parameters:
  ///   - source: the file; the tables of a bundle are its companions.
  ///   - format: what to take it for; `nil` to find that by its name and content.
  /// - Throws: `DiagnosticError` where the source is not text, or is in no format that is written here.
  public func validate(
    _ source: SourceDocument, as format: ExportFormat? = nil
  ) throws(DiagnosticError) -> FileValidation {
    let format = if let format { format } else { try writtenFormat(of: source) }
    let name = source.companions.isEmpty ? source.name : source.folder
    return try validate(source.outputFiles, named: name, as: format, of: source)
  }

  /// Checks the files of a directory as an output of a format is checked before it is written.
  /// - Parameters:
  ///   - files: with their names in the directory.
  ///   - name: what messages call the directory.
  ///   - format: one whose outputs are directories.
  /// - Throws: `DiagnosticError` where the format has no check.
  public func validate(
    _ files: [OutputFile], named name: String, as format: ExportFormat
  ) throws(DiagnosticError) -> FileValidation {
    try validate(
      files, named: name, as: format, of: SourceDocument(name: name, bytes: files.first?.bytes ?? []))
  }

  private func validate(
    _ files: [OutputFile], named name: String, as format: ExportFormat, of source: SourceDocument
  ) throws(DiagnosticError) -> FileValidation {
    guard let makeValidator = format.makeValidator else {
      throw DiagnosticError(
        ConversionDiagnostics.noSchema, "\(format.name) has no schema",
        at: SourceLocation(source, SourceRange(at: 0)))
    }
    var best: (validator: any OutputValidator, findings: [Diagnostic])?
    for options in candidates(for: format, source) {
      let validator = makeValidator(options)
      let findings = validator.validate(files, named: name)
      if best.map({ Self.misfit(findings) < Self.misfit($0.findings) }) ?? true {
        best = (validator, findings)
      }
      if findings.isEmpty { break }
    }
    return FileValidation(
      format: format, schema: best?.validator.schemaName.flatMap(BundledSchema.named),
      findings: best?.findings ?? [])
  }

  /// How badly choices fit a file. Of an entry whose type the dialect does not have nothing else is said, so such
  /// findings are few where the dialect is wrong.
  private static func misfit(_ findings: [Diagnostic]) -> (unknownTypes: Int, all: Int) {
    (findings.count { $0.id == BibTeXModelDiagnostics.unknownEntryType }, findings.count)
  }

  private func writtenFormat(of source: SourceDocument) throws(DiagnosticError) -> ExportFormat {
    let named = registry.exportFormats(forFile: source.name)
    // What is not read again may be no text.
    if named.count == 1, !registry.importers.contains(where: { $0.name == named[0].readBackAs }) {
      return named[0]
    }
    try checkSource(source)
    // `.csl.json` leaves no doubt, whatever the content seems to be.
    if named.count == 1, case .file(let suffix) = named[0].makeExporter(options.export).layout,
      suffix.contains(".")
    {
      return named[0]
    }
    let importer = try ImporterChoice(for: source, in: registry).importer
    let fitting = registry.exportFormats.filter { $0.readBackAs == importer.name }
    let isDirectory = source.fileName == importer.directoryFile
    let format = fitting.first { format in
      if case .directory = format.makeExporter(options.export).layout { isDirectory } else { !isDirectory }
    }
    guard let format else {
      throw DiagnosticError(
        ConversionDiagnostics.noSchema,
        "the content is \(importer.title), which is read here but not written",
        at: SourceLocation(source, SourceRange(at: 0)),
        help: "'check' says what is wrong with it as a list of papers")
    }
    return format
  }

  /// The choices of a format that a file may have been written with.
  private func candidates(for format: ExportFormat, _ source: SourceDocument) -> [ExportOptions] {
    switch format.name {
    case ExportFormat.bibtex.name:
      return BibTeXOptions.Dialect.allCases.map { dialect in
        var options = options.export
        options.bibtex = BibTeXOptions(dialect: dialect, encoding: .utf8)
        return options
      }
    case ExportFormat.csv.name, ExportFormat.csvBundle.name:
      let written = CSVOptions(formOf: source.companions.first ?? source)
      let table = CSVTable(headerOf: source, written.dialect)
      return CSVOptions.Profile.allCases.map { profile in
        var options = options.export
        options.csv = written
        options.csv.profile = profile
        options.csvTable = table ?? options.csvTable
        return options
      }
    default: return [options.export]
    }
  }
}

extension SourceDocument {
  /// The folder of the file, as messages call it.
  fileprivate var folder: String { FilePath.directory(of: name) }

  /// The files of a source as those of an output.
  fileprivate var outputFiles: [OutputFile] {
    companions.isEmpty
      ? [OutputFile(bytes: bytes)]
      : ([self] + companions).map { OutputFile(name: $0.fileName, bytes: $0.bytes) }
  }
}

extension CSVOptions {
  /// How a table is written, from its first lines.
  fileprivate init(formOf table: SourceDocument) {
    let delimiters: [UInt8: Delimiter] = [0x3B: .semicolon, 0x09: .tab]
    let form = CSVSniffer.form(of: table)
    let line = table.bytes.prefix { $0 != 0x0A }
    self.init(
      delimiter: form.delimiter.flatMap { delimiters[$0] } ?? .comma,
      terminator: line.last == 0x0D ? .crlf : .lf,
      byteOrderMark: table.bytes.byteOrderMarkLength > 0)
  }
}

extension CSVTable {
  /// The table that has the columns of a file.
  fileprivate init?(headerOf source: SourceDocument, _ dialect: CSVDialect) {
    let first = source.bytes.dropFirst(source.bytes.byteOrderMarkLength).prefix { $0 != 0x0D && $0 != 0x0A }
    let names = first.split(separator: dialect.delimiter.rawValue, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let table = Self.allCases.first { table in
      TableScope.allCases.contains { table.definition($0).columns.map(\.name) == names }
    }
    guard let table else { return nil }
    self = table
  }
}
