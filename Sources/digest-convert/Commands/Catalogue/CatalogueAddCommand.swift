import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel

struct CatalogueAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add what files say of papers.",
    usage: "digest-convert catalogue add <file> ... [--catalogue <file>]",
    discussion:
      "Files are all that convert reads. A file of a name that was added before is read anew: only what changed is written. What is added is in the catalogue when the command has ended, all of it, or nothing where it fails."
  )

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"))
  var inputs: [String]

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var reading: ReadingOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What the source is called; by default the file without folders.", valueName: "name"))
  var source: String?

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  func run() throws {
    let inputs = inputs.map(InputFile.init(path:))
    let reading = reading.request
    try requireOneReader(ofStandardInput: inputs, reading)
    if source != nil, inputs.count > 1 { throw ValidationError("--as names the source of one file") }
    try reportingFailure { () throws(CommandFailure) in
      var run = CatalogueAddition(reading: reading, source: source, isQuiet: quiet)
      try run.add(inputs, to: catalogue.path())
    }
  }
}
