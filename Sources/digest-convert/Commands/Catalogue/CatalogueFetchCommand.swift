import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics

struct CatalogueFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Ask arXiv, Crossref and DataCite for papers that the catalogue lacks.",
    usage: "digest-convert catalogue fetch <file-or-id> ... [--contact <mail>] [--catalogue <file>]",
    discussion:
      "This command alone uses the net. Ids of arXiv are asked for at arXiv, a hundred every three seconds, other DOIs at Crossref, and what these do not know at DataCite; for a paper of arXiv with a DOI, Crossref is asked where it appeared. Each answer is in the catalogue at once: the same command asks for the rest only. The status is 1 if no service knows a paper.\n\n"
        + """
        EXAMPLES:
          digest-convert catalogue fetch 2024-09.md
          digest-convert catalogue fetch 2409.12917 10.1038/nature14539
          digest-convert catalogue fetch 2024-09.md --dry-run
        """
  )

  @Argument(
    help: ArgumentHelp(
      "Files whose papers are fetched, all that convert reads, - is standard input; or ids: 2409.10000, a DOI.",
      valueName: "file-or-id"))
  var words: [String]

  @OptionGroup var catalogue: CatalogueOptions

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "How services can reach you if your requests are a problem to them; some then answer sooner.",
      valueName: "mail"),
    transform: mailAddress)
  var contact: String?

  @Flag(help: "Ask also for papers that are in the catalogue with title and authors.")
  var refresh = false

  @Flag(help: "Ask also for papers that no service knew in the last 30 days.")
  var again = false

  @Flag(help: "Say what would be asked, and ask nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  // For mirrors, and for tests, which have servers of their own.
  @Option(
    help: ArgumentHelp("Another address of arXiv's API.", valueName: "url", visibility: .hidden),
    transform: httpAddress)
  var arxivApi: String?

  @Option(
    help: ArgumentHelp("Another address of Crossref's works.", valueName: "url", visibility: .hidden),
    transform: httpAddress)
  var crossrefApi: String?

  @Option(
    help: ArgumentHelp("Another address of DataCite's DOIs.", valueName: "url", visibility: .hidden),
    transform: httpAddress)
  var dataciteApi: String?

  func run() throws {
    let addresses = [FetchService.arXiv: arxivApi, .crossref: crossrefApi, .dataCite: dataciteApi]
      .compactMapValues(\.self)
    let inputs = words.map(InputFile.init(path:))
    try requireOneReader(ofStandardInput: inputs, reading.request)
    try reportingFailure { () throws(CommandFailure) in
      var run = try CatalogueFetch(catalogue.path(), refreshes: refresh, asksAgain: again, isQuiet: quiet)
      try run.add(inputs, reading.request)
      if dryRun {
        try StandardStreams.write(toOutput: Array(run.preview.utf8))
      } else {
        try run.fetch(as: userAgent, at: addresses)
      }
    }
  }

  private var userAgent: String {
    "digest-convert/\(programVersion)" + (contact.map { " (mailto:\($0))" } ?? "")
  }
}

/// An address of mail, of characters that may stand in a header.
private func mailAddress(_ text: String) throws(ValidationError) -> String {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  let isAddress =
    parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"()<>,;:\"\\".utf8.contains($0) }
  guard isAddress else {
    throw ValidationError("\(quoted(text)) is not an address of mail such as me@example.org")
  }
  return text
}

private func httpAddress(_ text: String) throws(ValidationError) -> String {
  let lower = text.lowercased()
  guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else {
    throw ValidationError("\(quoted(text)) is not an address of http or https")
  }
  return text.hasSuffix("/") ? String(text.dropLast()) : text
}
