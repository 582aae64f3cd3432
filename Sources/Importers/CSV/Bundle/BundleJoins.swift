import DigestDiagnostics

/// Whether the keys of the tables join.
struct BundleJoins {
  private let tables: [BundleTable: BundleRows]
  private let context: BundleContext
  private var keys: [BundleTable: Set<String>] = [:]

  init(_ tables: [BundleTable: BundleRows], _ context: BundleContext) {
    self.tables = tables
    self.context = context
    for (table, rows) in tables {
      guard let key = table.key else { continue }
      keys[table] = Set(rows.rows.map { $0.present(key) })
    }
  }

  /// The columns that refer to a record of another table, or to another of their own.
  private static let references: [(column: String, table: BundleTable)] = [
    ("digest_id", .digests), ("paper_id", .papers), ("section_id", .sections), ("topic_id", .topics),
    ("gap_id", .gaps),
    ("idea_id", .ideas),
    ("highlight_id", .highlights),
  ]

  /// Reports each key that joins nothing, at its cell.
  func check() {
    for table in BundleTable.allCases {
      guard let rows = tables[table]?.rows else { continue }
      for reference in Self.references where reference.table != table {
        for row in rows { check(row, reference.column, reference.table) }
      }
      if table == .topics || table == .gapParts || table == .blocks {
        for row in rows { check(row, "parent_id", table) }
      }
      let owner = table == .blocks ? "owner_id" : table == .mentions ? "entry_id" : nil
      if let owner { for row in rows { check(row, owner, table: row.filled(owner).flatMap(Self.table)) } }
    }
  }

  private func check(_ row: BundleRow, _ column: String, table: BundleTable?) {
    guard let table else { return }
    check(row, column, table)
  }

  private func check(_ row: BundleRow, _ column: String, _ table: BundleTable) {
    guard let key = row.filled(column), let keys = keys[table], !keys.contains(key) else { return }
    context.report(
      CSVImporterDiagnostics.keyJoinsNothing, "key \(quoted(key)) is not in \(table.fileName)", row, column)
  }

  /// The table that a key begins with: `gap_part-3@2024-09-…`.
  private static func table(of key: String) -> BundleTable? {
    let singular = key.prefix { $0 != "-" }
    return BundleTable.allCases.first { table in
      table.key.map { $0.dropLast("_id".utf8.count) == singular } == true
    }
  }
}
