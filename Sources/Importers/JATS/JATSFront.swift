import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What the front of an article says of it: the metadata of the digest, and a record of the article itself.
struct JATSFront {
  /// Elements that hold it.
  static let names: Set<String> = ["front", "front-stub", "processing-meta", "article-meta", "journal-meta"]

  private let article: XMLNode
  private let meta: XMLNode?
  private let journal: XMLNode?
  private let file: RecordFile
  private let blocks: JATSBlocks

  /// - Parameter element: an article, a sub-article, or its front.
  init(_ element: XMLNode, _ file: RecordFile, _ blocks: JATSBlocks) {
    article = element
    self.file = file
    self.blocks = blocks
    let front = element.first("front") ?? element
    meta =
      element.is("article-meta")
      ? element
      : front.first("article-meta") ?? element.first("front-stub")
        ?? (element.is("front-stub") ? element : nil)
    journal = front.first("journal-meta")
  }

  var range: SourceRange { (meta ?? article).range }

  var title: RichText? {
    guard let title = titleElement else { return nil }
    // The mark of a footnote is not of the title.
    let words = title.children.filter { !Self.isFootnoteMark($0) }
    var text = blocks.text.rich(words, file.anchor(at: title.textRange))
    if let subtitle = meta?.first("title-group", "subtitle").map({ blocks.text.markdown($0) }),
      !subtitle.isEmpty
    {
      text = RichText(markdown: text.markdown + ": " + subtitle, anchor: text.anchor)
    }
    return text.isEmpty ? nil : text
  }

  private static func isFootnoteMark(_ node: XMLNode) -> Bool {
    if node.is("xref") {
      return ["fn", "author-notes", "corresp", "aff"].contains(node["ref-type"] ?? "")
    }
    return node.is("fn")
      || node.is("sup") && !node.elements.isEmpty
        && node.children.allSatisfy { $0.isText ? $0.isBlank : isFootnoteMark($0) }
  }

  private var titleElement: XMLNode? {
    meta?.first("title-group", "article-title") ?? meta?.first("article-title")
  }

  /// Whether it has an id by which others know it.
  var hasID: Bool {
    elements("article-id").contains { ["doi", "pmid", "pmcid", "pmc", "arxiv"].contains($0["pub-id-type"]) }
  }

  private func elements(_ name: String) -> [XMLNode] { meta.map { Array($0.elements(name)) } ?? [] }

  /// The blocks of all abstracts; the titles of their sections are bold words.
  func abstracts() -> [Digest.Block] {
    var inner = blocks
    inner.hasHeadings = false
    let abstracts = (meta?.elements.filter { $0.is("abstract") || $0.is("trans-abstract") } ?? [])
    return abstracts.flatMap { inner.read($0.children) }
  }

  // MARK: - Metadata

  func metadata() -> Digest.Metadata {
    var metadata = Digest.Metadata(
      title: title, preamble: abstracts(), anchor: file.anchor(at: range.prefix(1)))
    metadata.language = article.attribute("lang", in: .xml)?.value
    let fields = JATSFrontFields(meta, journal, blocks)
    metadata.extra = fields.fields.map { field in
      ExtraField(key: field.key, value: field.value, anchor: file.anchor(at: field.node.tagName))
    }
    return metadata
  }

  // MARK: - Record

  func record() -> [LocatedMember] {
    var members = JATSMembers()
    for id in elements("article-id") { addID(id, to: &members) }
    if let title = title, let element = titleElement { members.add("title", title.markdown, at: element) }
    addPeople(to: &members)
    if let date = JATSDates.publication(elements("pub-date")) {
      members.add("date", date.text, at: date.node)
    }
    addJournal(to: &members)
    for (name, key) in [
      ("volume", "volume"), ("issue", "issue"), ("fpage", "firstPage"), ("lpage", "lastPage"),
      ("elocation-id", "elocation-id"),
    ] { if let node = meta?.first(name) { members.add(key, JATSText.plain(node), at: node) } }
    if let abstract = meta?.first("abstract") {
      let paragraphs = abstracts(of: abstract)
      members.add("abstract", paragraphs, at: abstract)
    }
    let keywords = elements("kwd-group").flatMap(JATSElements.keywords)
    members.add(
      "keywords", keywords.map { LocatedNode(text: JATSElements.text(ofKeyword: $0), range: $0.textRange) },
      at: meta ?? article)
    let links = elements("self-uri").compactMap { node in
      JATSElements.address(of: node).map { LocatedNode(text: $0, range: node.textRange) }
    }
    members.add("url", links, at: meta ?? article)
    return members.members
  }

