/// The tables of each digest in those of several: a paper is one record there, and what each digest says of it another.
struct BundleDigests {
  private let tables: [BundleTable: BundleRows]
  /// Rows by the digest that they are from.
  private var rows: [BundleTable: [String: [BundleRow]]] = [:]
  /// Rows of what is known of a paper, whichever digest names it first.
  private var known: [BundleTable: [String: [BundleRow]]] = [:]
  /// In their order; empty where the tables are of one digest.
  private var digests: [String] = []

  init(_ tables: [BundleTable: BundleRows]) {
    self.tables = tables
    guard let digests = tables[.digests]?.rows, tables[.paperDigests] != nil else { return }
    self.digests = digests.map { $0.present("digest_id") }
    for (table, rows) in tables {
      if let isKnown = Self.known[table] {
        known[table] = Dictionary(grouping: rows.rows.filter(isKnown)) { $0.present("paper_id") }
      }
      self.rows[table] = Dictionary(
        grouping: rows.rows.filter { row in Self.known[table].map { !$0(row) } ?? true }
      ) { $0.present("digest_id") }
    }
  }

  /// The tables in which a paper has its rows once, and which rows those are.
  private static let known: [BundleTable: @Sendable (BundleRow) -> Bool] = [
    .papers: { _ in true }, .authors: { _ in true }, .paperIdentifiers: { _ in true },
    .paperLinks: { _ in true }, .paperExtras: { _ in true },
    .paperTerms: { ["tag", "category"].contains($0.filled("kind")) },
  ]

  /// - Parameter body: gets the tables of each digest in their order, or all tables where they are of one.
  func map<Result>(_ body: ([BundleTable: BundleRows]) -> Result) -> [Result] {
    guard !digests.isEmpty else { return [body(tables)] }
    return digests.map { digest in
      let papers = (rows[.paperDigests]?[digest] ?? []).map { $0.present("paper_id") }
      return body(
        tables.reduce(into: [:]) { own, table in
          var selected = rows[table.key]?[digest] ?? []
          if let known = known[table.key] { selected += papers.flatMap { known[$0] ?? [] } }
          own[table.key] = table.value.selecting(selected)
        })
    }
  }
}
