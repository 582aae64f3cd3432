import DigestModel
import DigestText

/// The statements that make a database of tables: what is written, and what a database is checked against.
package enum SQLiteSchema {
  /// The number in the header that tells the files of this program: `DCdg`.
  package static let applicationID: Int32 = 0x4443_6467
  /// Of the tables and views; another one where an older query could fail.
  package static let version: Int32 = 1

  /// In the order in which they are run.
  package static let statements: [String] = tables + indexes + SQLiteView.all.map(\.statement)

  static func definition(of table: CSVTable) -> TableDefinition { table.definition(.collection) }

  // MARK: - Tables

  private static var tables: [String] { CSVTable.allCases.map { table(definition(of: $0)) } }

  private static func table(_ definition: TableDefinition) -> String {
    let columns = definition.columns.map { "  \(column($0)), -- \(comment($0.description))" }
    let keys =
      ["  PRIMARY KEY (\(definition.primaryKey.joined(separator: ", ")))"]
      + definition.foreignKeys.map { key in
        "  FOREIGN KEY (\(key.columns.joined(separator: ", "))) REFERENCES \(key.table.rawValue) "
          + "(\(key.keys.joined(separator: ", ")))"
      }
    return
      "CREATE TABLE \(definition.table.rawValue) ( -- \(comment(definition.description))\n"
      + columns.joined(separator: "\n") + "\n" + keys.joined(separator: ",\n") + "\n)"
  }

  /// `authors` for `authors.csv`.
  private static func comment(_ description: String) -> String {
    description.replacingAll(".csv`", with: "`")
  }

  private static func column(_ column: TableColumn) -> String {
    let isMissing = column.presence == .optional
    var sql = "\(column.name) \(type(of: column))" + (isMissing ? "" : " NOT NULL")
    if column.isList { return sql }
    switch column.datatype {
    case .boolean: sql += " CHECK (\(column.name) IN (0, 1))"
    case .word(let words):
      sql += " CHECK (\(column.name) IN (\(words.map { "'\($0)'" }.joined(separator: ", "))))"
    default: break
    }
    return sql
  }

  private static func type(of column: TableColumn) -> String {
    column.datatype == .integer || column.datatype == .boolean ? "INTEGER" : "TEXT"
  }

  // MARK: - Indexes

  /// One for each reference that the primary key does not begin with, and for the columns that people ask by.
  private static var indexes: [String] {
    var statements: [String] = []
    for table in CSVTable.allCases {
      let definition = definition(of: table)
      var known = [definition.primaryKey]
      for columns in definition.foreignKeys.map(\.columns) + (asked[table] ?? [])
      where !known.contains(where: { $0.starts(with: columns) }) {
        known.append(columns)
        statements.append(
          "CREATE INDEX \(table.rawValue)_by_\(columns.joined(separator: "_")) ON \(table.rawValue) "
            + "(\(columns.joined(separator: ", ")))")
      }
    }
    return statements
  }

  private static let asked: [CSVTable: [[String]]] = [
    .papers: [["doi"]], .paperTopics: [["topic_label"]], .paperTerms: [["kind", "term"]],
    .topics: [["topic_path"]], .mentions: [["entry_id"]], .paperIdentifiers: [["other_id"]],
  ]
}
