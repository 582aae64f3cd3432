import DigestModel

/// The fields that only some entry types have, `nil` where a dialect has none. biber warns about any other.
/// - Source: biblatex 3.18, `blx-dm.def`; `btxdoc`, section 3.1.
enum BibTeXPublicationFields {
  typealias Name = (biblatex: String?, bibtex: String?)
  private typealias Content = BibTeXFieldTable.Content
  private typealias Fields = [Content: Name]

  private static func both(_ name: String) -> Name { (name, name) }
  private static let place: Name = ("location", "address")

  /// By entry type.
  static let byType: [String: [BibTeXFieldTable.Content: Name]] = {
    var types = volumes.merging(parts) { $1 }.merging(documents) { $1 }
    types["article"] = [
      .editor: ("editor", nil), .translator: ("translator", nil), .venue: ("journaltitle", "journal"),
      .series: ("series", nil), .volume: both("volume"), .issue: both("number"), .pages: both("pages"),
      .issn: both("issn"),
    ]
    types["periodical"] = [
      .editor: ("editor", nil), .series: ("series", nil), .volume: ("volume", nil), .issue: ("number", nil),
      .issn: ("issn", nil),
    ]
    return types
  }()

  private static let book: Fields = [
    .editor: both("editor"), .translator: ("translator", nil), .series: both("series"),
    .volume: both("volume"), .issue: both("number"), .edition: both("edition"), .pages: both("pages"),
    .publisher: both("publisher"), .place: place, .isbn: both("isbn"),
  ]

  /// What is a volume, or several.
  private static let volumes: [String: Fields] = {
    let severalVolumes = without([.pages], in: book)
    let proceedings = without([.translator, .edition], in: book).merging([.event: ("eventtitle", nil)]) { $1 }
    return [
      "book": book, "collection": book, "reference": book, "mvbook": severalVolumes,
      "mvcollection": without([.series], in: severalVolumes),
      "mvreference": without([.series], in: severalVolumes), "proceedings": proceedings,
      "mvproceedings": without([.pages, .volume], in: proceedings),
      "manual": [
        .editor: ("editor", nil), .series: ("series", nil), .number: ("number", nil),
        .edition: both("edition"), .pages: ("pages", nil), .publisher: ("publisher", nil), .place: place,
        .isbn: ("isbn", nil),
      ],
      "booklet": [.editor: ("editor", nil), .pages: ("pages", nil), .place: place],
    ]
  }()

  /// What stands in a volume.
  private static let parts: [String: Fields] = {
    let part = book.merging([.venue: both("booktitle"), .containerAuthor: ("bookauthor", nil)]) { $1 }
    let collection = without([.containerAuthor], in: part)
    let proceedings = without([.edition, .containerAuthor, .translator], in: part)
    return [
      "inbook": part, "bookinbook": part, "suppbook": part, "incollection": collection,
      "suppcollection": collection, "inreference": collection,
      "inproceedings": proceedings.merging([.event: ("eventtitle", nil)]) { $1 },
    ]
  }()

  /// What an institution or nobody publishes.
  private static let documents: [String: Fields] = {
    let misc: Fields = [
      .editor: ("editor", nil), .venue: ("organization", "howpublished"), .place: ("location", nil),
    ]
    let thesis: Fields = [.publisher: both("school"), .place: place]
    let report: Fields = [
      .publisher: both("institution"), .number: both("number"), .place: place, .pages: ("pages", nil),
    ]
    return [
      "thesis": [
        .publisher: both("institution"), .place: place, .pages: ("pages", nil),
      ],
      "phdthesis": thesis, "mastersthesis": thesis, "report": report, "techreport": report,
      "dataset": [
        .editor: both("editor"), .edition: both("edition"), .series: both("series"), .number: both("number"),
        .publisher: both("publisher"), .place: place, .venue: both("organization"),
      ],
      "software": misc, "misc": misc, "online": [.editor: both("editor"), .venue: both("organization")],
      "patent": [.number: both("number"), .place: place],
      "unpublished": [.place: ("location", nil), .venue: ("howpublished", nil), .event: ("eventtitle", nil)],
    ]
  }()

  private static func without(_ contents: [Content], in fields: Fields) -> Fields {
    fields.filter { !contents.contains($0.key) }
  }
}
