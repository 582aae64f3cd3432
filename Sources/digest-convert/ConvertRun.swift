import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestPlatform

extension ConvertRequest {
  /// Carries the request out and ends the program.
  /// - Throws: `ValidationError` if the arguments contradict each other; nothing has been converted then.
  func run() throws(ValidationError) -> Never {
    var request = self
    try OutputPlan.refuseMistypedCommand(request)
    let selection = endingAtFailure { () throws(CommandFailure) in try selecting.parsed() }
    request.selecting.files = selection?.files.map(\.name) ?? []
    try request.inputs.takeStandardInputIfEmpty()
    let (configured, inputs) = endingAtFailure { () throws(CommandFailure) in try request.configured() }
    let plan = try OutputPlan.make(for: configured, inputs.files)
    endingAtFailure { () throws(CommandFailure) in try configured.carryOut(plan, inputs.findings) }
  }

  /// The request as its configuration completes it, and all of its inputs. Ends the program where only that is asked.
  private func configured() throws(CommandFailure) -> (ConvertRequest, InputList.Found) {
    let found = try inputs.files(of: FormatArguments.registry, without: outputDir)
    let (configured, origins) = try configured(for: found.files, CommandLine.arguments)
    if printsSettings {
      try StandardStreams.write(toOutput: Array(configured.settings(origins).utf8))
      RunningProgram.end(status: ExitStatus.success.rawValue)
    }
    return (configured, found)
  }

  /// - Parameter findings: those made while the inputs were looked for.
  private func carryOut(_ plan: OutputPlan, _ findings: [Diagnostic]) throws(CommandFailure) -> Never {
    var converter = try reading.converter()
    let selection = try selecting.selection(by: converter)
    converter.options.selection = selection
    converter.options.order = selecting.order
    converter.options.validates = validates
    converter.options.export = exporting
    converter.options.catalogue = try catalogue.open()
    var run = ConvertRun(request: self, plan: plan, converter: converter, noticed: findings)
    let status = run.run()
    withExtendedLifetime(run) { RunningProgram.end(status: status.rawValue) }
  }

