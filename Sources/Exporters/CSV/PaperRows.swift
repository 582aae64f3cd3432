import DigestModel

// The tables about papers: each record with its columns. The order of the columns is the order in the file.

/// The digest itself, a field a record.
struct MetadataRow: CSVRow {
  var position: Int
  var key: String
  var type: String
  var value: CSVValue
  var anchor: SourceAnchor = .none

  static let table = CSVTable.metadata
  static let description =
    "The digest itself: title, language, period, source, and what its front matter says besides."
  static let primaryKey = ["digest_id", "sort_order"]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn(
      "field_name", .string, .required,
      "`title`, `language`, `period`, `source_name`, `source_sha256`, or a JSON pointer below `/extra`."
    ) { .text($0.key) },
    BoundColumn("value_type", .word(DataValue.typeNames), .required, "What the value is.") { .text($0.type) },
    BoundColumn("value_text", .string, .alwaysText, "The value; a number keeps its spelling.") { $0.value },
  ]
}

/// A paper of the index.
struct PaperRow: CSVRow {
  var position: Int
  var paper: Paper
  var summary: RichText?
  var readingReason: RichText?
  var anchor: SourceAnchor = .none

  static let table = CSVTable.papers
  static let description = "Every paper that is named anywhere, in the order of first mention."
  static let primaryKey = ["digest_id", "paper_id"]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(
      "paper_id", .paperID, .required, "The id with its scheme, without version: `arXiv:2409.10000`."
    ) { .text($0.paper.id.label) },
    BoundColumn("sort_order", .integer, .required, "Order of first mention, from 1.") {
      .integer($0.position)
    },
    BoundColumn("title", .string, .optional, "The title, where a source gives it; never invented.") {
      .rich($0.paper.record.title)
    },
    BoundColumn(list: "paper_names", .string, "Names that the digest gives the paper.") { $0.paper.names },
    BoundColumn(list: "authors", .string, "Authors, where a source gives them; apart in `authors.csv`.") {
      $0.paper.record.authors.map(\.displayText)
    },
    BoundColumn("id_month", .yearMonth, .optional, "The month that the id names.") {
      .text($0.paper.month?.description)
    },
    BoundColumn("publication_date", .string, .optional, "The date, as a source gives it.") {
      .text($0.paper.record.date?.description)
    },
    BoundColumn("venue", .string, .optional, "Journal, conference or series.") {
      .text($0.paper.record.container)
    },
    BoundColumn("paper_version", .integer, .optional, "The highest version named.") {
      .integer($0.paper.version)
    },
    BoundColumn(
      list: "topics", .string, "The paths under which the topic tree lists it, labels joined by ` > `."
    ) { $0.paper.topics.map { $0.joined(separator: " > ") } },
    BoundColumn(list: "keywords", .string, "Keywords of the ranked table.") { $0.paper.keywords },
    BoundColumn(list: "tags", .string, "Tags that a source gives it.") { $0.paper.record.keywords },
    BoundColumn("best_rank", .integer, .optional, "The best rank in the ranked tables.") {
      .integer($0.paper.rank)
    },
    BoundColumn("in_topic_tree", .boolean, .required, "Whether the topic tree lists it.") {
      .boolean($0.paper.isInTopicTree)
    },
    BoundColumn("paper_summary", .string, .optional, "What the topic tree says of it, at its first place.") {
      .rich($0.summary)
    },
    BoundColumn("reading_reason", .string, .optional, "Why the reading list names it.") {
      .rich($0.readingReason)
    },
    BoundColumn("abstract", .string, .optional, "The abstract, where a source gives it.") {
      .rich($0.paper.record.abstract)
    },
    BoundColumn("paper_url", .address, .optional, "Where a reader finds it.") {
      .text(BibliographyLinks($0.paper).url)
    },
    BoundColumn("doi", .string, .optional, "The DOI, without a version.") {
      .text(BibliographyLinks($0.paper).doi)
    },
    BoundColumn(
      "arxiv_archive", .string, .optional,
      "The archive of an old-style arXiv id, with its subject class: `math.GT`."
    ) { .text($0.paper.id.archive) },
    BoundColumn("mention_count", .integer, .required, "How many places name it.") {
      .integer($0.paper.mentions.count)
    },
  ]
}

