import DigestExporters
import DigestModel
import DigestTestSupport

/// Reads the reference of a paper back into the parts of its record.
struct JATSRecordReader {
  private let citation: XMLElement
  private let paper: PaperID
  private(set) var parts = RecordParts()

  /// - Parameter paper: the id that counts: it and what follows from it are not part of the record.
  init(_ citation: XMLElement, of paper: PaperID) {
    self.citation = citation
    self.paper = paper
    readIdentifiers()
    readTitles()
    readPeople()
    readPublication()
    readNotes()
  }

  private func text(_ name: String) -> String? { citation.elements(name).first?.plainText }
  private func named(_ type: String) -> [String] {
    citation.elements("named-content").filter { $0["content-type"] == type }.map(\.plainText)
  }

  private mutating func readIdentifiers() {
    let written = citation.elements("pub-id").map { element -> String in
      switch element["pub-id-type"] ?? "" {
      case "arxiv", "doi": element.text
      case "custom": "\(element["custom-type"] ?? ""):\(element.text)"
      case let type: "\(type):\(element.text)"
      }
    }
    let addresses = citation.elements("ext-link").filter {
      $0["specific-use"] == nil && $0["xlink:title"] == nil
    }
    let own = [paper.description, paper.withoutVersion.description, paper.doi ?? paper.description]
    parts.add("identifiers", (written + addresses.map(\.text)).filter { !own.contains($0) })
    for link in citation.elements("ext-link") {
      guard let use = link["specific-use"],
        let kind = Paper.Link.Kind.allCases.first(where: {
          $0.rawValue.lowercased() == use.filter { $0 != "-" }
        })
      else { continue }
      parts.add(Paper.Link(kind, link.text))
    }
    parts.add("citationKey", named("citation-key"))
  }

  private mutating func readTitles() {
    let titles = ["article-title", "chapter-title", "data-title"].compactMap(text)
    parts.add("title", titles)
    parts.add("shortTitle", named("short-title"))
    parts.add("originalTitle", named("original-title"))
    for paragraph in citation.descendants("annotation") {
      parts.add("abstract", paragraph.elements("p").map(\.plainText).joined(separator: " "))
    }
  }

  private mutating func readPeople() {
    for group in citation.elements("person-group") {
      let type = group["person-group-type"] ?? ""
      let role = type == "custom" ? group["custom-type"] ?? "" : type
      for name in group.elements {
        switch name.name {
        case "collab": parts.add(name: [name.text], role: role)
        case "name":
          parts.add(
            name: ["surname", "given-names", "suffix"].map { name.elements($0).first?.text ?? "" }, role: role
          )
        case "etal": parts.add("more", role)
        default: break
        }
      }
    }
  }

  private mutating func readPublication() {
    let elements = [
      ("event", "conf-name"), ("series", "series"), ("volume", "volume"), ("issue", "issue"),
      ("edition", "edition"), ("publisher", "publisher-name"), ("place", "publisher-loc"), ("isbn", "isbn"),
      ("issn", "issn"), ("comment", "comment"), ("number", "patent"),
    ]
    for (part, element) in elements { parts.add(part, text(element)) }
    parts.add("number", named("number"))
    parts.add("language", named("language"))
    let venue = named("venue")
    parts.add("container", venue.isEmpty ? [text("source")].compactMap(\.self) : venue)
    if let first = text("fpage") {
      parts.add("pages", text("lpage").map { "\(first)-\($0)" } ?? first)
    } else {
      parts.add("pages", text("elocation-id") ?? text("page-range"))
    }
    let edtf = named("date")
    let year = citation.elements("year").first?["iso-8601-date"]
    parts.add("date", edtf.isEmpty ? [year].compactMap(\.self) : edtf)
  }

  private mutating func readNotes() {
    parts.add("type", named("type"))
    parts.add("keywords", named("tag"))
    parts.add("categories", named("category"))
    for topic in named("topic") { parts.add(topic: topic.components(separatedBy: " > ")) }
    parts.add("rank", named("rank"))
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
