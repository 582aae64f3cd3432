import ArgumentParser
import DigestDiagnostics
import DigestExporters
import DigestPlatform

/// Names that would destroy a file or mislead, refused before anything is read.
extension OutputPlan {
  /// `digest-convert chek a.md`: the first word is read as an input because it is not the name of a command.
  static func refuseMistypedCommand(_ request: ConvertRequest) throws(ValidationError) {
    guard let word = request.inputs.names.first, word == CommandLine.arguments.dropFirst().first,
      word != "-", !word.isEmpty, word.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "-" }),
      !FileSystem.exists(word)
    else { return }
    let names = CommandName.allCases.map(\.rawValue)
    let hint =
      suggestion(for: word, among: names)
      ?? "commands are \(names.joined(separator: ", "))"
    throw ValidationError("\(quoted(word)) is neither a file nor a command; \(hint)")
  }

  /// Names that come from variables that a script or Makefile has not set.
  static func refuseEmptyNames(_ request: ConvertRequest) throws(ValidationError) {
    let names: [(String, String?)] = [
      ("-o", request.output), ("--output-dir", request.outputDir), ("--loss-report", request.lossReport),
      ("--name", request.name), ("--depfile", request.depfile),
      ("--heading-aliases", request.reading.headingAliases),
    ]
    if (request.inputs.names + request.inputs.lists).contains("") {
      throw ValidationError("the name of an input is empty")
    }
    if let (option, _) = names.first(where: { $0.1 == "" }) {
      throw ValidationError("the name after \(option) is empty")
    }
    guard let name = request.name else { return }
    if !request.merges {
      throw ValidationError("--name is for --merge; other outputs are named after the inputs")
    }
    if request.outputDir == nil {
      throw ValidationError("--name is for --output-dir; -o names the file itself")
    }
    if name.utf8.contains(UInt8(ascii: "/")) || name == "." || name == ".." {
      throw ValidationError("\(quoted(name)) is not a name of a file without its extension")
    }
  }

  /// Two outputs on one path, or an output over an input, destroy something, whichever is written last.
  /// - Parameters:
  ///   - kept: what is read besides the inputs.
  ///   - others: outputs that belong to no input.
  func refuseCollisions(
    inputs named: [InputFile], kept: [InputFile] = [], others: [String]
  ) throws(ValidationError) {
    let inputs = named + kept
    let streams = jobs.flatMap(\.outputs).count { $0.place == .standardOutput } + others.count { $0 == "-" }
    if streams > 1 { throw ValidationError("two outputs would be written to standard output") }
    let inputPaths = Dictionary(
      inputs.filter { !$0.isStandardInput }.map { (FilePath.identity(of: $0.path), $0.path) },
      uniquingKeysWith: { first, _ in first })
    let inputFiles = Dictionary(
      inputs.filter { !$0.isStandardInput }.compactMap { input in
        Self.fileWithOneName(input.path).map { ($0, input.path) }
      },
      uniquingKeysWith: { first, _ in first })
    let read = Set(inputs.flatMap(Self.tables(of:)))
    // The places of outputs differ by format: only a file with a name of its own can take the place of a table.
    let tables = others.isEmpty ? [] : Set(jobs.flatMap(\.outputs).flatMap { Self.tables(in: $0.place) })
    // The input that each path is written for; empty for files about the whole run.
    var seen: [String: (source: String, identity: String)] = [:]
    let places =
      jobs.flatMap { job in job.outputs.map { (place: $0.place, source: job.source) } }
      + others.filter { $0 != "-" }.map { (Place.file($0), "") }
    for (place, source) in places where place != .standardOutput {
      let real = FilePath.identity(of: place.name)
      let name = quoted(place.name, limit: .max)
      if let input = inputPaths[real] ?? Self.fileWithOneName(place.name).flatMap({ inputFiles[$0] }) {
        let form = Self.normalForm(real, FilePath.identity(of: input))
        let isKept = kept.contains { $0.path == input } && !named.contains { $0.path == input }
        throw ValidationError(
          "the output \(name) \(isKept ? "would replace a file that is read here" : "is an input")\(form)")
      }
      if let table = ([real] + Self.tables(in: place)).first(where: read.contains) {
        throw ValidationError("the output \(quoted(table, limit: .max)) is a table of an input")
      }
      if real.hasPrefix("/dev/") { continue }
      if tables.contains(real) { throw ValidationError("\(name) is a table of an output") }
      if let first = seen.updateValue((source, real), forKey: real) {
        let isOfTwo = first.source != source && !source.isEmpty
        let form = Self.normalForm(real, first.identity)
        let sources =
          if isOfTwo {
            ", for \(quoted(first.source, limit: .max)) and \(quoted(source, limit: .max))"
          } else {
            source.isEmpty || !form.isEmpty ? "" : ": the input \(quoted(source, limit: .max)) is named twice"
          }
        throw ValidationError("two outputs would be written to \(name)\(sources)\(form)")
      }
    }
  }

  /// Some file systems take such names for one.
  private static func normalForm(_ name: String, _ other: String) -> String {
    name == other && !name.utf8.elementsEqual(other.utf8)
      ? "; the two names differ only in their Unicode normal form" : ""
  }

  /// File systems may take two names for one file. A file that has several names keeps the others when one is replaced.
  private static func fileWithOneName(_ path: String) -> FileStatus.Identity? {
    do throws(SystemError) {
      guard let status = try FileStatus.atPath(path), status.kind == .regularFile, status.hasOneName else {
        return nil
      }
      return status.identity
    } catch {
      // What is wrong with it is said when it is read or written.
      return nil
    }
  }

  /// The files of a bundle of tables.
  private static func tables(in place: Place) -> [String] {
    guard case .directory(let path) = place else { return [] }
    let folder = FilePath.identity(of: path)
    let tables = CSVTable.ofDigest + CSVTable.allCases.filter(\.isOfCollections)
    return (tables.map(\.fileName) + [CSVWMetadata.fileName]).map { "\(folder)/\($0)" }
  }

  /// The files that an input may consist of: those of a directory of tables, or beside the metadata of tables.
  private static func tables(of input: InputFile) -> [String] {
    if input.isStandardInput { return [] }
    let main = input.directoryFile(of: FormatArguments.registry.importers)?.path ?? input.path
    guard SourceDocument(name: main, bytes: []).fileName == CSVWMetadata.fileName else { return [] }
    return tables(in: .directory(FilePath.directory(of: main)))
  }

  /// `--depfile`: make cannot name standard output, nor a file with a line break in its name.
  func requireNamesForMake(_ inputs: [InputFile]) throws(ValidationError) {
    let places = jobs.flatMap { $0.outputs.map(\.place) }
    if places.contains(.standardOutput) {
      throw ValidationError(
        "--depfile names the outputs, and standard output has no name; use -o or --output-dir")
    }
    let names = places.map(\.name) + inputs.map(\.path)
    for name in names {
      guard let part = DependencyFile.unwritablePart(of: name) else { continue }
      throw ValidationError(
        "make cannot read a name with \(part), such as \(quoted(name)); leave --depfile out")
    }
  }
}
