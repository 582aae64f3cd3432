import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestPlatform

extension ConvertRequest {
  /// Carries the request out and ends the program.
  /// - Throws: `ValidationError` if the arguments contradict each other; nothing has been read then.
  func run() throws(ValidationError) -> Never {
    let plan = try OutputPlan.make(for: self)
    do throws(CommandFailure) {
      var converter = try reading.converter()
      converter.options.validates = validates
      converter.options.export = exporting
      converter.options.catalogue = try catalogue.open()
      var run = ConvertRun(request: self, plan: plan, converter: converter)
      let status = run.run()
      withExtendedLifetime(run) { RunningProgram.end(status: status.rawValue) }
    } catch {
      StandardStreams.write(toError: diagnostics.render(error.diagnostics))
      RunningProgram.end(status: error.status.rawValue)
    }
  }
}

/// One run of `convert`: each input goes through the pipeline. Either all outputs of an input are put in place or none.
/// An input that fails does not stop the others.
struct ConvertRun {
  private let request: ConvertRequest
  private let plan: OutputPlan
  private let converter: Converter
  private var diagnostics: [Diagnostic] = []
  private var losses: [LossReport.Output] = []
  private var written: [String] = []
  /// The files of all inputs, the tables of bundles among them.
  private var read: [String] = []
  private var log = ""
  private var status = ExitStatus.success
  /// Of all inputs: how many papers there are, and how many have no title.
  private var papers = (all: 0, untitled: 0)
  /// The last input: freeing a digest, which has many small parts, takes longer than ending the program with it.
  private var last: ImportResult?

  init(request: ConvertRequest, plan: OutputPlan, converter: Converter) {
    self.request = request
    self.plan = plan
    self.converter = converter
  }

  /// - Returns: the status of the first input that failed.
  mutating func run() -> ExitStatus {
    attempt { run throws(CommandFailure) in try run.requirePlacesOfSideFiles() }
    if status == .success {
      for job in plan.jobs {
        attempt { run throws(CommandFailure) in try run.convert(job) }
      }
      attempt { run throws(CommandFailure) in try run.writeSideFiles() }
    }
    report()
    return status
  }

  private mutating func attempt(_ step: (inout ConvertRun) throws(CommandFailure) -> Void) {
    do {
      try step(&self)
    } catch {
      diagnostics += error.diagnostics
      if status == .success { status = error.status }
    }
  }

  // MARK: One input

  /// The outputs of one input so far.
  private struct Progress {
    var stage: OutputStage
    var standardOutput: [UInt8] = []
    var paths: [String] = []
    var losses: [(output: String, format: String, log: LossLog)] = []
    var log = ""
  }

  private mutating func convert(_ job: OutputPlan.Job) throws(CommandFailure) {
    last = nil
    let conversion = try conversion(of: job)
    let imported = conversion.imported
    last = imported
    diagnostics += imported.diagnostics
    papers.all += imported.digest.papers.count
    papers.untitled += imported.digest.papers.count { $0.record.title == nil }
    // Of all formats: the conversion does not stop at the first that fails.
    let findings = conversion.outputs.flatMap(\.findings)
    guard findings.isEmpty else { throw CommandFailure(.invalidOutput, findings) }
    var progress = Progress(stage: OutputStage(touchesUnchanged: request.touches))
    do {
      for (output, target) in zip(conversion.outputs, job.outputs) {
        let exporter = target.format.makeExporter(request.exporting)
        try stage(output, of: exporter, at: target.place, &progress)
      }
      let outputs = progress.losses.map {
        LossReport.Output(
          source: job.input.name, name: $0.output, format: $0.format, losses: $0.log,
          sourceMap: imported.sourceMap)
      }
      losses += outputs
      try refuseWhatFails(outputs, imported.diagnostics)
      try progress.stage.commit()
      written += progress.paths
      log += progress.log
      if !progress.standardOutput.isEmpty { try StandardStreams.write(toOutput: progress.standardOutput) }
    } catch {
      progress.stage.discard()
      throw error
    }
  }

