import DigestModel

/// What the entry types of BibTeX and biblatex are in the words of CSL.
/// - Source: `btxdoc`, section 3.1; biblatex 3.18, section 2.1.
enum BibTeXEntryTypes {
  private static let rows: [(csl: String, types: String)] = [
    ("article-journal", "article suppperiodical"), ("periodical", "periodical"),
    ("book", "book mvbook collection mvcollection reference mvreference proceedings mvproceedings manual"),
    ("pamphlet", "booklet"), ("chapter", "inbook bookinbook suppbook incollection suppcollection"),
    ("entry-encyclopedia", "inreference"), ("paper-conference", "inproceedings conference"),
    ("thesis", "thesis phdthesis mastersthesis"), ("report", "report techreport"),
    ("manuscript", "unpublished"), ("webpage", "online electronic www"), ("document", "misc"),
    ("dataset", "dataset"), ("software", "software"), ("patent", "patent"), ("standard", "standard"),
    ("review", "review"), ("graphic", "artwork image"), ("song", "audio music"),
    ("motion_picture", "video movie"), ("performance", "performance"), ("legal_case", "jurisdiction"),
    ("legislation", "legislation"), ("personal_communication", "letter"), ("treaty", "legal"),
    ("article-magazine", "magazine"), ("article-newspaper", "newspaper"),
  ]

  private static let types: [String: PublicationType] = {
    var types: [String: PublicationType] = [:]
    for row in rows {
      for type in row.types.split(separator: " ") { types[String(type)] = PublicationType(rawValue: row.csl) }
    }
    return types
  }()

  /// Entries of these types are no papers: they set options, or hold fields for others.
  static let withoutPaper: Set<String> = ["xdata", "set", "control", "ieeetranbstctl", "bibnote"]

  /// Types of which the type of a publication says all that the type of the entry does.
  private static let whole: Set<String> = [
    "article", "book", "inproceedings", "conference", "thesis", "report", "unpublished", "online",
    "electronic", "www", "misc", "dataset", "software", "patent",
    "standard",
  ]

  /// - Parameter type: in lower case.
  /// - Returns: `nil` for a type of neither.
  static func publicationType(_ type: String) -> PublicationType? { types[type] }

  /// Whether the name of the type is to be kept.
  static func saysMore(_ type: String) -> Bool { !whole.contains(type) }
}
