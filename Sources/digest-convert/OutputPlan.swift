import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestPlatform

/// Which input goes where. Made and checked before anything is read.
struct OutputPlan {
  enum Place: Equatable {
    case standardOutput
    case file(String)
    case directory(String)

    /// What messages call it.
    var name: String {
      switch self {
      case .standardOutput: "<stdout>"
      case .file(let path), .directory(let path): path
      }
    }
  }

  struct Job {
    /// One, unless they are merged.
    var inputs: [InputFile]
    /// What messages call the inputs.
    var source: String
    var outputs: [(format: ExportFormat, place: Place)]
    /// The inputs become one output in each format.
    var isMerged = false
    /// The directory of outputs that are named after the periods of what is read.
    var namesByPeriods: String?
  }

  var jobs: [Job]
  /// Made if it is missing.
  var directory: String?

  /// - Parameter inputs: those of the request, with what lists and directories name.
  static func make(
    for request: ConvertRequest, _ inputs: [InputFile]
  ) throws(ValidationError) -> OutputPlan {
    try requireOneReader(ofStandardInput: inputs, request.reading)
    try refuseEmptyNames(request)
    if request.output != nil, request.outputDir != nil {
      throw ValidationError("-o and --output-dir exclude each other")
    }
    let formats = try formats(for: request)
    let options = request.exporting
    var jobs: [Job] = []
    for (group, stem) in groups(of: inputs, request) {
      var job = Job(inputs: group, source: source(of: group), outputs: [], isMerged: request.merges)
      if request.merges, request.name == nil { job.namesByPeriods = request.outputDir }
      for format in formats {
        let place = try place(of: format.makeExporter(options).layout, format.name, stem, request)
        job.outputs.append((format, place))
      }
      jobs.append(job)
    }
    let plan = OutputPlan(jobs: jobs, directory: request.outputDir)
    let sources = inputs + request.otherSources.map(InputFile.init(path:))
    try plan.refuseCollisions(
      inputs: inputs, kept: request.filesToKeep.map(InputFile.init(path:)),
      others: [request.lossReport, request.depfile].compactMap(\.self))
    if request.depfile != nil { try plan.requireNamesForMake(sources) }
    return plan
  }

  /// The inputs of each job, and what its outputs in a directory are named after.
  private static func groups(
    of inputs: [InputFile], _ request: ConvertRequest
  ) -> [(inputs: [InputFile], stem: String)] {
    if request.merges { return [(inputs, request.name ?? "merged")] }
    return inputs.map { ([$0], $0.outputFolder.isEmpty ? $0.stem : "\($0.outputFolder)/\($0.stem)") }
  }

  private static func source(of inputs: [InputFile]) -> String {
    inputs.count == 1 ? inputs[0].name : "\(inputs.count) inputs"
  }

  /// `--to`, or the format of the extension of `-o`.
  private static func formats(for request: ConvertRequest) throws(ValidationError) -> [ExportFormat] {
    // `--to bibtex,bib` is one.
    let named = request.formats.enumerated().filter { index, format in
      !request.formats[..<index].contains { $0.name == format.name }
    }.map(\.element)
    let isOneInput = request.merges || request.inputs.names.count == 1 && !request.inputs.isOpen
    if request.outputDir == nil, named.count > 1 || !isOneInput {
      throw ValidationError(
        "several outputs need --output-dir" + (isOneInput ? "" : "; 'merge' makes one output of all inputs"))
    }
    guard named.isEmpty else { return named }
    return [try FormatArguments.exportFormat(ofFile: request.output, request.exporting)]
  }

  private static func place(
    of layout: OutputLayout, _ format: String, _ stem: String, _ request: ConvertRequest
  ) throws(ValidationError) -> Place {
    if let folder = request.outputDir {
      return place(of: layout, in: folder, stem)
    }
    if request.output == nil, [ExportFormat.sqlite.name, ExportFormat.xlsx.name].contains(format),
      StandardStream.output.isTerminal
    {
      throw ValidationError("\(format) is not text for a terminal; name its file with -o")
    }
    switch (layout, request.output) {
    case (.file, nil), (.file, "-"): return .standardOutput
    case (.file, let path?) where Device.openDescriptor(of: path) == StandardStream.output.rawValue:
      return .standardOutput
    case (.file, let path?): return .file(path)
    case (.directory, let path?) where path != "-": return .directory(path)
    case (.directory, _):
      throw ValidationError("\(format) writes a directory; name it with -o, or use --output-dir")
    }
  }

  static func place(of layout: OutputLayout, in folder: String, _ stem: String) -> Place {
    let path = layout.name(stem: FilePath.withSlash(folder) + stem)
    return if case .directory = layout { .directory(path) } else { .file(path) }
  }

  /// Whether the run makes this directory, which does not exist yet.
  func makes(_ path: String) -> Bool {
    guard !FileSystem.exists(path) else { return false }
    let folder = FilePath.identity(of: path)
    var made = [directory].compactMap(\.self)
    for case .directory(let place) in jobs.flatMap({ $0.outputs.map(\.place) }) { made.append(place) }
    return made.contains {
      FilePath.withSlash(FilePath.identity(of: $0)).utf8.starts(with: (folder + "/").utf8)
    }
  }
}
