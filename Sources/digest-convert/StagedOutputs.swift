import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestPlatform

/// The outputs of one input on their way to their places. Nothing that was there before changes until `commit`, and their
/// bytes are not kept in memory, but for what goes to standard output.
struct StagedOutputs {
  private var stage: OutputStage
  private let exporting: ExportOptions
  /// Whether the directories of outputs are made.
  private let makesDirectories: Bool
  /// By the number of the output, since they can come in any order.
  private var outputs: [Staged?]
  /// Why one of them cannot be written; those after it are let go.
  private var failure: CommandFailure?

  private struct Staged {
    var name: String
    var format: String
    var losses: LossLog
    var findings: [Diagnostic]
    var standardOutput: [UInt8] = []
    var paths: [String] = []
    var log = ""
    /// Files that were left alone.
    var kept: [Diagnostic] = []
  }

  init(
    of job: OutputPlan.Job, for request: ConvertRequest, makesDirectories: Bool, in folders: StagingFolders
  ) {
    stage = OutputStage(touchesUnchanged: request.touches, in: folders)
    exporting = request.exporting
    self.makesDirectories = makesDirectories
    outputs = Array(repeating: nil, count: job.outputs.count)
  }

  /// Stages an output that is valid.
  mutating func take(
    _ output: ConvertedOutput, number: Int, of format: ExportFormat, at place: OutputPlan.Place
  ) {
    var staged = Staged(
      name: output.name, format: output.format, losses: output.losses, findings: output.findings)
    do throws(CommandFailure) {
      if output.findings.isEmpty, failure == nil {
        try stage(output, of: format.makeExporter(exporting), at: place, &staged)
      }
    } catch {
      failure = error
    }
    outputs[number] = staged
  }

  private mutating func stage(
    _ output: ConvertedOutput, of exporter: any Exporter, at place: OutputPlan.Place, _ staged: inout Staged
  ) throws(CommandFailure) {
    switch place {
    case .standardOutput: break
    case .file(let path):
      if makesDirectories { try stage.makeDirectory(FilePath.directory(of: path)) }
    case .directory(let path): try stage.makeDirectory(path)
    }
    for file in output.files {
      let path: String
      switch place {
      case .standardOutput:
        staged.standardOutput += file.bytes
        continue
      case .file(let name), .directory(let name): path = file.path(in: name)
      }
      staged.paths.append(path)
      if try OutputStage.keeps(path, against: exporter) {
        staged.kept.append(OutputStage.changed(path))
        staged.log += "\(visible(path)): left alone (\(output.format))\n"
        continue
      }
      let outcome = try stage.stage(file.bytes, at: path)
      let checked = output.isValidated ? "valid" : "not validated"
      staged.log +=
        "\(visible(path)): \(outcome.rawValue) (\(output.format), \(file.bytes.count) bytes, \(checked))\n"
    }
  }

  /// Lets a signal through that came since the first output was staged, which ends the program.
  mutating func look() {
    guard failure == nil else { return }
    do { try stage.look() } catch { failure = error }
  }

  /// - Throws: what is wrong with outputs, of all formats; else why one of them cannot be written.
  func requireAll() throws(CommandFailure) {
    let findings = outputs.flatMap { $0?.findings ?? [] }
    guard findings.isEmpty else { throw CommandFailure(.invalidOutput, findings) }
    if let failure { throw failure }
  }

  /// Puts all of them in place, or none.
  mutating func commit() throws(CommandFailure) { try stage.commit() }

  /// Leaves everything as it was before.
  mutating func discard() { stage.discard() }

  var losses: [(output: String, format: String, log: LossLog)] {
    outputs.compactMap { $0.map { ($0.name, $0.format, $0.losses) } }
  }
  var standardOutput: [UInt8] { outputs.reduce(into: []) { $0 += $1?.standardOutput ?? [] } }
  var paths: [String] { outputs.flatMap { $0?.paths ?? [] } }
  var log: String { outputs.reduce(into: "") { $0 += $1?.log ?? "" } }
  /// One for each file that was left alone.
  var kept: [Diagnostic] { outputs.flatMap { $0?.kept ?? [] } }
}
