import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform

/// What became of one input: its outputs in memory, unless they are staged, and what a run has to know of it once its
/// digest is gone.
struct ConvertedInput: Sendable {
  var outputs: [ConvertedOutput]
  /// Where each of them goes.
  var places: [OutputPlan.Place]
  var sourceMap: SourceMap
  /// What was noticed while it was read.
  var diagnostics: [Diagnostic]
  var papers: Int
  /// Papers without a title.
  var untitled: Int
  /// How many papers a selection left; `nil` without one.
  var selected: SelectionCount?
  /// The input and the files that belong to it, for make.
  var read: [String]
  /// Kept where freeing it, which takes longer than to end the program with it, would come before the output.
  var kept: (any Sendable)?

  /// A source from which so many bytes were read makes outputs that are worth letting go one by one. Below that, the
  /// threads are busier to the end where all formats are written before the first is checked.
  private static let bigSource = 1 << 20

  /// Reads an input and makes its outputs in memory.
  init(
    _ job: OutputPlan.Job, by converter: Converter, with importer: (any Importer)?
  ) throws(CommandFailure) {
    let (sources, read) = try Self.sources(of: job, for: converter, importer)
    if job.isMerged {
      try self.init(merging: sources, read: read, job, by: converter, with: importer)
    } else {
      try self.init(sources[0], read: read, job, by: converter, with: importer)
    }
  }

  /// Reads the only input of a run and makes its outputs: in memory, or staged one after the other where they are big.
  /// Its digest is kept: freeing it, which takes longer than to end the program with it, would come before the output.
  init(
    _ job: OutputPlan.Job, by converter: Converter, with importer: (any Importer)?,
    stagingBigOnesIn staged: inout StagedOutputs
  ) throws(CommandFailure) {
    let (sources, read) = try Self.sources(of: job, for: converter, importer)
    if job.isMerged {
      try self.init(merging: sources, read: read, job, by: converter, with: importer, keepsDigest: true)
    } else if job.outputs.count > 1, sources[0].bytes.count > Self.bigSource {
      try self.init(sources[0], read: read, job, by: converter, with: importer, stagingIn: &staged)
    } else {
      try self.init(sources[0], read: read, job, by: converter, with: importer, keepsDigest: true)
    }
  }

  private static func sources(
    of job: OutputPlan.Job, for converter: Converter, _ importer: (any Importer)?
  ) throws(CommandFailure) -> (sources: [SourceDocument], read: [String]) {
    var sources: [SourceDocument] = []
    var read: [String] = []
    for input in job.inputs {
      let source = try input.read(for: converter, importer)
      sources.append(source)
      if !input.isStandardInput { read += [source.name] + source.companions.map(\.name) }
    }
    return (sources, read)
  }

  private init(
    _ source: SourceDocument, read: [String], _ job: OutputPlan.Job, by converter: Converter,
    with importer: (any Importer)?, keepsDigest: Bool = false
  ) throws(CommandFailure) {
    let conversion: Conversion
    do {
      conversion = try converter.convert(source, to: Self.targets(of: job), with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    self.init(conversion.imported, outputs: conversion.outputs, read: read, job, keepsDigest: keepsDigest)
  }

  private init(
    _ source: SourceDocument, read: [String], _ job: OutputPlan.Job, by converter: Converter,
    with importer: (any Importer)?, stagingIn staged: inout StagedOutputs
  ) throws(CommandFailure) {
    let imported: ImportResult
    do {
      imported = try converter.convert(source, to: Self.targets(of: job), with: importer) { number, output in
        let (format, place) = job.outputs[number]
        staged.take(output, number: number, of: format, at: place)
      } looking: {
        staged.look()
      }
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    self.init(imported, outputs: [], read: read, job, keepsDigest: true)
  }

  private static func targets(of job: OutputPlan.Job) -> [ConversionTarget] {
    job.outputs.map { ConversionTarget($0.format, named: $0.place.name) }
  }

  private init(
    _ imported: ImportResult, outputs: [ConvertedOutput], read: [String], _ job: OutputPlan.Job,
    keepsDigest: Bool
  ) {
    self.outputs = outputs
    places = job.outputs.map(\.place)
    sourceMap = imported.sourceMap
    diagnostics = imported.diagnostics
    papers = imported.digests.reduce(0) { $0 + $1.papers.count }
    untitled = imported.digests.reduce(0) { $0 + $1.papers.count { $0.record.title == nil } }
    selected = imported.selectionCount
    kept = keepsDigest ? imported : nil
    self.read = read
  }

  private init(
    merging sources: [SourceDocument], read: [String], _ job: OutputPlan.Job, by converter: Converter,
    with importer: (any Importer)?, keepsDigest: Bool = false
  ) throws(CommandFailure) {
    let options = converter.options.export
    @Sendable func place(_ number: Int, _ collection: DigestCollection) -> OutputPlan.Place {
      guard let folder = job.namesByPeriods else { return job.outputs[number].place }
      let layout = job.outputs[number].format.makeExporter(options).layout
      return OutputPlan.place(of: layout, in: folder, collection.periodName ?? "merged")
    }
    let merged: MergedConversion
    do {
      merged = try converter.merge(
        sources, to: job.outputs.map(\.format), with: importer, naming: { place($0, $1).name })
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    let collection = merged.collection
    outputs = merged.outputs
    places = job.outputs.indices.map { place($0, collection) }
    sourceMap = merged.merged.sourceMap
    diagnostics = merged.merged.diagnostics
    papers = collection.papers.count
    untitled = collection.papers.count { $0.paper.record.title == nil }
    selected = merged.merged.selectionCount
    kept = keepsDigest ? merged : nil
    self.read = read
    if job.namesByPeriods != nil { try refuseInputs(job) }
  }

  /// The name of an output is known only now; that of an input is not written over.
  private func refuseInputs(_ job: OutputPlan.Job) throws(CommandFailure) {
    let inputs = Set(job.inputs.filter { !$0.isStandardInput }.map { FilePath.identity(of: $0.path) })
    for place in places where inputs.contains(FilePath.identity(of: place.name)) {
      throw CommandFailure(
        .usage, FileDiagnostics.outputIsInput, "the output is an input", file: place.name,
        help: "choose another name with --name")
    }
  }
}
