import ArgumentParser
import DigestConversion
import DigestDiagnostics
import DigestPlatform

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
    discussion: """
      EXAMPLES:
        digest-convert 2024-09.md --to bibtex,opml,csv --output-dir out
        digest-convert check 2024-09.md
        digest-convert help convert
      """
        + "\n\nEXIT STATUS:\n" + ExitStatus.table,
    version: programVersion,
    subcommands: [
      ConvertCommand.self, MergeCommand.self, CheckCommand.self, DiffCommand.self, StatsCommand.self,
      ValidateCommand.self, FormatsCommand.self,
      SchemaCommand.self,
      ExplainCommand.self, CatalogueCommand.self, WorkerCommand.self, HelpCommand.self,
    ],
    defaultSubcommand: ConvertCommand.self)

  static func main() {
    // Otherwise temporary files would be left behind.
    RunningProgram.reportWriteSignalsAsErrors()
    MemoryEnd.report()
    var running: ParsableCommand.Type?
    do {
      running = ConvertCommand.self
      try MisreadArguments.refuse()
      if let request = FastArguments.request(from: CommandLine.arguments.dropFirst()) { try request.run() }
      running = nil
      var command = try parseAsRoot()
      running = type(of: command)
      try command.run()
    } catch let request as CommandHelpRequest {
      end(with: help(of: request.words), running: HelpCommand.self)
    } catch {
      end(with: error, running: running)
    }
  }

  /// The help of a command, or the refusal where a word is not one.
  private static func help(of words: [String]) -> any Error {
    var command: ParsableCommand.Type = DigestConvert.self
    for word in words {
      let below = command.configuration.subcommands
      guard let next = below.first(where: { $0.configuration.commandName == word }) else {
        let hint =
          suggestion(for: word, among: below.compactMap { $0.configuration.commandName })
          ?? "leave out \(quoted(word))"
        return ValidationError("there is no help about \(quoted(words.joined(separator: " "))); \(hint)")
      }
      command = next
    }
    return CleanExit.helpRequest(command)
  }

  /// - Parameter running: the command that was running, where arguments had been read.
  private static func end(with error: any Error, running: ParsableCommand.Type?) -> Never {
    let code = exitCode(for: error)
    // ArgumentParser has this status for all errors that are not about arguments.
    if code == .failure, !(error is ExitCode) {
      let failure = CommandFailure(unexpected: error)
      StandardStreams.write(toError: ReportFormat.text.render(failure.diagnostics))
      RunningProgram.end(status: failure.status.rawValue)
    }
    var message = fullMessage(for: error)
    if code == .validationFailure {
      message = UsageMessage(message, running: running).text(
        width: StandardStream.error.columns.map { max($0, 40) })
    }
    if code == .success {
      message = CompletionScript.completed(HelpText.arranged(message))
      do { try StandardStreams.write(toOutput: Array((message + "\n").utf8)) } catch {
        StandardStreams.write(toError: ReportFormat.text.render(error.diagnostics))
        RunningProgram.end(status: error.status.rawValue)
      }
    } else if !message.isEmpty {
      StandardStreams.write(toError: visible(message, except: "\n") + "\n")
    }
    RunningProgram.end(status: code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
  }
}
