import DigestModel

// The tables of what a paper has several of: each record with its columns.

/// An author, an editor or another contributor of a paper.
struct AuthorRow: TableRow {
  enum Kind: String, CaseIterable { case person, literal, more }

  var paperID: String
  var role: ContributorRole
  var position: Int
  /// `nil` for those that the source leaves out.
  var name: ContributorName?
  var anchor: SourceAnchor = .none

  private var kind: Kind { name == nil ? .more : name?.person == nil ? .literal : .person }
  private var person: PersonName? { name?.person }

  static let table = CSVTable.authors
  static let description = """
    The authors of each paper, and its editors and other contributors, in order, where a source gives them.
    """
  static let primaryKey = ["digest_id", "paper_id", "contributor_role", "sort_order"]
  static let isOncePerPaper = true
  static let foreignKeys: [TableForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn(
      "contributor_role", .word(ContributorRole.allCases.map(\.rawValue)), .required, "What they did."
    ) { .text($0.role.rawValue) },
    BoundColumn("sort_order", .integer, .required, "Order among those of the role, from 1.") {
      .integer($0.position)
    },
    BoundColumn(
      "name_kind", .word(Kind.allCases.map(\.rawValue)), .required,
      "`person`, `literal` for a body or a name that is never split, `more` for those that the source leaves out."
    ) { .text($0.kind.rawValue) },
    BoundColumn("full_name", .string, .optional, "The name as it is read out.") {
      .text($0.name?.displayText)
    },
    BoundColumn("family_name", .string, .optional, "Family name of a person, without particles.") {
      .text($0.person?.family)
    },
    BoundColumn("given_names", .string, .optional, "Given names of a person.") { .text($0.person?.given) },
    BoundColumn("dropping_particle", .string, .optional, "`von`, which the family name alone does without.") {
      .text($0.person?.droppingParticle)
    },
    BoundColumn("non_dropping_particle", .string, .optional, "`van`, which stays with the family name.") {
      .text($0.person?.nonDroppingParticle)
    },
    BoundColumn("name_suffix", .string, .optional, "`Jr.`, `III`.") { .text($0.person?.suffix) },
  ]
}

/// An id that a paper has besides the one that counts.
struct PaperIdentifierRow: TableRow {
  var paperID: String
  var position: Int
  var id: PaperID
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperIdentifiers
  static let description = "Ids of each paper besides `paper_id`, one a record."
  static let primaryKey = ["digest_id", "paper_id", "sort_order"]
  static let isOncePerPaper = true
  static let foreignKeys: [TableForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn("other_id", .string, .required, "The id with its scheme: `doi:10.1000/182`, `pmid:123`.") {
      .text($0.id.label)
    },
  ]
}

/// An address that has to do with a paper.
struct PaperLinkRow: TableRow {
  var paperID: String
  var position: Int
  var link: Paper.Link
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperLinks
  static let description = "Addresses of each paper, its code, its data, one a record."
  static let primaryKey = ["digest_id", "paper_id", "sort_order"]
  static let isOncePerPaper = true
  static let foreignKeys: [TableForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("sort_order", .integer, .required, "Order, from 1.") { .integer($0.position) },
    BoundColumn(
      "link_kind", .word(Paper.Link.Kind.allCases.map(\.snakeCased)), .required, "What is found there."
    ) { .text($0.link.kind.snakeCased) },
    BoundColumn("link_url", .string, .alwaysText, "The address as given.") { .text($0.link.url) },
  ]
}

/// A label of a path of topics under which a paper is listed.
struct PaperTopicRow: TableRow {
  var paperID: String
  var path: Int
  var depth: Int
  var label: String
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperTopics
  static let description = "The paths of topics under which each paper is listed, a label a record."
  static let collectedDescription =
    "The paths of topics under which each digest lists each paper, a label a record."
  static let primaryKey = ["digest_id", "paper_id", "path_number", "topic_depth"]
  static let foreignKeys: [TableForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("path_number", .integer, .required, "The path, from 1.") { .integer($0.path) },
    BoundColumn("topic_depth", .integer, .required, "1 at the top.") { .integer($0.depth) },
    BoundColumn("topic_label", .string, .alwaysText, "The label.") { .text($0.label) },
  ]
}

/// A name, keyword, tag or category of a paper.
struct PaperTermRow: TableRow {
  enum Kind: String, CaseIterable { case name, keyword, tag, category }

  var paperID: String
  var kind: Kind
  var position: Int
  var text: String
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperTerms
  static let description = "Names, keywords, tags and categories of each paper, one a record."
  static let collectedDescription = """
    Names and keywords that each digest gives each paper, one a record; tags and categories once, with the first \
    digest that names the paper.
    """
  static let primaryKey = ["digest_id", "paper_id", "kind", "sort_order"]
  static let foreignKeys: [TableForeignKey] = [.paper]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn("paper_id", .paperID, .required, "The paper.") { .text($0.paperID) },
    BoundColumn("kind", .word(Kind.allCases.map(\.rawValue)), .required, "What the text is.") {
      .text($0.kind.rawValue)
    },
    BoundColumn("sort_order", .integer, .required, "Order among its kind, from 1.") { .integer($0.position) },
    BoundColumn("term", .string, .alwaysText, "The name, keyword, tag or category.") { .text($0.text) },
  ]
}

/// A member of a paper's record that has no column of its own.
struct PaperExtraRow: TableRow {
  var paperID: String
  var position: Int
  var key: String
  var type: String
  var value: String
  var anchor: SourceAnchor = .none

  static let table = CSVTable.paperExtras
  static let description = "What a source says of a paper and no other column holds."
  static let primaryKey = ["digest_id", "paper_id", "sort_order"]
  static let isOncePerPaper = true
  static let foreignKeys: [TableForeignKey] = [.paper]
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
