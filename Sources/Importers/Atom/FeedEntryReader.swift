import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Makes the members of a record of one entry.
struct FeedEntryReader {
  private let isArXiv: Bool
  private let isOurs: Bool
  private var fields: [LocatedMember] = []
  private var authors: [LocatedNode] = []
  private var categories: [LocatedNode] = []
  private var keywords: [LocatedNode] = []
  private var links: [LocatedNode] = []
  /// Whether the entry leads to a paper.
  private(set) var isPaper = false

  /// - Parameter isOurs: whether we wrote the feed: all of its entries are papers.
  init(isArXiv: Bool, isOurs: Bool = false) {
    self.isArXiv = isArXiv
    self.isOurs = isOurs
    isPaper = isOurs
  }

  func members() -> [LocatedMember] {
    fields
      + [("authors", authors), ("categories", categories), ("keywords", keywords), ("links", links)]
      .compactMap { LocatedMember($0, $1) }
  }

  // MARK: - Atom

  mutating func read(atom entry: XMLNode) {
    for element in entry.elements {
      switch element.localName {
      case "id", "guid": add(id: element)
      case "title": add(title: element)
      case "summary": add(summary: element)
      case "author": authors.append(LocatedNode(element))
      case "creator": add(creator: element)
      case "category", "subject": add(category: element)
      case "primary_category":
        element.attribute("term").map { fields.append(LocatedMember("primary_category", $0)) }
      case "link": add(link: element)
      case "identifier": add(id: element)
      // It says when the entry was changed, which follows from the rest.
      case "updated" where isOurs: break
      case "content" where isOurs: add(content: element)
      default: add(other: element)
      }
    }
    completeDate()
  }

  /// A remark for each paragraph that we wrote.
  private mutating func add(content element: XMLNode) {
    let paragraphs = OwnFeed.paragraphs(element.text).map {
      LocatedNode(text: $0, range: element.textRange)
    }
    if let member = LocatedMember("annote", paragraphs) { fields.append(member) }
  }

  /// An entry that says only when it was changed last has that date.
  private mutating func completeDate() {
    let dates = ["published", "date", "prismCoverDate", "publicationDate"]
    guard !fields.contains(where: { dates.contains($0.key) }),
      let index = fields.firstIndex(where: { $0.key == "updated" })
    else { return }
    fields[index].key = "date"
  }

  private mutating func add(other element: XMLNode) {
    let name = element.localName.lowercased()
    if element.text.isBlankText, element.attributes.first(where: { _ in true }) == nil, element.isEmpty {
      return
    }
    // Addresses and DOIs of journals are ids as well.
    if name == "doi" || name == "url" { noteID(element.text.trimmed) }
    if let field = FeedNames.fields[name] {
      fields.append(LocatedMember(field, element))
    } else {
      fields.append(LocatedMember(element))
    }
  }

  // MARK: - Ids

  private mutating func noteID(_ text: String) {
    if let id = PaperID(identifier: text), id.scheme != .url, id.scheme != .other { isPaper = true }
  }

  /// The id of an entry where it is one of a paper: `http://arxiv.org/abs/1605.08386v1`, `oai:arXiv.org:2409.00001v1`.
  private mutating func add(id element: XMLNode) {
    let text = element.text.trimmed
    guard !text.isEmpty, !text.hasPrefix(OwnFeed.prefix) else { return }
    let bare = text.lowercased().hasPrefix("oai:arxiv.org:") ? String(text.dropFirst(14)) : text
    if let id = PaperID(identifier: bare), id.scheme != .url, id.scheme != .other {
      isPaper = true
      fields.append(LocatedMember("id", text: bare, element))
    } else if PaperID(text)?.scheme == .url {
      if !fields.contains(where: { $0.value.text == text }) { fields.append(LocatedMember("guid", element)) }
    } else {
      fields.append(LocatedMember("guid", element))
    }
  }

  // MARK: - Links

  private mutating func add(link element: XMLNode) {
    guard let attribute = element.attribute("href") else {
      // RSS has the address as text.
      let text = element.text.trimmed
      guard !text.isEmpty else { return }
      noteID(text)
      return fields.append(LocatedMember("url", element))
    }
    let (rel, title) = (element["rel"] ?? "alternate", element["title"]?.lowercased())
    noteID(attribute.value)
    switch (rel, title) {
    case (_, "doi"): fields.append(LocatedMember("doi", attribute))
    case _ where title == "pdf" || element["type"] == "application/pdf":
      fields.append(LocatedMember("pdf", attribute))
    case ("alternate", _) where !fields.contains { $0.key == "url" }:
      fields.append(LocatedMember("url", attribute))
    default: links.append(LocatedNode(element))
    }
  }

  // MARK: - Words

  private mutating func add(title element: XMLNode) {
    guard isArXiv, let (title, id) = FeedListing.title(element.text.trimmed) else {
      return fields.append(LocatedMember("title", element))
    }
    fields.append(LocatedMember("title", text: title, element))
    isPaper = true
    fields.append(LocatedMember("id", text: id, element))
  }

  private mutating func add(summary element: XMLNode) {
    guard isArXiv, let listing = FeedListing(element.text.trimmed) else {
      return fields.append(LocatedMember("summary", element))
    }
    isPaper = true
    fields.append(LocatedMember("id", text: listing.id, element))
    if let announcement = listing.announcement {
      fields.append(LocatedMember("announceType", text: announcement, element))
    }
    if !listing.abstract.isEmpty { fields.append(LocatedMember("summary", text: listing.abstract, element)) }
  }

