import DigestModel

// The tables that only several digests have: each record with its columns.

/// A digest of a collection.
struct DigestRow: TableRow {
  var position: Int
  var label: String
  var metadata: Digest.Metadata
  var paperCount: Int
  /// Papers that no earlier digest names.
  var newPaperCount: Int
  var anchor: SourceAnchor { metadata.anchor }

  static let table = CSVTable.digests
  static let description =
    "The digests in the order of their months; the rest of what is said of them is in `metadata.csv`."
  static let primaryKey = ["digest_id"]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn(
      "digest_label", .string, .required,
      "What it is called beside the others: its month, where no other has it."
    ) { .text($0.label) },
    BoundColumn("digest_month", .yearMonth, .optional, "The month.") {
      .text($0.metadata.period?.description)
    },
    BoundColumn("title", .string, .optional, "The title.") { .rich($0.metadata.title) },
    BoundColumn("digest_language", .string, .optional, "The language, a BCP 47 tag.") {
      .text($0.metadata.language)
    },
    BoundColumn("source_name", .string, .optional, "The file that it was first read from.") {
      .text($0.metadata.source?.name)
    },
    BoundColumn("paper_count", .integer, .required, "How many papers it names.") { .integer($0.paperCount) },
    BoundColumn("new_paper_count", .integer, .required, "How many of them no earlier digest names.") {
      .integer($0.newPaperCount)
    },
  ]
}

/// A paper in one digest of a collection.
struct PaperDigestRow: TableRow {
  /// The id that counts in the collection.
  var paperID: String
  var position: Int
  /// As the digest has it.
  var paper: Paper
  var isNew: Bool
  var anchor: SourceAnchor { paper.anchor }

  static let table = CSVTable.paperDigests
  static let description = "What each digest says of each of its papers, in the order of first mention there."
  static let primaryKey = ["digest_id", "paper_id"]
  static let foreignKeys: [TableForeignKey] = [.collectedPaper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("sort_order", .integer, .required, "Order of first mention in the digest, from 1.") {
      .integer($0.position)
    },
    BoundColumn("is_new", .boolean, .required, "Whether no earlier digest names it.") { .boolean($0.isNew) },
    BoundColumn("paper_version", .integer, .optional, "The highest version named there.") {
      .integer($0.paper.version)
    },
    BoundColumn(
      list: "topics", .string, "The paths of topics under which it is listed there, labels joined by ` > `."
    ) { $0.paper.topics.map { $0.joined(separator: " > ") } },
    BoundColumn(list: "keywords", .string, "Keywords of the ranked table there.") { $0.paper.keywords },
    BoundColumn("best_rank", .integer, .optional, "The best rank in the ranked tables there.") {
      .integer($0.paper.rank)
    },
    BoundColumn("in_topic_tree", .boolean, .required, "Whether the topic tree lists it there.") {
      .boolean($0.paper.isInTopicTree)
    },
    BoundColumn("in_reading_list", .boolean, .required, "Whether the reading list names it there.") {
      .boolean($0.paper.mentions.contains { $0.kind == .readingList })
    },
    BoundColumn(
      "paper_summary", .string, .optional, "What the topic tree there says of it, at its first place."
    ) { .rich($0.paper.listingText) },
    BoundColumn("reading_reason", .string, .optional, "Why the reading list there names it.") {
      .rich($0.paper.text(of: .readingList))
    },
    BoundColumn("mention_count", .integer, .required, "How many places there name it.") {
      .integer($0.paper.mentions.count)
    },
  ]
}
