import ArgumentParser
import DigestConversion
import DigestDiagnostics

/// Asks the program, which knows its commands, for the help of one.
struct CommandHelpRequest: Error {
  /// The names of a command and of one below it; none for the program.
  var words: [String]
}

/// Takes the place of ArgumentParser's own command, which knows commands only.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.help.rawValue,
    abstract: "Show the help of a command, a topic, a format or a message.",
    usage: "digest-convert help [<topic> ...]",
    discussion: "TOPICS:\n  " + HelpTopic.allCases.map(\.rawValue).joined(separator: ", ")
      + "\n\nFormats are those that 'formats' lists; the id of a message stands in its brackets.\n\n"
        + """
        EXAMPLES:
          digest-convert help convert
          digest-convert help catalogue add
          digest-convert help exit-status
          digest-convert help bibtex
        """)

  @Argument(
    help: ArgumentHelp("What the help is about.", valueName: "topic"),
    completion: .list(CommandName.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue)))
  var words: [String] = []

  func run() throws {
    guard let first = words.first, CommandName(rawValue: first) == nil else {
      throw CommandHelpRequest(words: words)
    }
    guard words.count == 1 else { throw unknown(words.joined(separator: " ")) }
    if let topic = HelpTopic(rawValue: first.lowercased()) {
      try emit(topic.text + "\n")
    } else if let id = DiagnosticCatalogue.id(named: first) {
      try emit(ExplainCommand.page(of: id))
    } else if let format = FormatArguments.formatName(first),
      let text = CapabilitiesTable(FormatArguments.registry).text(of: format)
    {
      try emit(text)
    } else {
      throw unknown(first)
    }
  }

  private func unknown(_ word: String) -> ValidationError {
    let topics = HelpTopic.allCases.map(\.rawValue)
    let known =
      topics + CommandName.allCases.map(\.rawValue) + FormatArguments.formatNames
      + DiagnosticCatalogue.all.map(\.name)
    let hint =
      suggestion(for: word, among: known)
      ?? "help is about commands, formats, ids of messages, and \(topics.joined(separator: ", "))"
    return ValidationError("there is no help about \(quoted(word)); \(hint)")
  }
}
