import DigestModel
import DigestSyntax
import DigestText

// Where a paper was published, by which ids and addresses it is found, and what else is said of it.
extension JATSWriter {
  /// Source, conference, volume, issue, pages, publisher.
  mutating func writePublication(_ reference: JATSReference) {
    let paper = reference.paper
    let details = paper.record.details
    if let venue = reference.venue {
      // The `source` of a book is its title, unless another element is.
      if reference.hasTitle || !reference.isBook {
        part("source", venue)
      } else {
        part(named: "venue", venue)
      }
    } else if reference.type == .preprint, paper.isOnArXiv {
      part("source", "arXiv")
    }
    if reference.venue == nil, let archive = paper.record.container, archive.lowercased() != "arxiv" {
      part(named: "venue", archive)
    }
    part("conf-name", details[.event])
    part("series", details[.series])
    part("volume", details[.volume], after: ", ")
    if let issue = details[.issue], issue.hasWords {
      part("issue", issue, after: "(")
      writeGenerated(")")
    }
    if let pages = details[.pages], pages.hasWords { write(JATSPages(pages)) }
    part("edition", details[.edition])
    part("publisher-name", details[.publisher])
    part("publisher-loc", details[.place], after: ", ")
    if reference.type == .patent {
      part("patent", details[.number])
    } else {
      part(named: "number", details[.number], after: ". No. ")
    }
    part("isbn", details[.isbn], after: ". ISBN ")
    part("issn", details[.issn], after: ". ISSN ")
  }

  private mutating func write(_ pages: JATSPages) {
    switch pages {
    case .range(let first, let last):
      part("fpage", first, after: ": ")
      part("lpage", last, after: "–")
    case .page(let page): part("fpage", page, after: ": ")
    case .number(let number): part("elocation-id", number, after: ": ")
    case .other(let text): part("page-range", text, after: ": ")
    }
  }

  // MARK: Ids and addresses

  /// Rule I5: the version is an element of its own; `designator` is what machines read of it (JATS4R).
  mutating func writeIdentifiers(_ paper: Paper) {
    if let version = paper.version {
      beginPart(". v")
      xml.start("version", .mixed)
      xml.attribute("designator", String(version))
      xml.text(String(version))
      xml.end()
    }
    let ids = [paper.id] + paper.record.identifiers
    var dois = ids.filter { $0.scheme == .doi }.map(\.value)
    for id in ids where id.scheme == .arxiv { writeIdentifier("arxiv", id.value) }
    if dois.isEmpty, paper.venue == nil, let doi = ids.lazy.compactMap(\.doi).first { dois = [doi] }
    for doi in dois { writeIdentifier("doi", doi) }
    for id in ids { writeIdentifier(id) }
  }

  private mutating func writeIdentifier(_ id: PaperID) {
    switch id.scheme {
    case .arxiv, .doi, .url, .title: break
    case .other:
      // `mag:2963403868`
      let parts = id.value.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { return writeIdentifier("id", id.value, isKnown: false) }
      writeIdentifier(String(Substring(parts[0])), String(Substring(parts[1])), isKnown: false)
    case .pmid, .pmcid, .isbn: writeIdentifier(id.scheme.prefix ?? "id", id.value)
    default: writeIdentifier(id.scheme.prefix ?? "id", id.value, isKnown: false)
    }
  }

  /// - Parameter isKnown: whether JATS has a word for the type; it calls others `custom`.
  private mutating func writeIdentifier(_ type: String, _ id: String, isKnown: Bool = true) {
    guard id.hasWords else { return }
    beginPart(". \(type):")
    xml.start("pub-id", .mixed)
    xml.attribute("pub-id-type", isKnown ? type : "custom")
    if !isKnown { xml.attribute("custom-type", type) }
    write(plain: id)
    xml.end()
  }

  /// The address of the paper, then those that a source gives, with what each leads to.
  mutating func writeLinks(_ paper: Paper) {
    let given = paper.record.links.filter(\.url.hasWords)
    let address = BibliographyLinks(paper).url
    if let address, !given.contains(where: { $0.url == address }) {
      writeLink(address, title: paper.id.scheme == .url ? nil : paper.id.label, kind: nil)
    }
    for link in given {
      guard LinkAddress.isAllowed(link.url) else {
        losses.record(.paperLinks, .degraded, LinkAddress.refusal, at: paper.record.origins[.links])
        part(
          named: "extra:" + link.kind.kebabCased, link.url,
          after: ". \(BibliographyLinks.label(of: link.kind)): ")
        continue
      }
      let title = link.url == address && paper.id.scheme != .url ? paper.id.label : nil
      writeLink(link.url, title: title ?? BibliographyLinks.label(of: link.kind), kind: link.kind)
    }
    for id in paper.record.identifiers
    where id.scheme == .url && !given.contains(where: { $0.url == id.value }) {
      writeLink(id.value, title: nil, kind: nil)
    }
  }

