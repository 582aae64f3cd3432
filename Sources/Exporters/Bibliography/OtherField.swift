import DigestModel

/// What bibliographies have fields for and records have no part for. A source that has it under the name that one of these
/// formats uses has it as a member of `Record.extra`, and each format writes it under its own name.
enum OtherField: Int, CaseIterable {
  case visited, kind, titleAddition, addendum, status, medium, chapter, pageCount, volumeCount, part,
    originalDate, eventDate, eventPlace, file, shortContainer, database, callNumber, articleNumber, version,
    organization, holder, mainTitle, sortTitle, sortName, sortKey, sortYear, presort, subtype, shorthand,
    nameAddition, eventAddition, originalPublisher, originalPlace, authority

  /// What a format calls it, `nil` where it has no such field.
  struct Names {
    var biblatex: String?
    var bibtex: String?
    var cslJSON: String?
    /// The tag.
    var ris: String?
    /// In Hayagriva, where it stands by itself.
    var hayagriva: String?
    /// What else programs call it, in lower case.
    var others: [String] = []
  }

  var names: Names { Self.allNames[rawValue] }
  /// The entry types of BibTeX and biblatex that have it, `nil` for all.
  var entryTypes: Set<String>? { Self.allEntryTypes[rawValue] }

  /// The tables below, in the order of the cases: BibTeX asks for all of it for each record.
  private static let allNames = allCases.map(\.tableOfNames)
  private static let allEntryTypes = allCases.map(\.tableOfEntryTypes)

  /// - Sources: biblatex 3.18, section 2.2; CSL 1.0.2, appendix IV; the RIS specification (2011).
  private var tableOfNames: Names {
    switch self {
    case .visited:
      Names(
        biblatex: "urldate", cslJSON: "accessed", ris: "Y2", hayagriva: "url.date",
        others: ["accessdate", "date-accessed", "urlaccessdate", "lastchecked"])
    case .kind:
      Names(
        biblatex: "type", bibtex: "type", cslJSON: "genre", hayagriva: "genre",
        others: ["thesistype", "thesis-type", "reporttype"])
    case .titleAddition: Names(biblatex: "titleaddon")
    case .addendum: Names(biblatex: "addendum")
    case .status: Names(biblatex: "pubstate", cslJSON: "status")
    case .medium: Names(biblatex: "howpublished", bibtex: "howpublished", cslJSON: "medium")
    case .chapter: Names(biblatex: "chapter", bibtex: "chapter", cslJSON: "chapter-number")
    case .pageCount:
      Names(
        biblatex: "pagetotal", cslJSON: "number-of-pages", hayagriva: "page-total",
        others: ["numpages", "page-total"])
    case .volumeCount:
      Names(
        biblatex: "volumes", cslJSON: "number-of-volumes", hayagriva: "volume-total",
        others: ["numberofvolumes", "volume-total"])
    case .part: Names(biblatex: "part", cslJSON: "part-number")
    case .originalDate: Names(biblatex: "origdate", cslJSON: "original-date")
    case .eventDate: Names(biblatex: "eventdate", cslJSON: "event-date")
    case .eventPlace: Names(biblatex: "venue", cslJSON: "event-place")
    case .file: Names(biblatex: "file")
    case .shortContainer:
      Names(
        biblatex: "shortjournal", cslJSON: "container-title-short", ris: "J2",
        hayagriva: "parent.title.short",
        others: ["journalabbreviation", "journalabbr"])
    case .database: Names(cslJSON: "source", ris: "DP", others: ["librarycatalog"])
    case .callNumber:
      Names(cslJSON: "call-number", ris: "CN", hayagriva: "call-number", others: ["callnumber"])
    case .articleNumber:
      Names(biblatex: "eid", bibtex: "eid", others: ["articleno", "article-number", "artnum"])
    case .version: Names(biblatex: "version", cslJSON: "version", hayagriva: "serial-number.version")
    case .organization: Names(biblatex: "organization", bibtex: "organization", hayagriva: "organization")
    case .holder: Names(biblatex: "holder")
    case .mainTitle: Names(biblatex: "maintitle")
    case .sortTitle: Names(biblatex: "sorttitle")
    case .sortName: Names(biblatex: "sortname")
    case .sortKey: Names(biblatex: "sortkey")
    case .sortYear: Names(biblatex: "sortyear")
    case .presort: Names(biblatex: "presort")
    case .subtype: Names(biblatex: "entrysubtype")
    case .shorthand: Names(biblatex: "shorthand")
    case .nameAddition: Names(biblatex: "nameaddon")
    case .eventAddition: Names(biblatex: "eventtitleaddon")
    case .originalPublisher: Names(biblatex: "origpublisher", cslJSON: "original-publisher")
    case .originalPlace: Names(biblatex: "origlocation", cslJSON: "original-publisher-place")
    case .authority: Names(cslJSON: "authority")
    }
  }

  /// Whether its value is a date.
  var isDate: Bool {
    switch self {
    case .visited, .originalDate, .eventDate: true
    default: false
    }
  }

  /// Whether its value is a list of names of BibTeX.
  var isNames: Bool { self == .holder || self == .sortName }

  /// - Sources: what biber 2.18 takes when it validates against its data model; `btxdoc`, section 3.1.
  private var tableOfEntryTypes: Set<String>? {
    switch self {
    case .kind:
      [
        "thesis", "report", "dataset", "software", "misc", "patent", "unpublished", "manual", "booklet",
        "phdthesis", "mastersthesis", "techreport",
      ]
    case .medium: ["software", "misc", "booklet", "unpublished"]
    case .organization:
      ["inproceedings", "proceedings", "mvproceedings", "manual", "misc", "software", "online", "dataset"]
    case .version:
      ["article", "dataset", "manual", "misc", "software", "online", "patent", "report"]
    case .holder: ["patent"]
    case .chapter: Self.inVolumes.union(Self.volumes).union(["thesis", "report", "manual", "booklet"])
    case .pageCount:
      Self.volumes.union(["mvbook", "mvproceedings", "thesis", "report", "manual", "booklet"])
    case .volumeCount: Self.inVolumes.union(Self.volumes).union(Self.severalVolumes)
    case .part: Self.inVolumes.union(Self.volumes)
    case .mainTitle: Self.inVolumes.union(Self.volumes)
    case .articleNumber:
      Self.inVolumes.union(Self.volumes).union(["article", "thesis", "report", "manual", "booklet"])
    case .eventDate, .eventPlace, .eventAddition:
      ["inproceedings", "proceedings", "mvproceedings", "unpublished"]
    default: nil
    }
  }

  private static let volumes: Set<String> = ["book", "collection", "reference", "proceedings"]
  private static let severalVolumes: Set<String> = ["mvbook", "mvcollection", "mvreference", "mvproceedings"]
  private static let inVolumes: Set<String> = [
    "inproceedings", "inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference",
  ]

  /// The field of a member, by any of its names.
  /// - Parameter name: in lower case.
  static func named(_ name: String) -> OtherField? { byName[name] }

  private static let byName: [String: OtherField] = {
    var byName: [String: OtherField] = [:]
    for field in allCases {
      let names = field.names
      let own = [names.biblatex, names.cslJSON, names.ris?.lowercased()].compactMap(\.self)
      for name in own + names.others { byName[name] = field }
    }
    return byName
  }()
}
