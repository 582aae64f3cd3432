import DigestModel
import DigestSyntax
import DigestText

/// The front of an article as members of front matter: what JATS has elements for by the names that the exporter of JATS
/// knows, anything else by the name of its element.
struct JATSFrontFields {
  private var found: [(key: String, values: [DataValue], node: XMLNode)] = []
  private var places: [String: Int] = [:]
  private let blocks: JATSBlocks
  private var lastPage: String?

  init(_ meta: XMLNode?, _ journal: XMLNode?, _ blocks: JATSBlocks) {
    self.blocks = blocks
    if let journal { for node in journal.elements { addJournal(node) } }
    guard let meta else { return }
    lastPage = meta.first("lpage").map(JATSText.plain)
    addPeople(meta)
    for node in meta.elements { add(node) }
    if let date = JATSDates.publication(Array(meta.elements("pub-date"))) {
      add("date", date.text, date.node)
    }
  }

  /// In the order of the source; several values of a name are a list.
  var fields: [(key: String, value: DataValue, node: XMLNode)] {
    found.map { ($0.key, $0.values.count == 1 ? $0.values[0] : .sequence($0.values), $0.node) }
  }

  private mutating func add(_ key: String, _ text: String, _ node: XMLNode) {
    if !text.isEmpty { add(key, .string(text), node) }
  }

  private mutating func add(_ key: String, _ value: DataValue, _ node: XMLNode) {
    guard let place = places[key] else {
      places[key] = found.count
      return found.append((key, [value], node))
    }
    if found[place].values.last != value { found[place].values.append(value) }
  }

  private mutating func addJournal(_ node: XMLNode) {
    switch node.localName {
    case "journal-title-group":
      for title in node.elements {
        add(title.is("journal-title") ? "journal" : title.localName, JATSText.plain(title), title)
      }
    case "journal-title": add("journal", JATSText.plain(node), node)
    case "publisher":
      if let name = node.first("publisher-name") { add("publisher", JATSText.plain(name), node) }
      if let place = node.first("publisher-loc") { add("publisher-loc", JATSText.plain(place), place) }
    case "journal-id":
      add(node["journal-id-type"].map { "journal-id-" + $0 } ?? "journal-id", JATSText.plain(node), node)
    default: add(node.localName, JATSText.plain(node), node)
    }
  }

  private mutating func add(_ node: XMLNode) {
    switch node.localName {
    case "title-group":
      for title in node.elements where !["article-title", "subtitle", "fn-group"].contains(title.localName) {
        add(title.localName, JATSText.plain(title), title)
      }
      // A second title is not the title, and is kept.
      for title in node.elements("article-title").dropFirst() {
        add("article-title", JATSText.plain(title), title)
      }
    case "abstract", "trans-abstract", "contrib-group", "aff", "pub-date": break
    case "article-id":
      let type = node["pub-id-type"] ?? "article-id"
      add(type == "pmc" ? "pmcid" : type, JATSText.plain(node), node)
    case "kwd-group": addKeywords(node)
    case "article-categories":
      for subject in node.descendants where subject.is("subject") {
        add("subject", JATSText.plain(subject), subject)
      }
    case "permissions": addPermissions(node)
    case "history": for date in node.elements { addDate(date) }
    case "custom-meta-group", "custom-meta-wrap":
      for meta in node.elements("custom-meta") {
        let name = meta.first("meta-name").map(JATSText.plain) ?? "custom-meta"
        add(name, meta.first("meta-value").map(JATSText.plain) ?? "", meta)
      }
    case "fpage", "lpage": if node.is("fpage") { add("pages", pages(node), node) }
    case "self-uri": add("url", JATSElements.address(of: node) ?? JATSText.plain(node), node)
    case "counts": break
    default:
      let words = JATSText.words(node)
      add(node.localName, words.isEmpty ? JATSElements.address(of: node) ?? "" : words, node)
    }
  }

  private func pages(_ first: XMLNode) -> String {
    let last = lastPage
    let from = JATSText.plain(first)
    return last.map { $0 == from ? from : "\(from)-\($0)" } ?? from
  }

  private mutating func addKeywords(_ group: XMLNode) {
    let words = JATSElements.keywords(of: group).map(JATSElements.text(ofKeyword:))
    guard !words.isEmpty else { return add("keywords", JATSText.plain(group), group) }
    add("keywords", .sequence(words.map { .string($0) }), group)
  }

  private mutating func addDate(_ node: XMLNode) {
    let dates = node.is("date") ? [node] : node.elements.filter { $0.is("date") }
    for date in dates {
      guard let text = JATSDates.text(of: date) else { continue }
      add(date["date-type"] ?? "history", text, date)
    }
  }

  private mutating func addPermissions(_ node: XMLNode) {
    for part in node.elements {
      switch part.localName {
      case "copyright-statement": add("copyright", JATSText.plain(part), part)
      case "license":
        let address =
          part.attribute("href", in: .xlink)?.value ?? part.first("license_ref").map(JATSText.plain)
        let terms = part.elements.filter { !$0.is("license_ref") }.map(JATSText.plain).joined(separator: " ")
        let own = terms.isEmpty ? JATSText.plain(part) : terms
        guard let address, own != address else {
          add("license", address ?? own, part)
          continue
        }
        add(
          "license",
          own.isEmpty
            ? .string(address)
            : .mapping([
              ExtraField(key: "name", value: .string(own)), ExtraField(key: "url", value: .string(address)),
            ]), part)
      default: add(part.localName, JATSText.plain(part), part)
      }
    }
  }

  // MARK: - People

  private mutating func addPeople(_ meta: XMLNode) {
    var affiliations: [String: String] = [:]
    var named: Set<String> = []
    for node in meta.descendants where node.is("aff") {
      if let id = node["id"] { affiliations[id] = affiliation(node) }
    }
    for contributor in meta.elements("contrib-group").flatMap({ $0.elements("contrib") }) {
      let person = JATSContributor(contributor)
      guard !person.name.isEmpty else { continue }
      let ids = contributor.elements("xref").filter { $0["ref-type"] == "aff" }.flatMap { xref in
        (xref["rid"] ?? "").split(separator: " ").map(String.init)
      }
      named.formUnion(ids)
      let own = contributor.elements("aff").map(affiliation)
      add(
        JATSPeople.field(contributor["contrib-type"]),
        person.value(affiliations: own + ids.compactMap { affiliations[$0] }), contributor)
    }
    // One that nobody refers to is that of all.
    for node in meta.elements + meta.elements("contrib-group").flatMap(\.elements) where node.is("aff") {
      if node["id"].map({ !named.contains($0) }) ?? true { add("affiliation", affiliation(node), node) }
    }
    for group in meta.elements("contrib-group") {
      for node in group.elements where !["contrib", "aff"].contains(node.localName) {
        add(node.localName, JATSText.plain(node), node)
      }
    }
  }

  /// Without its label.
  private func affiliation(_ node: XMLNode) -> String {
    JATSText.collapsed(node.children.filter { !$0.is("label") }.map(\.text).joined())
  }
}
