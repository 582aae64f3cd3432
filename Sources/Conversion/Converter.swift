public import DigestDiagnostics
public import DigestExporters
public import DigestImporters
public import DigestModel
import DigestPlatform

/// The way of the data: bytes, importer, digest, exporter, bytes, validator, files.
///
/// ```swift
/// let converter = Converter()
/// let read = try converter.read(SourceDocument(name: "2024-09.md", bytes: bytes))
/// let output = try converter.write(read.digest, as: converter.registry.exportFormat(named: "bibtex"), named: "a.bib")
/// ```
public struct Converter: Sendable {
  public var registry: Registry
  public var options: ConversionOptions

  public init(registry: Registry = .standard, options: ConversionOptions = ConversionOptions()) {
    self.registry = registry
    self.options = options
  }

  /// Reads a source once, writes it in each format, checks what was written and hands it over.
  ///
  /// - Parameters:
  ///   - importer: `nil` to choose by the extension of the source's name, then by its content.
  ///   - targets: in the order in which `receive` gets them.
  ///   - receive: gets each output once; one with findings must not be written.
  /// - Returns: what was read.
  /// - Throws: `DiagnosticError` where the source is no digest or a format cannot hold it; whatever `receive` throws.
  public func convert(
    _ source: SourceDocument, with importer: (any Importer)? = nil, to targets: [ConversionTarget],
    receive: (ConvertedOutput) throws -> Void
  ) throws -> ImportResult {
    let jobs = targets.map { (target: $0, validator: validator(of: $0.format)) }
    // The schemas are read on another processor while this one reads the source.
    let (imported, outputs) = try parallelMap(
      jobs, preparing: { $0.validator?.prepare() },
      of: { () throws(DiagnosticError) in
        let imported = try read(source, with: importer)
        try requireContent(imported, of: source)
        return imported
      },
      { job, imported in
        let exported = Result { () throws(DiagnosticError) in
          try export(imported.digest, as: job.target.format, named: job.target.name)
        }
        return { exported.map { checked($0, by: job.validator) } }
      })
    for output in outputs { try receive(output.get()) }
    return imported
  }

  /// Bytes → digest: checked, imported, normalised, its language and period found.
  /// - Throws: `DiagnosticError` where nothing can be read at all.
  public func read(
    _ source: SourceDocument, with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> ImportResult {
    try checkSource(source)
    let importer = if let importer { importer } else { try chooseImporter(for: source) }
    var imported = try importer.read(source)
    imported.digest.normalise()
    Enrichment(language: options.language, period: options.period)
      .apply(to: &imported.digest, source: source, importer: importer)
    return imported
  }

  /// Digest → files: exported and checked.
  /// - Parameter name: what messages call the output: its path, or `<stdout>`.
  /// - Throws: `DiagnosticError` where the format cannot hold the digest at all.
  public func write(
    _ digest: Digest, as format: ExportFormat, named name: String
  ) throws(DiagnosticError) -> ConvertedOutput {
    checked(try export(digest, as: format, named: name), by: validator(of: format))
  }

  /// Not checked yet.
  private func export(
    _ digest: Digest, as format: ExportFormat, named name: String
  ) throws(DiagnosticError) -> ConvertedOutput {
    let result = try export(digest, with: format.makeExporter(options.export))
    return ConvertedOutput(
      format: format.name, name: name, files: result.files, losses: result.losses, isValidated: false,
      findings: [])
  }

  private func checked(_ output: ConvertedOutput, by validator: (any OutputValidator)?) -> ConvertedOutput {
    guard let validator else { return output }
    var output = output
    output.findings = validator.validate(output.files, named: output.name)
    output.isValidated = true
    return output
  }

  private func validator(of format: ExportFormat) -> (any OutputValidator)? {
    options.validates ? format.makeValidator?(options.export) : nil
  }

  private func export(_ digest: Digest, with exporter: any Exporter) throws(DiagnosticError) -> ExportResult {
    do {
      return try exporter.export(digest)
    } catch let error as DiagnosticError {
      throw error
    } catch {
      throw DiagnosticError(
        ConversionDiagnostics.notExportable, "\(exporter.name) cannot hold this digest: \(error)", at: nil)
    }
  }

  private func chooseImporter(for source: SourceDocument) throws(DiagnosticError) -> any Importer {
    if let importer = registry.importer(forFile: source.name, bytes: source.bytes) { return importer }
    throw DiagnosticError(
      ConversionDiagnostics.unknownInputFormat, "neither the name nor the content tells the format",
      at: SourceLocation(source, SourceRange(at: 0)), help: "name it with --from")
  }

  /// Free text is read whatever it says; only text about no paper at all has nothing to convert.
  package func requireContent(_ imported: ImportResult, of source: SourceDocument) throws(DiagnosticError) {
    let digest = imported.digest
    guard digest.papers.isEmpty, digest.sections.allSatisfy({ $0.kind == .other }) else { return }
    throw DiagnosticError(
      [
        Diagnostic(
          ConversionDiagnostics.notADigest, "the text names no paper and has no section of a digest",
          at: SourceLocation(source, SourceRange(at: 0)),
          help: "paper ids look like 2409.10000; known sections are TOPIC_TREE, SOTA_HIGHLIGHTS and so on")
      ] + imported.diagnostics)
  }
}

/// One format to write and what messages call the output.
public struct ConversionTarget: Sendable {
  public var format: ExportFormat
  /// The path, or `<stdout>`.
  public var name: String

  public init(_ format: ExportFormat, named name: String) {
    self.format = format
    self.name = name
  }
}

/// One output in memory.
public struct ConvertedOutput: Sendable {
  /// The name of the format.
  public var format: String
  /// The target's name.
  public var name: String
  public var files: [OutputFile]
  public var losses: LossLog
  /// Whether the schema of the format was asked.
  public var isValidated: Bool
  /// What the schema of the format says against the files; empty where they are valid or were not checked.
  public var findings: [Diagnostic]
}
