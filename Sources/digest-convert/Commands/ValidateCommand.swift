import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.validate.rawValue,
    abstract: "Check files against the schemas of their formats, whoever wrote them.",
    usage: "digest-convert validate <file> ... [--as <format>] [--format <format>]",
    discussion:
      "Findings go to standard output, then for each file whether it is valid and which schema says so; 'schema' prints it. The status is 1 if one is not valid. 'check' reads files as lists of papers instead.\n\n"
        + """
        EXAMPLES:
          digest-convert validate out/2024-09.xml
          digest-convert validate library.bib --as bibtex
          digest-convert validate --recursive out --quiet
        """
  )

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What to take the files for: \(FormatArguments.exporterNames). By default found by name and content.",
      valueName: "format"),
    completion: .list(FormatArguments.registry.exportFormats.map(\.name)),
    transform: FormatArguments.exportFormat)
  var format: ExportFormat?

  @Option(
    name: [.customLong("format"), .customLong("diagnostics")],
    help: choiceHelp("How findings are written.", ReportFormat.self, standard: .text, valueName: "format"),
    completion: choices(ReportFormat.self), transform: choice)
  var report: ReportFormat = .text

  @OptionGroup var messages: MessageOptions

  @Flag(name: .shortAndLong, help: "Show findings only.")
  var quiet = false

  func run() throws {
    let found = try inputs.files()
    let inputs = found.files
    try requireOneReader(ofStandardInput: inputs, ReadingRequest())
    var status = ExitStatus.success
    var findings = found.findings
    var summary = ""
    let converter = Converter()
    for input in inputs {
      do throws(CommandFailure) {
        let validation = try validate(input, with: converter)
        findings += validation.findings
        summary += Self.verdict(on: input, validation)
        if !validation.findings.isEmpty, status == .success { status = .findings }
      } catch {
        findings += error.diagnostics
        summary += "\(visible(input.name)): not read\n"
        if status == .success { status = error.status }
      }
    }
    let text = TextRenderer(on: .output, showsSource: messages.showSource)
    try emit(report.render(findings, text: text) + (report == .text && !quiet ? summary : ""))
    if status != .success { throw status.code }
  }

  private func validate(
    _ input: InputFile, with converter: Converter
  ) throws(CommandFailure) -> FileValidation {
    if let notes = try notes(in: input, converter) {
      return try Self.reportingSource { () throws(DiagnosticError) in
        try converter.validate(notes, named: input.path, as: .notes)
      }
    }
    let source = try input.read(for: converter, nil)
    return try Self.reportingSource { () throws(DiagnosticError) in
      try converter.validate(source, as: format)
    }
  }

  private static func reportingSource(
    _ body: () throws(DiagnosticError) -> FileValidation
  ) throws(CommandFailure) -> FileValidation {
    do { return try body() } catch { throw CommandFailure(.invalidInput, error.diagnostics) }
  }

  /// The Markdown files of a directory that no other format stands for.
  private func notes(in input: InputFile, _ converter: Converter) throws(CommandFailure) -> [OutputFile]? {
    guard format?.name ?? ExportFormat.notes.name == ExportFormat.notes.name,
      input.directoryFile(of: converter.registry.importers) == nil
    else { return nil }
    let names = try input.names().filter { $0.hasSuffix(".md") }
    guard !names.isEmpty else { return nil }
    return try names.map { (name) throws(CommandFailure) in
      OutputFile(name: name, bytes: try input.file(name).read().bytes)
    }
  }

  /// `a.xml: valid as jats (jats-subset.rng)`, and what to make of findings.
  private static func verdict(on input: InputFile, _ validation: FileValidation) -> String {
    let asked = validation.schema?.name ?? "rules of this program"
    let name = visible(input.name)
    let count = validation.findings.count
    guard count > 0 else { return "\(name): valid as \(validation.format.name) (\(asked))\n" }
    let line =
      "\(name): not valid as \(validation.format.name): \(counted(count, "finding")) (\(asked))\n"
    return line + (validation.advice.map { "help: \($0)\n" } ?? "")
  }
}
