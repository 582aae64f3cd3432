import DigestModel

/// What the fields of BibTeX and biblatex are about.
/// - Source: `btxdoc`, section 3.2; biblatex 3.18, section 2.2; files of JabRef, Zotero, Mendeley, BibDesk, ADS, INSPIRE,
///   DBLP, ACM, and of the programs that make pages of publications of them.
enum BibTeXFields {
  enum Meaning {
    /// The text of a part. Of several fields for one part the fittest counts, 0 first.
    case part(RecordPart, fitness: Int)
    /// An id, an address: what stands there, letter for letter.
    case verbatim(RecordPart, fitness: Int)
    /// Names, in a list of names of BibTeX.
    case names(ContributorRole, fitness: Int)
    case date(RecordPart, fitness: Int)
    /// Who published it, in a field that not all entry types have.
    case body(fitness: Int)
    case pages, language, number
    case eprint, eprintType, eprintClass
    case url, note, howPublished, keywords, groups, editor, typeWord
    /// It says where the entry gets other fields from.
    case parent
  }

  /// The fields that mean something else in entries of a type.
  /// - Parameter type: in lower case.
  static func special(of type: String) -> [String: Meaning] { byType[type] ?? [:] }

  /// - Parameters:
  ///   - field: in lower case.
  ///   - special: those of the type of the entry.
  static func meaning(of field: String, _ special: [String: Meaning]) -> Meaning? {
    special[field] ?? meanings[field]
  }

  /// Whether the value is text in TeX: neither names, ids, addresses and paths, nor what only other programs know.
  /// - Parameter field: in lower case.
  static func isText(_ field: String) -> Bool { texts.contains(field) }

  /// Whether the value is names.
  static func isNames(_ field: String) -> Bool {
    switch meanings[field] {
    case .names, .editor: true
    default: false
    }
  }

  /// Whether commands of TeX are read in the value.
  static func holdsTeX(_ field: String) -> Bool {
    if isText(field) || isNames(field) { return true }
    switch meanings[field] {
    case .part, .body, .note, .keywords, .howPublished: return true
    default: return false
    }
  }

  /// - Source: biblatex 3.18, `blx-dm.def`: fields and lists of the types *literal* and *key*.
  private static let texts: Set<String> = Set(
    """
    addendum address annotation annote articleno booksubtitle booktitle booktitleaddon chapter edition eid entrysubtype \
    eventtitle eventtitleaddon howpublished indexsorttitle indextitle institution issue issuesubtitle issuetitle \
    issuetitleaddon journal journalsubtitle journaltitle journaltitleaddon label library location mainsubtitle maintitle \
    maintitleaddon nameaddon number numpages organization origlocation origpublisher origtitle pagetotal part publisher \
    pubstate reprinttitle school series shorthand shorthandintro shortjournal shortseries shorttitle sortkey sorttitle \
    subtitle titleaddon type usera userb userc userd usere userf venue version volume volumes
    """.split(separator: " ").map(String.init))

  private static func detail(_ detail: Paper.Detail, _ names: String) -> [(String, Meaning)] {
    names.split(separator: " ").enumerated().map { (String($1), .part(.detail(detail), fitness: $0)) }
  }

  private static func verbatim(_ part: RecordPart, _ names: String) -> [(String, Meaning)] {
    names.split(separator: " ").enumerated().map { (String($1), .verbatim(part, fitness: $0)) }
  }

  private static func names(_ role: ContributorRole, _ names: String) -> [(String, Meaning)] {
    names.split(separator: " ").enumerated().map { (String($1), .names(role, fitness: $0)) }
  }

  private static let meanings: [String: Meaning] = {
    var rows: [(String, Meaning)] = [
      ("title", .part(.title, fitness: 0)), ("maintitle", .part(.title, fitness: 1)),
      ("subtitle", .part(.subtitle, fitness: 0)), ("shorttitle", .part(.shortTitle, fitness: 0)),
      ("origtitle", .part(.originalTitle, fitness: 0)), ("abstract", .part(.abstract, fitness: 0)),
      ("date", .date(.date, fitness: 0)), ("year", .date(.year, fitness: 0)),
      ("month", .date(.month, fitness: 0)), ("day", .date(.day, fitness: 0)),
      ("pages", .pages), ("language", .language), ("langid", .language), ("hyphenation", .language),
      ("number", .number), ("eprint", .eprint), ("eprinttype", .eprintType), ("archiveprefix", .eprintType),
      ("eprintclass", .eprintClass), ("primaryclass", .eprintClass), ("url", .url), ("note", .note),
      ("howpublished", .howPublished), ("keywords", .keywords), ("keyword", .keywords),
      ("mendeley-tags", .keywords), ("groups", .groups), ("editor", .editor),
      ("type", .typeWord), ("crossref", .parent), ("xdata", .parent),
    ]
    rows += detail(.container, "journaltitle journal booktitle fjournal shortjournal journalabbr")
    rows += detail(.series, "series") + detail(.volume, "volume") + detail(.issue, "issue")
    rows += detail(.publisher, "publisher school institution") + [("organization", .body(fitness: 3))]
    rows += detail(.place, "location address") + detail(.edition, "edition")
    rows += detail(.event, "eventtitle") + detail(.isbn, "isbn") + detail(.issn, "issn eissn")
    rows += verbatim(.scheme("doi"), "doi") + verbatim(.scheme("arxiv"), "arxiv arxivid")
    rows += verbatim(.scheme("pmid"), "pmid") + verbatim(.scheme("pmcid"), "pmcid")
    rows += verbatim(.link(.pdf), "pdf") + verbatim(.link(.code), "code github")
    rows += verbatim(.link(.project), "website project homepage") + verbatim(.link(.video), "video")
    rows += verbatim(.link(.landingPage), "html ee link")
    rows += names(.author, "author") + names(.translator, "translator")
    rows += names(.containerAuthor, "bookauthor")
    rows += names(
      .contributor,
      "editora editorb editorc holder commentator annotator introduction foreword afterword director")
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }()

  private static let byType: [String: [String: Meaning]] = {
    let number: [String: Meaning] = ["number": .part(.detail(.number), fitness: 0)]
    var byType: [String: [String: Meaning]] = [:]
    for type in [
      "report", "techreport", "manual", "patent", "dataset", "standard", "software", "misc", "online",
      "thesis",
      "phdthesis", "mastersthesis", "electronic", "www", "unpublished", "legislation", "jurisdiction",
    ] { byType[type] = number }
    // The book is what is published.
    for type in [
      "inbook", "incollection", "inproceedings", "conference", "suppbook", "bookinbook", "inreference",
    ] {
      byType[type] = [
        "booktitle": .part(.detail(.container), fitness: 0),
        "maintitle": .part(.detail(.container), fitness: 1),
        "publisher": .part(.detail(.publisher), fitness: 0),
      ]
    }
    for type in ["periodical", "proceedings", "mvproceedings"] {
      byType[type] = [
        "journaltitle": .part(.title, fitness: 2), "booktitle": .part(.title, fitness: 1),
        "eventtitle": .part(.detail(.event), fitness: 0),
      ]
    }
    byType["book"] = ["booktitle": .part(.title, fitness: 1)]
    return byType
  }()
}
