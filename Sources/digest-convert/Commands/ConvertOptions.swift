import ArgumentParser
import DigestConversion
import DigestDiagnostics

/// What `convert` and `merge` are told: inputs, formats, where the outputs go, and how.
struct ConvertOptions: ParsableArguments {
  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp(
      """
      Formats to write: \(FormatArguments.exporterNames), or all, which is all but \
      \(FormatArguments.namesOutsideAll). By default found by the extension of -o.
      """,
      valueName: "format,..."),
    completion: .list(FormatArguments.registry.exportFormats.map(\.name) + ["all"]),
    transform: FormatArguments.exportFormats)
  var to: [[ExportFormat]] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Directory to write into; files are named after the inputs.", valueName: "dir"),
    completion: .directory)
  var outputDir: String?

  @Flag(inversion: .prefixedNo, help: "Check outputs against the schemas of their formats.")
  var validate = true

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var selection: SelectionOptions

  @Flag(
    help: "Fill in titles, authors and so on of papers from your catalogue; 'catalogue add' makes one.")
  var complete = false

  @Option(
    help: ArgumentHelp("Fill them in from this catalogue.", valueName: "file"), completion: .file())
  var catalogue: String?

  @Option(
    help: choiceHelp(
      "How findings are written to standard error.", ReportFormat.self, standard: .text, valueName: "format"),
    completion: choices(ReportFormat.self), transform: choice)
  var diagnostics: ReportFormat = .text

  @OptionGroup var messages: MessageOptions

  @Option(
    help: ArgumentHelp(
      "Write what the outputs could not hold, with places; - is standard output. As JSON if the file ends in .json, or for - with --diagnostics json.",
      valueName: "file"), completion: .file())
  var lossReport: String?

  @Option(
    help: choiceHelp(
      "End with status 1 and write no output if there is one; repeatable.", ConvertRequest.FailOn.self,
      valueName: "kind"),
    completion: choices(ConvertRequest.FailOn.self), transform: choice)
  var failOn: [ConvertRequest.FailOn] = []

  @Flag(
    help:
      "Write the outputs of an input that has an error, such as an id that lost digits, without what is wrong; the status is 1 then."
  )
  var keepGoing = false

  @Option(
    help: ArgumentHelp("Neither report nor count findings of this id; repeatable.", valueName: "id"),
    completion: .list(DiagnosticCatalogue.all.map(\.name)), transform: diagnosticID)
  var ignore: [DiagnosticID] = []

  @Option(
    help: ArgumentHelp("Write a rule for make that lists all outputs and inputs.", valueName: "file"),
    completion: .file())
  var depfile: String?

  @Flag(help: "Give outputs the present time even if their bytes do not change.")
  var touch = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "How many inputs are converted at once; by default as many as there are processors.",
      valueName: "number"),
    transform: jobCount)
  var jobs: Int?

  @Option(
    help: choiceHelp(
      "Whether a run over several inputs says how far it is.", ProgressChoice.self, standard: .auto,
      valueName: "when"),
    completion: choices(ProgressChoice.self), transform: choice)
  var progress: ProgressChoice = .auto

  @Flag(
    inversion: .prefixedNo,
    help: "Wait until outputs are on the device, so that they survive if the machine stops.")
  var sync = true

  @Flag(name: .shortAndLong, help: "Say on standard error what was written.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @OptionGroup var configuration: ConfigurationOptions

  @Flag(
    help:
      "Print what is chosen and where, by the command line, the configuration or default, and convert nothing."
  )
  var printConfig = false

  @OptionGroup(title: "Format options") var formats: FormatOptions

  var request: ConvertRequest {
    ConvertRequest(
      inputs: inputs.list, formats: to.flatMap(\.self), output: output, outputDir: outputDir,
      reading: reading.request, catalogue: CatalogueChoice(isAsked: complete, file: catalogue),
      selecting: selection.request, exporting: formats.exportOptions, validates: validate,
      diagnostics: diagnostics, showsSource: messages.showSource, lossReport: lossReport,
      failOn: failOn, keepsGoing: keepGoing, severities: SeveritySettings(ignored: Set(ignore)),
      configuration: configuration.choice, printsSettings: printConfig, depfile: depfile, touches: touch,
      jobs: jobs,
      progress: progress, syncs: sync, isVerbose: verbose,
      isQuiet: quiet)
  }
}

/// Reads how many threads may run at once.
func jobCount(_ text: String) throws(ValidationError) -> Int {
  guard let count = Int(text), (1...1024).contains(count) else {
    throw ValidationError("\(quoted(text)) is not a number from 1 to 1024")
  }
  return count
}
