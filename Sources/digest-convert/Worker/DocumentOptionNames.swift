/// The options of `convert` that make sense for one document, by their names on the command line. A request to `worker`
/// has them as members.
enum DocumentOptionNames {
  /// Those with one value.
  static let valued =
    ["language", "period", "heading-aliases", "input-encoding", "sort", "top"] + FormatOptionNames.valued
  /// Those with any number of values.
  static let repeatable = ["select", "fail-on", "ignore"]
  /// Those that are true or false, and what false is on the command line; `nil` for nothing.
  static let flags: [String: String?] = FormatOptionNames.flags.merging(
    ["validate": true, "keep-going": false, "complete": false], uniquingKeysWith: { $1 }
  ).reduce(into: [:]) { $0[$1.key] = .some($1.value ? "--no-" + $1.key : nil) }

  static var all: [String] { (valued + repeatable + flags.keys).sorted() }
}
