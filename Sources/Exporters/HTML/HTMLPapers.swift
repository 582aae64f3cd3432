import DigestModel
import DigestSyntax

// What is known of each paper, and where the digests name it.
extension HTMLWriter {
  /// - Parameter labels: what several digests are called.
  mutating func writePapers(_ papers: [Paper], labels: [String] = []) {
    guard !papers.isEmpty || !places.unindexed.isEmpty else { return }
    newLine()
    start("section", id: "papers")
    startHeading(2)
    start("span")
    markWords()
    xml.text(words.papers)
    xml.end()
    xml.end()
    writeOrder()
    for paper in papers { write(paper, labels) }
    for id in places.unindexed { write(Paper(id: id, month: id.month), labels) }
    xml.end()
  }

  private mutating func write(_ paper: Paper, _ labels: [String]) {
    let anchor = places.anchor(of: paper.id)
    place = paper.anchor
    newLine()
    start("article", class: "p", id: anchor)
    writeTitle(of: paper)
    write(paper.record[.author], named: nil)
    writeFacts(of: paper)
    writePlaces(of: anchor, labels)
    if let abstract = paper.record.abstract, !abstract.isEmpty {
      start("details")
      start("summary")
      markWords()
      xml.text(words.abstract)
      xml.end()
      start("p")
      write(abstract)
      xml.end()
      xml.end()
    }
    writeDetails(of: paper)
    start("span", class: "Z3988")
    xml.attribute("title", ContextObject(paper).text)
    xml.end()
    xml.end()
    reportCharacters(at: paper.anchor)
  }

  /// The title, else a name, else the id; then the names that the digest has for the paper.
  private mutating func writeTitle(of paper: Paper) {
    var names = paper.names[...]
    startHeading(3)
    if let title = paper.record.title, !title.isEmpty {
      write(title)
    } else {
      write(plain: names.popFirst() ?? paper.id.label)
    }
    xml.end()
    let title = paper.record.title?.plainText
    let others = names.filter { $0 != title }
    let titles = [paper.record.shortTitle, paper.record.originalTitle].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    guard !others.isEmpty || !titles.isEmpty else { return }
    start("p", class: "m")
    var isFirst = true
    for name in others {
      if !isFirst { xml.text(" · ") }
      isFirst = false
      write(plain: name)
    }
    for title in titles {
      if !isFirst { xml.text(" · ") }
      isFirst = false
      write(title)
    }
    xml.end()
  }

  /// - Parameter role: what they are; `nil` for authors.
  private mutating func write(_ group: ContributorGroup, named role: String?) {
    let names = group.names.map(\.displayText).filter(\.hasWords) + (group.hasMore ? ["et al."] : [])
    guard !names.isEmpty else { return }
    if let role {
      writeRow(role, names.joined(separator: ", "), at: place)
    } else {
      element("p", names.joined(separator: ", "))
    }
  }

  /// Date, venue and addresses in one line.
  private mutating func writeFacts(of paper: Paper) {
    start("p", class: "m")
    var isFirst = true
    func separate(_ writer: inout HTMLWriter) {
      if !isFirst { writer.xml.text(" · ") }
      isFirst = false
    }
    if let date = paper.record.date ?? paper.month.map({ EDTFDate(PartialDate($0)) }) {
      separate(&self)
      // `time` has no intervals and no doubts.
      element(date.description == date.start.description ? "time" : "span", date.description)
    }
    if let venue = paper.record.container, venue.hasWords {
      separate(&self)
      element("i", venue)
    }
    var seen: Set<String> = []
    for link in HTMLPaperLink.all(of: paper) where seen.insert(link.address).inserted {
      separate(&self)
      guard let href = HTMLAddress.href(link.address) else {
        losses.record(.paperLinks, .degraded, HTMLAddress.refusal, at: paper.record.origins[.links])
        write(plain: "\(link.name): \(link.address)")
        continue
      }
      self.link(to: href, link.name)
    }
    // An id without a page.
    if paper.id.url == nil {
      separate(&self)
      write(plain: paper.id.label)
    }
    xml.end()
  }

