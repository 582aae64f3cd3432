import DigestModel
import DigestText

/// What a feed says of one paper.
struct FeedEntry {
  /// The address of the paper, else a `tag:` URI: the same in every feed that names it (rule F1).
  var id: String
  var title: String
  /// Where it can be read.
  var url: String?
  var authors: [String]
  /// The paper's own abstract.
  var summary: String?
  /// What the digest says, as HTML.
  var html: String
  /// The day of its publication, where a source says one.
  var published: String?
  /// When an entry was changed last, as far as sources say (rule F2).
  var updated: String
  /// The date as it is known, where it is more or less than a day.
  var date: String?
  /// Topics with ` > ` between their levels, and keywords.
  var tags: [String]
  /// To code, data and the like.
  var links: [Paper.Link]
  var doi: String?
  var type: String?
  var details: [(field: Field, text: String)]
  /// Ids besides those, with their schemes.
  var identifiers: [String]

  /// What both formats have a name for besides.
  struct Field {
    var detail: Paper.Detail
    /// The element in Atom.
    var atom: StaticString
    /// The member in JSON Feed.
    var json: String
  }

  static let fields = [
    Field(detail: .container, atom: "prism:publicationName", json: "container"),
    Field(detail: .volume, atom: "prism:volume", json: "volume"),
    Field(detail: .issue, atom: "prism:number", json: "issue"),
    Field(detail: .pages, atom: "prism:pageRange", json: "pages"),
    Field(detail: .issn, atom: "prism:issn", json: "issn"),
    Field(detail: .isbn, atom: "prism:isbn", json: "isbn"),
    Field(detail: .publisher, atom: "dc:publisher", json: "publisher"),
    Field(detail: .language, atom: "dc:language", json: "language"),
    Field(detail: .comment, atom: "arxiv:comment", json: "comment"),
  ]

  /// - Parameter fallback: when the entry was changed, where no source says a date of the paper.
  init(_ record: BibliographicRecord, fallback: String, _ losses: inout LossLog) {
    var keyword = KeywordText(separators: "")
    id = FeedID.paper(record)
    title = record.title
    url = record.url.flatMap { LinkAddress.isAllowed($0) ? $0 : nil }
    authors = record.group(.author).names.map(\.displayText)
    summary = record.abstract?.text
    html = RemarksHTML(record, links: record.links).html
    let isDay = record.date.map { $0 == EDTFDate($0.start) && $0.start.day != nil } ?? false
    published = isDay ? record.date.map { FeedDate.text($0.start) } : nil
    updated = record.date.map { FeedDate.text($0.start) } ?? fallback
    date = isDay ? nil : record.date?.description
    // A topic may have no label.
    tags = record.keywordList(&keyword).filter { !$0.isEmpty }
    keyword.recordLosses(in: &losses, at: record.anchor)
    links = record.links.filter { LinkAddress.isAllowed($0.url) }
    doi = record.doi
    type = record.isTypeSaid && record.type != .preprint ? record.type.rawValue : nil
    details = Self.fields.compactMap { field in record.details[field.detail].map { (field, $0) } }
    identifiers = record.identifiers().filter { $0.scheme != .url }.map(\.label)
    if let id = record.idWithoutField { identifiers.insert(id.label, at: 0) }
  }
}

/// Dates of feeds, which are days with a time.
enum FeedDate {
  /// RFC 3339: the first day of what is known, at its beginning in UTC.
  static func text(_ date: PartialDate) -> String {
    let first = PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1) ?? date
    return "\(first)T00:00:00Z"
  }

  /// Where no source says any date: never the time of the run.
  static let none = "1970-01-01T00:00:00Z"
}

/// Ids of feeds and entries.
///
/// - Source: RFC 4287, section 4.2.6; RFC 4151 (`tag:`).
enum FeedID {
  /// What those begin with that are no addresses. Part of the format: never change.
  static let prefix = "tag:digest-convert,2024:"

  static func paper(_ record: BibliographicRecord) -> String {
    record.id.url ?? prefix + "paper/" + escaped(record.id.description)
  }

  /// - Parameter name: what the digest is called.
  static func feed(_ period: String?, _ name: String) -> String {
    prefix + "digest/" + escaped(period ?? "") + "/" + FNV.hash(name.utf8)
  }

  /// With percent signs for what stands in no URI (RFC 3986, section 2.1).
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte.isAlphanumeric || "-._~:".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        for digit in [byte >> 4, byte & 15] { bytes.append(Array("0123456789ABCDEF".utf8)[Int(digit)]) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
