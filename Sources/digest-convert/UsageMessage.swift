import ArgumentParser
import DigestConversion
import DigestDiagnostics

/// What is said of wrong arguments: what is wrong, how the command is called, and where its help is.
///
/// ArgumentParser says the value twice, then the whole help of the option with all of its values; and of what is found
/// wrong only when a command runs, it says how the program is called and not the command.
struct UsageMessage {
  /// One clause: `--to: 'bibtext' is not an output format; did you mean 'bibtex'?`
  private(set) var summary: String
  /// What an argument that is missing is for.
  private var help: String?
  private let command: CommandPath

  /// - Parameters:
  ///   - message: what ArgumentParser says: the error, at times the help of the argument, the usage.
  ///   - running: the command that was running, where arguments had been read.
  init(_ message: String, running: ParsableCommand.Type? = nil) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.hasPrefix("Help:  ") || $0.hasPrefix("Usage: ") } ?? lines.endIndex
    let text = lines[..<end].joined(separator: "\n")
    command = running.map(CommandPath.init(of:)) ?? CommandPath(askingForHelp: lines.last ?? "")
    summary = text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
    guard running == nil else { return }
    let described = lines.first { $0.hasPrefix("Help:  ") }.flatMap { $0.range(after: ">  ") }
    if let value = WrongValue(summary) {
      summary = value.clause
    } else if let clause = missing(summary) {
      summary = clause
      help = described
    } else {
      summary = unknown(summary) ?? summary
    }
  }

  /// - Parameter width: the columns of a terminal, for which longer lines are broken.
  func text(width: Int? = nil) -> String {
    let usage = DigestConvert.usageString(for: command.type).split(separator: "\n").first.map(String.init)
    var lines = [("Error:", summary)]
    if let help { lines.append(("Help:", help)) }
    lines.append(("Usage:", usage ?? command.name))
    let broken = lines.map { label, text in
      let rest = width.map { wrapped(text, width: $0, firstColumn: label.count, indent: 4) } ?? [" " + text]
      return label + rest.joined(separator: "\n")
    }
    return broken.joined(separator: "\n") + "\n  See '\(command.name) --help' for more information."
  }

  // MARK: What ArgumentParser found

  /// `Missing value for '--to <format,...>'`, `Missing expected argument '<id> ...'`
  private func missing(_ summary: String) -> String? {
    if let rest = summary.range(after: "Missing value for '"), summary.hasPrefix("Missing") {
      let option = rest.firstWord
      let arguments = CommandLine.arguments
      guard let place = arguments.lastIndex(of: option), place + 1 < arguments.count,
        arguments[place + 1].hasPrefix("-")
      else { return "\(option) needs a value" }
      let value = arguments[place + 1]
      return "\(option) needs a value; write '\(option)=\(value)' if it is \(quoted(value))"
    }
    guard summary.hasPrefix("Missing expected argument '"), let rest = summary.range(after: "'") else {
      return nil
    }
    return "\(rest.firstWord) is missing"
  }

  private func unknown(_ summary: String) -> String? {
    if summary.hasPrefix("Unknown option '"), let word = summary.range(after: "'")?.untilQuote {
      return command.refusal(ofOption: word)
    }
    if summary.hasPrefix("Unexpected argument '"), let word = summary.range(after: "'"), word.hasSuffix("'") {
      return command.refusal(ofArgument: String(word.dropLast()))
    }
    if summary.hasPrefix("Can't generate completion scripts for '"),
      let word = summary.range(after: "for '")?.untilQuote
    {
      return "\(quoted(word)) is not a shell that completions are made for; these are bash, zsh, fish"
    }
    return nil
  }
}