  /// Names in one text, in old listings of arXiv with a link each.
  private mutating func add(creator element: XMLNode) {
    let text = RecordText.html(element.text).inlines.withoutLinks.trimmed
    guard !text.isEmpty else { return }
    if isArXiv {
      // All of them in one text, which says how they are parted.
      fields.append(LocatedMember("creators", text: text, element))
    } else {
      authors.append(LocatedNode(text: text, range: element.textRange))
    }
  }

  /// Classes of arXiv are categories, all others keywords.
  private mutating func add(category element: XMLNode) {
    let attribute = element.attribute("term")
    let text = (attribute?.value ?? element.text).trimmed
    guard !text.isEmpty else { return }
    let range = attribute?.valueRange ?? element.textRange
    if isOurs {
      keywords.append(LocatedNode(text: text, range: range))
    } else if ArXivCategory.isCategory(text) {
      categories.append(LocatedNode(text: text, range: range))
    } else {
      for word in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
        keywords.append(LocatedNode(text: String(word).trimmed, range: range))
      }
    }
  }

  // MARK: - RSS

  mutating func read(rss item: XMLNode) {
    for element in item.elements {
      switch element.localName {
      case "guid", "identifier": add(id: element)
      case "title": add(title: element)
      case "description": add(summary: element)
      case "author", "creator": add(creator: element)
      case "category", "subject": add(category: element)
      case "link": add(link: element)
      default: add(other: element)
      }
    }
    completeDate()
  }

  // MARK: - OAI-PMH

  /// - Returns: `false` where the record has no metadata.
  mutating func read(oai record: XMLNode) -> Bool {
    guard let metadata = record.first("metadata")?.elements.first(where: { _ in true }) else { return false }
    isPaper = true
    if metadata.localName == "dc" {
      read(dublinCore: metadata)
    } else {
      for element in metadata.elements { add(oai: element) }
    }
    if let header = record.first("header") {
      for name in ["datestamp", "setSpec"] {
        for element in header.elements(name) { fields.append(LocatedMember(element)) }
      }
      if !fields.contains(where: { $0.key == "id" }), let id = header.first("identifier") { add(id: id) }
    }
    fields = fields.grouped
    return true
  }

  private mutating func add(oai element: XMLNode) {
    switch element.localName {
    case "id": fields.append(LocatedMember("id", element))
    case "authors" where !element.elements("author").isEmpty:
      authors += element.elements("author").map { LocatedNode($0) }
    case "version":
      // arXivRaw: the date of each version.
      fields.append(
        LocatedMember(key: "versions", keyRange: element.tagName, value: LocatedNode(element)))
    case "comments": fields.append(LocatedMember("comment", element))
    default: if !element.isEmpty { fields.append(LocatedMember(element)) }
    }
  }

  private mutating func read(dublinCore metadata: XMLNode) {
    for element in metadata.elements {
      let text = element.text.trimmed
      switch element.localName {
      case "creator": authors.append(LocatedNode(text: text, range: element.textRange))
      case "subject": add(category: element)
      case "identifier": add(id: element)
      case "description" where text.hasPrefix("Comment: "):
        fields.append(LocatedMember("comment", text: String(text.dropFirst(9)), element))
      case "description": fields.append(LocatedMember("summary", element))
      case "date":
        // The first is that of the first version.
        fields.append(LocatedMember(fields.first("date") == nil ? "date" : "updated", element))
      // `text` says nothing of the kind of publication.
      case "type" where text == "text": continue
      default: fields.append(LocatedMember(element))
      }
    }
  }
}

/// The texts of arXiv's listings.
///
/// - Source: <https://info.arxiv.org/help/rss_specifications.html>
struct FeedListing {
  let id: String
  let announcement: String?
  let abstract: String

  /// `arXiv:2409.00001v1 Announce Type: new Abstract: We …`
  init?(_ text: String) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let first = words.first, first.lowercased().hasPrefix("arxiv:"), PaperID(String(first)) != nil
    else {
      return nil
    }
    id = String(first)
    var rest = words.count > 1 ? String(words[1]) : ""
    if rest.hasPrefix("Announce Type:") {
      let parts = rest.dropFirst(14).split(maxSplits: 1, whereSeparator: \.isWhitespace)
      announcement = parts.first.map(String.init)
      rest = parts.count > 1 ? String(parts[1]) : ""
    } else {
      announcement = nil
    }
    abstract = (rest.hasPrefix("Abstract:") ? String(rest.dropFirst(9)) : rest).trimmed
  }

  /// `Kites. (arXiv:2009.00001v1 [cs.CL])`, with or without `UPDATED` after it.
  static func title(_ text: String) -> (title: String, id: String)? {
    guard let start = text.range(ofLast: "(arXiv:"),
      let id = text[start.upper...].split(separator: " ").first,
      PaperID("arXiv:" + id) != nil
    else { return nil }
    var title = String(text[..<start.lower]).trimmed
    if title.hasSuffix(".") { title.removeLast() }
    return title.isEmpty ? nil : (title, "arXiv:" + id)
  }
}

extension String {
  /// Where a text stands last.
  fileprivate func range(ofLast part: String) -> (lower: Index, upper: Index)? {
    var found: (Index, Index)?
    var rest = self[...]
    while let start = rest.firstIndex(of: "(") {
      if rest[start...].hasPrefix(part) { found = (start, index(start, offsetBy: part.count)) }
      rest = rest[index(after: start)...]
    }
    return found
  }
}

extension [Inline] {
  /// The words, those of links without their addresses.
  fileprivate var withoutLinks: String {
    reduce(into: "") { text, inline in
      if case .link(let words, _, _) = inline { text += words.plainText } else { text += [inline].plainText }
    }
  }
}