  /// Reads an input and makes its outputs in memory.
  private mutating func conversion(of job: OutputPlan.Job) throws(CommandFailure) -> Conversion {
    let importer = request.reading.importer(of: converter)
    let source = try job.input.read(for: converter, importer)
    if !job.input.isStandardInput { read += [source.name] + source.companions.map(\.name) }
    let targets = job.outputs.map { ConversionTarget($0.format, named: $0.place.name) }
    do {
      return try converter.convert(source, to: targets, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
  }

  private mutating func stage(
    _ output: ConvertedOutput, of exporter: any Exporter, at place: OutputPlan.Place,
    _ progress: inout Progress
  ) throws(CommandFailure) {
    progress.losses.append((output.name, output.format, output.losses))
    if let directory = plan.directory { try progress.stage.makeDirectory(directory) }
    if case .directory(let path) = place { try progress.stage.makeDirectory(path) }
    for file in output.files {
      let path: String
      switch place {
      case .standardOutput:
        progress.standardOutput += file.bytes
        continue
      case .file(let name), .directory(let name): path = file.path(in: name)
      }
      if try OutputStage.keeps(path, against: exporter) {
        diagnostics.append(OutputStage.changed(path))
        progress.paths.append(path)
        progress.log += "\(visible(path)): left alone (\(output.format))\n"
        continue
      }
      let outcome = try progress.stage.stage(file.bytes, at: path)
      progress.paths.append(path)
      let checked = output.isValidated ? "valid" : "not validated"
      progress.log +=
        "\(visible(path)): \(outcome.rawValue) (\(output.format), \(file.bytes.count) bytes, \(checked))\n"
    }
  }

  /// `--fail-on`.
  private func refuseWhatFails(_ outputs: [LossReport.Output], _ diagnostics: [Diagnostic])
    throws(CommandFailure)
  {
    let hasWarning = diagnostics.contains { $0.severity >= .warning }
    if request.failOn.contains(.warning), hasWarning { throw CommandFailure(.findings, []) }
    if request.failOn.contains(.loss) {
      let findings = outputs.compactMap { LossReport.diagnostic(of: $0, failsRun: true) }
      if !findings.isEmpty { throw CommandFailure(.findings, findings) }
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw CommandFailure(.invalidInput, []) }
  }

  // MARK: Before and after all inputs

  /// A report that cannot be written stops the run before an output is written.
  private func requirePlacesOfSideFiles() throws(CommandFailure) {
    for path in [request.lossReport, request.depfile].compactMap(\.self) where path != "-" {
      if !plan.makes(FilePath.directory(of: path)) { try OutputStage.requirePlace(for: path) }
    }
  }

  private mutating func writeSideFiles() throws(CommandFailure) {
    var stage = OutputStage(touchesUnchanged: true)
    do {
      if let path = request.lossReport {
        let report = LossReport(outputs: losses)
        let isJSON = path.lowercased().hasSuffix(".json") || path == "-" && request.diagnostics == .json
        try write(isJSON ? report.json : Array(report.text.utf8), to: path, &stage)
      }
      if let path = request.depfile, status == .success {
        let inputs =
          try read + [request.reading.headingAliases, request.catalogue.path()].compactMap(\.self)
        try write(DependencyFile.bytes(outputs: written, inputs: inputs), to: path, &stage)
      }
      try stage.commit()
    } catch {
      stage.discard()
      throw error
    }
  }

  private func write(_ bytes: [UInt8], to path: String, _ stage: inout OutputStage) throws(CommandFailure) {
    if path == "-" {
      try StandardStreams.write(toOutput: bytes)
    } else {
      _ = try stage.stage(bytes, at: path)
    }
  }

  /// Who converts a line or two knows what they are about.
  private static let fewestUntitled = 5

  /// Once a run, however many inputs and formats it has.
  private var adviceOnTitles: Diagnostic {
    Diagnostic(
      CompletionDiagnostics.untitled,
      "\(papers.untitled) of \(papers.all) papers have no title", at: nil,
      help: "--complete fills in titles and authors from a catalogue; 'catalogue add' makes one")
  }

  private mutating func report() {
    if status != .findings, request.lossReport == nil {
      diagnostics += losses.compactMap { LossReport.diagnostic(of: $0, failsRun: false) }
    }
    if status == .success, request.catalogue == .none, papers.untitled >= Self.fewestUntitled,
      papers.untitled * 2 > papers.all
    {
      diagnostics.append(adviceOnTitles)
    }
    // Whatever fails the run is shown even with --quiet.
    let least: Severity = request.failOn.contains(.warning) ? .warning : .error
    let shown = request.isQuiet ? diagnostics.filter { $0.severity >= least } : diagnostics
    let text = request.diagnostics.render(shown, usesColor: StandardStreams.errorTakesColor)
    StandardStreams.write(toError: text)
    if request.isVerbose { StandardStreams.write(toError: log) }
  }
}
