import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What a member of a record of a paper means, by the spellings that lists of papers use.
enum RecordField {
  case id, title, authors, abstract, tags, date, year, month, url, doi, venue, bibtex

  /// Spellings without case, `_`, `-` and spaces.
  static let spellings: [String: RecordField] = [
    "id": .id, "arxiv": .id, "arxivid": .id, "paperid": .id, "eprint": .id, "identifier": .id,
    "title": .title, "name": .title,
    "authors": .authors, "author": .authors, "creators": .authors,
    "abstract": .abstract, "summary": .abstract, "description": .abstract, "tldr": .abstract,
    "tags": .tags, "tag": .tags, "keywords": .tags, "keyword": .tags, "categories": .tags, "category": .tags,
    "topics": .tags, "labels": .tags, "subjects": .tags,
    "date": .date, "published": .date, "publicationdate": .date, "publishdate": .date, "publishedat": .date,
    "year": .year, "month": .month,
    "url": .url, "link": .url, "href": .url, "absurl": .url, "pdfurl": .url, "pdf": .url,
    "doi": .doi,
    "venue": .venue, "journal": .venue, "booktitle": .venue, "conference": .venue, "containertitle": .venue,
    "journalref": .venue, "bibtex": .bibtex, "bib": .bibtex,
  ]

  static func of(_ key: String) -> RecordField? {
    let folded = key.utf8.filter { $0.isAlphanumeric }.map(\.lowercased)
    return spellings[String(decoding: folded, as: UTF8.self)]
  }
}

/// One record of a plain list. What has no word in `Paper.Record`, or comes a second time, is kept in `extra`.
struct PaperRecord {
  private let reader: DigestEncodingReader
  private(set) var record = Paper.Record()
  private var idNode: LocatedNode?
  private var year: LocatedMember?
  private var month: LocatedMember?
  private var bibtex: String?
  private var bibtexID: PaperID?

  init(_ reader: DigestEncodingReader) { self.reader = reader }

  mutating func add(_ member: LocatedMember) {
    if let field = RecordField.of(member.key), take(field, member) { return }
    keep(member)
  }

  private mutating func keep(_ member: LocatedMember) {
    record.extra.append(reader.extraField(member))
  }

  /// - Returns: whether the member found its place.
  private mutating func take(_ field: RecordField, _ member: LocatedMember) -> Bool {
    let node = member.value
    switch field {
    case .id:
      guard idNode == nil, text(node) != nil else { return false }
      idNode = node
    case .title: return set(\.title, node)
    case .abstract: return set(\.abstract, node)
    case .authors:
      guard record.authors.isEmpty, let authors = RecordAuthors(node, text) else { return false }
      record[.author] = ContributorGroup(
        role: .author, names: authors.authors.names, hasMore: authors.authors.hasMore)
      return authors.isWhole
    case .tags:
      guard record.keywords.isEmpty, let words = words(node) else { return false }
      record.keywords = words
    case .date: return setDate(node)
    case .url:
      guard record.address(.landingPage) == nil, let url = text(node) else { return false }
      record.links.append(Paper.Link(.landingPage, url))
    case .doi:
      guard let text = text(node), let doi = PaperID(text) else { return false }
      record.identifiers.append(doi.withoutVersion)
    case .venue: return set(\.container, node)
    case .bibtex:
      // It stays in `extra` as it is; what the other members do not say is taken from it.
      bibtex = bibtex ?? text(node)
      return false
    case .year:
      guard year == nil else { return false }
      year = member
    case .month:
      guard month == nil else { return false }
      month = member
    }
    return true
  }

  /// The text of a scalar; other programs write what they do not know as `null`.
  private func text(_ node: LocatedNode) -> String? {
    guard case .scalar(let scalar) = node.content, scalar.kind != .null else { return nil }
    return scalar.text
  }

  private mutating func set(_ path: WritableKeyPath<Paper.Record, String?>, _ node: LocatedNode) -> Bool {
    guard record[keyPath: path] == nil, let text = text(node) else { return false }
    record[keyPath: path] = text
    return true
  }

  private mutating func setDate(_ node: LocatedNode) -> Bool {
    guard record.date == nil, let text = text(node), let date = PartialDate(text) else { return false }
    record.date = EDTFDate(date)
    return true
  }

  private mutating func set(_ path: WritableKeyPath<Paper.Record, RichText?>, _ node: LocatedNode) -> Bool {
    guard record[keyPath: path] == nil, let text = text(node) else { return false }
    record[keyPath: path] = RichText(markdown: text, anchor: reader.anchor(node))
    return true
  }

  /// A list of words, or words with commas or semicolons between them.
  private func words(_ node: LocatedNode) -> [String]? {
    switch node.content {
    case .sequence(let items):
      let words = items.compactMap(text)
      return words.count == items.count ? words : nil
    case .mapping: return nil
    case .scalar:
      return text(node).map { text in
        text.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
      }
    }
  }

  /// Makes a date of year and month where no date is given.
  /// - Parameter node: the record.
  mutating func finish(at node: LocatedNode) {
    record.origins.anchor = reader.anchor(node)
    if record.date == nil, let year, let text = text(year.value), text.utf8.count == 4,
      text.utf8.allSatisfy({ $0.isDigit })
    {
      record.date = PartialDate(text).map { EDTFDate($0) }
      if let month, let number = self.text(month.value).flatMap(Self.month) {
        record.date = Int(text).flatMap { PartialDate(year: $0, month: number) }.map { EDTFDate($0) }
        self.month = nil
      }
      self.year = nil
    }
    for member in [year, month] { if let member { keep(member) } }
    if let bibtex { fillGaps(fromBibTeX: bibtex) }
  }

  private mutating func fillGaps(fromBibTeX text: String) {
    let file = BibTeXReader.read(SourceDocument(name: "bibtex", text: text)).file
    guard let entry = file.entries.first else { return }
    func field(_ name: String) -> String? { entry[name].map { LaTeXDecoder.decode($0.text) } }
    if record.title == nil, let title = field("title") {
      record.title = RichText(markdown: RichText(plain: title).markdown)
    }
    if record.authors.isEmpty, let authors = entry["author"]?.text {
      let names = NameReader(syntax: .bibTeX) { LaTeXDecoder.decode($0) }.names(in: authors)
      record[.author] = ContributorGroup(role: .author, names: names.names, hasMore: names.hasMore)
    }
    record.date =
      record.date ?? (field("date") ?? field("year")).flatMap { PartialDate($0) }.map { EDTFDate($0) }
    record.container = record.container ?? field("journal") ?? field("booktitle")
    if let doi = entry["doi"].flatMap({ PaperID($0.text) }) { record.identifiers.append(doi) }
    if record.links.isEmpty, let url = entry["url"]?.text {
      record.links.append(Paper.Link(.landingPage, url))
    }
    bibtexID = ["eprint", "doi", "url"].lazy.compactMap { entry[$0].flatMap { PaperID($0.text) } }.first
  }

  /// `9`, `09`, `sep`, `September`.
  private static func month(_ text: String) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
  }

  /// The id that is given; else the one that the link or the DOI names.
  func id(of node: LocatedNode) -> PaperID? {
    if let idNode { return reader.citation(idNode)?.id }
    if let id = record.address(.landingPage).flatMap({ PaperID($0) }) { return id }
    if let id = record.identifiers.first { return id }
    if let bibtexID { return bibtexID }
    reader.report(
      DigestEncodingDiagnostics.missingID, "record has no 'id', no 'doi' and no 'link', expected one",
      at: node.range.prefix(1))
    return nil
  }
}
