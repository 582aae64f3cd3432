import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel

struct CatalogueExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what the catalogue knows of papers in one of the formats.",
    usage: "digest-convert catalogue export [<id> ...] [--to <format>] [-o <file>] [--catalogue <file>]",
    discussion:
      "All papers are held in memory at once, some kilobytes each. The status is 1 if an id is not in the catalogue; the others are written.\n\n"
        + """
        EXAMPLES:
          digest-convert catalogue export -o all.bib
          digest-convert catalogue export 2409.12917 --to ris
          digest-convert catalogue export --source library.bib --to csv -o library.csv
        """
  )

  @Argument(
    help: ArgumentHelp("Ids of papers; by default all papers.", valueName: "id"), transform: paperID)
  var ids: [PaperID] = []

  @Option(
    help: ArgumentHelp(
      "Format to write: \(FormatArguments.exporterNames). By default found by the extension of -o.",
      valueName: "format"),
    completion: .list(FormatArguments.registry.exportFormats.map(\.name)), transform: oneExportFormat)
  var to: ExportFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("File to write, or directory for formats of several files.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Only the papers of this source, as it has them.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("Write what the format could not hold; - is standard output.", valueName: "file"),
    completion: .file())
  var lossReport: String?

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup(title: "Format options") var formats: FormatOptions

  func validate() throws {
    if source != nil, !ids.isEmpty { throw ValidationError("--source and ids exclude each other") }
    if output == "" { throw ValidationError("the name after -o is empty") }
    let format = try format()
    if case .directory = format.makeExporter(formats.exportOptions).layout, output == nil || output == "-" {
      throw ValidationError("\(format.name) writes a directory; name it with -o")
    }
  }

  /// `--to`, or the format of the extension of `-o`.
  private func format() throws(ValidationError) -> ExportFormat {
    if let to { return to }
    return try FormatArguments.exportFormat(ofFile: output, formats.exportOptions)
  }

  func run() throws {
    let format = try format()
    let path = try reportingFailure { () throws(CommandFailure) in try catalogue.path() }
    try OutputPlan(jobs: []).refuseCollisions(
      inputs: [], kept: [InputFile(path: path)], others: [output ?? "-", lossReport].compactMap(\.self))
    try reportingFailure { () throws(CommandFailure) in
      let (entries, unknown) = try CommandFailure.ofCatalogue { () throws(CatalogueError) in
        try found(in: CatalogueFile(at: path))
      }
      var findings = unknown.map(Diagnostic.notInCatalogue)
      if entries.isEmpty, findings.isEmpty {
        findings.append(
          Diagnostic(
            CatalogueDiagnostics.unknownPaper,
            source.map { "the catalogue has no papers of a source \(quoted($0))" }
              ?? "the catalogue has no papers",
            at: nil, help: source == nil ? nil : "'catalogue info' lists its sources"))
      }
      if !entries.isEmpty { try write(entries, as: format) }
      if !findings.isEmpty { throw CommandFailure(.findings, findings) }
    }
  }

  /// - Returns: also the ids that the catalogue does not have.
  private func found(
    in file: CatalogueFile
  ) throws(CatalogueError) -> (entries: [CatalogueEntry], unknown: [PaperID]) {
    if ids.isEmpty { return (try file.entries(of: source), []) }
    var entries: [CatalogueEntry] = []
    var unknown: [PaperID] = []
    for id in ids {
      if let entry = try file.entry(of: id) { entries.append(entry) } else { unknown.append(id) }
    }
    return (entries, unknown)
  }

  private func write(_ entries: [CatalogueEntry], as format: ExportFormat) throws(CommandFailure) {
    var digest = Digest()
    var seen: Set<PaperID> = []
    for entry in entries where seen.insert(entry.id).inserted {
      digest.papers.append(Paper(id: entry.id, record: entry.record, version: entry.latestVersion))
    }
    digest.normalise()
    let name = output ?? "-"
    let converted: ConvertedOutput
    do {
      let options = ConversionOptions(export: formats.exportOptions)
      converted = try Converter(options: options).write(
        digest, as: format, named: name == "-" ? "<stdout>" : name)
    } catch {
      throw CommandFailure(.invalidOutput, error.diagnostics)
    }
    guard converted.findings.isEmpty else { throw CommandFailure(.invalidOutput, converted.findings) }
    let losses = LossReport.Output(
      source: "the catalogue", name: converted.name, format: converted.format, losses: converted.losses,
      sourceMap: SourceMap(document: nil))
    try write(converted.files, by: format.makeExporter(formats.exportOptions), to: name, losses)
  }

  private func write(
    _ files: [OutputFile], by exporter: any Exporter, to name: String, _ losses: LossReport.Output
  ) throws(CommandFailure) {
    let folders = StagingFolders(flushes: true)
    var stage = OutputStage(touchesUnchanged: false, in: folders)
    var findings: [Diagnostic] = []
    do throws(CommandFailure) {
      if case .directory = exporter.layout { try stage.makeDirectory(name) }
      for file in files where name != "-" {
        let path = file.path(in: name)
        if try OutputStage.keeps(path, against: exporter) {
          findings.append(OutputStage.changed(path))
        } else {
          _ = try stage.stage(file.bytes, at: path)
        }
      }
      let report = Array(LossReport(outputs: [losses]).text.utf8)
      if let lossReport, lossReport != "-" { _ = try stage.stage(report, at: lossReport) }
      try stage.commit()
      if name == "-" { try StandardStreams.write(toOutput: files.flatMap(\.bytes)) }
      if lossReport == "-" { try StandardStreams.write(toOutput: report) }
    } catch {
      stage.discard()
      throw error
    }
    try folders.flush()
    if lossReport == nil {
      findings += [LossReport(outputs: [losses]).summary].compactMap(\.self)
    }
    reportFindings(findings, isQuiet: quiet)
  }
}

private func oneExportFormat(_ name: String) throws(ValidationError) -> ExportFormat {
  let formats = try FormatArguments.exportFormats(name)
  guard formats.count == 1, name != "all" else { throw ValidationError("one format is written at a time") }
  return formats[0]
}

extension Diagnostic {
  /// Says that no source of a catalogue has an id.
  static func notInCatalogue(_ id: PaperID) -> Diagnostic {
    Diagnostic(
      CatalogueDiagnostics.unknownPaper, "\(quoted(id.description)) is not in the catalogue", at: nil,
      help: "'catalogue fetch' asks arXiv, Crossref and DataCite for it")
  }
}
