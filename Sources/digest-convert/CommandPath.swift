import ArgumentParser
import DigestDiagnostics

/// A command with those above it: `digest-convert catalogue add`.
struct CommandPath {
  let type: ParsableCommand.Type
  /// As one types it.
  let name: String

  private init(_ type: ParsableCommand.Type, _ name: String) {
    self.type = type
    self.name = name
  }

  /// - Parameter type: one of the program's commands; the program itself stands for its default.
  init(of type: ParsableCommand.Type) {
    self = Self.all.first { $0.type == type } ?? .standard
  }

  /// - Parameter line: `See 'digest-convert check --help' for more information.`
  init(askingForHelp line: some StringProtocol) {
    let words = line.split(separator: "'").dropFirst().first ?? ""
    let name = words.split(separator: " ").dropLast().joined(separator: " ")
    self = Self.all.first { $0.name == name } ?? .standard
  }

  private static let program = DigestConvert.configuration.commandName ?? ""

  private static let standard = CommandPath(
    ConvertCommand.self, "\(program) \(CommandName.convert.rawValue)")

  /// All commands, each after the one above it.
  static let all: [CommandPath] = below(DigestConvert.self, program)

  private static func below(_ type: ParsableCommand.Type, _ name: String) -> [CommandPath] {
    type.configuration.subcommands.flatMap { command in
      let path = "\(name) \(command.configuration.commandName ?? "")"
      return [CommandPath(command, path)] + below(command, path)
    }
  }

  /// The name without that of the program.
  private var shortName: String { String(name.dropFirst(Self.program.count + 1)) }

  /// The options of the help: `--to`, `-o`.
  private var options: [String] {
    type.helpMessage(columns: 200).split(separator: "\n").flatMap { line -> [String] in
      guard line.hasPrefix("  -") else { return [] }
      return line.split(whereSeparator: { " ,/=".contains($0) }).prefix {
        $0.hasPrefix("-") || $0.hasPrefix("<")
      }
      .filter { $0.hasPrefix("-") }.map(String.init)
    }
  }

  /// What to say of an option that the command does not have.
  func refusal(ofOption option: String) -> String {
    let others = Self.all.filter { $0.options.contains(option) }.map(\.shortName)
    if option.hasPrefix("--"), !others.isEmpty {
      let list = others.count < 5 ? others.joined(separator: ", ") : "other commands"
      return "'\(shortName)' has no option \(option); \(list) \(others.count == 1 ? "has" : "have") it"
    }
    let names = options.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) } + ["version", "help"]
    let hint = nearestName(to: String(option.drop { $0 == "-" }), in: option.hasPrefix("--") ? names : [])
    return "unknown option \(quoted(option))" + (hint.map { "; did you mean '--\($0)'?" } ?? "")
  }

  /// What to say of a word too many, or of one that is not the name of a command below this one.
  func refusal(ofArgument word: String) -> String {
    let names = type.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.isEmpty else { return "\(quoted(word)) is one argument too many" }
    let hint = suggestion(for: word, among: names) ?? "its commands are \(names.joined(separator: ", "))"
    return "\(quoted(word)) is not a command of '\(shortName)'; \(hint)"
  }
}
