import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads one citation of a reference list into the members of a record.
struct JATSCitationReader {
  private var members = JATSMembers()
  private let text = JATSText()
  private var names: [(field: String, names: [LocatedNode], node: XMLNode)] = []
  private var more: Set<String> = []
  private var titles: [String: XMLNode] = [:]
  private var isUntagged = false

  /// - Parameter element: a citation in any of its forms, or a note.
  static func members(of element: XMLNode, key: String?) -> [LocatedMember] {
    var reader = JATSCitationReader()
    reader.read(element, key: key)
    return reader.members.members
  }

  private mutating func read(_ element: XMLNode, key: String?) {
    if let key, !Self.isNumber(key) {
      // pandoc and others put `ref-` before the key.
      members.add("citation-key", key.hasPrefix("ref-") ? String(key.dropFirst(4)) : key, at: element)
    }
    let type = ["publication-type", "citation-type"].lazy.compactMap { element[$0] }
      .first
    if let type { members.add("type", type, at: element) }
    for child in element.elements { add(child) }
    addNames()
    addTitles(element, type)
    addTextWithoutTags(element)
  }

  /// `B12`, `ref-3`, `CR5`: a number in the list and nothing by which anybody knows the paper.
  private static func isNumber(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    let letters = bytes.prefix { $0.isLetter }
    let known: Set<String> = [
      "", "b", "bib", "bibr", "ref", "r", "cr", "cit", "c", "en", "fn", "rf", "cite", "citation", "reference",
      "rb", "bb", "pone",
    ]
    let word = String(decoding: letters.map(\.lowercased), as: UTF8.self)
    let rest = bytes.dropFirst(letters.count)
    return known.contains(word) && rest.allSatisfy { !$0.isLetter || $0 == rest.last }
  }

  // MARK: - Parts

  /// Elements whose text is the value of a field.
  private static let fields: [String: String] = [
    "volume": "volume", "issue": "issue", "fpage": "firstPage", "lpage": "lastPage", "page-range": "pages",
    "elocation-id": "elocation-id", "publisher-name": "publisher", "publisher-loc": "publisher-place",
    "edition": "edition", "series": "series", "conf-name": "event", "isbn": "isbn", "issn": "issn",
    "patent": "number", "std": "number", "volume-series": "series",
  ]
  private static let titleNames: Set<String> = [
    "article-title", "chapter-title", "part-title", "data-title", "source", "trans-title", "trans-source",
    "alt-title",
  ]
  /// What is there to be shown, and labels.
  private static let ignored: Set<String> = [
    "x", "label", "italic", "bold", "sup", "sub", "sc", "underline", "etal",
  ]

  private mutating func add(_ node: XMLNode) {
    let name = node.localName
    if let field = Self.fields[name] { return members.add(field, JATSText.plain(node), at: node) }
    // `source-title` is the word of Baseprint for it.
    let titleName = name == "source-title" ? "source" : name
    if Self.titleNames.contains(titleName) {
      if titles[titleName] == nil {
        titles[titleName] = node
      } else {
        members.add(name, JATSText.plain(node), at: node)
      }
      return
    }
    if JATSPeople.names.contains(name) { return addName(node, to: "author") }
    switch name {
    case "person-group": addGroup(node)
    case "etal": more.insert(names.last?.field ?? "author")
    case "pub-id", "object-id", "article-id": addID(node)
    case "ext-link", "uri", "self-uri", "a": addLink(node)
    case "year", "month", "day", "season", "date", "string-date": addDate(node)
    case "date-in-citation", "access-date": addDateInCitation(node)
    case "comment", "note", "p", "annotation": addNote(node)
    case "institution", "institution-wrap", "gov":
      members.add(members.contains("publisher") ? name : "publisher", JATSText.plain(node), at: node)
    case "styled-content", "named-content", "italic", "bold", "sup", "sub", "sc", "underline":
      // Marks around parts.
      for child in node.elements { add(child) }
    case _ where Self.ignored.contains(name): break
    default: members.add(name, JATSText.plain(node), at: node)
    }
  }

