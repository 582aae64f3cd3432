import DigestModel

/// What the tags of RIS mean, by the type of the reference where they depend on it; to be held beside the specification.
///
/// Of several tags for one part the fittest counts; the others are kept where they say something else.
/// - Source: RIS specification (Research Information Systems, 2011); Zotero's RIS translator; EndNote's table of
///   reference types.
enum RISTagTable {
  struct Row {
    let tags: String
    /// What the specification calls it.
    let name: String
    /// `nil` for what a record has no part for: it is kept under its tag.
    let part: RecordPart?
    /// What it is in other types of references.
    let others: [(types: String, part: RecordPart?)]

    init(_ tags: String, _ name: String, _ part: RecordPart?, _ others: [(String, RecordPart?)] = []) {
      self.tags = tags
      self.name = name
      self.part = part
      self.others = others.map { (types: $0.0, part: $0.1) }
    }
  }

  /// Books, and what a book or its like contains.
  private static let books = "BOOK EBOOK EDBOOK SER CTLG"
  private static let parts = "CHAP ECHAP ENCYC DICT"
  private static let meetings = "CONF CPAPER"

  /// Of several tags in one row, and of several rows of one part, the first is the fittest.
  static let rows: [Row] = [
    Row("TI T1 CT", "title", .title),
    Row("ST", "short title", .shortTitle),
    Row("AU A1", "author", .contributors(.author)),
    Row("ED", "editor", .contributors(.editor)),
    Row(
      "A2", "secondary author", .contributors(.editor),
      [
        (books + " RPRT COMP MAP", .contributors(.collectionEditor)),
        ("THES PAT CASE", .contributors(.contributor)),
      ]),
    Row(
      "A3", "tertiary author", .contributors(.collectionEditor),
      [(books, .contributors(.editor)), ("THES MPCT VIDEO SOUND", .contributors(.contributor))]),
    Row(
      "A4", "subsidiary author", .contributors(.translator),
      [(meetings + " MPCT CASE JOUR", .contributors(.contributor))]),
    Row("TA", "translated author", .contributors(.translator)),
    Row("C3", "custom 3", nil, [(meetings, .detail(.container))]),
    Row("JF", "journal in full", .detail(.container)),
    Row(
      "T2", "secondary title", .detail(.container),
      [(books + " RPRT COMP MAP DATA", .detail(.series)), ("THES", nil)]),
    Row("BT", "title of the whole", .detail(.container), [(books + " UNPB MANSCPT", .title)]),
    Row("JO JA J1 J2", "journal, abbreviated", .detail(.container)),
    Row("T3", "tertiary title", .detail(.series)),
    Row("VL VO", "volume", .detail(.volume)),
    Row("SN", "serial number", .detail(.issn), [("RPRT STAND PAT", .detail(.number))]),
    Row("IS CP", "issue", .detail(.issue), [("RPRT STAND PAT BILL", .detail(.number))]),
    Row("SP", "first page", .firstPage), Row("EP LP", "last page", .lastPage),
    Row("C7", "custom 7: number of the article", .detail(.pages)),
    Row("PB", "publisher", .detail(.publisher)),
    Row("CY PP", "place", .detail(.place), [(meetings, nil)]),
    Row("ET", "edition", .detail(.edition)),
    Row("LA", "language", .detail(.language)),
    Row("DA Y1 PY YR", "date", .date),
    Row("AB N2", "abstract", .abstract),
    Row("KW", "keyword", .keywords),
    Row("DO DI", "DOI", .scheme("doi")),
    Row("AN", "accession number", .ids),
    Row("C2", "custom 2: number of PubMed Central", .scheme("pmcid")),
    Row("UR LK", "address", .link(.landingPage)), Row("L1", "link to the PDF", .link(.pdf)),
    Row("L2", "link to the full text", .link(.landingPage)), Row("L3 L4", "related links", .link(.other)),
    Row("ID", "reference id", .citationKey),
    Row("N1", "notes", .remarks),
    Row("M3", "type of work, or DOI", .scheme("doi")),
    Row(
      "A5 AD AV C1 C4 C5 C6 C8 CA CL CN CR DB DP", "address, availability, custom fields and the like", nil),
    Row(
      "LB M1 M2 NV OP PM RI RN RP SE SO TT U1 U2 U3 U4 U5 WT WV Y2", "section, user fields and the like", nil),
  ]

  /// - Parameter type: the value of `TY`, in capitals.
  static func field(_ tag: String, type: String) -> RecordField? {
    guard let meaning = meanings[tag] else { return nil }
    let part = meaning.others[type] ?? meaning.part
    return part.map { RecordField(part: $0, fitness: meaning.fitness) }
  }

  private struct Meaning {
    var part: RecordPart?
    var others: [String: RecordPart?]
    var fitness: Int
  }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for row in rows {
      var others: [String: RecordPart?] = [:]
      for (types, part) in row.others {
        for type in types.split(separator: " ") { others.updateValue(part, forKey: String(type)) }
      }
      for tag in row.tags.split(separator: " ") {
        meanings[String(tag)] = Meaning(part: row.part, others: others, fitness: meanings.count)
      }
    }
    return meanings
  }()
}
