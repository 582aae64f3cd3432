import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel
import Synchronization

/// What became of one input: its outputs in memory, and what a run has to know of it once its digest is gone.
struct ConvertedInput: Sendable {
  var outputs: [ConvertedOutput]
  var sourceMap: SourceMap
  /// What was noticed while it was read.
  var diagnostics: [Diagnostic]
  var papers: Int
  /// Papers without a title.
  var untitled: Int
  /// The input and the files that belong to it, for make.
  var read: [String]
  /// Kept where freeing it, which takes longer than to end the program with it, would come before the output.
  var imported: ImportResult?

  /// Reads an input and makes its outputs in memory.
  init(
    _ job: OutputPlan.Job, by converter: Converter, with importer: (any Importer)?, keepsDigest: Bool
  ) throws(CommandFailure) {
    let source = try job.input.read(for: converter, importer)
    read = job.input.isStandardInput ? [] : [source.name] + source.companions.map(\.name)
    let targets = job.outputs.map { ConversionTarget($0.format, named: $0.place.name) }
    let conversion: Conversion
    do {
      conversion = try converter.convert(source, to: targets, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    outputs = conversion.outputs
    let digest = conversion.imported.digest
    sourceMap = conversion.imported.sourceMap
    diagnostics = conversion.imported.diagnostics
    papers = digest.papers.count
    untitled = digest.papers.count { $0.record.title == nil }
    imported = keepsDigest ? conversion.imported : nil
  }
}

/// The inputs that no thread has taken yet.
final class WaitingJobs: Sendable {
  private let jobs: [OutputPlan.Job]
  private let taken = Mutex(0)

  init(_ jobs: [OutputPlan.Job]) { self.jobs = jobs }

  /// The next in order; `nil` where all are taken.
  func next() -> OutputPlan.Job? {
    taken.withLock { taken in
      guard taken < jobs.count else { return nil }
      taken += 1
      return jobs[taken - 1]
    }
  }
}