/// An author of a paper.
struct AuthorRow: CSVRow {
  var paperID: String
  var position: Int
  var author: ContributorName
  var anchor: SourceAnchor = .none

  static let table = CSVTable.authors
  static let description = "The authors of each paper, in order, where a source gives them."
  static let primaryKey = ["digest_id", "paper_id", "sort_order"]
  static let foreignKeys: [CSVForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn("family_name", .string, .alwaysText, "Family name, or the whole name of a body.") {
      .text($0.author.familyText)
    },
    BoundColumn("given_names", .string, .optional, "Given names.") { .text($0.author.person?.given) },
    BoundColumn("is_corporate", .boolean, .required, "Whether it is a body that signs as one.") {
      .boolean($0.author.person == nil)
    },
  ]
}

/// A name, keyword or tag of a paper.
struct PaperTermRow: CSVRow {
  enum Kind: String, CaseIterable { case name, keyword, tag }

  var paperID: String
  var kind: Kind
  var position: Int
  var text: String
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperTerms
  static let description = "Names, keywords and tags of each paper, one a record."
  static let primaryKey = ["digest_id", "paper_id", "kind", "sort_order"]
  static let foreignKeys: [CSVForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("kind", .word(Kind.allCases.map(\.rawValue)), .required, "What the text is.") {
      .text($0.kind.rawValue)
    },
    BoundColumn("sort_order", .integer, .required, "Order among its kind, from 1.") { .integer($0.position) },
    BoundColumn("term", .string, .alwaysText, "The name, keyword or tag.") { .text($0.text) },
  ]
}

/// A member of a paper's record that has no column of its own.
struct PaperExtraRow: CSVRow {
  var paperID: String
  var position: Int
  var key: String
  var type: String
  var value: String
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperExtras
  static let description = "What a source says of a paper and no other column holds."
  static let primaryKey = ["digest_id", "paper_id", "sort_order"]
  static let foreignKeys: [CSVForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn("field_name", .string, .required, "A JSON pointer: `/code/0`.") { .text($0.key) },
    BoundColumn("value_type", .word(DataValue.typeNames), .required, "What the value is.") { .text($0.type) },
    BoundColumn("value_text", .string, .alwaysText, "The value; a number keeps its spelling.") {
      .text($0.value)
    },
  ]
}

/// A place that names a paper.
struct MentionRow: CSVRow {
  enum Role: String, CaseIterable { case subject, citation }

  var id: String
  var paper: PaperID
  var kind: Digest.Section.Kind
  var role: Role
  var sectionID: String?
  var entryID: String?
  var written: String
  var anchor: SourceAnchor

  static let table = CSVTable.mentions
  static let description = "Every place that names a paper, in document order."
  static let primaryKey = ["mention_id"]
  static let foreignKeys: [CSVForeignKey] = [
    .paper,
    CSVForeignKey("section_id", in: .sections, "section_id"),
  ]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "mention_id", .required, "Key.") { $0.id },
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paper.label) },
    BoundColumn("paper_version", .integer, .optional, "The version named there.") {
      .integer($0.paper.version)
    },
    BoundColumn(
      "kind", .word(Digest.Section.Kind.allCases.map(\.traits.mention.snakeCased)), .required,
      "In what it is named."
    ) {
      .text($0.kind.traits.mention.snakeCased)
    },
    BoundColumn(
      "mention_role", .word(Role.allCases.map(\.rawValue)), .required,
      "`subject` where the entry is about the paper, `citation` where running text names it."
    ) { .text($0.role.rawValue) },
    BoundColumn(key: "section_id", .optional, "The section; missing before the first one.") { $0.sectionID },
    BoundColumn(
      key: "entry_id", .optional,
      "The key of the record that names it, in the table that the key begins with."
    ) { $0.entryID },
    BoundColumn(
      "written", .string, .optional,
      "The id as written, where that is not the canonical spelling `2409.10000v2`."
    ) { .text($0.written == $0.paper.description ? nil : $0.written) },
  ]
}