  /// A link to each entry that names the paper; the script shows there what the entry says.
  private mutating func writePlaces(of anchor: String, _ labels: [String]) {
    let found = places.places(of: anchor)
    guard !found.isEmpty else { return }
    start("details", class: "w")
    start("summary")
    markWords()
    xml.text("\(words.named): \(found.count)")
    xml.end()
    start("ul")
    for place in found {
      start("li")
      start("a")
      xml.attribute("href", "#\(place.anchor)")
      if !labels.isEmpty { xml.text("\(labels[place.digest]): ") }
      xml.text(place.label)
      xml.end()
      xml.end()
    }
    xml.end()
    xml.end()
  }

  // MARK: Details

  /// All else that a record says.
  private mutating func writeDetails(of paper: Paper) {
    let rows = HTMLPaperRow.all(of: paper)
    let groups = paper.record.contributors.filter { $0.role != .author && !$0.isEmpty }
    guard !rows.isEmpty || !groups.isEmpty else { return }
    start("details")
    start("summary")
    markWords()
    xml.text(words.more)
    xml.end()
    start("dl")
    for group in groups { write(group, named: group.role.rawValue) }
    for row in rows { writeRow(row.term, row.text, at: row.anchor ?? place) }
    xml.end()
    xml.end()
  }
}

/// An address of a paper, and what a link to it is called.
struct HTMLPaperLink {
  var name: String
  var address: String

  /// That of its id first; each address can be there twice.
  static func all(of paper: Paper) -> [HTMLPaperLink] {
    var links: [HTMLPaperLink] = []
    for id in [paper.versionedID] + paper.record.identifiers {
      guard let url = id.url else { continue }
      let name = id.scheme == .arxiv ? "arXiv:\(id.description)" : id.scheme == .url ? url : id.label
      links.append(HTMLPaperLink(name: name, address: url))
    }
    for link in paper.record.links where link.url.hasWords {
      links.append(HTMLPaperLink(name: BibliographyLinks.label(of: link.kind), address: link.url))
    }
    return links
  }
}

/// One thing that a record says and no line of a paper has.
struct HTMLPaperRow {
  var term: String
  var text: String
  /// `nil` for that of the record.
  var anchor: SourceAnchor?

  static func all(of paper: Paper) -> [HTMLPaperRow] {
    let record = paper.record
    var rows: [HTMLPaperRow] = []
    func add(_ term: String, _ text: String?, at anchor: SourceAnchor? = nil) {
      if let text, text.hasWords { rows.append(HTMLPaperRow(term: term, text: text, anchor: anchor)) }
    }
    add("Type", record.type?.rawValue)
    for detail in Paper.Detail.allCases where detail != .container {
      add(detail.rawValue.capitalised, record.details[detail], at: record.origins[.detail(detail)])
    }
    add("Categories", record.categories.joined(separator: ", "))
    add("Tags", record.keywords.joined(separator: ", "))
    add("Topics", record.topics.map { $0.joined(separator: " › ") }.joined(separator: "; "))
    add("Names", record.names.filter { !paper.names.contains($0) }.joined(separator: ", "))
    add("Rank", record.rank.map { String($0) })
    add("Citation key", record.citationKey)
    if paper.id.subjectClass != nil { add("Archive", paper.id.archive) }
    add("Identifiers", record.identifiers.filter { $0.url == nil }.map(\.description).joined(separator: ", "))
    for field in record.extra {
      for leaf in field.value.leaves(at: field.key) {
        add(leaf.key, leaf.text.hasWords ? leaf.text : leaf.type, at: field.anchor)
      }
    }
    for completion in record.completions {
      add("From \(completion.source)", completion.parts.map(\.name).joined(separator: ", "))
    }
    return rows
  }
}

extension String {
  /// `ISBN` for `isbn`, `Publisher` for `publisher`.
  fileprivate var capitalised: String {
    if self == "isbn" || self == "issn" { return uppercased() }
    return prefix(1).uppercased() + dropFirst()
  }
}
