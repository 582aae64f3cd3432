import ArgumentParser
import DigestConversion
import DigestDiagnostics

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.stats.rawValue,
    abstract: "Count papers and topics of digests, what they share and what they name most.",
    usage: "digest-convert stats <file> ... [--format <format>] [--top <number>] [-o <file>]",
    discussion: """
      A paper is new in the first digest that has it. With --format svg, a plot of papers by month. The status is 1 if something in a digest is wrong and was left out.

      EXAMPLES:
        digest-convert stats *.md
        digest-convert stats *.md --select 'topic ~ robot' -o robots.svg
      """)

  /// How statistics are written.
  enum Format: String, CaseIterable, ReportKind {
    case text, json, svg

    static let byExtension: [String: Format] = ["json": .json, "svg": .svg]
    static let standard = Format.text
  }

  @OptionGroup var inputs: InputOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var selection: SelectOption

  @Option(
    name: [.customLong("format"), .customLong("to")],
    help: choiceHelp(
      "How statistics are written; by default as the extension of -o says.", Format.self, standard: .text,
      valueName: "format"),
    completion: choices(Format.self), transform: choice)
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "How many of the most named papers, topics, tags and authors the text has; 10 by default.",
      valueName: "number"),
    transform: paperCount)
  var top: Int = 10

  @OptionGroup var output: ReportOutput

  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    let found = try inputs.files()
    let files = found.files
    try requireOneReader(ofStandardInput: files, reading.request)
    let reader = try reportingFailure { () throws(CommandFailure) in
      try CollectionReader(reading.request, selection, obeying: configuration.choice, for: files)
    }
    try output.refuse(files + reader.otherSources)
    reportFindings(found.findings)
    let hasErrors = try reportingFailure { () throws(CommandFailure) in
      let reading = try reader.collection(of: files)
      try output.write(bytes(of: DigestStatistics(reading.collection)))
      return reading.hasErrors
    }
    if hasErrors { throw ExitStatus.findings.code }
  }

  private func bytes(of statistics: DigestStatistics) -> [UInt8] {
    switch output.kind(format) {
    case .text: Array(StatisticsText.text(of: statistics, limit: top).utf8)
    case .json: StatisticsJSON.bytes(of: statistics)
    case .svg: StatisticsPlot.svg(of: statistics)
    }
  }
}
