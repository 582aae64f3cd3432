import ArgumentParser
import DigestDiagnostics
import DigestExporters
import Glibc

/// Names that would destroy a file or mislead, refused before anything is read.
extension OutputPlan {
  /// `digest-convert chek a.md`: the first word is read as an input since no command has that name.
  static func refuseMistypedCommand(_ request: ConvertRequest) throws {
    guard let word = request.inputs.first, !word.contains("."), access(word, F_OK) != 0,
      let name = nearestName(to: word, in: DigestConvert.commandNames)
    else { return }
    throw ValidationError("\(quoted(word)) is neither a file nor a command; did you mean '\(name)'?")
  }

  /// A variable of a script or Makefile that is not set.
  static func refuseEmptyNames(_ request: ConvertRequest) throws {
    let names: [(String, String?)] = [
      ("-o", request.output), ("--output-dir", request.outputDir), ("--loss-report", request.lossReport),
      ("--depfile", request.depfile), ("--heading-aliases", request.reading.headingAliases),
    ]
    if request.inputs.contains("") { throw ValidationError("the name of an input is empty") }
    if let (option, _) = names.first(where: { $0.1 == "" }) {
      throw ValidationError("the name behind \(option) is empty")
    }
  }

  /// Two outputs on one path, or an output over an input, destroy something whichever is written last.
  func refuseCollisions(inputs: [InputFile], others: [String]) throws {
    let streams = jobs.flatMap(\.outputs).count { $0.place == .standardOutput } + others.count { $0 == "-" }
    if streams > 1 { throw ValidationError("two outputs would be written to standard output") }
    let inputPaths = Dictionary(
      inputs.filter { !$0.isStandardInput }.map { (identity(of: $0.path), $0.path) },
      uniquingKeysWith: { first, _ in first })
    // Outputs have places of their own: only what is named apart can stand in the place of a table.
    let tables = others.isEmpty ? [] : Set(jobs.flatMap(\.outputs).flatMap { Self.tables(in: $0.place) })
    // What each path is written for: the name of an input, empty for what is about the whole run.
    var seen: [String: String] = [:]
    let places =
      jobs.flatMap { job in job.outputs.map { (place: $0.place, source: job.input.name) } }
      + others.filter { $0 != "-" }.map { (Place.file($0), "") }
    for (place, source) in places where place != .standardOutput {
      let real = identity(of: place.name)
      let name = quoted(place.name, limit: .max)
      if inputPaths[real] != nil { throw ValidationError("the output \(name) is an input") }
      if real.hasPrefix("/dev/") { continue }
      if tables.contains(real) { throw ValidationError("\(name) is a table of an output") }
      if let first = seen.updateValue(source, forKey: real) {
        let isOfTwo = first != source && !source.isEmpty
        let sources = isOfTwo ? ", for \(quoted(first, limit: .max)) and \(quoted(source, limit: .max))" : ""
        throw ValidationError("two outputs would be written to \(name)\(sources)")
      }
    }
  }

  /// The files of a bundle of tables.
  private static func tables(in place: Place) -> [String] {
    guard case .directory(let path) = place else { return [] }
    let folder = identity(of: path)
    return (CSVTable.allCases.map(\.fileName) + [CSVWMetadata.fileName]).map { "\(folder)/\($0)" }
  }

  /// `--depfile`: make has no word for an output without a name, nor for a line break in one.
  func requireNamesForMake(_ inputs: [InputFile]) throws {
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
