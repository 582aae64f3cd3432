import DigestModel
import DigestSyntax

/// Writes items, their notes and links, and collections as Zotero does.
struct ZoteroItemWriter {
  private var xml = XMLWriter()
  /// The resource of each item, by the id of its paper.
  private var resources: [PaperID: String] = [:]
  private var text = CSLText()

  static let namespaces: [(StaticString, String)] = [
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns:z", "http://www.zotero.org/namespaces/export#"), ("xmlns:bib", "http://purl.org/net/biblio#"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"), ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:foaf", "http://xmlns.com/foaf/0.1/"), ("xmlns:link", "http://purl.org/rss/1.0/modules/link/"),
    ("xmlns:prism", "http://prismstandard.org/namespaces/1.2/basic/"),
    ("xmlns:vcard", "http://nwalsh.com/rdf/vCard#"),
  ]

  init() {
    xml.start("rdf:RDF")
    for (name, address) in Self.namespaces { xml.attribute(name, address) }
  }

  mutating func finish() -> [UInt8] { xml.finish() }

  // MARK: - Items

  mutating func write(_ record: BibliographicRecord, _ losses: inout LossLog) {
    let type = ZoteroItemType.type(of: record.type)
    let key = CitationKey.key(of: record.id)
    let before = xml.replacedCharacters
    resources[record.id] = "#item_" + key
    // An attachment is opened by a click; an address that leads to a program is text.
    let note = RemarksHTML(record, links: record.links.filter { !LinkAddress.isAllowed($0.url) }).html
    let links = record.links.filter { LinkAddress.isAllowed($0.url) }.enumerated().map {
      (resource: "#link_\(key)_\($0 + 1)", link: $1)
    }
    xml.start("rdf:Description")
    xml.attribute("rdf:about", "#item_" + key)
    add("z:itemType", type.name)
    if !record.isUntitled { add("dc:title", text.write(record.markedTitle)) }
    add("z:shortTitle", record.shortTitle.map { text.write(plain: $0) })
    writeCreators(of: record, type)
    add("dc:date", record.date?.description)
    writeContainer(of: record, type)
    writePublisher(of: record)
    writeDetails(of: record, type)
    add("dcterms:abstract", record.abstract?.text)
    writeIdentifiers(of: record, type)
    writeTags(of: record)
    if !note.isEmpty { reference("dcterms:isReferencedBy", "#note_" + key) }
    for (resource, _) in links { reference("link:link", resource) }
    add("z:extra", ZoteroExtra.text(of: record))
    xml.end()
    if !note.isEmpty { write(note, as: "#note_" + key) }
    for (resource, link) in links { write(link, as: resource) }
    record.recordMoreContributors("Zotero", in: &losses)
    record.recordType(type.says, as: "'\(type.name)'", in: &losses)
    record.recordWithoutField(
      record.isPublishedByArXiv ? [.publisher, .number] : [], identifiers: [], roles: [], "Zotero",
      in: &losses)
    text.recordLosses(in: &losses, at: record.titleAnchor)
    if xml.replacedCharacters > before {
      losses.record(
        .characters, .degraded, "characters that XML cannot hold are written as U+FFFD", at: record.anchor)
    }
  }

  private mutating func add(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    xml.element(name, text)
  }

  private mutating func reference(_ name: StaticString, _ resource: String) {
    xml.start(name)
    xml.attribute("rdf:resource", resource)
    xml.end()
  }

  // MARK: - Creators

  private static let roles: [ContributorRole: StaticString] = [
    .editor: "bib:editors", .contributor: "bib:contributors", .translator: "z:translators",
    .collectionEditor: "z:seriesEditors", .containerAuthor: "z:bookAuthors",
    .reviewedAuthor: "z:reviewedAuthors",
  ]

  private mutating func writeCreators(of record: BibliographicRecord, _ type: ZoteroItemType) {
    for group in record.contributors where !group.names.isEmpty {
      xml.start(Self.roles[group.role] ?? type.authors)
      xml.start("rdf:Seq")
      for name in group.names { write(name) }
      xml.end()
      xml.end()
    }
  }

  /// Zotero has two parts of a name; a suffix stands after a comma with the given names, where citeproc looks for it.
  private mutating func write(_ name: ContributorName) {
    xml.start("rdf:li")
    xml.start("foaf:Person")
    let suffix = name.person?.suffix.map { ", " + $0 } ?? ""
    if let given = name.person?.given {
      add("foaf:surname", name.familyText)
      add("foaf:givenName", given + suffix)
    } else {
      add("foaf:surname", name.familyText + suffix)
    }
    xml.end()
    xml.end()
  }

  // MARK: - What it is in

