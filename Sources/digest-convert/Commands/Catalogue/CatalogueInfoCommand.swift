import ArgumentParser
import DigestCatalogue

struct CatalogueInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Say what is in the catalogue.",
    usage: "digest-convert catalogue info [--months] [--catalogue <file>]",
    discussion: """
      EXAMPLES:
        digest-convert catalogue info
        digest-convert catalogue info --months --catalogue papers.sqlite
      """)

  @Flag(help: "Say for each month of arXiv's numbering how many papers are there, and the highest number.")
  var months = false

  @OptionGroup var catalogue: CatalogueOptions

  func run() throws {
    try reportingFailure { () throws(CommandFailure) in
      let path = try catalogue.path()
      let summary = try CommandFailure.ofCatalogue { () throws(CatalogueError) in
        try CatalogueFile(at: path).summary()
      }
      let text = CatalogueInfoText(summary)
      let all = text.overview(of: path) + (months ? text.months : "")
      try StandardStreams.write(toOutput: Array(all.utf8))
    }
  }
}
