import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel

/// Adds files to a catalogue, in one transaction.
struct CatalogueAddition {
  let reading: ReadingRequest
  /// What the source is called, if not as its file.
  let source: String?
  let isQuiet: Bool

  private var log = ""

  init(reading: ReadingRequest, source: String?, isQuiet: Bool) {
    self.reading = reading
    self.source = source
    self.isQuiet = isQuiet
  }

  mutating func add(_ inputs: [InputFile], to path: String) throws(CommandFailure) {
    let converter = try reading.converter()
    let writer = try writing { () throws(CatalogueError) in try CatalogueWriter(at: path) }
    for input in inputs { try add(input, to: writer, converter) }
    try writing { () throws(CatalogueError) in try writer.commit() }
    if !isQuiet { StandardStreams.write(toError: log) }
  }

  private mutating func add(
    _ input: InputFile, to writer: CatalogueWriter, _ converter: Converter
  ) throws(CommandFailure) {
    let importer = reading.importer(of: converter)
    let document = try input.read(for: converter, importer)
    let read: ImportResult
    do throws(DiagnosticError) {
      read = try converter.read(document, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    report(read.diagnostics)
    let before = writer.fill
    try writing { () throws(CatalogueError) in
      try writer.begin(source: source ?? document.sourceName, kind: read.format ?? "")
      for paper in read.digest.papers where !paper.record.isEmpty { try writer.add(CatalogueRecord(paper)) }
    }
    log += "\(visible(input.name)): \(writer.fill.since(before).text)\n"
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
}

extension SourceDocument {
  /// What a catalogue calls it: the file without folders, or that of a folder with its name.
  fileprivate var sourceName: String {
    name == "<stdin>" ? "stdin" : name.split(separator: "/").last.map(String.init) ?? name
  }
}

extension CatalogueFill {
  /// What came after another state of the same fill.
  func since(_ before: CatalogueFill) -> CatalogueFill {
    var rest = self
    rest.new -= before.new
    rest.changed -= before.changed
    rest.unchanged -= before.unchanged
    return rest
  }

  /// `3 new papers, 1 changed, 95 unchanged`
  var text: String {
    "\(new) new \(new == 1 ? "paper" : "papers"), \(changed) changed, \(unchanged) unchanged"
  }
}
