import ArgumentParser

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.convert.rawValue,
    abstract: "Convert digests (the default).",
    usage: "digest-convert <input> ... --to <format>[,<format>...] [-o <file> | --output-dir <dir>]",
    discussion: SelectionOptions.discussion)

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
