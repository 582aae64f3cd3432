import DigestModel

/// What the cells of a column are.
package enum TableDatatype: Hashable, Sendable {
  case string
  /// The key of a record, of this table or another: unique over all digests (rule C7).
  case key
  /// `arXiv:2409.10000`, `doi:10.1000/182` or a web address: never a bare decimal (rule C4).
  case paperID
  case integer
  case boolean
  /// `2024-09`.
  case yearMonth
  case address
  /// One of a few words.
  case word([String])
}

/// Whether a cell can be missing, and what a cell without characters says (rule C6).
package enum TablePresence: Hashable, Sendable {
  /// Never missing, never without characters.
  case required
  /// Missing where there is nothing to say.
  case optional
  /// Never missing; a text without characters is just that.
  case alwaysText
}

/// A column: the header's name and what its cells are.
package struct TableColumn: Hashable, Sendable {
  /// In snake_case; the same in every version.
  package var name: String
  package var datatype: TableDatatype
  package var presence: TablePresence
  /// Whether a cell holds several values with `TableColumn.separator` between them.
  package var isList: Bool
  package var description: String

  /// Stands between the values of a list.
  package static let separator = "; "

  /// The last column of every table (rule C7).
  package static let digestID = TableColumn(
    name: "digest_id", datatype: .string, presence: .required, isList: false,
    description: "The digest that the record is from; another one for every digest.")
}

/// Columns whose values together are a key of another table.
package struct TableForeignKey: Hashable, Sendable {
  package var columns: [String]
  package var table: CSVTable
  package var keys: [String]

  /// A column of keys that are unique over all digests.
  init(_ column: String, in table: CSVTable, _ key: String) {
    columns = [column]
    self.table = table
    keys = [key]
  }

  private init(columns: [String], in table: CSVTable) {
    self.columns = columns
    self.table = table
    keys = columns
  }

  /// A paper of the same digest: other digests can name it, too.
  static let paper = TableForeignKey(columns: [TableColumn.digestID.name, "paper_id"], in: .papers)

  /// A digest of a collection.
  static let digest = TableForeignKey(TableColumn.digestID.name, in: .digests, TableColumn.digestID.name)
  /// A paper of a collection, which is there once.
  static let collectedPaper = TableForeignKey("paper_id", in: .papers, "paper_id")
  /// What one digest of a collection says of a paper.
  static let appearance = TableForeignKey(
    columns: [TableColumn.digestID.name, "paper_id"], in: .paperDigests)
}

/// What tables are of: the same tables of several digests have a few more columns and other keys.
package enum TableScope: Hashable, Sendable, CaseIterable {
  case digest
  case collection
}

/// A table: what the header, the cells, the CSVW metadata and the validator all follow.
package struct TableDefinition: Hashable, Sendable {
  package var table: CSVTable
  package var description: String
  package var columns: [TableColumn]
  package var primaryKey: [String]
  package var foreignKeys: [TableForeignKey]

  init(_ row: any TableRow.Type, _ scope: TableScope) { self = row.definition(scope) }

  fileprivate init<Row: TableRow>(of row: Row.Type, _ scope: TableScope) {
    table = Row.table
    description = scope == .collection ? Row.collectedDescription : Row.description
    columns = Row.columns(scope).map(\.column) + [.digestID]
    primaryKey = Row.primaryKey
    foreignKeys = Row.foreignKeys
    guard scope == .collection else { return }
    if Row.isOncePerPaper {
      primaryKey.removeAll { $0 == TableColumn.digestID.name }
      columns[columns.count - 1].description = "The first digest that names the paper."
    }
    foreignKeys = foreignKeys.flatMap { key in
      key != .paper ? [key] : Row.isOncePerPaper ? [.collectedPaper] : [.collectedPaper, .appearance]
    }
    if table != .digests { foreignKeys.append(.digest) }
  }
}

/// What a cell holds before it is made text.
enum TableValue {
  case text(String?)
  /// A key as the collector counts it, `topic-12`; the digest follows when it is written.
  case key(String?)
  case rich(RichText?)
  case integer(Int?)
  case boolean(Bool)
  case list([String])
}

/// A column together with where its values come from.
///
/// `Row` is a `TableRow`; saying so here would make the runtime look for that conformance of each row at start.
struct BoundColumn<Row>: Sendable {
  let column: TableColumn
  let value: @Sendable (Row) -> TableValue

  init(
    _ name: String, _ datatype: TableDatatype, _ presence: TablePresence, _ description: String,
    _ value: @escaping @Sendable (Row) -> TableValue
  ) {
    column = TableColumn(
      name: name, datatype: datatype, presence: presence, isList: false, description: description)
    self.value = value
  }

  /// A column of lists.
  init(
    list name: String, _ datatype: TableDatatype, _ description: String,
    _ value: @escaping @Sendable (Row) -> [String]
  ) {
    column = TableColumn(
      name: name, datatype: datatype, presence: .optional, isList: true, description: description)
    self.value = { .list(value($0)) }
  }
}

extension BoundColumn {
  /// A column of keys.
  init(
    key name: String, _ presence: TablePresence, _ description: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) {
    self.init(name, .key, presence, description) { .key(value($0)) }
  }
}

/// One record of a table.
protocol TableRow: Sendable {
  static var table: CSVTable { get }
  static var description: String { get }
  /// The same for tables of several digests.
  static var collectedDescription: String { get }
  static var columns: [BoundColumn<Self>] { get }
  /// Columns that follow only where there are several digests.
  static var collectedColumns: [BoundColumn<Self>] { get }
  /// Whether several digests have one such record for a paper, and not one each.
  static var isOncePerPaper: Bool { get }
  /// Unique over all digests, with `digest_id` where it needs that.
  static var primaryKey: [String] { get }
  static var foreignKeys: [TableForeignKey] { get }
  var anchor: SourceAnchor { get }
}

extension TableRow {
  static var foreignKeys: [TableForeignKey] { [] }
  static var collectedDescription: String { description }
  static var collectedColumns: [BoundColumn<Self>] { [] }
  static var isOncePerPaper: Bool { false }

  static func columns(_ scope: TableScope) -> [BoundColumn<Self>] {
    scope == .collection ? columns + collectedColumns : columns
  }

  static func definition(_ scope: TableScope) -> TableDefinition {
    TableDefinition(of: Self.self, scope)
  }
}
