import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

/// A page read by libxml2, as any reader of XML would.
struct HTMLPageReading {
  let bytes: [UInt8]
  let root: XMLElement
  let losses: [String]

  init(_ markdown: String) throws {
    let source = SourceDocument(name: "2024-09.md", text: markdown)
    var digest = try MarkdownImporter().read(source).digest
    digest.normalise()
    try self.init(digest)
  }

  init(_ digest: Digest) throws { try self.init(HTMLExporter().export(digest)) }
  init(_ collection: DigestCollection) throws { try self.init(HTMLExporter().export(collection)) }

  private init(_ result: ExportResult) throws {
    bytes = result.files[0].bytes
    root = try XMLElement.parse(bytes)
    losses = result.losses.losses.map { "\($0.part) \($0.fidelity): \($0.reason)" }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var main: XMLElement? { root.descendants("main").first }

  /// The elements of a class.
  func all(_ name: String, ofClass value: String) -> [XMLElement] {
    root.descendants(name).filter { $0["class"] == value }
  }

  /// The element of an id.
  func element(_ id: String) -> XMLElement? {
    func search(_ element: XMLElement) -> XMLElement? {
      if element["id"] == id { return element }
      for child in element.elements { if let found = search(child) { return found } }
      return nil
    }
    return search(root)
  }

  /// The meta elements by name.
  var meta: [String: String] {
    var found: [String: String] = [:]
    for element in root.descendants("meta") {
      if let name = element["name"] ?? element["http-equiv"] { found[name] = element["content"] }
    }
    return found
  }
}

@Suite struct HTMLExporterTests {
  private static let digest = """
    1.  **TOPIC_TREE**

        *   Vision
            *   Video
                *   `2409.10001` | ALPHA: sees *all*
            *   `2409.10002` | paints

    2.  **SOTA_HIGHLIGHTS (Top-2)**

        | Rank | PaperID | Keywords | Why |
        | --- | --- | --- | --- |
        | 1 | `2409.10001` | fast, open | wins |

    3.  **NOVEL_TECH_CONTRIBUTIONS**

        *   **2409.10001 – One trick – Thoughts:** neat.

    4.  **GAPS_AND_OPPORTUNITIES**

        *   **Slow:** too slow (2409.10002). Opportunity: be fast

    """

  @Test("H1: a page is HTML and XML alike: no declaration, and end tags for all but void elements")
  func isPolyglot() throws {
    let page = try HTMLPageReading(Self.digest)
    #expect(page.text.hasPrefix("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""))
    #expect(page.text.hasSuffix("</body>\n</html>\n"))
    // Of empty elements only those without an end tag in HTML are written as empty tags.
    let names = page.text.split(separator: "/>").dropLast().map { part in
      part.split(separator: "<").last.map { $0.prefix { $0.isLetter || $0.isNumber } } ?? ""
    }
    #expect(Set(names.map { String($0) }).isSubset(of: ["meta", "br", "hr", "input"]))
    #expect(page.text.contains("\"></span>"))
  }

  @Test func writesTopicsAsBoxesWithTheNumberOfTheirPapers() throws {
    let page = try HTMLPageReading(Self.digest)
    let boxes = page.all("details", ofClass: "t")
    #expect(boxes.compactMap { $0.elements("summary").first?.text } == ["Vision 2", "Video 1"])
    #expect(boxes.allSatisfy { $0["open"] == "" })
    #expect(boxes[0].elements("details").count == 1)
    let line = try #require(boxes[1].elements("ul").first?.elements("li").first)
    #expect(line.text == "2409.10001 ALPHA: sees all")
    #expect(line.descendants("em").map(\.text) == ["all"])
    #expect(line.descendants("a").map { $0["href"] } == ["#ref-2409.10001"])
  }

