import DigestModel

// The tables about papers: each record with its columns. The order of the columns is the order in the file.

/// The digest itself, a field a record.
struct MetadataRow: TableRow {
  var position: Int
  var key: String
  var type: String
  var value: TableValue
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
struct PaperRow: TableRow {
  var position: Int
  var paper: Paper
  var links: BibliographyLinks
  var summary: RichText?
  var readingReason: RichText?
  /// Where it stands, where there are several digests.
  var appearances: [Appearance] = []
  var anchor: SourceAnchor = .none

  struct Appearance {
    /// What the digest is called beside others.
    var label: String
    var rank: Int?
  }

  private var record: Paper.Record { paper.record }

  /// The first address of a kind that a link may lead to; the column `links` has all.
  private func linkAddress(_ kind: Paper.Link.Kind) -> String? {
    record.links.first { $0.kind == kind && LinkAddress.isAllowed($0.url) }?.url
  }

  static let table = CSVTable.papers
  static let description = "Every paper that is named anywhere, in the order of first mention."
  static let collectedDescription =
    "Every paper of any digest once, in the order of first mention; what each digest says of it is in `paper_digests.csv`."
  static let primaryKey = ["digest_id", "paper_id"]
  static let isOncePerPaper = true
  static let collectedColumns: [BoundColumn<Self>] = [
    BoundColumn("digest_count", .integer, .required, "How many digests name it.") {
      .integer($0.appearances.count)
    },
    BoundColumn(list: "digest_labels", .string, "The digests that name it, in their order.") {
      $0.appearances.map(\.label)
    },
    BoundColumn(list: "digest_ranks", .string, "Its rank in each digest that ranks it: `2024-09: 3`.") {
      $0.appearances.compactMap { appearance in appearance.rank.map { "\(appearance.label): \($0)" } }
    },
  ]
  static let columns: [BoundColumn<Self>] =
    identity + people + publication + standing + texts + addresses

  private static let identity: [BoundColumn<Self>] = [
    BoundColumn(
      "paper_id", .paperID, .required, "The id with its scheme, without version: `arXiv:2409.10000`."
    ) { .text($0.paper.id.label) },
    BoundColumn("sort_order", .integer, .required, "Order of first mention, from 1.") {
      .integer($0.position)
    },
    BoundColumn("title", .string, .optional, "The title, where a source gives it; never invented.") {
      .rich($0.record.title)
    },
    BoundColumn("short_title", .string, .optional, "The short title that a source gives.") {
      .rich($0.record.shortTitle)
    },
    BoundColumn("original_title", .string, .optional, "The title in the language of the original.") {
      .rich($0.record.originalTitle)
    },
    BoundColumn(list: "paper_names", .string, "Names that the digest gives the paper.") { $0.paper.names },
  ]

  private static let people: [BoundColumn<Self>] = [
    BoundColumn(list: "authors", .string, "Authors, where a source gives them; apart in `authors.csv`.") {
      $0.record.authors.map(\.displayText)
    },
    BoundColumn("has_more_authors", .boolean, .required, "Whether the source leaves authors out: `et al.`") {
      .boolean($0.record.hasMoreAuthors)
    },
    BoundColumn(list: "editors", .string, "Editors, where a source gives them.") {
      $0.record[.editor].names.map(\.displayText)
    },
  ]

