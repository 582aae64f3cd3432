/// Who wrote a record, as far as it says what language its text is in.
enum RecordDialect {
  /// TeX text, as arXiv has it and people write it.
  case plain
  /// Text with tags and entities.
  case html
  /// The same in CSL-JSON, where an `article` is a preprint.
  case csl
  /// Text with tags and entities, with a full stop after each title: DBLP and PubMed.
  case library
  /// Fields of BibTeX: TeX text, and names by BibTeX's rules.
  case bibTeX
  /// Our own records: Markdown.
  case own
  /// TeX text; a name in one text is one of a body.
  case cff
  /// Text without marks, as our RIS files have it.
  case ownRIS
  /// Text with the tags of CSL, as our CSL-JSON has it.
  case ownCSL
  /// Text without marks, and names in the parts that their members say, as our Hayagriva has it.
  case ownHayagriva
  /// Markdown that an importer has made of the markup of its format: JATS.
  case markup

  /// Keys that only one source has.
  private static let signatures: [String: RecordDialect] = [
    "mentions": .own, "hasMoreAuthors": .own,
    // Zotero
    "itemType": .html, "abstractNote": .html,
    // OpenAlex
    "authorships": .html, "abstract_inverted_index": .html, "primary_location": .html,
    // Crossref and CSL-JSON
    "container-title": .csl, "issued": .csl, "citation-key": .csl, "is-referenced-by-count": .html,
    // DataCite
    "relatedIdentifiers": .html, "rightsList": .html,
    // PubMed and Europe PMC
    "authorString": .library, "fulljournalname": .library, "pubmed_id": .html, "pmcid": .html,
    // DBLP
    "ee": .library, "mdate": .library,
  ]

  /// Whether the full stop at the end of a title is not of the title.
  var endsTitles: Bool { self == .library }

  /// Whether a file is one of our bibliographies.
  var isOurFile: Bool { self == .ownRIS || self == .ownCSL || self == .ownHayagriva }

  /// Whether names are in the parts that their members say, and a literal is never split.
  var saysPartsOfNames: Bool { self == .ownCSL || self == .ownHayagriva }

  /// Whether names can be written in TeX.
  var hasTeXNames: Bool { !isOurFile }

  /// Whether an `article` is a preprint.
  var wordsAreOfCSL: Bool { self == .csl || self == .ownCSL || self == .ownHayagriva || self == .own }

  /// The dialect of a source that alone has a key.
  init?(key: String) {
    guard let dialect = Self.signatures[key] else { return nil }
    self = dialect
  }

  mutating func note(_ dialect: RecordDialect) {
    switch self {
    case .own, .ownRIS, .ownCSL, .ownHayagriva, .library, .cff, .markup: break
    default: self = dialect
    }
  }
}
