import ArgumentParser
import DigestCatalogue
import DigestDiagnostics

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.catalogue.rawValue,
    abstract: "Keep what is known of papers in a file, for digests that do not say it.",
    discussion:
      "The catalogue is one file of SQLite: the one that --catalogue names, else that of the environment variable \(CataloguePath.variable), else digest-convert/catalogue.sqlite in $XDG_DATA_HOME or ~/.local/share.\n\n"
        + """
        EXAMPLES:
          digest-convert catalogue add library.bib
          digest-convert catalogue info
          digest-convert 2024-09.md --complete -o 2024-09.bib
        """,
    subcommands: [
      CatalogueAddCommand.self, CatalogueFetchCommand.self, CatalogueInfoCommand.self,
      CatalogueShowCommand.self,
      CatalogueExportCommand.self,
    ])
}

/// Which catalogue a command uses.
struct CatalogueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The catalogue; by default the file of \(CataloguePath.variable), or the user's own.",
      valueName: "file"), completion: .file())
  var catalogue: String?

  /// - Throws: `CommandFailure` where nothing says where it is.
  func path() throws(CommandFailure) -> String {
    try CommandFailure.ofCatalogue { () throws(CatalogueError) in try CataloguePath.chosen(catalogue) }
  }
}

extension CommandFailure {
  init(_ error: CatalogueError, _ status: ExitStatus = .unreadableInput) {
    self.init(
      status, [Diagnostic(CatalogueDiagnostics.unusable, error.reason, at: nil, help: error.help)])
  }

  /// Runs what needs a catalogue.
  static func ofCatalogue<Result>(
    failing status: ExitStatus = .unreadableInput, _ body: () throws(CatalogueError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(CatalogueError) { return try body() } catch { throw CommandFailure(error, status) }
  }
}