  private static let publication: [BoundColumn<Self>] = [
    BoundColumn(
      "publication_type", .string, .required,
      "What kind of publication it is, in a word of CSL; as in all formats."
    ) { .text($0.paper.publicationType.rawValue) },
    BoundColumn("given_type", .string, .optional, "The kind that a source gives, in a word of CSL.") {
      .text($0.record.type?.rawValue)
    },
    BoundColumn("id_month", .yearMonth, .optional, "The month that the id names.") {
      .text($0.paper.month?.description)
    },
    BoundColumn("publication_date", .string, .optional, "The date that a source gives, in EDTF.") {
      .text($0.record.date?.description)
    },
    BoundColumn("publication_year", .integer, .optional, "The year of that date, else of the id.") {
      .integer($0.record.date?.start.year ?? $0.paper.month?.year)
    },
    BoundColumn("venue", .string, .optional, "Journal, proceedings, book or site.") {
      .text($0.record.container)
    },
    detail("event_name", .event, "The conference at which it was given."),
    detail("series", .series, "The series that the venue belongs to."),
    detail("volume", .volume, "The volume of the journal or series."),
    detail("issue", .issue, "The issue of the journal."),
    detail("pages", .pages, "Pages, or the number of an article."),
    detail("publisher", .publisher, "The publisher, or the body that issued it."),
    detail("place", .place, "Where the publisher is."), detail("edition", .edition, "The edition."),
    detail("report_number", .number, "The number of a report or a standard."),
    BoundColumn("isbn", .string, .optional, "The number of the book, or of the book that it is in.") {
      .text($0.record.details[.isbn] ?? $0.links.isbn)
    },
    detail("issn", .issn, "The number of the journal."),
    detail("paper_language", .language, "The language, a BCP 47 tag."),
  ]

  private static func detail(_ name: String, _ detail: Paper.Detail, _ description: String) -> BoundColumn<
    Self
  > {
    BoundColumn(name, .string, .optional, description) { .text($0.paper.record.details[detail]) }
  }

  private static let standing: [BoundColumn<Self>] = [
    BoundColumn("paper_version", .integer, .optional, "The highest version named.") {
      .integer($0.paper.version)
    },
    BoundColumn(
      list: "topics", .string,
      "The paths of topics under which it is listed, labels joined by ` > `; apart in `paper_topics.csv`."
    ) { $0.paper.topics.map { $0.joined(separator: " > ") } },
    BoundColumn(list: "keywords", .string, "Keywords of the ranked table.") { $0.paper.keywords },
    BoundColumn(list: "tags", .string, "Keywords and tags that a source gives it.") { $0.record.keywords },
    BoundColumn(list: "categories", .string, "Categories of arXiv, the primary one first.") {
      $0.record.categories
    },
    BoundColumn("best_rank", .integer, .optional, "The best rank in the ranked tables.") {
      .integer($0.paper.rank)
    },
    BoundColumn("in_topic_tree", .boolean, .required, "Whether the topic tree lists it.") {
      .boolean($0.paper.isInTopicTree)
    },
  ]

  private static let texts: [BoundColumn<Self>] = [
    BoundColumn("paper_summary", .string, .optional, "What the topic tree says of it, at its first place.") {
      .rich($0.summary)
    },
    BoundColumn("reading_reason", .string, .optional, "Why the reading list names it.") {
      .rich($0.readingReason)
    },
    BoundColumn("abstract", .string, .optional, "The paper's own abstract, where a source gives it.") {
      .rich($0.record.abstract)
    },
    detail("author_comment", .comment, "The authors' comment: `12 pages, 3 figures`."),
  ]

  private static let addresses: [BoundColumn<Self>] = [
    BoundColumn("paper_url", .address, .optional, "Where a reader finds it.") { .text($0.links.url) },
    BoundColumn("pdf_url", .address, .optional, "The paper itself, where a source gives its address.") {
      .text($0.linkAddress(.pdf))
    },
    BoundColumn("code_url", .address, .optional, "Its program code, where a source gives the address.") {
      .text($0.linkAddress(.code))
    },
    BoundColumn("doi", .string, .optional, "The DOI, without a version.") { .text($0.links.doi) },
    BoundColumn(
      list: "identifiers", .string, "Other ids that a source gives; one a record in `paper_identifiers.csv`."
    ) { $0.record.identifiers.map(\.label) },
    BoundColumn("citation_key", .string, .optional, "How the source refers to it.") {
      .text($0.record.citationKey)
    },
    BoundColumn(list: "links", .string, "Addresses with their kinds; one a record in `paper_links.csv`.") {
      $0.record.links.map { "\($0.kind.snakeCased): \($0.url)" }
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

/// A place that names a paper.
struct MentionRow: TableRow {
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
  static let foreignKeys: [TableForeignKey] = [
    .paper,
    TableForeignKey("section_id", in: .sections, "section_id"),
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
