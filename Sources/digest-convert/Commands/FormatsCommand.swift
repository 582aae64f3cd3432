import ArgumentParser
import DigestConversion

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.formats.rawValue,
    abstract: "List the formats and what each does with each part of a digest.")

  @Flag(help: "As Markdown tables.")
  var markdown = false

  func run() throws {
    let table = CapabilitiesTable(FormatArguments.registry)
    try emit(markdown ? table.markdown : table.text)
  }
}

/// Writes a command's data, or ends the program if that fails.
func emit(_ text: String) throws(ExitCode) {
  do {
    try StandardStreams.write(toOutput: Array(text.utf8))
  } catch {
    StandardStreams.write(toError: ReportFormat.text.render(error.diagnostics))
    throw error.status.code
  }
}
