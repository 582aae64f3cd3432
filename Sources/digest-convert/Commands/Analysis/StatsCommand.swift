import ArgumentParser
import DigestConversion
import DigestDiagnostics

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.stats.rawValue,
    abstract: "Count papers and topics of digests, what they share and what they name most.",
    usage: "digest-convert stats <file> ... [--format <format>] [--top <number>] [-o <file>]",
    discussion: """
      A paper is new in the first digest that has it. With --format svg, a plot of papers by month.

      EXAMPLES:
        digest-convert stats *.md
        digest-convert stats *.md --select 'topic ~ robot' --to svg -o robots.svg
      """)

  /// How statistics are written.
  enum Format: String, CaseIterable { case text, json, svg }

  @OptionGroup var inputs: InputOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var selection: SelectOption

  @Option(
    name: [.customLong("format"), .customLong("to")],
    help: choiceHelp("How statistics are written.", Format.self, standard: .text, valueName: "format"),
    transform: choice)
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "How many of the most named papers, topics, tags and authors the text has; 10 by default.",
      valueName: "number"),
    transform: paperCount)
  var top: Int = 10

  @OptionGroup var output: ReportOutput

  func run() throws {
    let found = try inputs.files()
    let files = found.files
    try requireOneReader(ofStandardInput: files, reading.request)
    let reader = try reportingFailure { () throws(CommandFailure) in
      try CollectionReader(reading.request, selection)
    }
    try output.refuse(files + reader.otherSources)
    reportFindings(found.findings)
    try reportingFailure { () throws(CommandFailure) in
      let statistics = DigestStatistics(try reader.collection(of: files))
      try output.write(bytes(of: statistics))
    }
  }

  private func bytes(of statistics: DigestStatistics) -> [UInt8] {
    switch format {
    case .text: Array(StatisticsText.text(of: statistics, limit: top).utf8)
    case .json: StatisticsJSON.bytes(of: statistics)
    case .svg: StatisticsPlot.svg(of: statistics)
    }
  }
}
