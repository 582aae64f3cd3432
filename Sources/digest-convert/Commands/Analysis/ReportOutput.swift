import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestPlatform

/// How a report can be written.
protocol ReportKind {
  /// By the extensions of files.
  static var byExtension: [String: Self] { get }
  static var standard: Self { get }
}

/// Where a report goes.
struct ReportOutput: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("File to write; - is standard output, the default.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("the name after -o is empty") }
  }

  /// What is asked for, or what the extension of the file tells.
  func kind<Kind: ReportKind>(_ asked: Kind?) -> Kind {
    asked ?? Kind.byExtension[FormatArguments.fileExtension(of: output ?? "").lowercased()] ?? Kind.standard
  }

  /// Whether it is a terminal that shows colours.
  var takesColor: Bool { isStandardOutput && StandardStreams.takesColor(.output) }

  private var isStandardOutput: Bool { output == nil || output == "-" }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let output, !isStandardOutput else { return try StandardStreams.write(toOutput: bytes) }
    let folders = StagingFolders(flushes: true)
    var stage = OutputStage(touchesUnchanged: false, in: folders)
    do {
      _ = try stage.stage(bytes, at: output)
      try stage.commit()
    } catch {
      stage.discard()
      throw error
    }
    try folders.flush()
  }

  /// A report in the place of a file that it is about would destroy it.
  /// - Parameter sources: all files that are read.
  func refuse(_ sources: [InputFile]) throws(ValidationError) {
    guard let output, !isStandardOutput else { return }
    try OutputPlan(jobs: []).refuseCollisions(inputs: sources, others: [output])
  }
}

/// Reads the digests that a report is about.
struct CollectionReader {
  /// What was read.
  struct Reading {
    var collection: DigestCollection
    /// Whether something was left out because of an error in an input.
    var hasErrors: Bool
  }

  private let reading: ReadingRequest
  private let converter: Converter
  private let selection: Selection?

  /// - Parameters:
  ///   - reading: what the command line says of the inputs.
  ///   - configuration: says the rest.
  ///   - inputs: all files that the report is about.
  init(
    _ reading: ReadingRequest, _ select: SelectOption, obeying configuration: ConfigurationChoice,
    for inputs: [InputFile]
  ) throws(CommandFailure) {
    var reading = reading
    if let (_, content) = try configuration.read(for: inputs) {
      var origins = SettingOrigins(arguments: [])
      try reading.obey(content, &origins)
    }
    self.reading = reading
    converter = try reading.converter()
    selection = try SelectionRequest(expressions: select.select).selection(by: converter)
  }

  /// Files that are read besides the inputs.
  var otherSources: [InputFile] {
    ([reading.headingAliases].compactMap(\.self) + (selection?.files.map(\.name) ?? []))
      .map(InputFile.init(path:))
  }

  /// The digests of files; errors of what can be read in part are shown.
  /// - Parameter isLibrary: whether it is read without regard to what is said of the digests.
  func collection(
    of inputs: [InputFile], isLibrary: Bool = false
  ) throws(CommandFailure) -> Reading {
    var converter = isLibrary ? Converter() : converter
    if !isLibrary { converter.options.selection = selection }
    let importer = isLibrary ? nil : reading.importer(of: converter)
    var sources: [SourceDocument] = []
    for input in inputs { sources.append(try input.read(for: converter, importer)) }
    do {
      let merged = try converter.read(sources, with: importer)
      // What is wrong inside a file 'check' says; what is counted twice or not at all matters here.
      reportFindings(
        merged.diagnostics.filter { finding in
          finding.severity == .error
            || finding.severity == .warning && finding.id.name.hasPrefix("merge/same-")
        })
      return Reading(
        collection: merged.collection, hasErrors: merged.diagnostics.contains { $0.severity == .error })
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
  }
}
