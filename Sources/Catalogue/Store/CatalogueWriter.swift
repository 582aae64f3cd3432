import DigestModel
import DigestPlatform
import DigestSyntax

/// How many records of a source a fill has found.
public struct CatalogueFill: Hashable, Sendable {
  /// Of papers of which the source said nothing before.
  public var new = 0
  /// That say something else than before.
  public var changed = 0
  /// That say what they said before; nothing was written.
  public var unchanged = 0

  /// Makes a fill of nothing.
  public init() {}
}

/// Fills a catalogue: what a writer adds is in the file when `commit` has returned, all of it, or none.
///
/// ```swift
/// let writer = try CatalogueWriter(at: "papers.sqlite")
/// try writer.begin(source: "library.bib", kind: "BibTeX")
/// for paper in digest.papers { try writer.add(CatalogueRecord(paper)) }
/// try writer.commit()
/// ```
///
/// A writer that is let go without `commit`, a kill and a full disk leave the file as it was. To be used by one thread.
public final class CatalogueWriter {
  /// As given.
  public let path: String
  /// What has been added since the last `commit`.
  public private(set) var fill = CatalogueFill()
  /// Whether a record without an abstract keeps the one that its source gave before.
  package var keepsAbstracts = false

  private let connection: SQLiteConnection
  private var statements: WriterStatements
  private var isOpen = true
  private var failure: CatalogueError?
  private var source: Int64 = 0
  private var newOfSource = 0
  /// Months whose papers have to be counted anew.
  private var months: Set<YearMonth> = []
  private var fault: CatalogueFault { CatalogueFault(path: path) }

  /// Opens a catalogue; makes it and its folder where they are missing.
  /// - Throws: where the file is not a catalogue, may not be written, or is being filled by another process.
  public convenience init(at path: String) throws(CatalogueError) {
    try self.init(at: path, pageLimit: nil, cacheSize: Self.cacheSize)
  }

  /// - Parameters:
  ///   - pageLimit: the most pages that the file may have, as on a device that is full.
  ///   - cacheSize: KiB of changed pages that are kept in memory before they are written.
  init(at path: String, pageLimit: Int?, cacheSize: Int) throws(CatalogueError) {
    self.path = path
    connection = try CatalogueAccess(path: path).writing()
    let connection = connection
    statements = try CatalogueFault(path: path).naming { () throws(SQLiteError) in
      if let pageLimit { try connection.execute("PRAGMA max_page_count = \(pageLimit)") }
      try connection.execute("PRAGMA cache_size = -\(cacheSize)")
      return try WriterStatements(connection)
    }
  }

  /// In milliseconds.
  private static let patienceAtCommit: Int32 = 60_000

  private static let cacheSize = 64 << 10

  /// What is added from now on comes from this source.
  /// - Parameters:
  ///   - name: the file without folders; a source of this name that is there already is filled anew.
  ///   - kind: what it is read as: `BibTeX`.
  /// - Throws: where the file cannot be written.
  public func begin(source name: String, kind: String) throws(CatalogueError) {
    try writing { () throws(SQLiteError) in
      try countNew()
      let upsert = try connection.prepare(
        """
        INSERT INTO sources (name, kind, papers, added, updated) VALUES (?1, ?2, 0, ?3, ?3)
        ON CONFLICT (name) DO UPDATE SET kind = ?2, updated = ?3
        """)
      try upsert.bind(1, name)
      try upsert.bind(2, kind)
      try upsert.bind(3, SystemClock.text)
      try upsert.run()
      let find = try connection.prepare("SELECT id FROM sources WHERE name = ?")
      try find.bind(1, name)
      source = try find.step() ? find.integer(0) ?? 0 : 0
      find.reset()
      // The first source of a new file.
      let isFirst = try connection.number("SELECT count(*) FROM sources") == 1
      if isFirst, try connection.number("SELECT EXISTS (SELECT 1 FROM records)") == 0, fill == CatalogueFill()
      {
        try statements.endFirstFill()
        try statements.beginFirstFill()
      }
    }
  }

  /// Adds what the source says of a paper, in place of what it said before.
  /// - Throws: where the file cannot be written: then nothing of the fill is in it.
  public func add(_ record: CatalogueRecord) throws(CatalogueError) { try add(RecordRow(record)) }

  func add(_ row: RecordRow) throws(CatalogueError) {
    try writing { () throws(SQLiteError) in
      guard let old = try statements.row(of: row, source) else {
        _ = try statements.insert(row, source)
        fill.new += 1
        newOfSource += 1
        months.formUnion(row.months)
        return
      }
      var row = row
      if keepsAbstracts, row.abstract == nil { row.abstract = try statements.abstract(of: old) }
      guard case .some(let oldKeys) = try statements.difference(row, from: old) else {
        fill.unchanged += 1
        return
      }
      // An id that is taken away may be among those that are still to be written.
      try statements.endFirstFill()
      try statements.update(old, to: row, oldKeys: oldKeys)
      months.formUnion(row.months + oldKeys.compactMap { PaperKey.id($0).numberedMonth })
      fill.changed += 1
    }
  }

  /// Notes that services on the net were asked now for papers and do not know them.
  /// - Throws: where the file cannot be written.
  package func note(unknown ids: [PaperID]) throws(CatalogueError) {
    try writing { () throws(SQLiteError) in
      let insert = try connection.prepare(
        "INSERT OR REPLACE INTO unknown_ids (identifier, asked) VALUES (?, ?)")
      for id in ids {
        try insert.bind(1, PaperKey.key(of: id))
        try insert.bind(2, SystemClock.text)
        try insert.run()
      }
    }
  }

  /// Writes what has been added into the file. More can be added afterwards, to the same source, until the next commit.
  /// - Throws: where the file cannot be written: then it is as it was before.
  public func commit() throws(CatalogueError) {
    try writing { () throws(SQLiteError) in
      try countNew()
      try statements.endFirstFill()
      for month in months { try statements.count(month) }
      months = []
      // A long fill is not lost because somebody is reading.
      connection.setBusyTimeout(Self.patienceAtCommit)
      try connection.execute("COMMIT")
      isOpen = false
    }
    fill = CatalogueFill()
  }

  /// Adds the new papers of the source to their number.
  private func countNew() throws(SQLiteError) {
    guard newOfSource > 0 else { return }
    try connection.execute("UPDATE sources SET papers = papers + \(newOfSource) WHERE id = \(source)")
    newOfSource = 0
  }

  /// Writes within the transaction. After a failure nothing of it is left, and nothing more is written.
  private func writing(_ body: () throws(SQLiteError) -> Void) throws(CatalogueError) {
    if let failure { throw failure }
    do throws(SQLiteError) {
      if !isOpen {
        try connection.execute("BEGIN IMMEDIATE")
        isOpen = true
      }
      try body()
    } catch {
      let failure = fault.error(error)
      self.failure = failure
      connection.rollBack()
      throw failure
    }
  }
}

extension PaperID {
  /// The month of an id that is one of the numbers of a month: `2409.10000`, not `math/0309136`.
  var numberedMonth: YearMonth? { scheme == .arxiv && !value.utf8.contains(UInt8(ascii: "/")) ? month : nil }
}
