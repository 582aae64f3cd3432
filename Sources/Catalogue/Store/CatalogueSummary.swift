public import DigestModel
import DigestSyntax

/// What is in a catalogue.
public struct CatalogueSummary: Hashable, Sendable {
  /// Where records come from.
  public struct Source: Hashable, Sendable {
    /// The file without folders.
    public var name: String
    /// What it was read as: `BibTeX`.
    public var kind: String
    /// How many papers it knows.
    public var papers: Int
    /// When it was first read, in UTC: `2024-11-28T13:58:40Z`.
    public var added: String
    /// When it was last read.
    public var updated: String
  }

  /// How many papers of a month are known.
  public struct Month: Hashable, Sendable {
    /// The month of their ids.
    public var month: YearMonth
    /// How many there are.
    public var papers: Int
    /// The highest of their numbers.
    public var highest: Int
  }

  /// Bytes of the file.
  public var size: Int
  /// In the order in which they count.
  public var sources: [Source]
  /// In order; those of which nothing is known are left out.
  public var months: [Month]
  /// How many ids the services on the net were asked for and did not know.
  public var unknown: Int
  /// When they last said so, in UTC; `nil` where they never did.
  public var asked: String?
}

extension CatalogueFile {
  /// What is in the catalogue.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func summary() throws(CatalogueError) -> CatalogueSummary {
    try asking { reader throws(SQLiteError) in try reader.summary() }
  }

  /// All papers, in the order in which they were added.
  /// - Parameter source: only what this source says, and only of its papers; `nil` for what all say together.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  /// - Complexity: O(n) in time and memory.
  public func entries(of source: String? = nil) throws(CatalogueError) -> [CatalogueEntry] {
    try asking { reader throws(SQLiteError) in try reader.entries(of: source) }
  }
}

extension RecordReader {
  func summary() throws(SQLiteError) -> CatalogueSummary {
    let pages = try connection.number("PRAGMA page_count")
    let size = Int(try pages * connection.number("PRAGMA page_size"))
    let denials = try connection.prepare(
      """
      SELECT count(*), max(asked) FROM unknown_ids
      WHERE identifier NOT IN (SELECT identifier FROM identifiers)
      """)
    _ = try denials.step()
    let (unknown, asked) = (denials.integer(0) ?? 0, denials.text(1))
    denials.reset()
    return CatalogueSummary(
      size: size, sources: try sources(), months: try months(), unknown: Int(unknown), asked: asked)
  }

  private func sources() throws(SQLiteError) -> [CatalogueSummary.Source] {
    var found: [CatalogueSummary.Source] = []
    let sources = try connection.prepare(
      "SELECT name, kind, papers, added, updated FROM sources ORDER BY id")
    while try sources.step() {
      found.append(
        CatalogueSummary.Source(
          name: sources.text(0) ?? "", kind: sources.text(1) ?? "", papers: Int(sources.integer(2) ?? 0),
          added: sources.text(3) ?? "", updated: sources.text(4) ?? ""))
    }
    return found
  }

  private func months() throws(SQLiteError) -> [CatalogueSummary.Month] {
    var found: [CatalogueSummary.Month] = []
    let months = try connection.prepare("SELECT month, papers, highest FROM months ORDER BY month")
    while try months.step() {
      guard let month = months.text(0).flatMap({ YearMonth($0) }) else { throw SQLiteError.damaged }
      found.append(
        CatalogueSummary.Month(
          month: month, papers: Int(months.integer(1) ?? 0), highest: Int(months.integer(2) ?? 0)))
    }
    return found
  }

  func entries(of source: String?) throws(SQLiteError) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    var seen: Set<PaperID> = []
    for row in try rows(of: source) {
      guard let record = try record(row) else { continue }
      let entry = try source == nil ? entry(of: record.record.id) : CatalogueEntry(merging: [record])
      if let entry, seen.insert(entry.id).inserted { entries.append(entry) }
    }
    return entries
  }

  private func rows(of source: String?) throws(SQLiteError) -> [Int64] {
    let statement = try connection.prepare(
      """
      SELECT id FROM records WHERE ?1 IS NULL OR source = (SELECT id FROM sources WHERE name = ?1) ORDER BY id
      """)
    try statement.bind(1, source)
    return try rows(statement)
  }
}
