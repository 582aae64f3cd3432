import DigestExporters
import DigestImporters

// A new format is a line in one of the two lists and, for one to write, a member with its exporter and its check.

extension Registry {
  /// The formats of this package.
  public static let standard = Registry(
    importers: [
      BibTeXImporter(workers: .processors),
      // JSON and YAML of any kind are asked after what has a format of its own.
      CSLJSONImporter(),
      JSONFeedImporter(),
      JSONImporter(),
      CFFImporter(), CSLYAMLImporter(), HayagrivaImporter(),
      YAMLImporter(),
      OPMLImporter(),
      AtomImporter(),
      RISImporter(workers: .processors),
      JATSImporter(),
      CSVImporter(workers: .processors),
      // Any text is Markdown, so it is asked last.
      MarkdownImporter(),
    ],
    exportFormats: [
      .bibtex, .cslJSON, .ris, .opml, .csv, .csvBundle, .sqlite, .xlsx, .jats, .markdown, .notes, .yaml,
      .json,
      .jsonLines,
      .hayagriva, .html,
      .zoteroRDF,
      .atom, .jsonFeed,
    ])
}

extension Registry {
  /// Other words that people have for formats, and the usual extensions.
  static let aliases: [String: String] = [
    "bib": "bibtex", "biblatex": "bibtex",
    "csl": "csl-json", "csljson": "csl-json", "csl.json": "csl-json", "csl.yaml": "csl-yaml",
    "atom": "arxiv-atom", "rss": "arxiv-atom",
    "md": "markdown", "yml": "yaml", "ndjson": "jsonl",
    "nxml": "jats", "xml": "jats", "tsv": "csv", "bundle": "csv-bundle", "obsidian": "notes",
    "db": "sqlite", "sqlite3": "sqlite", "database": "sqlite", "excel": "xlsx", "spreadsheet": "xlsx",
    "htm": "html", "xhtml": "html", "page": "html",
    "nbib": "ris", "endnote": "ris",
    "citation.cff": "cff",
    "typst": "hayagriva", "hayagriva.yaml": "hayagriva",
    "zotero": "zotero-rdf", "feed.json": "json-feed", "jsonfeed": "json-feed",
  ]
}

extension ExportFormat {
  /// `bibtex`: BibTeX or biblatex entries for reference managers and LaTeX.
  public static let bibtex = ExportFormat(
    { BibTeXExporter(options: $0.bibtex, workers: .processors) },
    validator: { BibTeXValidator(options: $0.bibtex) })

  /// `csl-json`: CSL-JSON items for Zotero, pandoc and citation processors.
  public static let cslJSON = ExportFormat(
    { _ in CSLJSONExporter(workers: .processors) },
    validator: { _ in JSONSchemaValidator(.json, schema: .csl) })

  /// `ris`: RIS references for EndNote and other reference managers.
  public static let ris = ExportFormat(
    { _ in RISExporter(workers: .processors) }, validator: { _ in RISValidator() })

  /// `opml`: nested outlines, papers as links with notes.
  public static let opml = ExportFormat(
    { OPMLExporter(options: $0.opml) }, validator: { _ in RelaxNGValidator(schema: .opml) })

  /// `csv`: one table, that of `ExportOptions.csvTable`.
  public static let csv = ExportFormat(
    { CSVExporter(table: $0.csvTable, options: $0.csv) },
    validator: { CSVValidator(options: $0.csv, table: $0.csvTable) })

  /// `csv-bundle`: every table, with metadata in CSV on the Web; a directory.
  public static let csvBundle = ExportFormat(
    { CSVBundleExporter(options: $0.csv) }, readBackAs: "csv",
    validator: { CSVValidator(options: $0.csv, table: .papers) })

  /// `sqlite`: every table in one database, with views.
  public static let sqlite = ExportFormat(
    { _ in SQLiteExporter() }, isPartOfAll: false, validator: { _ in SQLiteValidator() })

  /// `xlsx`: every table as a worksheet of one Excel workbook.
  public static let xlsx = ExportFormat(
    { _ in XLSXExporter() }, isPartOfAll: false, validator: { _ in XLSXValidator() })

  /// `jats`: JATS XML, Archiving tag set 1.3, one article with body and reference list.
  public static let jats = ExportFormat(
    { JATSExporter(options: $0.jats, converter: "digest-convert \(programVersion)") },
    validator: { _ in RelaxNGValidator(schema: .jats) })

  /// `markdown`: the digest as Markdown to read and edit, which reads back to the same digest.
  public static let markdown = ExportFormat(
    { _ in MarkdownExporter(reader: MarkdownReading.digest) }, validator: { _ in MarkdownValidator() })

  /// `notes`: a folder with a Markdown note a paper and a topic.
  public static let notes = ExportFormat({ _ in NotesExporter() }, validator: { _ in NotesValidator() })

  /// `yaml`: the whole digest as readable, editable YAML.
  public static let yaml = ExportFormat(
    { _ in YAMLExporter() }, validator: { _ in JSONSchemaValidator(.yaml, schema: .digest) })

  /// `json`: the whole digest as JSON, in the shape of the YAML.
  public static let json = ExportFormat(
    { _ in JSONExporter() }, validator: { _ in JSONSchemaValidator(.json, schema: .digest) })

  /// `jsonl`: JSON lines, a whole digest on each.
  public static let jsonLines = ExportFormat(
    { _ in JSONLinesExporter() }, readBackAs: "json",
    validator: { _ in JSONSchemaValidator(.json, schema: .digest, isLines: true) })

  /// `hayagriva`: Hayagriva, the YAML bibliographies of Typst.
  public static let hayagriva = ExportFormat(
    { _ in HayagrivaExporter() }, isPartOfAll: false,
    validator: { _ in JSONSchemaValidator(.yaml, schema: .hayagriva) })

  /// `html`: one page to read, search and print.
  public static let html = ExportFormat(
    { _ in HTMLExporter(converter: "digest-convert \(programVersion)") }, isPartOfAll: false,
    validator: { _ in HTMLValidator() })

  /// `zotero-rdf`: Zotero's RDF: items with tags, notes and links, topics as collections.
  public static let zoteroRDF = ExportFormat(
    { _ in ZoteroRDFExporter() }, isPartOfAll: false, validator: { _ in RelaxNGValidator(schema: .zoteroRDF) }
  )

  /// `atom`: an Atom feed, an entry a paper.
  public static let atom = ExportFormat(
    { _ in AtomExporter() }, readBackAs: "arxiv-atom", isPartOfAll: false,
    validator: { _ in RelaxNGValidator(schema: .atom) })

  /// `json-feed`: a JSON Feed, an item a paper.
  public static let jsonFeed = ExportFormat(
    { _ in JSONFeedExporter() }, isPartOfAll: false,
    validator: { _ in JSONSchemaValidator(.json, schema: .jsonFeed) })
}
