import DigestModel

/// What the cells of a column are.
package enum CSVDatatype: Hashable, Sendable {
  case string
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
package enum CSVPresence: Hashable, Sendable {
  /// Never missing, never without characters.
  case required
  /// Missing where there is nothing to say.
  case optional
  /// Never missing; a text without characters is just that.
  case alwaysText
}

/// A column: the header's name and what its cells are.
package struct CSVColumn: Hashable, Sendable {
  /// In snake_case; the same in every version.
  package var name: String
  package var datatype: CSVDatatype
  package var presence: CSVPresence
  /// Whether a cell holds several values with `CSVColumn.separator` between them.
  package var isList: Bool
  package var description: String

  /// Stands between the values of a list.
  package static let separator = "; "
}

/// A column whose values are keys of another table.
package struct CSVForeignKey: Hashable, Sendable {
  package var column: String
  package var table: CSVTable
  package var key: String

  init(_ column: String, in table: CSVTable, _ key: String) {
    self.column = column
    self.table = table
    self.key = key
  }
}

/// A table: what the header, the cells, the CSVW metadata and the validator all follow.
package struct CSVTableDefinition: Hashable, Sendable {
  package var table: CSVTable
  package var description: String
  package var columns: [CSVColumn]
  package var primaryKey: [String]
  package var foreignKeys: [CSVForeignKey]

  init(_ row: any CSVRow.Type) { self = row.definition }

  fileprivate init<Row: CSVRow>(of row: Row.Type) {
    table = Row.table
    description = Row.description
    columns = Row.columns.map(\.column)
    primaryKey = Row.primaryKey
    foreignKeys = Row.foreignKeys
  }
}

/// What a cell holds before it is made text.
enum CSVValue {
  case text(String?)
  case rich(RichText?)
  case integer(Int?)
  case boolean(Bool)
  case list([String])
}

/// A column together with where its values come from.
///
/// `Row` is a `CSVRow`; saying so here would make the runtime look for that conformance of each row at start.
struct BoundColumn<Row>: Sendable {
  let column: CSVColumn
  let value: @Sendable (Row) -> CSVValue

  init(
    _ name: String, _ datatype: CSVDatatype, _ presence: CSVPresence, _ description: String,
    _ value: @escaping @Sendable (Row) -> CSVValue
  ) {
    column = CSVColumn(
      name: name, datatype: datatype, presence: presence, isList: false, description: description)
    self.value = value
  }

  /// A column of lists.
  init(
    list name: String, _ datatype: CSVDatatype, _ description: String,
    _ value: @escaping @Sendable (Row) -> [String]
  ) {
    column = CSVColumn(
      name: name, datatype: datatype, presence: .optional, isList: true, description: description)
    self.value = { .list(value($0)) }
  }
}

/// One record of a table.
protocol CSVRow: Sendable {
  static var table: CSVTable { get }
  static var description: String { get }
  static var columns: [BoundColumn<Self>] { get }
  static var primaryKey: [String] { get }
  static var foreignKeys: [CSVForeignKey] { get }
  var anchor: SourceAnchor { get }
}

extension CSVRow {
  static var foreignKeys: [CSVForeignKey] { [] }
  static var definition: CSVTableDefinition { CSVTableDefinition(of: Self.self) }
}
