import DigestModel

// The tables of the sections' entries: each record with its columns.

/// Where an entry stands: section, topic and order among its siblings.
struct EntryPlace: Sendable {
  var sectionID: String
  var topicID: String?
  /// From 1, counted over all kinds of entries below the same topic or section.
  var position: Int
}

/// A record of an entry, with the columns that all of them have.
protocol EntryRow: TableRow {
  var place: EntryPlace { get }
}

extension EntryRow {
  static var foreignKeys: [TableForeignKey] {
    [
      TableForeignKey("section_id", in: .sections, "section_id"),
      TableForeignKey("topic_id", in: .topics, "topic_id"),
    ]
  }

  static var placeColumns: [BoundColumn<Self>] {
    [
      BoundColumn(key: "section_id", .required, "The section.") { $0.place.sectionID },
      BoundColumn(key: "topic_id", .optional, "The topic it stands below, if any.") { $0.place.topicID },
      BoundColumn(
        "sort_order", .integer, .required, "Order among all entries below that topic or section, from 1."
      ) { .integer($0.place.position) },
    ]
  }

  static func paperIDs(_ papers: @escaping @Sendable (Self) -> [Citation]) -> BoundColumn<Self> {
    BoundColumn(list: "paper_ids", .paperID, "The papers it is about; one a record in `mentions.csv`.") {
      papers($0).map(\.id.label)
    }
  }
}

struct SectionRow: TableRow {
  var id: String
  var position: Int
  var section: Digest.Section
  var anchor: SourceAnchor { section.anchor }

  static let table = CSVTable.sections
  static let description = "The sections, in document order."
  static let primaryKey = ["section_id"]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "section_id", .required, "Key.") { $0.id },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn(
      "kind", .word(Digest.Section.Kind.allCases.map(\.snakeCased)), .required, "What the section is."
    ) {
      .text($0.section.kind.snakeCased)
    },
    BoundColumn("enumerator", .string, .optional, "The number as written.") { .text($0.section.enumerator) },
    BoundColumn(
      "heading", .string, .alwaysText, "The heading as written; without characters where there is none."
    ) { .rich($0.section.heading) },
  ]
}

struct TopicRow: TableRow {
  var id: String
  var parentID: String?
  var sectionID: String
  var position: Int
  var depth: Int
  var path: String
  var topic: Digest.Topic
  var anchor: SourceAnchor { topic.anchor }

  static let table = CSVTable.topics
  static let description = "The nodes of the topic tree, in document order; `parent_id` makes the tree."
  static let primaryKey = ["topic_id"]
  static let foreignKeys: [TableForeignKey] = [
    TableForeignKey("section_id", in: .sections, "section_id"),
    TableForeignKey("parent_id", in: .topics, "topic_id"),
  ]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "topic_id", .required, "Key.") { $0.id },
    BoundColumn(key: "section_id", .required, "The section.") { $0.sectionID },
    BoundColumn(key: "parent_id", .optional, "The topic above; missing at the top.") { $0.parentID },
    BoundColumn(
      "sort_order", .integer, .required, "Order among all that stands below the same topic, from 1."
    ) {
      .integer($0.position)
    },
    BoundColumn("topic_depth", .integer, .required, "1 at the top.") { .integer($0.depth) },
    BoundColumn("enumerator", .string, .optional, "The number as written.") { .text($0.topic.enumerator) },
    BoundColumn("topic_label", .string, .alwaysText, "The label.") { .rich($0.topic.label) },
    BoundColumn("topic_path", .string, .alwaysText, "The labels from the top, joined by ` > `.") {
      .text($0.path)
    },
  ]
}

struct ListingRow: EntryRow {
  var id: String
  var place: EntryPlace
  var mention: Digest.PaperMention
  var anchor: SourceAnchor { mention.anchor }

  static let table = CSVTable.listings
  static let description = "The lines of the topic tree, and of other lists, about papers."
  static let primaryKey = ["listing_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "listing_id", .required, "Key.") { $0.id }] + placeColumns + [
      paperIDs { $0.mention.papers },
      BoundColumn("paper_name", .string, .optional, "The name given there.") { .rich($0.mention.name) },
      BoundColumn("paper_summary", .string, .optional, "What is said of the papers.") {
        .rich($0.mention.summary)
      },
      BoundColumn("note", .string, .optional, "What is said of the listing.") { .rich($0.mention.note) },
      BoundColumn("is_duplicate", .boolean, .required, "Whether it says that the paper is listed elsewhere.")
      {
        .boolean($0.mention.isDuplicate)
      },
    ]
}

struct ContributionRow: EntryRow {
  var id: String
  var place: EntryPlace
  var contribution: Digest.Contribution
  var anchor: SourceAnchor { contribution.anchor }

