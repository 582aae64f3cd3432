import DigestModel
import DigestText

/// A paper as an OpenURL context object, which reference managers take out of a page (rule H5).
///
/// Sources: ANSI/NISO Z39.88-2004, key/encoded-value formats; *OpenURL COinS: A Convention to Embed Bibliographic Metadata
/// in HTML*. Of a kind that has a format of its own, Zotero knows journal articles, books, chapters and theses; it takes
/// all others as Dublin Core, with its own word in `rft.type`.
struct ContextObject {
  private(set) var text = "ctx_ver=Z39.88-2004"

  init(_ paper: Paper) {
    let record = paper.record
    let form = Form(paper.publicationType)
    text += "&rft_val_fmt=info:ofi/fmt:kev:mtx:" + form.format
    add(form.genreKey, form.genre)
    add(form.titleKey, record.title?.plainText ?? paper.names.first ?? paper.id.label)
    add(form.containerKey, record.container)
    // Family name first: a name without a comma is taken for one in the order of speech.
    for name in record.authors { add("rft.au", name.sortText) }
    add("rft.date", (record.date?.start ?? paper.month.map { PartialDate($0) })?.description)
    for (key, detail) in Self.details { add(key, record.details[detail]) }
    let links = BibliographyLinks(paper)
    if let doi = links.doi { add("rft_id", "info:doi/" + doi) }
    if let isbn = links.isbn { add("rft.isbn", isbn) }
    if let url = links.url, HTMLAddress.href(url) != nil { add("rft_id", url) }
  }

  private static let details: [(key: StaticString, detail: Paper.Detail)] = [
    ("rft.volume", .volume), ("rft.issue", .issue), ("rft.pages", .pages), ("rft.pub", .publisher),
    ("rft.place", .place), ("rft.edition", .edition), ("rft.series", .series), ("rft.issn", .issn),
    ("rft.language", .language),
  ]

  private mutating func add(_ key: StaticString, _ value: String?) {
    guard let value, value.hasWords else { return }
    text += "&\(key)="
    var encoded: [UInt8] = []
    for byte in value.utf8 {
      if byte.isAlphanumeric || byte.isOne(of: "-._~:/,()") {
        encoded.append(byte)
      } else if byte == UInt8(ascii: " ") {
        encoded.append(UInt8(ascii: "+"))
      } else {
        encoded += [UInt8(ascii: "%"), Self.digit(byte >> 4), Self.digit(byte & 15)]
      }
    }
    text += String(decoding: encoded, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// The format of a kind of publication.
  private struct Form {
    var format: String
    var genreKey: StaticString = "rft.type"
    var genre: String
    var titleKey: StaticString = "rft.title"
    var containerKey: StaticString = "rft.source"

    init(_ type: PublicationType) {
      switch type {
      case .journalArticle, .review:
        (format, genreKey, genre) = ("journal", "rft.genre", "article")
        (titleKey, containerKey) = ("rft.atitle", "rft.jtitle")
      case .book:
        (format, genreKey, genre) = ("book", "rft.genre", "book")
        (titleKey, containerKey) = ("rft.btitle", "rft.series")
      case .chapter:
        (format, genreKey, genre) = ("book", "rft.genre", "bookitem")
        (titleKey, containerKey) = ("rft.atitle", "rft.btitle")
      case .thesis: (format, genreKey, genre) = ("dissertation", "rft.degree", "")
      default: (format, genre) = ("dc", Self.zoteroTypes[type] ?? "document")
      }
    }

    /// Source: the item types of Zotero 7.
    private static let zoteroTypes: [PublicationType: String] = [
      .preprint: "preprint", .magazineArticle: "magazineArticle", .newspaperArticle: "newspaperArticle",
      .conferencePaper: "conferencePaper", .encyclopediaEntry: "encyclopediaArticle", .report: "report",
      .dataset: "dataset", .software: "computerProgram", .webpage: "webpage", .blogPost: "blogPost",
      .patent: "patent", .standard: "standard", .speech: "presentation", .manuscript: "manuscript",
    ]
  }
}
