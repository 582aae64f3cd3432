import DigestModel

/// What a field of a record is about.
enum RecordPart: Hashable {
  /// An id of any scheme, or the key by which the source calls the paper.
  case id
  /// An id of one scheme, which is named as `PaperID(scheme:value:)` wants it.
  case scheme(String)
  /// Ids of several schemes: a mapping from scheme to value, or a list.
  case ids
  case citationKey
  case type
  /// The type in a word of CSL.
  case cslType
  /// The type of what it stands in.
  case parentType
  case title
  case subtitle
  case shortTitle
  case originalTitle
  case contributors(ContributorRole)
  case hasMoreAuthors
  case date
  case year
  case month
  case day
  /// Seconds or milliseconds since 1970.
  case unixTime
  case detail(Paper.Detail)
  /// The issue of a journal, the number of a report, or an id.
  case number
  case firstPage
  case lastPage
  case abstract
  case keywords
  /// Words for what a paper is about: classes of arXiv, or keywords.
  case categories
  case topics
  case link(Paper.Link.Kind)
  /// Links of several kinds.
  case links
  /// An address or a title: the column `paper` of many tables.
  case addressOrTitle
  case name
  case rank
  /// An entry of BibTeX.
  case bibTeX
  /// Lines with a name and a value each, as Zotero has them, or members of our own records.
  case more
  /// What somebody says of a paper: `annote` of CSL, `N1` of RIS.
  case remarks
  /// The name of the archive that has the paper, which an id says, too.
  case archive
  /// Pages, or how many there are.
  case pagesOrCount
  /// Ids by their schemes, or one number.
  case serialNumber
  /// The version of a paper that has versions.
  case version
  /// Rank and version, or links with their labels, as our bibliographies have them, or lines as `more` has them.
  case note
}

/// A field of the table: its part, and how fit it is for that part compared with others; 0 is the fittest.
struct RecordField {
  var part: RecordPart
  var fitness: Int
  /// Whether the value is kept under its name, too, since the part does not say all of it.
  var isKept = false
}
