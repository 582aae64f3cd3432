import ArgumentParser
import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestModel

struct CatalogueAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add what files say of papers.",
    usage: "digest-convert catalogue add <file> ... [--catalogue <file>]",
    discussion:
      "Files are arXiv's snapshot, arxiv-metadata-oai-snapshot.json, as it is or packed as .gz or .zip, and all that convert reads. A file of a name that was added before, and a newer snapshot, is read anew: only what changed is written, and papers that it no longer has stay. What is added is in the catalogue when the command has ended, all of it, or nothing where it fails. The status is 1 if something in a file is wrong and was left out.\n\n"
        + """
        EXAMPLES:
          digest-convert catalogue add library.bib
          digest-convert catalogue add arxiv-metadata-oai-snapshot.json --categories 'cs.*'
          digest-convert catalogue add zotero.json --as zotero --catalogue papers.sqlite
        """
  )

  @Argument(help: ArgumentHelp("Files to read; - is standard input.", valueName: "file"), completion: .file())
  var inputs: [String]

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    help: ArgumentHelp(
      "Of the snapshot, take records that arXiv changed on this day or later.", valueName: "yyyy-mm-dd"),
    transform: day)
  var since: PartialDate?

  @Option(
    help: ArgumentHelp(
      "Of the snapshot, take papers in these categories, also where they are not the primary one: cs.LG, or cs.* for all of an archive.",
      valueName: "category,..."),
    transform: categoryPatterns)
  var categories: [[SnapshotFilter.Category]] = []

  @Flag(help: "Leave out the abstracts of the snapshot, more than half of it.")
  var withoutAbstracts = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the source is called; by default the file without folders. The snapshot keeps its name.",
      valueName: "name"))
  var source: String?

  @Flag(name: .shortAndLong, help: "Show errors only.")
  var quiet = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let inputs = inputs.map(InputFile.init(path:))
    let reading = reading.request
    try requireOneReader(ofStandardInput: inputs, reading)
    if source == "" { throw ValidationError("the name after --as is empty") }
    if source != nil, inputs.count > 1 { throw ValidationError("--as names the source of one file") }
    if inputs.contains(where: { $0.path.isEmpty }) {
      throw ValidationError("the name of an input is empty")
    }
    let filter = SnapshotFilter(
      since: since, categories: categories.flatMap(\.self), takesAbstracts: !withoutAbstracts)
    try reportingFailure { () throws(CommandFailure) in
      try CatalogueAddition(reading: reading, filter: filter, source: source, isQuiet: quiet)
        .add(inputs, to: catalogue.path())
    }
  }
}

private func day(_ text: String) throws(ValidationError) -> PartialDate {
  guard let date = PartialDate(text), date.day != nil, text.utf8.count == 10 else {
    throw ValidationError("\(quoted(text)) is not a day such as 2024-09-13")
  }
  return date
}

private func categoryPatterns(_ text: String) throws(ValidationError) -> [SnapshotFilter.Category] {
  try text.split(separator: ",", omittingEmptySubsequences: false).map { (name) throws(ValidationError) in
    guard let category = SnapshotFilter.Category(String(name)) else {
      throw ValidationError("\(quoted(name)) is not a category such as cs.LG or cs.*")
    }
    return category
  }
}
