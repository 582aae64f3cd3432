import ArgumentParser
import DigestConversion
import DigestDiagnostics
import Glibc

@main
struct DigestConvert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest-convert",
    abstract:
      "Convert a digest of papers to BibTeX, OPML, CSV, JATS, YAML and more, and lose nothing silently.",
    usage: """
      digest-convert <input> ... --to <format>[,<format>...] [-o <file> | --output-dir <dir>]
      digest-convert <subcommand> ...
      """,
    discussion: "EXIT STATUS:\n" + ExitStatus.table,
    version: programVersion,
    subcommands: commands,
    defaultSubcommand: ConvertCommand.self)

  private static let commands: [any ParsableCommand.Type] = [
    ConvertCommand.self, CheckCommand.self, FormatsCommand.self, ExplainCommand.self,
  ]

  /// The first words that are no input.
  static let commandNames = commands.compactMap { $0.configuration.commandName } + ["help"]

  static func main() {
    // A reader that has gone shows as EPIPE, a file beyond the limit (`ulimit -f`) as EFBIG, so that temporary files are
    // removed.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try MisreadArguments.refuse()
      if let request = PlainArguments.request(from: CommandLine.arguments.dropFirst()) { try request.run() }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      do { try StandardStreams.write(toOutput: Array((message + "\n").utf8)) } catch {
        StandardStreams.write(toError: ReportFormat.text.render(error.diagnostics))
        Glibc.exit(error.status.rawValue)
      }
    } else if !message.isEmpty {
      StandardStreams.write(toError: visible(message, except: "\n") + "\n")
    }
    Glibc.exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
  }
}
