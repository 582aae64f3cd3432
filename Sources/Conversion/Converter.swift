public import DigestDiagnostics
import DigestExporters
public import DigestImporters
public import DigestModel
import DigestPlatform

/// The data flow in code: source → importer → digest → exporter → files → validator.
///
/// ```swift
/// let source = SourceDocument(name: "2024-09.md", text: text)
/// let output = try Converter().convert(source, to: .bibtex)
/// print(output.text)
/// ```
///
/// A converter is a value without state: one can be used for any number of sources, from any number of threads.
public struct Converter: Sendable {
  /// The formats it reads; a source of no given format is read by the first that knows it.
  public var registry: Registry
  /// What to choose about reading and writing.
  public var options: ConversionOptions

  /// - Parameters:
  ///   - registry: the formats to read and to write; the standard ones unless another is given.
  ///   - options: language, period, validation and the choices of each format.
  public init(registry: Registry = .standard, options: ConversionOptions = ConversionOptions()) {
    self.registry = registry
    self.options = options
  }

  /// Reads a source and writes it in one format.
  ///
  /// - Parameters:
  ///   - source: UTF-8 text; its name says what messages call it, and its extension which importer reads it.
  ///   - format: the format to write, `.bibtex`, or `registry.exportFormat(named:)`.
  ///   - importer: `nil` to choose one by the extension of the source's name, then by its content.
  /// - Returns: the output, which is valid in its format where `options.validates` is set.
  /// - Throws: `DiagnosticError` where the source is not a digest or has an error, where the format cannot hold it, or
  ///   where the output is not valid, which is a fault of the program. The command refuses the same.
  public func convert(
    _ source: SourceDocument, to format: ExportFormat, with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> ConvertedOutput {
    let layout = format.makeExporter(options.export).layout
    let target = ConversionTarget(format, named: layout.name(stem: source.stem))
    let conversion = try convert(source, to: [target], with: importer)
    let noticed = conversion.imported.diagnostics
    if noticed.contains(where: { $0.severity == .error }) { throw DiagnosticError(noticed) }
    let output = conversion.outputs[0]
    guard output.findings.isEmpty else { throw DiagnosticError(output.findings) }
    return output
  }

  /// Reads a source once and writes it in several formats, on as many threads as the options allow.
  ///
  /// - Parameters:
  ///   - source: UTF-8 text; its name says what messages call it, and its extension which importer reads it.
  ///   - targets: the formats to write, each with the name of its output.
  ///   - importer: `nil` to choose one by the extension of the source's name, then by its content.
  /// - Returns: what was read, and an output for each target in their order. An output with findings is not valid in
  ///   its format and should not be written; the others are not concerned.
  /// - Throws: `DiagnosticError` where the source is not a digest, or a format cannot hold it.
  public func convert(
    _ source: SourceDocument, to targets: [ConversionTarget], with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> Conversion {
    let names = targets.map(\.name)
    let (imported, outputs) = try outputs(in: targets.map(\.format)) { number, _ in
      names[number]
    } of: { () throws(DiagnosticError) in
      try Imported(read(source, with: importer), in: options.order)
    }
    return Conversion(imported: imported.result, outputs: outputs)
  }

  /// The same for a source so big that its outputs should not all be in memory at a time: hands each of them over on this
  /// thread as soon as it is made and checked, in whatever order.
  ///
  /// - Parameters:
  ///   - take: receives an output with the number of its target.
  ///   - look: called after each output, and every few milliseconds while others are made.
  /// - Throws: `DiagnosticError` as above, after the outputs that can be made were handed over.
  package func convert(
    _ source: SourceDocument, to targets: [ConversionTarget], with importer: (any Importer)? = nil,
    handingOver take: (_ number: Int, ConvertedOutput) -> Void, looking look: () -> Void
  ) throws(DiagnosticError) -> ImportResult {
    let input = try Imported(read(source, with: importer), in: options.order)
    var results = [Result<Void, DiagnosticError>](repeating: .success(()), count: targets.count)
    handOver(targets, threads: options.threads ?? Processors.count) { target in
      let validator = validator(of: target.format)
      return Result { () throws(DiagnosticError) in
        checked(
          try export(
            input.subject, input.sourceMap, as: target.format, named: target.name, input.diagnostics),
          input.subject, input.sourceMap, as: target.format, by: validator)
      }
    } to: { number, result in
      results[number] = result.map { take(number, $0) }
    } looking: {
      look()
    }
    _ = try Self.successes(of: results)
    return input.result
  }

  /// Reads several sources and writes their digests as one output in each format, on as many threads as the
  /// options allow.
  ///
  /// ```swift
  /// let merged = try Converter().merge([september, october], to: [.bibtex, .yaml])
  /// print(merged.collection.papers.count, merged.outputs[0].text)
  /// ```
  ///
  /// - Parameters:
  ///   - sources: UTF-8 text, in any order: the digests are put in the order of their periods.
  ///   - formats: the formats to write.
  ///   - importer: reads all sources; `nil` to choose one for each.
  ///   - name: what messages call the output in the format of a number; `nil` to name it after the periods, `2024-09--2024-12.bib`.
  /// - Returns: the digests and an output for each format in their order. An output with findings is not valid in its
  ///   format and should not be written; the others are not concerned.
  /// - Throws: `DiagnosticError` where one of the sources is not a digest, or a format cannot hold several digests.
  public func merge(
    _ sources: [SourceDocument], to formats: [ExportFormat], with importer: (any Importer)? = nil,
    naming name: (@Sendable (_ number: Int, DigestCollection) -> String)? = nil
  ) throws(DiagnosticError) -> MergedConversion {
    let (options, order) = (options.export, options.order)
    let (merged, outputs) = try outputs(in: formats) { number, merged in
      name?(number, merged.collection)
        ?? formats[number].makeExporter(options).layout.name(stem: merged.collection.periodName ?? "merged")
    } of: { () throws(DiagnosticError) in
      try read(sources, with: importer).sorted(by: order)
    }
    return MergedConversion(merged: merged, outputs: outputs)
  }

  /// Writes what `make` reads in several formats.
  /// - Parameter name: what messages call the output in the format of a number.
  private func outputs<Input: ExportInput>(
    in formats: [ExportFormat], named name: @escaping @Sendable (_ number: Int, Input) -> String,
    of make: () throws(DiagnosticError) -> Input
  ) throws(DiagnosticError) -> (input: Input, outputs: [ConvertedOutput]) {
    let jobs = formats.enumerated().map { (number: $0, format: $1, validator: validator(of: $1)) }
    // The schemas are read on another processor while this one reads the source.
    let (input, results) = try parallelMap(
      jobs, threads: options.threads ?? Processors.count, preparing: { $0.validator?.prepare() }, of: make,
      { job, input in
        let exported = Result { () throws(DiagnosticError) in
          try export(
            input.subject, input.sourceMap, as: job.format, named: name(job.number, input), input.diagnostics)
        }
        return {
          exported.map { checked($0, input.subject, input.sourceMap, as: job.format, by: job.validator) }
        }
      })
    return (input, try Self.successes(of: results))
  }

  /// Reads a source: checks that it is text, imports and normalises it, finds its language and period.
  ///
  /// - Parameters:
  ///   - source: UTF-8 text; a byte order mark may stand first.
  ///   - importer: `nil` to choose one by the extension of the source's name, then by its content.
  /// - Throws: `DiagnosticError` where the source is empty, binary or not UTF-8, where nothing tells its format, where
  ///   the importer cannot read it, or where it names no paper and has no section of a digest.
  public func read(
    _ source: SourceDocument, with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> ImportResult {
    try read(source, with: importer, places: nil)
  }

  /// Reads several sources, one after the other.
  ///
  /// - Parameters:
  ///   - sources: UTF-8 text; they may be of different formats.
  ///   - importer: reads all of them; `nil` to choose one for each.
  /// - Throws: `DiagnosticError` with what is wrong in all sources that cannot be read: a collection with a digest
  ///   missing is not handed on.
  public func read(
    _ sources: [SourceDocument], with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> MergedImport {
    var results: [ImportResult] = []
    var errors: [Diagnostic] = []
    for (source, places) in zip(sources, SourcePlaces.shares(of: sources)) {
      do throws(DiagnosticError) {
        results.append(try read(source, with: importer, places: places))
      } catch {
        errors += error.diagnostics
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return MergedImport(results)
  }

  private func read(
    _ source: SourceDocument, with importer: (any Importer)?, places: Range<UInt32>?
  ) throws(DiagnosticError) -> ImportResult {
    var (decoded, encoding) = try decoded(source, importer)
    if let places { decoded = SourceDocument(decoded, places: places) }
    for companion in decoded.companions { try checkSource(companion) }
    var findings = [encoding].compactMap(\.self)
    let chosen: any Importer
    if let importer {
      chosen = importer
    } else {
      let choice = try ImporterChoice(for: decoded, in: registry)
      chosen = choice.importer
      if let mismatch = choice.mismatch { findings.insert(mismatch, at: 0) }
    }
    var imported: ImportResult
    do throws(DiagnosticError) { imported = try chosen.read(decoded) } catch {
      throw importer == nil ? error : advising(error, onSource: decoded, readBy: chosen)
    }
    imported.format = chosen.title
    imported.digest.normalise()
    for index in imported.furtherDigests.indices { imported.furtherDigests[index].normalise() }
    try requireContent(imported, of: decoded, readBy: chosen)
    enrich(&imported, source, carriesMetadata: imported.carriesMetadata ?? chosen.carriesMetadata)
    imported.diagnostics.insert(contentsOf: findings, at: 0)
    if let catalogue = options.catalogue { try PaperCompletion(catalogue).apply(to: &imported) }
    if options.selection != nil || options.order.limit != nil { imported.noteAllPapers() }
    if let selection = options.selection { imported.select(selection) }
    return imported
  }

  private func enrich(_ imported: inout ImportResult, _ source: SourceDocument, carriesMetadata: Bool) {
    let enrichment = Enrichment(language: options.language, period: options.period)
    let isOneOfSeveral = !imported.furtherDigests.isEmpty
    enrichment.apply(
      to: &imported.digest, source: source, carriesMetadata: carriesMetadata, isOneOfSeveral: isOneOfSeveral)
    for index in imported.furtherDigests.indices {
      enrichment.apply(
        to: &imported.furtherDigests[index], source: source, carriesMetadata: carriesMetadata,
        isOneOfSeveral: isOneOfSeveral)
    }
  }

  /// The names of the files beside a source that belong to it, for a caller that reads files and gives them to `read` as
  /// the source's companions.
  ///
  /// - Parameters:
  ///   - source: the file that was named, or that stands for a directory.
  ///   - importer: `nil` for the one whose files have this name.
  /// - Throws: `DiagnosticError` where the source does not say which.
  public func companions(
    of source: SourceDocument, with importer: (any Importer)? = nil
  ) throws(DiagnosticError) -> [String] {
    let named = registry.importers.first { $0.directoryFile == source.fileName }
    return try (importer ?? named)?.companions(of: source) ?? []
  }

  /// A source in UTF-8 that has been checked, and what to say about its encoding.
  private func decoded(
    _ source: SourceDocument, _ importer: (any Importer)?
  ) throws(DiagnosticError) -> (document: SourceDocument, finding: Diagnostic?) {
    let decoder = SourceDecoder(source: source)
    if let name = options.inputEncoding {
      let named = try decoder.decoded(as: SourceEncoding(name, isDeclared: true))
      try checkSource(named.document)
      return named
    }
    let problem: DiagnosticError
    do throws(DiagnosticError) {
      try checkSource(source)
      return (source, nil)
    } catch {
      problem = error
    }
    guard decoder.isNeeded else { throw problem }
    let chosen =
      if let importer { importer } else { try ImporterChoice(for: decoder.readable(), in: registry).importer }
    // Where nothing tells the encoding, the check says what is wrong.
    guard let encoding = chosen.encoding(of: source.bytes) else { throw problem }
    let decoded = try decoder.decoded(as: encoding)
    try checkSource(decoded.document)
    return decoded
  }

  /// Writes a digest in one format and checks what was written.
  ///
  /// - Parameters:
  ///   - digest: normalised, as `read` gives it: its index of papers is up to date.
  ///   - format: the format to write.
  ///   - name: what messages call the output: its path, or `<stdout>`.
  ///   - sourceMap: where the nodes of the digest come from, for messages; `nil` for a digest that a program made.
  /// - Returns: the output; one with findings is not valid in its format and should not be written.
  /// - Throws: `DiagnosticError` where the format cannot hold the digest at all.
  public func write(
    _ digest: Digest, as format: ExportFormat, named name: String, sourceMap: SourceMap? = nil
  ) throws(DiagnosticError) -> ConvertedOutput {
    try write(.digest(digest), as: format, named: name, sourceMap)
  }

  /// Writes several digests as one output and checks what was written.
  ///
  /// - Parameters:
  ///   - collection: of normalised digests.
  ///   - format: the format to write.
  ///   - name: what messages call the output: its path, or `<stdout>`.
  ///   - sourceMap: where the nodes of the digests come from, for messages; `nil` for digests that a program made.
  /// - Returns: the output; one with findings is not valid in its format and should not be written.
  /// - Throws: `DiagnosticError` where the format cannot hold several digests, or one of them.
  public func write(
    _ collection: DigestCollection, as format: ExportFormat, named name: String, sourceMap: SourceMap? = nil
  ) throws(DiagnosticError) -> ConvertedOutput {
    try write(.collection(collection), as: format, named: name, sourceMap)
  }

  private func write(
    _ subject: ExportSubject, as format: ExportFormat, named name: String, _ sourceMap: SourceMap?
  ) throws(DiagnosticError) -> ConvertedOutput {
    let map = sourceMap ?? SourceMap(document: nil)
    let output = try export(subject, map, as: format, named: name, [])
    return checked(output, subject, map, as: format, by: validator(of: format))
  }

  // MARK: Steps

  /// Not checked yet.
  private func export(
    _ subject: ExportSubject, _ sourceMap: SourceMap, as format: ExportFormat, named name: String,
    _ diagnostics: [Diagnostic]
  ) throws(DiagnosticError) -> ConvertedOutput {
    do {
      let result = try subject.exported(by: format.makeExporter(options.export))
      return ConvertedOutput(
        format: format.name, name: name, files: result.files, losses: result.losses, diagnostics: diagnostics,
        isValidated: false, findings: [])
    } catch {
      throw DiagnosticError(
        ConversionDiagnostics.notExportable, "\(format.name) cannot hold \(subject.noun): \(error.reason)",
        at: sourceMap.location(of: error.anchor))
    }
  }

  private func checked(
    _ output: ConvertedOutput, _ subject: ExportSubject, _ sourceMap: SourceMap, as format: ExportFormat,
    by validator: (any OutputValidator)?
  ) -> ConvertedOutput {
    guard let validator else { return output }
    var output = output
    output.findings = validator.validate(output.files, named: output.name)
    output.isValidated = true
    if !output.findings.isEmpty {
      let exporter = format.makeExporter(options.export)
      var finder = FaultFinder(exporter: exporter, validator: validator, findings: output.findings)
      output.findings.append(finder.fault(in: subject).diagnostic(of: format.name, sourceMap))
    }
    return output
  }

  private func validator(of format: ExportFormat) -> (any OutputValidator)? {
    options.validates ? format.makeValidator?(options.export) : nil
  }

  /// - Throws: what all formats that cannot hold the digest say.
  private static func successes<Output>(
    of results: [Result<Output, DiagnosticError>]
  ) throws(DiagnosticError) -> [Output] {
    var outputs: [Output] = []
    var errors: [Diagnostic] = []
    for result in results {
      switch result {
      case .success(let output): outputs.append(output)
      case .failure(let error): errors += error.diagnostics
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
    return outputs
  }

  /// Where a format was named and the content seems to be another, that is the cause.
  private func advising(
    _ error: DiagnosticError, onSource source: SourceDocument, readBy named: any Importer
  ) -> DiagnosticError {
    guard error.diagnostics.first?.help == nil else { return error }
    let seeming: any Importer
    do throws(DiagnosticError) { seeming = try ImporterChoice(for: source, in: registry).importer } catch {
      return error
    }
    guard seeming.name != named.name else { return error }
    var diagnostics = error.diagnostics
    diagnostics[0].help = "the content seems to be \(seeming.title); without --from it is read so"
    return DiagnosticError(diagnostics)
  }

  /// Free text is read whatever it says; only text about no paper at all has nothing to convert.
  private func requireContent(
    _ imported: ImportResult, of source: SourceDocument, readBy importer: any Importer
  ) throws(DiagnosticError) {
    if imported.isEmptyList { return }
    // A format that is known by its own signs says something wherever it has text; so does Markdown of our own.
    let isKnown = !importer.readsAnyText || imported.carriesMetadata == true
    func saysSomething(_ digest: Digest) -> Bool {
      let isOutline = isKnown && !(digest.sections.isEmpty && digest.metadata.title == nil)
      return !digest.papers.isEmpty || isOutline || digest.sections.contains { $0.kind != .other }
    }
    if saysSomething(imported.digest) || imported.furtherDigests.contains(where: saysSomething) { return }
    throw DiagnosticError(
      [
        Diagnostic(
          ConversionDiagnostics.notADigest, "the text names no paper and has no section of a digest",
          at: SourceLocation(source, SourceRange(at: 0)),
          help: "paper ids look like 2409.10000; known sections are TOPIC_TREE, SOTA_HIGHLIGHTS and so on")
      ] + imported.diagnostics)
  }
}