  private mutating func writeLink(_ address: String, title: String?, kind: Paper.Link.Kind?) {
    beginPart()
    xml.start("ext-link", .mixed)
    xml.attribute("ext-link-type", "uri")
    if let kind { xml.attribute("specific-use", kind.kebabCased) }
    xml.attribute("xlink:href", address)
    // JATS4R's accessibility recommendation: an address does not say what it leads to.
    if let title { xml.attribute("xlink:title", title) }
    write(plain: address)
    xml.end()
  }

  // MARK: Notes

  mutating func writeNotes(_ reference: JATSReference) {
    let paper = reference.paper
    let record = paper.record
    if let comment = record.details[.comment] { part("comment", comment) }
    // The identifier is `math/0309136`, whatever the class.
    if paper.id.subjectClass != nil { part(named: "archive", paper.id.archive) }
    for (index, category) in record.categories.enumerated() {
      part(named: "category", category, after: index == 0 ? ". " : ", ")
    }
    for (index, tag) in record.keywords.enumerated() {
      part(named: "tag", tag, after: index == 0 ? ". " : ", ")
    }
    for topic in record.topics { writeTopic(topic) }
    if let rank = record.rank { part(named: "rank", String(rank), after: ". Rank ") }
    part(named: "language", record.details[.language])
    part(named: "citation-key", record.citationKey)
    // Several types of CSL have one word in JATS.
    if let type = record.type, reference.form.isAmbiguous(for: type) { part(named: "type", type.rawValue) }
    for field in record.extra {
      let data = JATSData(field.value)
      part(
        named: (data.isJSON ? "extra-json:" : "extra:") + field.key, data.text, after: ". \(field.key): ")
    }
  }

  /// A path of topics that only the record names: `Vision > Depth`, or JSON where a label holds that sign.
  private mutating func writeTopic(_ path: [String]) {
    if path.contains(where: { $0.contains(" > ") }) || path.contains("") {
      part(named: "topic-json", JATSData(.sequence(path.map { .string($0) })).text)
    } else {
      part(named: "topic", path.joined(separator: " > "))
    }
  }
}

/// `12-34` and what else people call pages.
enum JATSPages: Equatable {
  /// From and to.
  case range(String, String)
  /// One page.
  case page(String)
  /// The number of an article that has no pages in its journal: `e0123456`.
  case number(String)
  /// Pages that are not in a row, and anything else.
  case other(String)

  init(_ text: String) {
    let trimmed = text.trimmed
    let parts = Self.split(trimmed)
    if parts.count == 2, parts.allSatisfy(Self.isPage) {
      self = .range(parts[0], parts[1])
    } else if parts.count == 1, Self.isPage(trimmed) {
      self = trimmed.utf8.allSatisfy(\.isDigit) ? .page(trimmed) : .number(trimmed)
    } else {
      self = .other(text)
    }
  }

  /// At a hyphen, two of them, or an en or em dash, with or without spaces around it.
  private static func split(_ text: String) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var isDash = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-", "\u{2010}"..."\u{2015}", "\u{2212}":
        if !isDash { parts.append(String.UnicodeScalarView()) }
        isDash = true
      default:
        parts[parts.count - 1].append(scalar)
        isDash = false
      }
    }
    return parts.map { String($0).trimmed }
  }

  /// `123`, `S12`, `12a`, `1:5`: letters and digits with at least one digit.
  private static func isPage(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.contains(where: \.isDigit)
      && bytes.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }
}

extension Paper {
  fileprivate var isOnArXiv: Bool {
    id.scheme == .arxiv || record.identifiers.contains { $0.scheme == .arxiv }
  }
}

extension PublicationForm {
  /// Whether a reader of `publication-type` would take a paper for another type than the given one.
  fileprivate func isAmbiguous(for type: PublicationType) -> Bool {
    // `other` is the word for what has no other.
    (jats == "other" ? .document : PublicationForm.all.first { $0.jats == jats }?.type) != type
  }
}