  private func endingAtFailure<Result>(_ body: () throws(CommandFailure) -> Result) -> Result {
    do { return try body() } catch {
      StandardStreams.write(toError: error.text(as: diagnostics))
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
  private let folders: StagingFolders
  /// Of all inputs: how many papers there are, and how many have no title.
  private var papers = (all: 0, untitled: 0)
  /// Of all inputs, where papers are selected.
  private var selected: SelectionCount?
  /// Inputs whose outputs are in place, and those that failed.
  private var inputs = (done: 0, failed: 0)
  /// Whether an input was not written because of an error in it.
  private var hasRefusedInput = false
  private var progressLine: RunProgressLine
  /// The only input, until the program ends.
  private var last: ConvertedInput?

  /// - Parameter noticed: findings of which no input is the place.
  init(request: ConvertRequest, plan: OutputPlan, converter: Converter, noticed: [Diagnostic]) {
    diagnostics = request.severities.applied(to: noticed)
    self.request = request
    self.plan = plan
    self.converter = converter
    progressLine = RunProgressLine(count: plan.jobs.count, choice: request.progress, isQuiet: request.isQuiet)
    folders = StagingFolders(flushes: request.syncs, inputs: plan.jobs.count)
  }

  /// - Returns: the status of the first input that failed.
  mutating func run() -> ExitStatus {
    attempt { run throws(CommandFailure) in try run.requirePlacesOfSideFiles() }
    if status == .success {
      convertInputs()
      attempt { run throws(CommandFailure) in try run.writeSideFiles() }
      attempt { run throws(CommandFailure) in try run.folders.flush() }
    }
    report()
    return status
  }

  private mutating func attempt(_ step: (inout ConvertRun) throws(CommandFailure) -> Void) {
    do { try step(&self) } catch { note(error) }
  }

  private mutating func note(_ failure: CommandFailure) {
    diagnostics += failure.diagnostics
    if status == .success { status = failure.status }
  }

  // MARK: One input

  private mutating func convertInputs() {
    let importer = request.reading.importer(of: converter)
    if plan.jobs.count == 1 { convertOnlyInput(importer) } else { convertInputs(importer) }
    progressLine.clear()
  }

  private mutating func convertOnlyInput(_ importer: (any Importer)?) {
    let job = plan.jobs[0]
    var outputs = outputs(of: job)
    let converted = Result { () throws(CommandFailure) in
      try ConvertedInput(job, by: converter, with: importer, stagingBigOnesIn: &outputs)
    }
    finish(job, converted, outputs)
  }

  /// Side by side, each on one thread.
  private mutating func convertInputs(_ importer: (any Importer)?) {
    let (plan, converter) = (plan, converter)
    let threads = min(request.jobs ?? Processors.count, plan.jobs.count)
    var settled = converter
    if threads > 1 { settled.options.threads = 1 }
    let one = settled
    orderedPipeline(
      over: plan.jobs, threads: threads,
      transform: { job in
        (job, Result { () throws(CommandFailure) in try ConvertedInput(job, by: one, with: importer) })
      },
      consume: { job, converted in finish(job, converted, outputs(of: job)) })
  }

  private func outputs(of job: OutputPlan.Job) -> StagedOutputs {
    StagedOutputs(of: job, for: request, makesDirectories: plan.directory != nil, in: folders)
  }

  /// Puts the outputs of an input in place.
  /// - Parameter outputs: those that are staged already.
  private mutating func finish(
    _ job: OutputPlan.Job, _ converted: Result<ConvertedInput, CommandFailure>, _ outputs: StagedOutputs
  ) {
    var outputs = outputs
    do throws(CommandFailure) {
      try write(job, converted.get(), &outputs)
      inputs.done += 1
    } catch {
      outputs.discard()
      note(error)
      inputs.failed += 1
    }
    progressLine.show(done: inputs.done, failed: inputs.failed, papers: papers.all)
  }

  private mutating func write(
    _ job: OutputPlan.Job, _ converted: ConvertedInput, _ outputs: inout StagedOutputs
  ) throws(CommandFailure) {
    let noticed = request.severities.applied(to: converted.diagnostics)
    diagnostics += noticed
    papers.all += converted.papers
    papers.untitled += converted.untitled
    if let count = converted.selected { selected = (selected ?? SelectionCount()) + count }
    read += converted.read
    // Of all formats: the conversion does not stop at the first that fails.
    let findings = converted.outputs.flatMap(\.findings)
    guard findings.isEmpty else { throw CommandFailure(.invalidOutput, findings) }
    for (number, output) in converted.outputs.enumerated() {
      outputs.take(output, number: number, of: job.outputs[number].format, at: converted.places[number])
    }
    diagnostics += outputs.kept
    try outputs.requireAll()
    let losses = outputs.losses.map {
      LossReport.Output(
        source: job.source, name: $0.output, format: $0.format, losses: $0.log, sourceMap: converted.sourceMap
      )
    }
    self.losses += losses
    if let refusal = request.refusal(of: losses, noticed) {
      guard refusal.isWritten else {
        hasRefusedInput = hasRefusedInput || refusal.failure.status == .invalidInput
        throw refusal.failure
      }
      note(refusal.failure)
    }
    try outputs.commit()
    written += outputs.paths
    log += outputs.log
    let standardOutput = outputs.standardOutput
    if !standardOutput.isEmpty { try StandardStreams.write(toOutput: standardOutput) }
    if converted.kept != nil { last = converted }
  }

  // MARK: Before and after all inputs

  /// A report that cannot be written stops the run before an output is written.
  private func requirePlacesOfSideFiles() throws(CommandFailure) {
    for path in [request.lossReport, request.depfile].compactMap(\.self) where path != "-" {
      if !plan.makes(FilePath.directory(of: path)) { try OutputStage.requirePlace(for: path) }
    }
  }

  private mutating func writeSideFiles() throws(CommandFailure) {
    let files = try sideFiles()
    // While files are staged, signals wait, and writing to a stream may take long.
    for file in files where file.path == "-" { try StandardStreams.write(toOutput: file.bytes) }
    var stage = OutputStage(touchesUnchanged: true, in: folders)
    do {
      for file in files where file.path != "-" { _ = try stage.stage(file.bytes, at: file.path) }
      try stage.commit()
    } catch {
      stage.discard()
      var failure = error
      if !written.isEmpty, let first = failure.diagnostics.first, first.help == nil {
        failure.diagnostics[0].help = "the outputs are in place"
      }
      throw failure
    }
  }

  private func sideFiles() throws(CommandFailure) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    if let path = request.lossReport {
      let report = LossReport(outputs: losses)
      let isJSON = path.lowercased().hasSuffix(".json") || path == "-" && request.diagnostics == .json
      files.append((path, isJSON ? report.json : Array(report.text.utf8)))
    }
    if let path = request.depfile, status == .success {
      let others = [try request.catalogue.path(), request.configurationFile]
      let inputs = read + request.otherSources + others.compactMap(\.self)
      files.append((path, DependencyFile.bytes(outputs: written, inputs: inputs)))
    }
    return files
  }

  /// `198 written, 2 failed, 1,204 papers, 3 warnings`
  private var summary: String {
    let found = [
      (selected == nil ? papers.all : 0, "paper"), (diagnostics.count { $0.severity == .error }, "error"),
      (diagnostics.count { $0.severity == .warning }, "warning"),
    ]
    let parts =
      ["\(grouped(inputs.done)) written"] + (inputs.failed > 0 ? ["\(grouped(inputs.failed)) failed"] : [])
      + [selected?.summary].compactMap(\.self)
      + found.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return parts.joined(separator: ", ")
  }

  private mutating func report() {
    if inputs.done > 0, !request.failOn.contains(.loss), request.lossReport == nil {
      diagnostics += [LossReport(outputs: losses).summary].compactMap(\.self)
    }
    if status == .success {
      diagnostics += [request.adviceOnTitles(all: papers.all, untitled: papers.untitled)].compactMap(\.self)
    }
    diagnostics += [selected?.noPaperSelected].compactMap(\.self)
    // Whatever fails the run is shown even with --quiet.
    let least: Severity = request.failOn.contains(.warning) ? .warning : .error
    let shown = request.isQuiet ? diagnostics.filter { $0.severity >= least } : diagnostics
    let isText = request.diagnostics == .text || request.diagnostics == .github
    let repeated = RepeatedFailures(in: shown)
    var text = request.diagnostics.render(
      isText ? repeated.shortened : shown, text: TextRenderer(on: .error, showsSource: request.showsSource))
    if isText { text += repeated.text }
    let line = plan.jobs.count > 1 ? summary : selected?.summary
    var end = isText && !request.isQuiet ? line.map { $0 + "\n" } ?? "" : ""
    if isText, hasRefusedInput, !request.isQuiet {
      end = "help: --keep-going writes such an input without what is wrong in it\n" + end
    }
    let isWritten = StandardStreams.write(toError: text + (request.isVerbose ? log : "") + end)
    if !isWritten, status == .success { status = .unwritableOutput }
  }
}
