/// A schema that is part of the program: what outputs are checked against, for other programs as well.
public struct BundledSchema: Sendable {
  /// The name of its file: `jats-subset.rng`.
  public let name: String
  /// What it describes, one clause.
  public let summary: String
  /// What it demands beyond the format that it describes, one clause; `nil` where that is nothing.
  let strictness: String?

  private init(_ name: String, _ summary: String, stricterThan strictness: String? = nil) {
    self.name = name
    self.summary = summary
    self.strictness = strictness
  }

  /// The whole file.
  public var bytes: [UInt8] { EmbeddedSchema.bytes(name) ?? [] }

  /// Sorted by name.
  public static let all = [
    BundledSchema(
      "atom.rng", "Atom feeds of papers (RELAX NG)",
      stricterThan: "RFC 4287: it has the elements that are written here, in their order"),
    BundledSchema(
      "bibtex-data-model.json", "entry types and fields of BibTeX and biblatex",
      stricterThan: "BibTeX: keys are letters, digits and underscores, and fields stand in one order"),
    BundledSchema(
      "csl-data.schema.json", "CSL-JSON items (JSON Schema)",
      stricterThan: "that of CSL 1.0.2: it has the variables that are written here"),
    BundledSchema(
      "csvw-bundle.json", "all tables of a digest (CSV on the Web)",
      stricterThan: "CSV: the columns are those of the tables that are written here"),
    BundledSchema("csvw-collection.json", "all tables of several digests (CSV on the Web)"),
    BundledSchema("csvw-papers.json", "the table of papers alone (CSV on the Web)"),
    BundledSchema("diff.schema.json", "what diff --format json writes (JSON Schema)"),
    BundledSchema("digest.schema.json", "a digest as YAML and JSON (JSON Schema)"),
    BundledSchema(
      "hayagriva.schema.json", "Hayagriva bibliographies (JSON Schema)",
      stricterThan: "the format: it has the fields that are written here"),
    BundledSchema(
      "jats-subset.rng", "articles as JATS (RELAX NG)",
      stricterThan: "the Archiving tag set of JATS 1.3: it has the elements that are written here"),
    BundledSchema(
      "json-feed.schema.json", "JSON Feeds of papers (JSON Schema)",
      stricterThan: "JSON Feed 1.1: it has the members that are written here"),
    BundledSchema("loss-report.schema.json", "the report of --loss-report FILE.json (JSON Schema)"),
    BundledSchema("note.schema.json", "the front matter of notes (JSON Schema)"),
    BundledSchema(
      "opml-2.0.rng", "outlines as OPML (RELAX NG)",
      stricterThan: "OPML 2.0: outlines have a text, and links have an address"),
    BundledSchema("stats.schema.json", "what stats --format json writes (JSON Schema)"),
    BundledSchema("worker-reply.schema.json", "a line that worker answers (JSON Schema)"),
    BundledSchema("worker-request.schema.json", "a line that worker is asked (JSON Schema)"),
    BundledSchema(
      "zotero-rdf.rng", "Zotero's RDF (RELAX NG)",
      stricterThan: "RDF: it has the elements that are written here, in their order"),
  ]

  /// The schema of a name: `jats-subset.rng`.
  /// - Returns: `nil` where none has this name.
  public static func named(_ name: String) -> BundledSchema? { all.first { $0.name == name } }
}
