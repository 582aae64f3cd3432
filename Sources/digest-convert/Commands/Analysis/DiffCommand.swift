import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestModel

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.diff.rawValue,
    abstract: "Say what came, went, moved and changed between two digests.",
    usage: "digest-convert diff <first> (<second> | --against <library>) [--format <format>] [-o <file>]",
    discussion: """
      Two versions of a digest, two months, or any two files that can be read. The status is 0 if they say the same, 1 if not, and 2 or more if they cannot be compared.

      EXAMPLES:
        digest-convert diff old/2024-09.md 2024-09.md
        digest-convert diff 2024-08.md 2024-09.md -o news.md
        digest-convert diff 2024-09.md --against library.bib
      """)

  /// How a comparison is written.
  enum Format: String, CaseIterable, ReportKind {
    case text, json, markdown

    static let byExtension: [String: Format] = ["json": .json, "md": .markdown, "markdown": .markdown]
    static let standard = Format.text
  }

  @Argument(
    help: ArgumentHelp("The older file, or your own; - is standard input.", valueName: "first"),
    completion: .file())
  var first: String

  @Argument(help: ArgumentHelp("The newer file.", valueName: "second"), completion: .file())
  var second: String?

  @Option(
    help: ArgumentHelp(
      "Say which papers this library lacks, and which it alone has: a bibliography or a list of ids.",
      valueName: "library"), completion: .file())
  var against: String?

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var selection: SelectOption

  @Option(
    help: choiceHelp(
      "How the comparison is written; by default as the extension of -o says.", Format.self, standard: .text,
      valueName: "format"),
    completion: choices(Format.self), transform: choice)
  var format: Format?

  @OptionGroup var output: ReportOutput

  @OptionGroup var configuration: ConfigurationOptions

  func validate() throws {
    if second == nil, against == nil { throw ValidationError("name a second file, or --against a library") }
    if second != nil, against != nil {
      throw ValidationError("a second file and --against exclude each other")
    }
    if second ?? against == "-", first == "-" {
      throw ValidationError("standard input can be read only once")
    }
  }

  func run() throws {
    let (first, other) = (InputFile(path: first), InputFile(path: second ?? against ?? ""))
    let digests = against == nil ? [first, other] : [first]
    let reader = try reportingFailure { () throws(CommandFailure) in
      try CollectionReader(reading.request, selection, obeying: configuration.choice, for: digests)
    }
    try output.refuse([first, other] + reader.otherSources)
    let differs = try reportingFailure { () throws(CommandFailure) in
      let before = try reader.collection(of: [first])
      let after = try reader.collection(of: [other], isLibrary: against != nil)
      let comparison = DigestComparison(
        of: before.collection, with: after.collection, comparesPresence: against != nil)
      let names = (first: first.name, second: other.name)
      try output.write(text(of: comparison, names))
      // What was left out because of an error may differ.
      return !comparison.isEmpty || before.hasErrors || after.hasErrors
    }
    if differs { throw ExitStatus.findings.code }
  }

  private func text(of comparison: DigestComparison, _ names: (first: String, second: String)) -> [UInt8] {
    switch output.kind(format) {
    case .text:
      Array(ComparisonText.text(of: comparison, named: names, usesColor: output.takesColor).utf8)
    case .json: ComparisonJSON.bytes(of: comparison, named: names)
    case .markdown: Array(ComparisonMarkdown.text(of: comparison, named: names).utf8)
    }
  }
}