  private mutating func writeContainer(of record: BibliographicRecord, _ type: ZoteroItemType) {
    let title = record.details[.container]
    if let container = type.container, title != nil {
      xml.start("dcterms:isPartOf")
      xml.start(container)
      add("dc:title", title.map { text.write(plain: $0) })
      if case .text(let short)? = record.otherFields[.shortContainer] { add("dcterms:alternative", short) }
      writeNumbers(of: record)
      xml.end()
      xml.end()
    } else {
      add("z:publicationTitle", title.map { text.write(plain: $0) })
      writeNumbers(of: record)
    }
    if let series = record.details[.series] {
      xml.start("dcterms:isPartOf")
      xml.start("bib:Series")
      add("dc:title", text.write(plain: series))
      xml.end()
      xml.end()
    }
    if let event = record.details[.event] {
      xml.start("bib:presentedAt")
      xml.start("bib:Conference")
      add("dc:title", text.write(plain: event))
      xml.end()
      xml.end()
    }
  }

  private mutating func writeNumbers(of record: BibliographicRecord) {
    add("prism:volume", record.details[.volume])
    add("prism:number", record.details[.issue])
    if let isbn = record.details[.isbn] { add("dc:identifier", "ISBN " + isbn) }
    if let issn = record.details[.issn] { add("dc:identifier", "ISSN " + issn) }
  }

  /// arXiv is the repository of a preprint, and the archive of what was published elsewhere.
  private mutating func writePublisher(of record: BibliographicRecord) {
    guard !record.isPublishedByArXiv, record.details[.publisher] != nil || record.details[.place] != nil
    else { return }
    xml.start("dc:publisher")
    xml.start("foaf:Organization")
    if let place = record.details[.place] {
      xml.start("vcard:adr")
      xml.start("vcard:Address")
      add("vcard:locality", place)
      xml.end()
      xml.end()
    }
    add("foaf:name", record.details[.publisher])
    xml.end()
    xml.end()
  }

  private mutating func writeDetails(of record: BibliographicRecord, _ type: ZoteroItemType) {
    add("bib:pages", record.details[.pages])
    add("prism:edition", record.details[.edition])
    add("z:language", record.details[.language])
    if !record.isPublishedByArXiv { add(Self.number(type), record.details[.number]) }
    for (field, name) in ZoteroExtra.fields {
      switch record.otherFields[field] {
      case .text(let text)?: add(name, field == .kind ? OtherFields.kindsInWords[text] ?? text : text)
      case .date(let date)?: add(name, date.description)
      default: break
      }
    }
  }

  private static func number(_ type: ZoteroItemType) -> StaticString {
    switch type.name {
    case "report": "z:reportNumber"
    case "patent": "z:patentNumber"
    default: "z:number"
    }
  }

  // MARK: - Identifiers, tags

  private mutating func writeIdentifiers(of record: BibliographicRecord, _ type: ZoteroItemType) {
    if let eprint = record.eprint {
      if record.isPublishedByArXiv {
        add("z:repository", "arXiv")
        add("z:archiveID", "arXiv:" + eprint)
      } else {
        add("z:archive", "arXiv")
        add("dc:coverage", "arXiv:" + eprint)
      }
    }
    if let doi = record.doi { add("dc:identifier", "DOI " + doi) }
    if let url = record.url { writeAddress(url) }
  }

  private mutating func writeAddress(_ address: String) {
    xml.start("dc:identifier")
    xml.start("dcterms:URI")
    add("rdf:value", address)
    xml.end()
    xml.end()
  }

  /// Keywords of the digest are tags that a person gave; those of a record are automatic ones.
  private mutating func writeTags(of record: BibliographicRecord) {
    for keyword in record.keywords {
      guard record.automaticTags.contains(keyword) else {
        add("dc:subject", keyword)
        continue
      }
      xml.start("dc:subject")
      xml.start("z:AutomaticTag")
      add("rdf:value", keyword)
      xml.end()
      xml.end()
    }
  }

  // MARK: - Notes, links

  private mutating func write(_ note: String, as resource: String) {
    xml.start("bib:Memo")
    xml.attribute("rdf:about", resource)
    add("rdf:value", note)
    xml.end()
  }

  /// Zotero's `LINK_MODE_LINKED_URL`: a link that is opened in the browser.
  private static let linkedAddress = "3"

  private mutating func write(_ link: Paper.Link, as resource: String) {
    xml.start("z:Attachment")
    xml.attribute("rdf:about", resource)
    add("z:itemType", "attachment")
    add("dc:title", BibliographyLinks.label(of: link.kind))
    writeAddress(link.url)
    add("z:linkMode", Self.linkedAddress)
    xml.end()
  }

  // MARK: - Collections

  /// After all items, whose ids are known then.
  mutating func write(_ collections: ZoteroCollections) {
    for (place, node) in collections.nodes.enumerated() {
      xml.start("z:Collection")
      xml.attribute("rdf:about", "#collection_\(place + 1)")
      add("dc:title", node.name.holdsNothing ? "…" : node.name)
      for child in node.children { reference("dcterms:hasPart", "#collection_\(child + 1)") }
      for paper in node.papers {
        if let resource = resources[paper] { reference("dcterms:hasPart", resource) }
      }
      xml.end()
    }
  }
}
