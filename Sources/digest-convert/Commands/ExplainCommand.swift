import ArgumentParser
import DigestConversion
import DigestDiagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.explain.rawValue,
    abstract: "Say what a diagnostic means and what to do about it.")

  @Argument(
    help: "The id in the brackets of a message, such as source/empty; lists all ids when left out.",
    transform: diagnosticID)
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
  let hint =
    DiagnosticCatalogue.nearestName(to: name).map { "did you mean '\($0)'?" } ?? "'explain' lists them all"
  throw ValidationError("\(quoted(name)) is not the id of a diagnostic; \(hint)")
}