  @Test func namesSectionsForPeopleAndKeepsTheirHeadings() throws {
    let page = try HTMLPageReading(Self.digest)
    let heads = page.root.descendants("section").compactMap { $0.elements("h2").first?.text }
    #expect(
      heads == [
        "1. Topic tree TOPIC_TREE", "2. Highlights SOTA_HIGHLIGHTS (Top-2)",
        "3. Contributions NOVEL_TECH_CONTRIBUTIONS", "4. Gaps and opportunities GAPS_AND_OPPORTUNITIES",
        "Papers",
      ])
    let links = page.root.descendants("nav").first?.descendants("a") ?? []
    #expect(
      links.map { "\($0["href"] ?? "") \($0.text)" } == [
        "#s1 Topic tree", "#s2 Highlights", "#s3 Contributions", "#s4 Gaps and opportunities",
        "#papers Papers",
      ])
  }

  @Test func writesTheRankedTableToBeSorted() throws {
    let page = try HTMLPageReading(Self.digest)
    let table = try #require(page.all("table", ofClass: "h").first)
    #expect(table.descendants("th").map(\.text) == ["Rank", "PaperID", "Keywords", "Why"])
    #expect(table.descendants("td").map(\.text) == ["1", "2409.10001", "fast open", "wins"])
    // The frame scrolls, so the keyboard must reach it, and it has a name.
    let frame = try #require(page.all("div", ofClass: "f").first)
    #expect(frame["tabindex"] == "0" && frame["aria-label"] == "Highlights")
  }

  @Test func linksEachPaperToAllEntriesThatNameIt() throws {
    let page = try HTMLPageReading(Self.digest)
    let places = page.all("article", ofClass: "p").map { paper in
      paper.descendants("a").filter { $0["href"]?.hasPrefix("#") == true }.map {
        "\($0["href"] ?? "") \($0.text)"
      }
    }
    #expect(
      places == [
        ["#e3 Video", "#e5 Highlights 1", "#e6 Contributions 1"],
        ["#e4 Vision", "#e7 Gaps and opportunities 1"],
      ])
    #expect(page.element("e7")?.text.contains("too slow (2409.10002)") == true)
  }

  @Test func showsWhatARecordSays() throws {
    let id = try #require(PaperID("2409.10000v2"))
    var record = Paper.Record(
      identifiers: [try #require(PaperID("10.1000/xyz"))], citationKey: "lee2024",
      title: RichText(plain: "A <title> & more"),
      date: EDTFDate(PartialDate(try #require(YearMonth("2024-09")))),
      details: [.container: "Journal of Kites", .pages: "1-9"], abstract: RichText(plain: "It flies."),
      keywords: ["wind"], links: [Paper.Link(.code, "https://example.org/code")],
      extra: [ExtraField(key: "note", value: .mapping([ExtraField(key: "a", value: .string("b"))]))])
    record.authors = [.person(PersonName(family: "Lee", given: "Ann")), .literal("Kite Team")]
    var digest = Digest(papers: [Paper(id: id, record: record)])
    digest.normalise()
    let page = try HTMLPageReading(digest)
    let paper = try #require(page.all("article", ofClass: "p").first)
    #expect(paper.elements("h3").map(\.text) == ["A <title> & more"])
    #expect(paper.elements("p").map(\.text).first == "Ann Lee, Kite Team")
    #expect(
      paper.descendants("a").map { "\($0.text) \($0["href"] ?? "")" } == [
        "arXiv:2409.10000v2 https://arxiv.org/abs/2409.10000v2",
        "doi:10.1000/xyz https://doi.org/10.1000/xyz",
        "Code https://example.org/code",
      ])
    #expect(paper.descendants("time").map(\.text) == ["2024-09"])
    #expect(
      zip(paper.descendants("dt"), paper.descendants("dd")).map { "\($0.text)=\($1.text)" } == [
        "Pages=1-9", "Tags=wind", "Citation key=lee2024", "note/a=b",
      ])
    #expect(page.losses == [])
  }

  @Test("H7: the language and the direction of the text are said, and words of the page say theirs")
  func saysLanguageAndDirection() throws {
    func page(_ language: String?) throws -> XMLElement {
      try HTMLPageReading(Digest(metadata: Digest.Metadata(language: language))).root
    }
    let expected: [(String?, String, String)] = [
      ("en", "en", "ltr"), ("ar", "ar", "rtl"), ("he-IL", "he-IL", "rtl"), ("az-Arab", "az-Arab", "rtl"),
      ("ur-Latn", "ur-Latn", "ltr"), (nil, "und", "ltr"), ("no tag", "und", "ltr"),
    ]
    for (language, tag, direction) in expected {
      let root = try page(language)
      #expect(root["lang"] == tag && root["xml:lang"] == tag && root["dir"] == direction)
    }
    #expect(try page("ar").descendants("div").first { $0["id"] == "bar" }?["lang"] == "en")
    #expect(try page("vi").descendants("div").first { $0["id"] == "bar" }?["lang"] == nil)
  }

  @Test func citesThePageItself() throws {
    let page = try HTMLPageReading(
      "---\ntitle: The month\nauthor: Ann Lee\ndoi: 10.1000/182\n---\n\n" + Self.digest)
    #expect(page.meta["citation_title"] == "The month")
    #expect(page.meta["citation_author"] == "Lee, Ann")
    #expect(page.meta["citation_doi"] == "10.1000/182")
    let bare = try HTMLPageReading(Digest(metadata: Digest.Metadata(period: YearMonth("2024-09"))))
    #expect(
      bare.meta.keys.filter { $0.hasPrefix("citation_") }.sorted() == [
        "citation_publication_date", "citation_title",
      ])
    #expect(bare.meta["citation_title"] == "Digest 2024-09")
    #expect(bare.meta["citation_publication_date"] == "2024/09")
  }

  @Test func hasAllWordsInEachLanguage() {
    #expect(HTMLWords.tables.count == 7)
    for words in HTMLWords.tables {
      #expect(words.count == 22 && words.allSatisfy { !$0.isEmpty })
    }
    #expect(HTMLWords(language: "vi").again == "đã có ở tháng trước")
    #expect(HTMLWords(language: "pl").again == "in an earlier month, too")
  }

  @Test func writesTheSameBytesAgain() throws {
    #expect(try HTMLPageReading(Self.digest).bytes == HTMLPageReading(Self.digest).bytes)
  }
}
