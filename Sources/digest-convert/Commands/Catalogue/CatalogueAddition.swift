import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform

/// Adds files to a catalogue, in one transaction.
struct CatalogueAddition {
  let reading: ReadingRequest
  /// What of arXiv's snapshot is taken.
  let filter: SnapshotFilter
  /// What the source is called, if not as its file.
  let source: String?
  let isQuiet: Bool

  func add(_ inputs: [InputFile], to path: String) throws(CommandFailure) {
    let converter = try reading.converter()
    let writer = try writing { () throws(CatalogueError) in try CatalogueWriter(at: path) }
    var log = ""
    for input in inputs {
      let before = writer.fill
      try add(input, to: writer, converter)
      log += "\(visible(input.name)): \(writer.fill.since(before).text)\n"
    }
    try writing { () throws(CatalogueError) in try writer.commit() }
    if !isQuiet { StandardStreams.write(toError: log) }
  }

  private func add(
    _ input: InputFile, to writer: CatalogueWriter, _ converter: Converter
  ) throws(CommandFailure) {
    let importer = reading.importer(of: converter)
    guard importer == nil, input.directoryFile(of: converter.registry.importers) == nil else {
      return try add(input.read(for: converter, importer), to: writer, converter)
    }
    let stream = try opening(input) { () throws(StreamError) in
      try RecordStream(path: input.isStandardInput ? nil : input.path, name: input.name)
    }
    if stream.isSnapshot {
      try add(stream, of: input, to: writer)
    } else if stream.isPacked || input.isStandardInput {
      let bytes = try opening(input) { () throws(StreamError) in try stream.rest(limit: InputFile.limit) }
      try add(SourceDocument(name: input.unpackedName, bytes: bytes), to: writer, converter)
    } else {
      try add(input.read(for: converter, nil), to: writer, converter)
    }
  }

  /// A file that is read as a whole.
  private func add(
    _ document: SourceDocument, to writer: CatalogueWriter, _ converter: Converter
  ) throws(CommandFailure) {
    let read: ImportResult
    do throws(DiagnosticError) {
      read = try converter.read(document, with: reading.importer(of: converter))
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    report(read.diagnostics)
    try writing { () throws(CatalogueError) in
      try writer.begin(source: source ?? document.sourceName, kind: read.format ?? "")
      for paper in read.digest.papers where !paper.record.isEmpty { try writer.add(CatalogueRecord(paper)) }
    }
  }

  private func add(
    _ stream: RecordStream, of input: InputFile, to writer: CatalogueWriter
  ) throws(CommandFailure) {
    var line = FillProgressLine(name: visible(input.name), isShown: !isQuiet)
    let added = Result { () throws(SnapshotError) in
      try writer.add(snapshot: stream, filter) { line.show($0) }
    }
    line.clear()
    switch added {
    case .success(let diagnostics): report(diagnostics)
    case .failure(.stream(let error)): throw input.failure(error)
    case .failure(.catalogue(let error)): throw CommandFailure(error, .unwritableOutput)
    }
  }

  private func report(_ diagnostics: [Diagnostic]) {
    let shown = isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    StandardStreams.write(
      toError: ReportFormat.text.render(shown, usesColor: StandardStreams.errorTakesColor))
  }

  private func writing<Result>(
    _ body: () throws(CatalogueError) -> Result
  ) throws(CommandFailure) -> Result {
    try CommandFailure.ofCatalogue(body, failing: .unwritableOutput)
  }

  private func opening<Result>(
    _ input: InputFile, _ body: () throws(StreamError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(StreamError) { return try body() } catch { throw input.failure(error) }
  }
}

extension InputFile {
  /// The name that tells the format: `papers.bib` of `papers.bib.gz`.
  fileprivate var unpackedName: String {
    let lower = name.lowercased()
    return lower.hasSuffix(".gz") || lower.hasSuffix(".zip")
      ? String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) : name
  }

  fileprivate func failure(_ error: StreamError) -> CommandFailure {
    switch error {
    case .system(let error): return failure(error)
    case .damaged(let reason): return damaged(reason)
    case .lineTooLong(let line): return damaged("line \(line) is too long for a record")
    case .noMember:
      return damaged("the ZIP archive does not hold one file of JSON", help: "unpack it, and name the file")
    }
  }

  private func damaged(_ summary: String, help: String? = nil) -> CommandFailure {
    CommandFailure(.unreadableInput, FileDiagnostics.unreadable, summary, file: name, help: help)
  }
}

extension SourceDocument {
  /// What a catalogue calls it: the file without folders.
  fileprivate var sourceName: String { name == "<stdin>" ? "stdin" : fileName }
}

extension CatalogueFill {
  /// What came after another state of the same fill.
  fileprivate func since(_ before: CatalogueFill) -> CatalogueFill {
    var rest = self
    rest.new -= before.new
    rest.changed -= before.changed
    rest.unchanged -= before.unchanged
    return rest
  }

  /// `3 new papers, 1 changed, 95 unchanged`
  fileprivate var text: String {
    "\(new) new \(new == 1 ? "paper" : "papers"), \(changed) changed, \(unchanged) unchanged"
  }
}
