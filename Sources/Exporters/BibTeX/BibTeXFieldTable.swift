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
        .other(.organization), .other(.medium), .event, .series, .volume, .issue, .number, .edition, .pages,
        .publisher, .place,
        .other(.kind), .isbn, .issn,
        .date, .eprint, .eprintType, .eprintClass, .doi, .url,
      ] + OtherField.allCases.filter { ![.kind, .medium, .organization].contains($0) }.map(Content.other)
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

  /// - Returns: `nil` where the dialect has no such field in this entry type; `date` in BibTeX is `year` and `month`.
  static func name(_ content: Content, in type: String, _ dialect: BibTeXOptions.Dialect) -> String? {
    let isBiblatex = dialect == .biblatex
    switch content {
    case .title: return "title"
    case .shortTitle: return isBiblatex ? "shorttitle" : nil
    case .originalTitle: return isBiblatex && type == "book" ? "origtitle" : nil
    case .author: return isBiblatex && BibTeXEntryType.withoutAuthor.contains(type) ? nil : "author"
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
    default:
      return BibTeXPublicationFields.byType[type]?[content].flatMap { isBiblatex ? $0.biblatex : $0.bibtex }
    }
  }

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
