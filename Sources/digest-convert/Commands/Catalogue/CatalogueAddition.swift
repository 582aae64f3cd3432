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
    let target = Target(path: path)
    var log = ""
    for input in inputs { log += "\(visible(input.name)): \(try add(input, to: target, converter))\n" }
    try target.commit()
    if !isQuiet { StandardStreams.write(toError: log) }
    // What is wrong in a file has been reported; the rest of it is in the catalogue.
    if target.hasErrors { throw CommandFailure(.findings, []) }
  }

  /// - Returns: what came of it, for people.
  private func add(
    _ input: InputFile, to target: Target, _ converter: Converter
  ) throws(CommandFailure) -> String {
    let importer = reading.importer(of: converter)
    guard importer == nil, input.directoryFile(of: converter.registry.importers) == nil else {
      return try add(input.read(for: converter, importer), to: target, converter)
    }
    let stream = try opening(input) { () throws(StreamError) in
      try RecordStream(path: input.isStandardInput ? nil : input.path, name: input.name)
    }
    if stream.isSnapshot { return try add(stream, of: input, to: target) }
    guard stream.isPacked || input.isStandardInput else {
      return try add(input.read(for: converter, nil), to: target, converter)
    }
    let bytes = try opening(input) { () throws(StreamError) in try stream.rest(limit: InputFile.limit) }
    return try add(SourceDocument(name: input.unpackedName, bytes: bytes), to: target, converter)
  }

  /// A file that is read as a whole.
  private func add(
    _ document: SourceDocument, to target: Target, _ converter: Converter
  ) throws(CommandFailure) -> String {
    let read: ImportResult
    do throws(DiagnosticError) {
      read = try converter.read(document, with: reading.importer(of: converter))
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    reportFindings(read.diagnostics, isQuiet: isQuiet)
    target.note(read.diagnostics)
    var bare = 0
    let fill = try target.fill { writer throws(CatalogueError) in
      try writer.begin(source: source ?? document.sourceName, kind: read.format ?? "")
      for paper in read.digests.flatMap(\.papers) {
        if paper.record.isEmpty { bare += 1 } else { try writer.add(CatalogueRecord(paper)) }
      }
    }
    let options = filter.options
    return fill.text
      + (bare == 0 ? "" : ", \(grouped(bare)) left out: nothing but the id is known")
      + (options.isEmpty
        ? "" : " (\(options) \(filter.optionCount == 1 ? "is" : "are") for arXiv's snapshot)")
  }

  private func add(
    _ stream: RecordStream, of input: InputFile, to target: Target
  ) throws(CommandFailure) -> String {
    var line = FillProgressLine(name: visible(input.name), isShown: !isQuiet)
    var failure: StreamError?
    var found: [Diagnostic] = []
    var leftOut = 0
    defer { line.clear() }
    let fill = try target.fill { writer throws(CatalogueError) in
      do throws(SnapshotError) {
        found = try writer.add(snapshot: stream, filter) {
          leftOut = $0.leftOut
          line.show($0)
        }
      } catch {
        switch error {
        case .stream(let error): failure = error
        case .catalogue(let error): throw error
        }
      }
    }
    if let failure { throw input.failure(failure) }
    line.clear()
    reportFindings(found, isQuiet: isQuiet)
    target.note(found)
    return fill.text + (leftOut == 0 ? "" : ", \(leftOut) left out by \(filter.options)")
  }

  private func opening<Result>(
    _ input: InputFile, _ body: () throws(StreamError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(StreamError) { return try body() } catch { throw input.failure(error) }
  }
}

/// The catalogue that a run adds to. It is opened, or made, when the first file has been read.
private final class Target {
  private let path: String
  private var opened: CatalogueWriter?
  /// Whether something in a file was wrong, and so was left out.
  private(set) var hasErrors = false

  init(path: String) { self.path = path }

  /// - Parameter findings: those about a file.
  func note(_ findings: [Diagnostic]) {
    if findings.contains(where: { $0.severity == .error }) { hasErrors = true }
  }

  /// - Returns: what `body` has added.
  func fill(
    _ body: (CatalogueWriter) throws(CatalogueError) -> Void
  ) throws(CommandFailure) -> CatalogueFill {
    try CommandFailure.ofCatalogue(failing: .unwritableOutput) { () throws(CatalogueError) in
      let writer: CatalogueWriter
      if let opened { writer = opened } else { writer = try CatalogueWriter(at: path) }
      opened = writer
      let before = writer.fill
      try body(writer)
      return writer.fill.since(before)
    }
  }

  func commit() throws(CommandFailure) {
    try CommandFailure.ofCatalogue(failing: .unwritableOutput) { () throws(CatalogueError) in
      try opened?.commit()
    }
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
    case .zipFromStandardInput:
      return damaged(
        "a ZIP archive cannot be read from standard input",
        help:
          "name the file, or unpack it on the way: 'unzip -p archive.zip | digest-convert catalogue add -'")
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

extension SnapshotFilter {
  /// The options that leave records out: `--since and --categories`.
  fileprivate var options: String {
    [since == nil ? nil : "--since", categories.isEmpty ? nil : "--categories"].compactMap(\.self)
      .joined(separator: " and ")
  }

  fileprivate var optionCount: Int { (since == nil ? 0 : 1) + (categories.isEmpty ? 0 : 1) }
}
