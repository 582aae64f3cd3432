import ArgumentParser

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.convert.rawValue,
    abstract: "Convert digests, lists of papers and bibliographies (the default).",
    usage: "digest-convert <input> ... --to <format>[,<format>...] [-o <file> | --output-dir <dir>]",
    discussion: """
      EXAMPLES:
        digest-convert 2024-09.md -o 2024-09.bib
        digest-convert 2024-09.md --to bibtex,opml,jats --output-dir out
        digest-convert --recursive digests --to csv --output-dir out
        digest-convert 2024-09.md --to ris --complete --top 10 -o best.ris
      """
        + "\n\n" + SelectionOptions.discussion)

  @OptionGroup var options: ConvertOptions

  @Flag(help: "Make one output of all inputs in each format, as 'merge' does.")
  var merge = false

  @Option(help: MergeCommand.nameHelp)
  var name: String?

  func run() throws { try request.run() }

  var request: ConvertRequest {
    var request = options.request
    request.merges = merge
    request.name = name
    return request
  }
}