  private mutating func addNote(_ node: XMLNode) {
    if node.is("annotation") {
      let paragraphs = node.elements("p").map {
        LocatedNode(text: text.markdown($0), range: $0.range)
      }
      return members.add(node["content-type"] == "abstract" ? "abstract" : "annotation", paragraphs, at: node)
    }
    for child in node.descendants {
      if ["ext-link", "uri", "pub-id"].contains(child.localName) { add(child) }
    }
    guard node.is("comment"), !Self.isIntroduction(node) else { return }
    members.add("comment", JATSText.plain(node), at: node)
  }

  /// Whether a comment only introduces the id or the address in it: `doi:`, `Available from`.
  private static func isIntroduction(_ node: XMLNode) -> Bool {
    let words = node.children.filter(\.isText).map(\.text).joined(separator: " ").lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    let known: Set<Substring> = [
      "doi", "pmid", "url", "https", "http", "org", "www", "available", "from", "at", "online", "retrieved",
      "see",
      "access", "via", "in", "link",
    ]
    return node.elements.contains { ["ext-link", "uri", "pub-id"].contains($0.localName) }
      && words.allSatisfy(known.contains)
  }

  // MARK: - People

  private mutating func addGroup(_ group: XMLNode) {
    let type = group["person-group-type"]
    let field = JATSPeople.field(type == "custom" ? group["custom-type"] : type)
    for child in group.elements {
      switch child.localName {
      case "etal": more.insert(field)
      case "institution": addName(child, to: field)
      case let name where JATSPeople.names.contains(name): addName(child, to: field)
      default: break
      }
    }
    // `<person-group>Smith J, Doe A</person-group>`
    if !group.elements.contains(where: { JATSPeople.names.contains($0.localName) || $0.is("institution") }) {
      var whole = JATSMembers()
      whole.add("name", JATSText.plain(group), at: group)
      if let name = whole.members.first { names.append((field, [name.value], group)) }
    }
  }

  private mutating func addName(_ node: XMLNode, to field: String) {
    guard let name = JATSPeople.name(node) else { return }
    if let index = names.firstIndex(where: { $0.field == field }) {
      names[index].names.append(name)
    } else {
      names.append((field, [name], node))
    }
  }

  private mutating func addNames() {
    for group in names {
      let list = LocatedNode(.sequence(group.names), range: group.node.range)
      guard more.contains(group.field) else {
        members.add(group.field, list, at: group.node)
        continue
      }
      var whole = JATSMembers()
      whole.add("names", list, at: group.node)
      whole.add("hasMore", "true", at: group.node)
      members.add(
        group.field, LocatedNode(.sequence([whole.node(group.node.range)]), range: group.node.range),
        at: group.node)
    }
  }

  // MARK: - Ids, links, dates

  private mutating func addID(_ node: XMLNode) {
    let words = JATSText.plain(node)
    let type =
      (node["pub-id-type"] == "custom" || node["pub-id-type"] == "other" ? node["custom-type"] : nil) ?? node[
        "pub-id-type"] ?? "id"
    switch type.lowercased() {
    case "doi", "pmid", "arxiv", "isbn", "issn": members.add(type.lowercased(), words, at: node)
    case "pmcid", "pmc": members.add("pmcid", words, at: node)
    case "medline": members.add("pmid", words, at: node)
    default:
      guard let id = PaperID(scheme: type, value: words), id.scheme != .other else {
        return members.add(type, words, at: node)
      }
      members.add("identifiers", id.description, at: node)
    }
  }

  private mutating func addLink(_ node: XMLNode) {
    guard let address = JATSElements.address(of: node) ?? Optional(JATSText.plain(node)), !address.isEmpty
    else { return }
    members.add("url", address, at: node)
  }

