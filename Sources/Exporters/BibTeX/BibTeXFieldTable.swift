import DigestModel

/// Which word each dialect has for what a record holds, and in which order fields are written. To be held beside
/// the manuals: biblatex 3.18 (sections 2.1-2.2) and `btxdoc` (section 3).
enum BibTeXFieldTable {
  /// What a field says.
  enum Content: Hashable {
    case title, shortTitle, originalTitle, venue, date, eprint, eprintType, eprintClass, doi, url, keyAlias,
      language, keywords, note, abstract, remarks
    case event, series, volume, issue, number, edition, pages, publisher, place, isbn, issn
    case author, editor, translator, containerAuthor
    case other(OtherField)

    /// In the order in which they are written (rule B12).
    static let all: [Content] =
      [
        .title, .shortTitle, .originalTitle, .author, .editor, .translator, .containerAuthor, .venue,
        .other(.medium), .event, .series, .volume, .issue, .number, .edition, .pages, .publisher, .place,
        .other(.kind), .isbn, .issn,
        .date, .eprint, .eprintType, .eprintClass, .doi, .url,
      ] + OtherField.allCases.filter { $0 != .kind && $0 != .medium }.map(Content.other)
      + [.keyAlias, .language, .keywords, .note, .abstract, .remarks]

    /// The detail of a record that it is.
    var detail: Paper.Detail? {
      switch self {
      case .venue: .container
      case .event: .event
      case .series: .series
      case .volume: .volume
      case .issue: .issue
      case .number: .number
      case .edition: .edition
      case .pages: .pages
      case .publisher: .publisher
      case .place: .place
      case .isbn: .isbn
      case .issn: .issn
      case .language: .language
      default: nil
      }
    }

    /// The role of the contributors that it is.
    var role: ContributorRole? {
      switch self {
      case .author: .author
      case .editor: .editor
      case .translator: .translator
      case .containerAuthor: .containerAuthor
      default: nil
      }
    }
  }

  /// The entry type of a record: the one of its publication type where the record has the fields that it requires,
  /// else the one for anything.
  static func entryType(of record: BibliographicRecord, _ dialect: BibTeXOptions.Dialect) -> String {
    let form = record.form
    let type = dialect == .biblatex ? form.biblatex : form.bibtex
    let required = required(by: type)
    if required.allSatisfy({ holds($0, record) }), type != "online" || record.hasAddress { return type }
    return dialect == .biblatex && record.hasAddress ? "online" : "misc"
  }

  private static func holds(_ content: Content, _ record: BibliographicRecord) -> Bool {
    if content == .date { return record.date != nil }
    if let detail = content.detail { return record.details[detail] != nil }
    return content.role.map { !record.group($0).isEmpty } ?? true
  }

  /// What biber and the standard styles warn about where it is missing, besides the title.
  private static func required(by type: String) -> [Content] {
    switch type {
    case "article", "inproceedings", "inbook", "incollection": [.author, .venue, .date]
    case "book": [.author, .date]
    case "thesis", "phdthesis", "report", "techreport": [.author, .publisher, .date]
    case "patent": [.author, .number, .date]
    case "unpublished": [.author, .date]
    default: []
    }
  }

  /// - Returns: `nil` where the dialect has no such field in this entry type; `date` in BibTeX is `year` and `month`.
  static func name(_ content: Content, in type: String, _ dialect: BibTeXOptions.Dialect) -> String? {
    let isBiblatex = dialect == .biblatex
    switch content {
    case .title: return "title"
    case .shortTitle: return isBiblatex ? "shorttitle" : nil
    case .originalTitle: return isBiblatex && type == "book" ? "origtitle" : nil
    case .author: return "author"
    case .date: return isBiblatex ? "date" : "year"
    case .eprint: return "eprint"
    case .eprintType: return isBiblatex ? "eprinttype" : "archivePrefix"
    case .eprintClass: return isBiblatex ? "eprintclass" : "primaryClass"
    case .doi: return "doi"
    case .url: return "url"
    // A key by which the entry can be cited, too.
    case .keyAlias: return isBiblatex ? "ids" : nil
    case .language: return isBiblatex ? "langid" : nil
    case .keywords: return "keywords"
    case .note: return "note"
    case .abstract: return "abstract"
    // biblatex takes it as `annotation`, which Zotero does not read (rule B14).
    case .remarks: return "annote"
    case .other(let field):
      guard field.entryTypes?.contains(type) ?? true else { return nil }
      return isBiblatex ? field.names.biblatex : field.names.bibtex
    default: return publication[type]?[content].flatMap { isBiblatex ? $0.biblatex : $0.bibtex }
    }
  }

