import ArgumentParser
import Conversion
import Diagnostics
import Exporters
import Glibc

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
  /// Made where it is missing.
  var directory: String?

  static func make(for command: ConvertCommand) throws -> OutputPlan {
    let inputs = command.inputs.map(InputFile.init(path:))
    if inputs.count(where: \.isStandardInput) > 1 {
      throw ValidationError("standard input can be read only once")
    }
    if command.output != nil, command.outputDir != nil {
      throw ValidationError("-o and --output-dir exclude each other")
    }
    try refuseMistypedCommand(command)
    let formats = try formats(for: command)
    let options = command.formats.exportOptions
    let jobs = try inputs.map { input in
      Job(
        input: input,
        outputs: try formats.map { format in
          (format, try place(of: format.makeExporter(options).layout, format.name, input, command))
        })
    }
    let plan = OutputPlan(jobs: jobs, directory: command.outputDir)
    try plan.refuseCollisions(
      inputs: inputs, others: [command.lossReport, command.depfile].compactMap(\.self))
    return plan
  }

  /// `digest-convert chek a.md`: the first word is read as an input since no command has that name.
  private static func refuseMistypedCommand(_ command: ConvertCommand) throws {
    guard let word = command.inputs.first, !word.contains("."), access(word, F_OK) != 0,
      let name = nearestName(to: word, in: ["convert", "check", "formats", "explain", "help"])
    else { return }
    throw ValidationError("'\(word)' is neither a file nor a command; did you mean '\(name)'?")
  }

  /// `--to`, or what the extension of `-o` says.
  private static func formats(for command: ConvertCommand) throws -> [ExportFormat] {
    let named = command.to.flatMap(\.self)
    let isOneOutput = command.inputs.count == 1 && named.count <= 1
    if command.outputDir == nil, !isOneOutput {
      throw ValidationError("several outputs need --output-dir")
    }
    guard named.isEmpty else { return named }
    guard let output = command.output, output != "-" else {
      throw ValidationError("--to is missing; formats are \(FormatArguments.exporterNames)")
    }
    let fitting = FormatArguments.registry.exportFormats(forFile: output)
    guard fitting.count == 1 else {
      let names = fitting.map(\.name).joined(separator: " or ")
      throw ValidationError(
        "the name '\(output)' does not tell the format; give --to\(names.isEmpty ? "" : " \(names)")")
    }
    return fitting
  }

  private static func place(
    of layout: OutputLayout, _ format: String, _ input: InputFile, _ command: ConvertCommand
  ) throws -> Place {
    if let folder = command.outputDir {
      let prefix = folder.hasSuffix("/") ? folder + input.stem : "\(folder)/\(input.stem)"
      return switch layout {
      case .file(let fileExtension): .file("\(prefix).\(fileExtension)")
      case .directory(let suffix): .directory(prefix + suffix)
      }
    }
    switch (layout, command.output) {
    case (.file, nil), (.file, "-"): return .standardOutput
    case (.file, let path?): return .file(path)
    case (.directory, let path?) where path != "-": return .directory(path)
    case (.directory, _):
      throw ValidationError("\(format) writes a directory; name it with -o, or use --output-dir")
    }
  }

  /// Two outputs on one path, or an output over an input, destroy something whichever is written last.
  private func refuseCollisions(inputs: [InputFile], others: [String]) throws {
    let streams = jobs.flatMap(\.outputs).count { $0.place == .standardOutput } + others.count { $0 == "-" }
    if streams > 1 { throw ValidationError("two outputs would be written to standard output") }
    let inputPaths = Dictionary(
      inputs.filter { !$0.isStandardInput }.map { (resolved($0.path), $0.path) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    let places = jobs.flatMap { $0.outputs.map(\.place) } + others.filter { $0 != "-" }.map(Place.file)
    for place in places where place != .standardOutput {
      let real = resolved(place.name)
      if inputPaths[real] != nil { throw ValidationError("the output '\(place.name)' is an input") }
      if !real.hasPrefix("/dev/"), !seen.insert(real).inserted {
        throw ValidationError("two outputs would be written to '\(place.name)'")
      }
    }
  }
}