  private func addID(_ id: XMLNode, to members: inout JATSMembers) {
    let words = JATSText.plain(id)
    switch id["pub-id-type"] {
    case "doi": members.add("doi", words, at: id)
    case "pmid": members.add("pmid", words, at: id)
    case "pmcid", "pmc": members.add("pmcid", words, at: id)
    case "arxiv": members.add("arxiv", words, at: id)
    default: break
    }
  }

  private func addPeople(to members: inout JATSMembers) {
    var groups: [(field: String, names: [LocatedNode])] = []
    for contributor in elements("contrib-group").flatMap({ $0.elements("contrib") }) {
      guard let node = contributor.elements.first(where: { JATSPeople.names.contains($0.localName) }),
        let name = JATSPeople.name(node)
      else { continue }
      let field = JATSPeople.field(contributor["contrib-type"])
      if let index = groups.firstIndex(where: { $0.field == field }) {
        groups[index].names.append(name)
      } else {
        groups.append((field, [name]))
      }
    }
    for group in groups { members.add(group.field, group.names, at: meta ?? article) }
  }

  private func addJournal(to members: inout JATSMembers) {
    guard let journal else { return }
    if let title = journal.first("journal-title-group", "journal-title") ?? journal.first("journal-title") {
      members.add("container-title", JATSText.plain(title), at: title)
      members.add("type", article["article-type"] == "preprint" ? "preprint" : "journal-article", at: title)
    }
    if let publisher = journal.first("publisher", "publisher-name") {
      members.add("publisher", JATSText.plain(publisher), at: publisher)
    }
    members.add(
      "issn", journal.elements("issn").map { LocatedNode(text: JATSText.plain($0), range: $0.textRange) },
      at: journal)
  }

  /// The paragraphs of an abstract in Markdown.
  private func abstracts(of abstract: XMLNode) -> [LocatedNode] {
    var inner = blocks
    inner.hasHeadings = false
    return inner.read(abstract.children).compactMap { block in
      guard case .paragraph(let text) = block else { return nil }
      return LocatedNode(text: text.markdown, range: abstract.textRange)
    }
  }
}

/// The dates of an article.
enum JATSDates {
  /// Of several the one of publication, the most exact one.
  static func publication(_ dates: [XMLNode]) -> (text: String, node: XMLNode)? {
    let read = dates.compactMap { node in text(of: node).map { (text: $0, node: node) } }
    let published = read.filter { date in
      ["pub", "epub", "ppub", "epub-ppub", "pub-electronic", nil].contains(
        date.node["date-type"] ?? date.node["pub-type"])
    }
    return (published.isEmpty ? read : published).max { $0.text.utf8.count < $1.text.utf8.count }
  }

  static func text(of node: XMLNode) -> String? {
    if let iso = node["iso-8601-date"], DateReader.read(iso) != nil { return iso }
    func part(_ name: String) -> String? { node.first(name).map(JATSText.plain) }
    guard let year = part("year") else {
      let text = JATSText.plain(node)
      return text.isEmpty ? nil : text
    }
    guard let month = part("month") ?? part("season") else { return year }
    guard Int(month) != nil else {
      return [part("day"), month, year].compactMap(\.self).joined(separator: " ")
    }
    func padded(_ number: String) -> String { number.utf8.count == 1 ? "0" + number : number }
    return [year, padded(month), part("day").map(padded)].compactMap(\.self).joined(separator: "-")
  }
}
