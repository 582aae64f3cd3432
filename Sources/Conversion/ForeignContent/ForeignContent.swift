import DigestDiagnostics

/// What a source is that is neither a digest nor a list of papers in any format.
struct ForeignContent: Hashable {
  /// As it follows `the input is`: `a PDF`.
  var name: String
  /// The one right action.
  var help: String

  static let diagnostic = DiagnosticID(
    "source/foreign-format", .error,
    """
    The input is of a kind that no importer reads, such as a PDF, a web page, a Word document, LaTeX or source code. \
    Reading it as Markdown would make a digest of what is not one. The message says what the input seems to be and \
    what to give instead. A text that is taken for something else by mistake is read with `--from`.
    """)

  func error(in source: SourceDocument) -> DiagnosticError {
    DiagnosticError(
      Self.diagnostic, "the input is \(name), not a digest or a list of papers",
      at: SourceLocation(source, SourceRange(0, min(1, source.bytes.count))), help: help)
  }
}

extension ForeignContent {
  // What to do, once for each group of kinds.
  private static let exportFromManager = "export the papers from their program as BibTeX, RIS or CSL-JSON"
  private static let convertToMarkdown = "convert it to Markdown first, for example with pandoc"
  private static let giveText = "give the digest or the list of papers that belongs to it"

  static let pdf = ForeignContent(name: "a PDF", help: "give the text that it was made from")
  static let webPage = ForeignContent(name: "a web page (HTML)", help: convertToMarkdown)
  static let ownPage = ForeignContent(
    name: "a page that digest-convert wrote", help: "give what it was made from, or its YAML or JSON")
  static let latex = ForeignContent(
    name: "LaTeX", help: "give its .bib file, or convert it to Markdown first, for example with pandoc")
  static let bibliographyStyle = ForeignContent(
    name: "a bibliography style of BibTeX", help: "give the .bib file that is formatted with it")
  static let log = ForeignContent(name: "a log", help: giveText)
  static let wordDocument = ForeignContent(name: "a Word document", help: convertToMarkdown)
  static let spreadsheet = ForeignContent(name: "a spreadsheet", help: "save it as CSV (UTF-8)")
  static let picture = ForeignContent(name: "a picture", help: giveText)
  static let sourceCode = ForeignContent(name: "source code", help: giveText)
  static let database = ForeignContent(name: "an SQLite database", help: exportFromManager)
  static let program = ForeignContent(name: "a program", help: giveText)
  static let recording = ForeignContent(name: "a recording", help: giveText)

  static let table = ForeignContent(
    name: "a table without a column of papers", help: "name its columns title, authors, year, doi or arxiv")

  static func archive(_ kind: String) -> ForeignContent {
    ForeignContent(name: "a \(kind) archive", help: "unpack it and give its files")
  }

  static func document(_ name: String) -> ForeignContent {
    ForeignContent(name: name, help: convertToMarkdown)
  }

  static func references(_ name: String) -> ForeignContent {
    ForeignContent(name: name, help: exportFromManager)
  }

  static func file(_ name: String) -> ForeignContent { ForeignContent(name: name, help: giveText) }

  static func xml(root: String) -> ForeignContent {
    ForeignContent(
      name: "XML with the root element \(quoted(root))",
      help: "of XML, JATS, OPML and the Atom of arXiv are read")
  }
}
