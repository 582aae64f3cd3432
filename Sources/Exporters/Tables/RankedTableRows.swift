import DigestModel

// The tables of the ranked tables and of free text: each record with its columns.

struct HighlightRow: EntryRow {
  var id: String
  var tableID: String
  var row: Int
  var place: EntryPlace
  var highlight: Digest.Highlight
  var anchor: SourceAnchor { highlight.anchor }

  static let table = CSVTable.highlights
  static let description =
    "The rows of the ranked tables; all their cells in words are in `highlight_cells.csv`."
  static let primaryKey = ["highlight_id"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "highlight_id", .required, "Key.") { $0.id }] + placeColumns + [
      BoundColumn(key: "table_id", .required, "The ranked table.") { $0.tableID },
      BoundColumn("table_row", .integer, .required, "The row of the table, from 1.") { .integer($0.row) },
      BoundColumn("rank_number", .integer, .optional, "The number in the rank, 1 for the first.") {
        .integer($0.highlight.rank)
      },
      BoundColumn("rank_text", .string, .optional, "The rank as written.") { .text($0.highlight.rankText) },
      paperIDs { $0.highlight.papers },
      BoundColumn("paper_name", .string, .optional, "What stands beside the ids.") {
        .rich($0.highlight.name)
      },
      BoundColumn(list: "keywords", .string, "The keywords; one a record in `highlight_cells.csv`.") {
        $0.highlight.keywords
      },
      BoundColumn("text_1", .string, .optional, "The first cell in words.") {
        .rich($0.highlight.cells.first)
      },
      BoundColumn("text_2", .string, .optional, "The second cell in words.") {
        .rich($0.highlight.cells.dropFirst().first)
      },
    ]
}

struct HighlightColumnRow: EntryRow {
  var tableID: String
  var column: Int
  var place: EntryPlace
  var definition: Digest.HighlightTable.Column
  var anchor: SourceAnchor { definition.header.anchor }

  static let table = CSVTable.highlightColumns
  static let description = "The columns of the ranked tables."
  static let primaryKey = ["table_id", "table_column"]
  static let columns: [BoundColumn<Self>] =
    [BoundColumn(key: "table_id", .required, "The ranked table.") { $0.tableID }] + placeColumns
    + [
      BoundColumn("table_column", .integer, .required, "Order, from 1.") { .integer($0.column) },
      BoundColumn(
        "column_role", .word(Digest.HighlightTable.Column.Role.allCases.map(\.snakeCased)), .required,
        "What the column holds."
      ) { .text($0.definition.role.snakeCased) },
      BoundColumn("column_header", .string, .alwaysText, "The header as written.") {
        .rich($0.definition.header)
      },
    ]
}

struct HighlightCellRow: TableRow {
  enum Role: String, CaseIterable { case keyword, text }

  var highlightID: String
  var role: Role
  var position: Int
  var header: RichText?
  var text: TableValue
  var anchor: SourceAnchor

  static let table = CSVTable.highlightCells
  static let description = "The keywords and the cells in words of the ranked tables, one a record."
  static let primaryKey = ["highlight_id", "cell_role", "sort_order"]
  static let foreignKeys = [TableForeignKey("highlight_id", in: .highlights, "highlight_id")]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "highlight_id", .required, "The row.") { $0.highlightID },
    BoundColumn(
      "cell_role", .word(Role.allCases.map(\.rawValue)), .required, "A keyword, or a cell in words."
    ) {
      .text($0.role.rawValue)
    },
    BoundColumn("sort_order", .integer, .required, "Order among its role, from 1.") { .integer($0.position) },
    BoundColumn(
      "column_header", .string, .optional, "The header of the column; missing in a row that is too long."
    ) {
      .rich($0.header)
    },
    BoundColumn("cell_text", .string, .alwaysText, "The keyword or the cell.") { $0.text },
  ]
}

/// A paragraph, a list, a table, or a part of one.
struct BlockRow: TableRow {
  enum Kind: String, CaseIterable {
    case paragraph, heading, list, listItem, quote, code, table, headerRow, row, cell, thematicBreak,
      placeholder
  }

  var id: String
  var sectionID: String?
  var ownerID: String?
  var parentID: String?
  var position: Int
  var kind: Kind
  var level: Int?
  var enumerator: String?
  var info: String?
  var text: TableValue = .text("")
  var anchor: SourceAnchor

  static let table = CSVTable.blocks
  static let description = """
    Free text: what stands before the first section, paragraphs of sections, what hangs below entries, the fields \
    and steps of ideas, placeholders of the topic tree.
    """
  static let primaryKey = ["block_id"]
  static let foreignKeys: [TableForeignKey] = [
    TableForeignKey("section_id", in: .sections, "section_id"),
    TableForeignKey("parent_id", in: .blocks, "block_id"),
  ]
  static let columns: [BoundColumn<Self>] = [
    BoundColumn(key: "block_id", .required, "Key.") { $0.id },
    BoundColumn(key: "section_id", .optional, "The section; missing before the first one.") { $0.sectionID },
    BoundColumn(
      key: "owner_id", .optional,
      "The key of the record it belongs to, in the table that the key begins with; missing for the section itself."
    ) { $0.ownerID },
    BoundColumn(key: "parent_id", .optional, "The block it is part of, if any.") { $0.parentID },
    BoundColumn(
      "sort_order", .integer, .required,
      "Order from 1 inside its block; else among the entries of its topic or section, or the blocks of its owner."
    ) { .integer($0.position) },
    BoundColumn("kind", .word(Kind.allCases.map(\.snakeCased)), .required, "What the block is.") {
      .text($0.kind.snakeCased)
    },
    BoundColumn("heading_level", .integer, .optional, "Of a heading, 1 to 6.") { .integer($0.level) },
    BoundColumn("enumerator", .string, .optional, "Of an item of an ordered list, as written.") {
      .text($0.enumerator)
    },
    BoundColumn("info", .string, .optional, "The language of code; `ordered` or `bullet` of a list.") {
      .text($0.info)
    },
    BoundColumn(
      "block_text", .string, .alwaysText,
      "The text; without characters for a list, its items, a quote, a table and its rows, whose parts hold it."
    ) { $0.text },
  ]
}
