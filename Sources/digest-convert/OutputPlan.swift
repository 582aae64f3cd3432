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
    var input: InputFile
    var outputs: [(format: ExportFormat, place: Place)]
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
    for input in inputs {
      var job = Job(input: input, outputs: [])
      for format in formats {
        let place = try place(of: format.makeExporter(options).layout, format.name, input, request)
        job.outputs.append((format, place))
      }
      jobs.append(job)
    }
    let plan = OutputPlan(jobs: jobs, directory: request.outputDir)
    let sources = inputs + [request.reading.headingAliases].compactMap(\.self).map { InputFile(path: $0) }
    try plan.refuseCollisions(
      inputs: sources, others: [request.lossReport, request.depfile].compactMap(\.self))
    if request.depfile != nil { try plan.requireNamesForMake(sources) }
    return plan
  }

  /// `--to`, or the format of the extension of `-o`.
  private static func formats(for request: ConvertRequest) throws(ValidationError) -> [ExportFormat] {
    let named = request.formats
    let isOneOutput = request.inputs.names.count == 1 && !request.inputs.isOpen && named.count <= 1
    if request.outputDir == nil, !isOneOutput {
      throw ValidationError("several outputs need --output-dir")
    }
    guard named.isEmpty else { return named }
    guard let output = request.output, output != "-" else {
      throw ValidationError("--to is missing; formats are \(FormatArguments.exporterNames)")
    }
    var fitting = FormatArguments.registry.exportFormats(forFile: output)
    if fitting.isEmpty, let format = FormatArguments.knownExportFormat(fileExtension(of: output)),
      case .file = format.makeExporter(request.exporting).layout
    {
      fitting = [format]
    }
    guard fitting.count == 1 else {
      throw ValidationError(
        "the name \(quoted(output, limit: .max)) does not show the format; \(advice(onFormatOf: output, fitting))"
      )
    }
    return fitting
  }

  /// `use --to json or csl-json`; for `a.docx`, that nothing is written so.
  private static func advice(onFormatOf path: String, _ fitting: [ExportFormat]) -> String {
    if !fitting.isEmpty { return "use --to \(fitting.map(\.name).joined(separator: " or "))" }
    let word = fileExtension(of: path)
    if word.isEmpty { return "use --to" }
    if let format = FormatArguments.exportFormat(likelyMeantBy: word) { return "use --to \(format)" }
    return
      "nothing is written as \(quoted("." + word)); formats for --to are \(FormatArguments.exporterNames)"
  }

  /// Without the point; empty where there is none.
  private static func fileExtension(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
  }

  private static func place(
    of layout: OutputLayout, _ format: String, _ input: InputFile, _ request: ConvertRequest
  ) throws(ValidationError) -> Place {
    if let folder = request.outputDir {
      let below = input.outputFolder.isEmpty ? input.stem : "\(input.outputFolder)/\(input.stem)"
      let prefix = folder.hasSuffix("/") ? folder + below : "\(folder)/\(below)"
      let path = layout.name(stem: prefix)
      return if case .directory = layout { .directory(path) } else { .file(path) }
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

  /// Whether the run makes this directory, which does not exist yet.
  func makes(_ path: String) -> Bool {
    guard !FileSystem.exists(path) else { return false }
    let folder = FilePath.identity(of: path)
    var made = [directory].compactMap(\.self)
    for case .directory(let place) in jobs.flatMap({ $0.outputs.map(\.place) }) { made.append(place) }
    return made.lazy.map { FilePath.identity(of: $0) + "/" }.contains { $0.hasPrefix(folder + "/") }
  }
}
