import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestPlatform

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.check.rawValue,
    abstract: "Say what is wrong with digests, without converting them.",
    usage:
      "digest-convert check <file> ... [--error <id>] [--ignore <id>] [--fail-on <severity>] [--format <format>]",
    discussion:
      "Findings go to standard output, then what each file was read as, then a verdict. The status is 1 if one of them is an error, or as severe as --fail-on says. A file that cannot be read is always reported, and ends with the same status as for convert.\n\n"
        + """
        EXAMPLES:
          digest-convert check 2024-09.md
          digest-convert check *.md --fail-on warning --format github
          digest-convert check 2024-09.md --ignore digest/paper-not-in-tree
        """
      + "\n\n" + SelectionOptions.discussion)

  @OptionGroup var inputs: InputOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var selection: SelectOption

  @Option(
    help: ArgumentHelp(
      "Compare the papers with this catalogue: ids that no paper or another paper has, and news of papers.",
      valueName: "file"), completion: .file())
  var catalogue: String?

  @Flag(help: "Compare them with your own catalogue, the one that 'catalogue add' makes.")
  var defaultCatalogue = false

  @Option(
    help: ArgumentHelp("Report findings of this id as errors; repeatable.", valueName: "id"),
    completion: .list(DiagnosticCatalogue.all.map(\.name)), transform: diagnosticID)
  var error: [DiagnosticID] = []

  @Option(
    help: ArgumentHelp("Do not report findings of this id; repeatable.", valueName: "id"),
    completion: .list(DiagnosticCatalogue.all.map(\.name)), transform: diagnosticID)
  var ignore: [DiagnosticID] = []

  @Option(
    help: ArgumentHelp(
      "End with status 1 if a finding is at least so severe: error (default), warning, note.",
      valueName: "severity"),
    completion: choices(Severity.self), transform: choice)
  var failOn: Severity = .error

  @Flag(name: .shortAndLong, help: "Say what each file holds: its title, language, period and sections.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show only findings that fail the run, and no verdict.")
  var quiet = false

  @Option(
    name: [.customLong("format"), .customLong("diagnostics")],
    help: choiceHelp("How findings are written.", ReportFormat.self, standard: .text, valueName: "format"),
    completion: choices(ReportFormat.self), transform: choice)
  var format: ReportFormat = .text

  @OptionGroup var messages: MessageOptions

  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    _ = try reportingFailure { () throws(CommandFailure) in
      try SelectionRequest(expressions: selection.select).parsed()
    }
    let found = try inputs.files()
    let inputs = found.files
    var reading = reading.request
    try requireOneReader(ofStandardInput: inputs, reading)
    var settings = SeveritySettings(errors: Set(error), ignored: Set(ignore))
    var choice = CatalogueChoice(isAsked: defaultCatalogue, file: catalogue)
    try reportingFailure { () throws(CommandFailure) in
      guard let (path, content) = try configuration.choice.read(for: inputs) else { return }
      var origins = SettingOrigins(arguments: [])
      try reading.obey(content, &origins)
      settings = content.severities.overridden(by: settings)
      if choice == .none, let entry = content.catalogue {
        choice = .file(FilePath.joined(entry.value, to: FilePath.directory(of: path)))
      }
    }
    var status = ExitStatus.success
    var findings = settings.applied(to: found.findings)
    var summary = CheckSummary(isVerbose: verbose, failingAt: failOn, noticed: findings)
    do throws(CommandFailure) {
      let converter = try reading.converter()
      let selection = try SelectionRequest(expressions: selection.select).selection(by: converter)
      let catalogue = try choice.open()
      for input in inputs {
        do throws(CommandFailure) {
          let importer = reading.importer(of: converter)
          let checked = try CheckedSource(
            input.read(for: converter, importer), with: converter, importer, selection, against: catalogue)
          let counted = settings.applied(to: checked.findings)
          summary.add(input.name, checked.read, counted)
          findings += counted
        } catch {
          summary.addUnread(input.name, error.diagnostics)
          findings += error.diagnostics
          if status == .success { status = error.status }
        }
      }
    } catch {
      findings += error.diagnostics
      status = error.status
    }
    if status == .success, findings.contains(where: { $0.severity >= failOn }) { status = .findings }
    let shown = quiet ? findings.filter { $0.severity >= failOn } : findings
    let text = TextRenderer(on: .output, showsSource: messages.showSource)
    try emit(format.render(shown, text: text) + (format == .text && !quiet ? summary.text : ""))
    if status != .success { throw status.code }
  }
}
