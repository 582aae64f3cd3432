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
    try requireOneReader(ofStandardInput: inputs, command.reading)
    try refuseEmptyNames(command)
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
    let inputs = inputs + [command.reading.headingAliases].compactMap(\.self).map(InputFile.init(path:))
    try plan.refuseCollisions(
      inputs: inputs,
      others: [command.lossReport, command.depfile].compactMap(\.self))
    if command.depfile != nil { try plan.requireNamesForMake(inputs) }
    return plan
  }

  /// `digest-convert chek a.md`: the first word is read as an input since no command has that name.
  private static func refuseMistypedCommand(_ command: ConvertCommand) throws {
    let commands =
      DigestConvert.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = command.inputs.first, !word.contains("."), access(word, F_OK) != 0,
      let name = nearestName(to: word, in: commands)
    else { return }
    throw ValidationError("\(quoted(word)) is neither a file nor a command; did you mean '\(name)'?")
  }

  /// A variable of a script or Makefile that is not set.
  private static func refuseEmptyNames(_ command: ConvertCommand) throws {
    let names: [(String, String?)] = [
      ("-o", command.output), ("--output-dir", command.outputDir), ("--loss-report", command.lossReport),
      ("--depfile", command.depfile), ("--heading-aliases", command.reading.headingAliases),
    ]
    if command.inputs.contains("") { throw ValidationError("the name of an input is empty") }
    if let (option, _) = names.first(where: { $0.1 == "" }) {
      throw ValidationError("the name behind \(option) is empty")
    }
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
      let likely = names.isEmpty ? likelyFormat(of: output) : names
      throw ValidationError(
        "the name \(quoted(output, limit: .max)) does not tell the format; give --to\(likely.map { " \($0)" } ?? "")"
      )
    }
    return fitting
  }

  /// `yaml` for `a.yml`.
  private static func likelyFormat(of path: String) -> String? {
    guard let point = path.lastIndex(of: ".") else { return nil }
    return nearestName(
      to: String(path[path.index(after: point)...]), in: FormatArguments.registry.exportFormats.map(\.name))
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
      inputs.filter { !$0.isStandardInput }.map { (identity(of: $0.path), $0.path) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    let places = jobs.flatMap { $0.outputs.map(\.place) } + others.filter { $0 != "-" }.map(Place.file)
    for place in places where place != .standardOutput {
      let real = identity(of: place.name)
      let name = quoted(place.name, limit: .max)
      if inputPaths[real] != nil { throw ValidationError("the output \(name) is an input") }
      if !real.hasPrefix("/dev/"), !seen.insert(real).inserted {
        throw ValidationError("two outputs would be written to \(name)")
      }
    }
  }

  /// Whether the run makes a directory that is not there yet.
  func makes(_ path: String) -> Bool {
    guard access(path, F_OK) != 0 else { return false }
    let folder = identity(of: path)
    var made = [directory].compactMap(\.self)
    for case .directory(let place) in jobs.flatMap({ $0.outputs.map(\.place) }) { made.append(place) }
    return made.lazy.map { identity(of: $0) + "/" }.contains { $0.hasPrefix(folder + "/") }
  }

  /// `--depfile`: make has no word for an output without a name, nor for a line break in one.
  private func requireNamesForMake(_ inputs: [InputFile]) throws {
    let places = jobs.flatMap { $0.outputs.map(\.place) }
    if places.contains(.standardOutput) {
      throw ValidationError(
        "--depfile names the outputs, and standard output has no name; use -o or --output-dir")
    }
    let names = places.map(\.name) + inputs.map(\.path)
    for name in names {
      guard let part = DependencyFile.unwritablePart(of: name) else { continue }
      throw ValidationError("make knows no name with \(part), such as \(quoted(name)); leave --depfile out")
    }
  }
}