  static let table = CSVTable.contributions
  static let description = "Novel techniques, with remarks on them."
  static let primaryKey = ["contribution_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "contribution_id", .required, "Key.") { $0.id }] + placeColumns + [
      paperIDs { $0.contribution.papers },
      BoundColumn("technique", .string, .optional, "What is new.") { .rich($0.contribution.technique) },
      BoundColumn("remark_label", .string, .optional, "The word before the remark, as written.") {
        .rich($0.contribution.remarkLabel)
      },
      BoundColumn("remark", .string, .optional, "The remark.") { .rich($0.contribution.remark) },
      BoundColumn("opinion_label", .string, .optional, "The word before a second remark, as written.") {
        .rich($0.contribution.opinionLabel)
      },
      BoundColumn("opinion", .string, .optional, "A second remark, with a label of its own.") {
        .rich($0.contribution.opinion)
      },
      BoundColumn("kind_tag", .string, .optional, "The kind of contribution, as written.") {
        .rich($0.contribution.kindTag)
      },
    ]
}

struct GapRow: EntryRow {
  var id: String
  var place: EntryPlace
  var gap: Digest.Gap
  var anchor: SourceAnchor { gap.anchor }

  static let table = CSVTable.gaps
  static let description = "Open problems; what is said of them is in `gap_parts.csv`."
  static let primaryKey = ["gap_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "gap_id", .required, "Key.") { $0.id }] + placeColumns + [
      BoundColumn("title", .string, .optional, "The title.") { .rich($0.gap.title) }
    ]
}

struct GapPartRow: TableRow {
  var id: String
  var gapID: String
  var parentID: String?
  var position: Int
  var part: Digest.Gap.Part
  var anchor: SourceAnchor { part.anchor }

  static let table = CSVTable.gapParts
  static let description = "The parts of each gap, in the order of the text; parts can stand below parts."
  static let primaryKey = ["gap_part_id"]
  static let foreignKeys: [TableForeignKey] = [
    TableForeignKey("gap_id", in: .gaps, "gap_id"),
    TableForeignKey("parent_id", in: .gapParts, "gap_part_id"),
  ]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "gap_part_id", .required, "Key.") { $0.id },
    BoundColumn(key: "gap_id", .required, "The gap.") { $0.gapID },
    BoundColumn(key: "parent_id", .optional, "The part above, if any.") { $0.parentID },
    BoundColumn("sort_order", .integer, .required, "Order among its siblings, from 1.") {
      .integer($0.position)
    },
    BoundColumn(
      "part_role", .word(Digest.Gap.Part.Role.allCases.map(\.snakeCased)), .required, "What the part is."
    ) {
      .text($0.part.role.snakeCased)
    },
    BoundColumn("part_label", .string, .optional, "The mark before the text, as written.") {
      .rich($0.part.label)
    },
    BoundColumn("part_text", .string, .optional, "The text.") { .rich($0.part.text) },
  ]
}

struct IdeaRow: EntryRow {
  var id: String
  var place: EntryPlace
  var idea: Digest.Idea
  var anchor: SourceAnchor { idea.anchor }

  static let table = CSVTable.ideas
  static let description = "Ideas for research; their fields are in `idea_fields.csv`."
  static let primaryKey = ["idea_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "idea_id", .required, "Key.") { $0.id }] + placeColumns + [
      BoundColumn("marker", .string, .optional, "The sign before the title.") { .text($0.idea.marker) },
      BoundColumn("idea_label", .string, .optional, "The label before the title, as written.") {
        .rich($0.idea.label)
      },
      BoundColumn("title", .string, .alwaysText, "The title.") { .rich($0.idea.title) },
      BoundColumn(list: "tags", .string, "Tags found in the title or the risk; they stand there too.") {
        $0.idea.tags
      },
    ]
}

struct IdeaFieldRow: TableRow {
  var id: String
  var ideaID: String
  var position: Int
  var field: Digest.Idea.Field
  var text: String?
  var anchor: SourceAnchor { field.anchor }

  static let table = CSVTable.ideaFields
  static let description = "The fields of each idea, in order; steps are also in `blocks.csv`, one a record."
  static let primaryKey = ["idea_field_id"]
  static let foreignKeys = [TableForeignKey("idea_id", in: .ideas, "idea_id")]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "idea_field_id", .required, "Key.") { $0.id },
    BoundColumn(key: "idea_id", .required, "The idea.") { $0.ideaID },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn(
      "field_role", .word(Digest.Idea.Field.Role.allCases.map(\.snakeCased)), .required, "What the field is."
    ) {
      .text($0.field.role.snakeCased)
    },
    BoundColumn("field_label", .string, .optional, "The label as written, without colon.") {
      .rich($0.field.label)
    },
    BoundColumn("field_text", .string, .optional, "The whole text, a block a line.") { .text($0.text) },
  ]
}

struct ReadingItemRow: EntryRow {
  var id: String
  var place: EntryPlace
  var item: Digest.ReadingItem
  var anchor: SourceAnchor { item.anchor }

  static let table = CSVTable.readingItems
  static let description = "The reading list."
  static let primaryKey = ["reading_item_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "reading_item_id", .required, "Key.") { $0.id }] + placeColumns + [
      BoundColumn("enumerator", .string, .optional, "The number as written.") { .text($0.item.enumerator) },
      paperIDs { $0.item.papers },
      BoundColumn("paper_name", .string, .optional, "The name given there.") { .rich($0.item.name) },
      BoundColumn("reason", .string, .optional, "Why to read it.") { .rich($0.item.reason) },
    ]
}
