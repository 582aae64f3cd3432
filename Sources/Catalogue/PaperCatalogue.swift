public import DigestModel

/// What is known of papers besides what the source of a conversion says.
public protocol PaperCatalogue: Sendable {
  /// What is known of a paper: the records of all sources that name it, merged.
  /// - Parameter id: with or without version; the record is the same.
  /// - Returns: `nil` where no source has it.
  /// - Throws: where the catalogue cannot be read.
  func entry(of id: PaperID) throws(CatalogueError) -> CatalogueEntry?

  /// What is known of several papers.
  /// - Returns: an answer for each id, in order: that of `entry(of:)`, which by default is asked for each.
  /// - Throws: where the catalogue cannot be read.
  func entries(of ids: [PaperID]) throws(CatalogueError) -> [CatalogueEntry?]

  /// The papers of a title, compared without case, signs and white space.
  /// - Throws: where the catalogue cannot be read.
  func entries(titled title: String) throws(CatalogueError) -> [CatalogueEntry]

  /// The papers whose title begins with a name and a colon, `MusicGen: …`, compared without case.
  /// - Throws: where the catalogue cannot be read.
  func entries(named name: String) throws(CatalogueError) -> [CatalogueEntry]

  /// How much of arXiv's numbering of a month is known, which tells an id that does not exist from one that is merely
  /// not in the catalogue.
  /// - Returns: `nil` where nothing of the month is known.
  /// - Throws: where the catalogue cannot be read.
  func coverage(of month: YearMonth) throws(CatalogueError) -> CatalogueCoverage?

  /// When the services on the net last said that they do not know a paper.
  /// - Returns: `nil` where they were not asked, or where the paper is known since; by default always.
  /// - Throws: where the catalogue cannot be read.
  func denial(of id: PaperID) throws(CatalogueError) -> CatalogueDenial?
}

extension PaperCatalogue {
  /// What is known of several papers, asked one by one.
  /// - Throws: where the catalogue cannot be read.
  public func entries(of ids: [PaperID]) throws(CatalogueError) -> [CatalogueEntry?] {
    var entries: [CatalogueEntry?] = []
    for id in ids { entries.append(try entry(of: id)) }
    return entries
  }

  /// Always `nil`: nobody was asked.
  /// - Throws: nothing.
  public func denial(of id: PaperID) throws(CatalogueError) -> CatalogueDenial? { nil }
}

/// What a catalogue knows of one paper.
public struct CatalogueEntry: Hashable, Sendable {
  /// That of arXiv where it has one, without version.
  public var id: PaperID
  /// Merged from all sources; its identifiers are the others by which the paper is known.
  public var record: Paper.Record
  /// The newest version of which a source knows.
  public var latestVersion: Int?
  /// Whether a source says that the authors have withdrawn it.
  public var isWithdrawn: Bool
  /// The names of the sources that know it, in the order in which they count: `arxiv-metadata-oai-snapshot.json`.
  public var sources: [String]
  /// Which of them each part of the record is from; empty where there is but one.
  public var origins: [Paper.Record.Completion]

  /// Makes an entry.
  public init(
    id: PaperID, record: Paper.Record, latestVersion: Int? = nil, isWithdrawn: Bool = false,
    sources: [String] = [], origins: [Paper.Record.Completion] = []
  ) {
    self.id = id
    self.record = record
    self.latestVersion = latestVersion
    self.isWithdrawn = isWithdrawn
    self.sources = sources
    self.origins = origins
  }
}

/// How much of arXiv's numbering of a month a catalogue knows: `2409.00001` and so on.
public struct CatalogueCoverage: Hashable, Sendable {
  /// How many papers of the month it has.
  public var count: Int
  /// The highest number among them: 10000 for `2409.10000`.
  public var highestNumber: Int
  /// Whether it has papers of later months, so that the month is over.
  public var isOver: Bool

  /// Makes a coverage.
  public init(count: Int, highestNumber: Int, isOver: Bool) {
    self.count = count
    self.highestNumber = highestNumber
    self.isOver = isOver
  }
}

/// When services on the net said that they do not know a paper.
public struct CatalogueDenial: Hashable, Sendable {
  /// The day of the last answer, in UTC.
  public var day: PartialDate
  /// How many whole days ago that was.
  public var age: Int

  /// Makes a denial.
  public init(day: PartialDate, age: Int) {
    self.day = day
    self.age = age
  }
}