  private typealias Name = (biblatex: String?, bibtex: String?)

  /// Fields that only some entry types have: `nil` where a dialect has none. biber warns about any other.
  /// - Source: biblatex 3.18, `blx-dm.def`.
  private static let publication: [String: [Content: Name]] = {
    let both: (String) -> Name = { ($0, $0) }
    let place: Name = ("location", "address")
    let book: [Content: Name] = [
      .editor: both("editor"), .translator: ("translator", nil), .series: both("series"),
      .volume: both("volume"),
      .issue: both("number"), .edition: both("edition"), .publisher: both("publisher"), .place: place,
      .isbn: both("isbn"),
    ]
    let part = book.merging([
      .venue: both("booktitle"), .pages: both("pages"), .containerAuthor: ("bookauthor", nil),
    ]) { $1 }
    var proceedings = part.merging([.event: ("eventtitle", nil)]) { $1 }
    for content in [Content.edition, .containerAuthor, .translator] { proceedings[content] = nil }
    var collection = part
    collection[.containerAuthor] = nil
    let institution: [Content: Name] = [.place: place]
    let misc: [Content: Name] = [
      .editor: ("editor", nil), .venue: ("organization", "howpublished"), .place: ("location", nil),
    ]
    return [
      "article": [
        .editor: ("editor", nil), .translator: ("translator", nil), .venue: ("journaltitle", "journal"),
        .series: ("series", nil), .volume: both("volume"), .issue: both("number"), .pages: both("pages"),
        .issn: both("issn"),
      ],
      "inproceedings": proceedings, "inbook": part, "incollection": collection, "book": book,
      "thesis": institution.merging([.publisher: both("institution"), .isbn: both("isbn")]) { $1 },
      "phdthesis": institution.merging([.publisher: both("school")]) { $1 },
      "report": institution.merging([
        .publisher: both("institution"), .number: both("number"),
      ]) { $1 },
      "techreport": institution.merging([.publisher: both("institution"), .number: both("number")]) { $1 },
      "dataset": [
        .editor: both("editor"), .edition: both("edition"), .series: both("series"), .number: both("number"),
        .publisher: both("publisher"), .place: place, .venue: both("organization"),
      ],
      "software": misc, "misc": misc, "online": [.editor: both("editor"), .venue: both("organization")],
      "patent": [.number: both("number"), .place: place],
      "unpublished": [.place: ("location", nil), .venue: ("howpublished", nil), .event: ("eventtitle", nil)],
    ]
  }()

  static func eprintType(_ dialect: BibTeXOptions.Dialect) -> String {
    switch dialect {
    case .biblatex: "arxiv"
    case .bibtex: "arXiv"
    }
  }

  /// The macros of months that every style defines (rule B3).
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// What biblatex calls a language, by its code.
  /// - Source: biblatex 3.18, table 2.
  static let languages = [
    "ar": "arabic", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "gl": "galician", "hr": "croatian", "hu": "hungarian", "it": "italian", "ja": "japanese",
    "lt": "lithuanian",
    "lv": "latvian", "nb": "norsk", "nl": "dutch", "nn": "nynorsk", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian",
    "sv": "swedish", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
  ]
}

extension BibliographicRecord {
  /// Whether it has what leads to the paper on the web.
  fileprivate var hasAddress: Bool { url != nil || doi != nil || eprint != nil }
}
