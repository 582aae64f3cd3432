public import DigestModel
import DigestSyntax
import Synchronization

/// A catalogue in a file of SQLite.
///
/// ```swift
/// let catalogue = try CatalogueFile(at: "papers.sqlite")
/// let title = try catalogue.entry(of: id)?.record.title
/// ```
///
/// Any number of threads may ask it at once; they are answered one after the other. It only reads, so that any number
/// of processes can share the file.
public final class CatalogueFile: PaperCatalogue {
  /// As given.
  public let path: String
  private let reader: Mutex<RecordReader>

  /// Opens a catalogue.
  /// - Parameter path: a file that `CatalogueWriter` has made.
  /// - Throws: where there is no such file, or it is not a catalogue, was made by a newer program, is damaged or is
  ///   being filled.
  public init(at path: String) throws(CatalogueError) {
    self.path = path
    let connection = try CatalogueAccess(path: path).reading()
    reader = try Mutex(
      CatalogueFault(path: path).naming { () throws(SQLiteError) in try RecordReader(connection) })
  }

  /// What is known of a paper: the records of all sources that name it, merged.
  ///
  /// A record counts where it has the id, or shares a DOI with one that has it; but never one of another paper of arXiv.
  /// - Parameter id: with or without version.
  /// - Returns: `nil` where no source has it.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func entry(of id: PaperID) throws(CatalogueError) -> CatalogueEntry? {
    try asking { reader throws(SQLiteError) in
      try reader.entry(of: id)
    }
  }

  /// What is known of several papers, asked in one transaction, which costs less than one by one.
  /// - Returns: an answer for each id, in order.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func entries(of ids: [PaperID]) throws(CatalogueError) -> [CatalogueEntry?] {
    try asking { reader throws(SQLiteError) in
      var entries: [CatalogueEntry?] = []
      entries.reserveCapacity(ids.count)
      for id in ids { entries.append(try reader.entry(of: id)) }
      return entries
    }
  }

  /// The papers of a title, compared without case, signs and white space.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func entries(titled title: String) throws(CatalogueError) -> [CatalogueEntry] {
    let folded = TitleKey.folded(title)
    guard !folded.isEmpty else { return [] }
    return try asking { reader throws(SQLiteError) in
      try reader.entries(.byTitle, TitleKey.hash(folded)) { TitleKey.folded($0) == folded }
    }
  }

  /// The papers whose title begins with a name and a colon, compared without case.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func entries(named name: String) throws(CatalogueError) -> [CatalogueEntry] {
    guard let folded = TitleKey.name(name) else { return [] }
    return try asking { reader throws(SQLiteError) in
      try reader.entries(.byName, TitleKey.hash(folded)) { TitleKey.name(ofTitle: $0) == folded }
    }
  }

  /// How much of arXiv's numbering of a month is known; ids of before April 2007 are numbered in another way.
  /// - Returns: `nil` where nothing of the month is known.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func coverage(of month: YearMonth) throws(CatalogueError) -> CatalogueCoverage? {
    try asking { reader throws(SQLiteError) in try reader.coverage(of: month) }
  }

  /// When the services on the net last said that they do not know a paper.
  /// - Returns: `nil` where they were not asked, or where the paper is known since.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func denial(of id: PaperID) throws(CatalogueError) -> CatalogueDenial? {
    try asking { reader throws(SQLiteError) in try reader.denial(of: id) }
  }

  /// What each source says of a paper, in the order in which they count.
  /// - Parameter id: with or without version.
  /// - Throws: where the file cannot be read, is damaged or is being filled.
  public func records(of id: PaperID) throws(CatalogueError) -> [(source: String, record: CatalogueRecord)] {
    try asking { reader throws(SQLiteError) in
      try reader.records(of: id).map { ($0.source, $0.record) }
    }
  }

  /// Answers one question at a time.
  func asking<Answer: Sendable>(
    _ question: (RecordReader) throws(SQLiteError) -> Answer
  ) throws(CatalogueError) -> Answer {
    try CatalogueFault(path: path).naming { () throws(SQLiteError) in
      try reader.withLock { reader throws(SQLiteError) in
        // The file is locked once, and nothing changes between two statements.
        try reader.begin()
        defer { reader.end() }
        return try question(reader)
      }
    }
  }
}
