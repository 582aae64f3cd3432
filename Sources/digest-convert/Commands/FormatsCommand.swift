import ArgumentParser
import DigestConversion
import DigestDiagnostics

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.formats.rawValue,
    abstract: "List the formats and what each does with each part of a digest.",
    usage: "digest-convert formats [<format> ... | --markdown]",
    discussion: """
      EXAMPLES:
        digest-convert formats
        digest-convert formats bibtex jats
      """)

  @Argument(
    help: ArgumentHelp("Formats to show by themselves; all when left out.", valueName: "format"),
    completion: .list(FormatArguments.formatNames), transform: formatName)
  var names: [String] = []

  @Flag(help: "All as Markdown tables.")
  var markdown = false

  func validate() throws {
    if markdown, !names.isEmpty { throw ValidationError("names and --markdown exclude each other") }
  }

  func run() throws {
    let table = CapabilitiesTable(FormatArguments.registry)
    if names.isEmpty {
      try emit(markdown ? table.markdown : table.text)
    } else {
      try emit(names.compactMap(table.text).joined(separator: "\n"))
    }
  }
}

/// Reads the name of a format to read or to write, or a word that stands for one.
private func formatName(_ word: String) throws(ValidationError) -> String {
  if let name = FormatArguments.formatName(word) { return name }
  let hint = suggestion(for: word, among: FormatArguments.formatNames) ?? "'formats' lists them all"
  throw ValidationError("\(quoted(word)) is not a format; \(hint)")
}

/// Writes a command's data, or ends the program if that fails.
func emit(_ text: String) throws(ExitCode) {
  try reportingFailure { () throws(CommandFailure) in
    try StandardStreams.write(toOutput: Array(text.utf8))
  }
}