  /// When a page was looked at; any other date in a citation is kept under its name.
  private mutating func addDateInCitation(_ node: XMLNode) {
    let type = (node["content-type"] ?? node["date-type"] ?? "").lowercased()
    let isVisit = node.is("access-date") || type.hasPrefix("access") || type.hasPrefix("cited")
    let words = JATSText.plain(node)
    guard isVisit, let date = DateReader.read(node["iso-8601-date"] ?? words), date.fault == nil else {
      return members.add(node.localName, words, at: node)
    }
    members.add("accessed", date.date.description, at: node)
  }

  private mutating func addDate(_ node: XMLNode) {
    if let iso = node["iso-8601-date"], DateReader.read(iso)?.fault == nil, DateReader.read(iso) != nil {
      if !members.contains("date") { members.add("date", iso, at: node) }
      return
    }
    switch node.localName {
    case "date", "string-date":
      let parts = node.elements.filter { ["year", "month", "day", "season"].contains($0.localName) }
      if parts.isEmpty {
        members.add("date", JATSText.plain(node), at: node)
      } else {
        for part in parts { addDate(part) }
      }
    case "year":
      // `2003a` tells two papers of a year apart.
      let year = JATSText.plain(node)
      let isLettered =
        year.utf8.count == 5 && year.utf8.prefix(4).allSatisfy(\.isDigit) && year.utf8.last?.isLetter == true
      members.add("year", isLettered ? String(year.dropLast()) : year, at: node)
    case "season": members.add("month", JATSText.plain(node), at: node)
    default: members.add(node.localName, JATSText.plain(node), at: node)
    }
  }

  // MARK: - Titles

  /// The title of a book is its `source`; of anything else that is what it is in.
  private mutating func addTitles(_ element: XMLNode, _ type: String?) {
    var rest = titles
    let own = ["article-title", "chapter-title", "data-title", "part-title"].first { titles[$0] != nil }
    if let own, let title = rest.removeValue(forKey: own) {
      members.add("title", text.markdown(title), at: title)
    } else if let source = titles["source"], !isInJournal(type) {
      rest["source"] = nil
      members.add("title", text.markdown(source), at: source)
    } else if let title = rest.removeValue(forKey: "trans-title") {
      members.add("title", text.markdown(title), at: title)
    }
    if let source = rest.removeValue(forKey: "source") {
      members.add("container-title", JATSText.plain(source), at: source)
    }
    for (name, node) in rest.sorted(by: { $0.value.range.lower < $1.value.range.lower }) {
      members.add(name, JATSText.plain(node), at: node)
    }
  }

  private func isInJournal(_ type: String?) -> Bool {
    let isKnown = ["journal", "confproc", "conf-proc", "newspaper", "magazine", "article"].contains(
      type ?? "")
    return isKnown || type == nil && (members.contains("volume") || members.contains("issue"))
  }

  /// A `mixed-citation` whose title has no element of its own keeps its text: it is all that is known of the title.
  private mutating func addTextWithoutTags(_ element: XMLNode) {
    guard !members.contains("title") else {
      let loose = element.children.filter(\.isText).map(\.text).joined(separator: " ")
      if loose.split(whereSeparator: { !$0.isLetter }).count(where: { $0.count > 3 }) > 3 {
        members.add("text", JATSText.plain(element), at: element)
      }
      return
    }
    let loose = element.children.filter {
      $0.isText || Self.ignored.contains($0.localName) && !$0.is("label")
    }
    guard loose.contains(where: { $0.text.utf8.contains(where: \.isLetter) }) || members.members.isEmpty
    else { return }
    if let id = PaperIDScanner.only(in: JATSText.plain(element)) {
      members.add("identifiers", id.description, at: element)
    }
    let shown = element.children.filter { !$0.is("label") && !$0.is("x") }
    members.add("title", text.rich(shown, .none).markdown, at: element)
  }
}
