import ArgumentParser

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.merge.rawValue,
    abstract: "Make one output of several digests: an entry a paper, with what each month says of it.",
    usage: "digest-convert merge <input> ... --to <format>[,<format>...] [-o <file> | --output-dir <dir>]",
    discussion:
      "The digests come in the order of their periods, whatever the order of the inputs. Files in a directory are named after the first and the last period.\n\n"
        + """
        EXAMPLES:
          digest-convert merge 2024-*.md -o 2024.bib
          digest-convert merge *.md --to opml,csv-bundle --output-dir out --name all
          digest-convert merge *.md --select 'in reading-list' -o reading.md
        """
      + "\n\n" + SelectionOptions.discussion)

  static let nameHelp = ArgumentHelp(
    "What merged outputs in --output-dir are called, without extension; by default as their periods are.",
    valueName: "stem")

  @OptionGroup var options: ConvertOptions

  @Option(help: nameHelp)
  var name: String?

  func run() throws {
    var request = options.request
    request.merges = true
    request.name = name
    try request.run()
  }
}
