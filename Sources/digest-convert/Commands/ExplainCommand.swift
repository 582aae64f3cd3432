import ArgumentParser
import DigestConversion
import DigestDiagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.explain.rawValue,
    abstract: "Say what a diagnostic means and what to do about it.",
    discussion: """
      EXAMPLES:
        digest-convert explain
        digest-convert explain digest/lost-digits
      """)

  @Argument(
    help: "The id in the brackets of a message, such as source/empty; lists all ids when left out.",
    completion: .list(DiagnosticCatalogue.all.map(\.name)), transform: diagnosticID)
  var id: DiagnosticID?

  @Flag(help: "As Markdown.")
  var markdown = false

  func run() throws {
    let ids = id.map { [$0] } ?? DiagnosticCatalogue.all
    if id == nil, !markdown {
      try emit(ids.map { "\($0.name) (\($0.severity.rawValue))\n" }.joined())
    } else {
      try emit(ids.map { markdown ? Self.markdown(of: $0) : Self.page(of: $0) }.joined(separator: "\n"))
    }
  }

  static func page(of id: DiagnosticID) -> String {
    "\(id.name) (\(id.severity.rawValue))\n\n\(wrapped(id.explanation).joined(separator: "\n"))\n"
  }

  private static func markdown(of id: DiagnosticID) -> String {
    "### `\(id.name)`\n\n*\(id.severity.rawValue)* — \(id.explanation)\n"
  }
}

/// Refuses an unknown id with the nearest one.
func diagnosticID(_ name: String) throws(ValidationError) -> DiagnosticID {
  if let id = DiagnosticCatalogue.id(named: name) { return id }
  // `digest` is the beginning of many.
  let isArea = DiagnosticCatalogue.all.contains { $0.name.hasPrefix(name + "/") }
  let nearest = isArea ? nil : DiagnosticCatalogue.nearestName(to: name)
  let hint = nearest.map { "did you mean '\($0)'?" } ?? "'explain' lists them all"
  throw ValidationError("\(quoted(name)) is not the id of a diagnostic; \(hint)")
}
