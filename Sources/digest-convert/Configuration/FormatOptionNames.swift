/// The choices of formats by their names on the command line, which are those of a configuration, too.
enum FormatOptionNames {
  /// Those with a value.
  static let valued = [
    "bibtex-dialect", "bibtex-encoding", "opml-profile", "opml-text", "csv-profile", "csv-delimiter",
    "csv-terminator", "csv-table",
  ]
  /// Those that are true or false, and whether there is a flag for false: `--no-csv-bom`.
  static let flags = ["csv-bom": true, "jats-doctype": false]

  static var all: [String] { valued + flags.keys.sorted() }

  /// The words of a command line that choose so.
  /// - Returns: `nil` for a flag that is neither true nor false.
  static func arguments(_ name: String, _ value: String) -> [String]? {
    guard let hasOpposite = flags[name] else { return ["--" + name, value] }
    switch value {
    case "true": return ["--" + name]
    case "false": return hasOpposite ? ["--no-" + name] : []
    default: return nil
    }
  }

  /// Whether a command line chooses it, however it is spelt.
  static func isChosen(_ name: String, in arguments: some Sequence<String>) -> Bool {
    arguments.contains { $0 == "--" + name || $0.hasPrefix("--\(name)=") || $0 == "--no-" + name }
  }
}
