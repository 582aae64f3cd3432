import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestExporters

extension XMLElement {
  /// The names of what it holds, without text that is only shown.
  fileprivate var parts: [String] { elements.map(\.name).filter { $0 != "x" } }
}

/// One rule of FORMAT-RULES a test.
@Suite struct JATSExporterTests {
  private func export(_ digest: Digest) throws -> (root: XMLElement, losses: [LossLog.Loss]) {
    let result = JATSExporter().export(digest)
    let bytes = result.files[0].bytes
    let schema = try Data(
      contentsOf: SharedFolder.packageRoot.appendingPathComponent("schemas/jats-subset.rng"))
    #expect(try RelaxNG.violations(in: bytes, against: Array(schema)) == [])
    return (try XMLElement.parse(bytes), result.losses.losses)
  }

  private func digest(_ entries: [Digest.Entry], kind: Digest.Section.Kind = .other) -> Digest {
    var digest = Digest(sections: [
      Digest.Section(kind: kind, heading: WholeDigest.text("H"), entries: entries)
    ])
    digest.normalise()
    return digest
  }

  @Test func writesEveryWordInDocumentOrder() throws {
    let result = JATSExporter().export(WholeDigest.digest)
    if let path = ProcessInfo.processInfo.environment["JATS_DUMP"] {
      try Data(result.files[0].bytes).write(to: URL(fileURLWithPath: path))
    }
    let (root, _) = try export(WholeDigest.digest)
    #expect(WordCollector.firstMissing(of: WholeDigest.digest, in: JATSText.words(root)) == nil)
  }

  @Test("J1: root, language and the three parts")
  func writesRootWithFrontBodyAndBack() throws {
    let (root, _) = try export(WholeDigest.digest)
    #expect(root.name == "article")
    #expect(root["article-type"] == "review-article")
    #expect(root["dtd-version"] == "1.3")
    #expect(root["xml:lang"] == "vi")
    #expect(root.elements.map(\.name) == ["front", "body", "back"])
  }

  @Test(
    "J1: xml:lang is never empty",
    arguments: [
      (nil, "und"), ("", "und"), ("vi", "vi"), ("zh-Hant-TW", "zh-Hant-TW"), ("no tag", "und"),
      ("123", "und"),
      ("verylonglanguage", "und"), ("en-", "und"),
    ] as [(String?, String)])
  func writesLanguage(language: String?, expected: String) throws {
    let (root, _) = try export(Digest(metadata: Digest.Metadata(language: language)))
    #expect(root["xml:lang"] == expected)
    // What is no tag is kept.
    let kept = root.descendants("custom-meta").map(\.text).joined().contains(language ?? "")
    #expect(language == nil || language == "" || language == expected || kept)
  }

  @Test(
    "J1: an article of an empty digest has a title and no empty body",
    arguments: [
      (Digest.Metadata(), "Digest"),
      (Digest.Metadata(period: YearMonth(year: 2024, month: 9)), "Digest 2024-09"),
      (Digest.Metadata(source: Digest.Source(name: "sept.md", sha256: "0")), "sept.md"),
      (Digest.Metadata(title: RichText(plain: "Given")), "Given"),
      (Digest.Metadata(title: RichText(plain: " ")), "Digest"),
    ])
  func writesATitleForAnEmptyDigest(metadata: Digest.Metadata, expected: String) throws {
    let (root, losses) = try export(Digest(metadata: metadata))
    #expect(root.descendants("article-title").map(\.text) == [expected])
    #expect(root.elements.map(\.name) == ["front"])
    #expect(losses.isEmpty)
  }

  @Test("J2: order in article-meta")
  func writesArticleMetaInOrder() throws {
    let (root, _) = try export(WholeDigest.digest)
    let meta = try #require(root.descendants("article-meta").first)
    #expect(
      meta.elements.map(\.name) == ["title-group", "pub-date", "abstract", "kwd-group", "custom-meta-group"])
    let date = try #require(meta.elements("pub-date").first)
    #expect(date["iso-8601-date"] == "2024-09")
    #expect(date["publication-format"] == "electronic")
    #expect(date.elements.map(\.name) == ["month", "year"])
    #expect(date.elements.map(\.text) == ["09", "2024"])
    #expect(meta.descendants("kwd").map(\.text) == ["Models", "Leaf"])
  }

  @Test("J3: ids are XML names, unique, and every rid resolves")
  func writesReferenceIDs() throws {
    let written = ["cs/0501001", "2409.10000v3", "10.1000/a(b)", "10.1000/a_b_"]
    let mention = Digest.PaperMention(papers: written.map(WholeDigest.cite))
    let (root, _) = try export(digest([.paper(mention)], kind: .topicTree))
    let ids = ["ref-cs_0501001", "ref-2409.10000", "ref-10.1000_a_b_", "ref-10.1000_a_b_-2"]
    #expect(root.descendants("ref").map { $0["id"] } == ids)
    #expect(root.descendants("xref").map { $0["rid"] } == ids)
    #expect(root.descendants("xref").map(\.text) == written)
  }

  @Test("J3: another id of a paper leads to its reference")
  func writesOneReferenceForTwoIDs() throws {
    var digest = digest([.block(.paragraph(WholeDigest.rich([.citation(WholeDigest.cite("2409.10001"))])))])
    let other = WholeDigest.cite("2409.10001").id
    digest.papers = [Paper(id: WholeDigest.cite("2409.10000").id, record: Paper.Record(identifiers: [other]))]
    digest.normalise()
    let (root, _) = try export(digest)
    #expect(root.descendants("ref").map { $0["id"] } == ["ref-2409.10000"])
    #expect(root.descendants("xref").map { [$0["rid"], $0.text] } == [["ref-2409.10000", "2409.10001"]])
  }

  @Test("J3: a digest that was not normalised gets its references, too")
  func writesReferencesOfUnindexedPapers() throws {
    var digest = WholeDigest.digest
    digest.papers = []
    let (root, _) = try export(digest)
    let ids = Set(root.descendants("ref").compactMap { $0["id"] })
    #expect(root.descendants("xref").allSatisfy { ids.contains($0["rid"] ?? "") })
    #expect(ids.contains("ref-cs_0501001"))
  }

  @Test("J4: items hold p and list; other blocks stand in a p")
  func wrapsBlocksInListItems() throws {
    let (root, _) = try export(WholeDigest.digest)
    let allowed: Set = ["label", "p", "list"]
    for item in root.descendants("list-item") {
      #expect(item.elements.allSatisfy { allowed.contains($0.name) })
      let text = item.children.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
      let isBlank = text.allSatisfy { $0.isWhitespace }
      #expect(isBlank)
    }
  }

  @Test("J4: what follows a child section stands in a section of its own")
  func opensASectionBehindChildSections() throws {
    let (root, _) = try export(digest(WholeDigest.gaps, kind: .gaps))
    let section = try #require(root.descendants("body").first?.elements.first)
    let types = section.elements("sec").map { $0["sec-type"] }
    #expect(types == ["gap", "gap", "continuation", "heading-3", "heading-3"])
    #expect(section.elements("p").isEmpty)
    #expect(section.descendants("sec").compactMap { $0["sec-type"] }.filter { $0 == "gap" }.count == 3)
  }

  @Test("J4: a section without a title repeats its parent's, as Publishing and JATS4R want one")
  func titlesEverySection() throws {
    let gap = Digest.Gap(parts: [Digest.Gap.Part(role: .gap, text: WholeDigest.text("g"))])
    let unlabelled = Digest.Idea.Field(role: .other, label: nil, content: [.paragraph(WholeDigest.text("u"))])
    let labelled = Digest.Idea.Field(
      role: .risk, label: WholeDigest.text("Risk"), content: [.paragraph(WholeDigest.text("r"))])
    let idea = Digest.Idea(title: WholeDigest.text("Title"), fields: [labelled, unlabelled])
    let (root, _) = try export(
      digest([.gap(gap), .idea(idea), .block(.paragraph(WholeDigest.text("after")))], kind: .ideas))
    #expect(
      root.descendants("sec").map { $0.elements("title").map(\.text) } == [
        ["H"], ["H"], ["Title"], ["Risk"], ["Title"], ["H"],
      ])
    let nameless = Digest.Section(kind: .other, heading: RichText(plain: ""), entries: [.gap(gap)])
    let (other, _) = try export(Digest(sections: [nameless]))
    #expect(other.descendants("sec").map { $0.elements("title").map(\.text) } == [["Digest"], ["Digest"]])
  }

  @Test("J2: the abstract holds paragraphs alone, keywords are plain, as Publishing has them")
  func writesAbstractAndKeywordsForPublishing() throws {
    let item = Digest.List.Item(blocks: [.paragraph(WholeDigest.text("item"))])
    let blocks: [Digest.Block] = [
      .list(Digest.List(isOrdered: false, items: [item])), .code(Digest.CodeBlock(text: "x\n")),
      .quote(Digest.Quote(blocks: [.paragraph(WholeDigest.text("q"))])), .paragraph(WholeDigest.text("p")),
    ]
    let label = WholeDigest.rich([
      .strong([.text("Bold")]), .text(" "),
      .link([.text("link")], destination: "http://a.example", title: "t"),
    ])
    let (root, _) = try export(
      Digest(
        metadata: Digest.Metadata(preamble: blocks),
        sections: [
          Digest.Section(
            kind: .topicTree, heading: WholeDigest.text("H"), entries: [.topic(Digest.Topic(label: label))])
        ]))
    let abstract = try #require(root.descendants("abstract").first)
    #expect(abstract.elements.map(\.name) == ["p", "p", "p", "p"])
    #expect(abstract.elements.map { $0.elements.map(\.name) } == [["list"], ["code"], ["disp-quote"], []])
    #expect(root.descendants("kwd").map(\.text) == ["Bold link <http://a.example> (t)"])
    #expect(root.descendants("kwd").flatMap(\.elements).isEmpty)
  }

  @Test func writesSubscriptsAndSuperscripts() throws {
    let text = WholeDigest.rich([
      .text("H"), .subscript([.text("2")]), .text("O"), .superscript([.emphasis([.text("n")])]),
      .subscript([]),
    ])
    let (root, losses) = try export(digest([.block(.paragraph(text))]))
    let paragraph = try #require(root.descendants("p").first)
    #expect(paragraph.elements.map(\.name) == ["sub", "sup"])
    #expect(paragraph.elements.map(\.text) == ["2", "n"])
    #expect(losses.isEmpty)
  }

  @Test func writesTheTitlesOfLinksAndImages() throws {
    let text = WholeDigest.rich([
      .link([.text("l")], destination: "http://a.example", title: "one"),
      .image(description: [.text("i")], source: "a.png", title: "two"),
      .link([.text("k")], destination: "", title: "three"),
      .image(description: [.text("j")], source: "", title: "four"),
    ])
    let (root, _) = try export(digest([.block(.paragraph(text))]))
    let paragraph = try #require(root.descendants("p").first)
    #expect(paragraph.elements.map { $0["xlink:title"] } == ["one", "two"])
    #expect(paragraph.text == "lik (three)j (four)")
  }

  @Test("J5: a reference holds what is known, in order, and nothing else")
  func writesReferences() throws {
    let (root, _) = try export(WholeDigest.digest)
    let references = root.descendants("element-citation")
    let full = try #require(references.last)
    #expect(full["publication-type"] == "confproc")
    #expect(
      full.parts == [
        "person-group", "article-title", "source", "year", "month", "day", "pub-id", "pub-id", "ext-link",
        "named-content", "named-content", "annotation",
      ])
    #expect(full.descendants("surname").map(\.text) == ["Nguyễn"])
    #expect(full.descendants("collab").map(\.text) == ["OLMo Team"])
    #expect(full.elements("year").first?["iso-8601-date"] == "2024-09-13")
    #expect(full.elements("pub-id").map(\.text) == ["2409.00001", "10.1000/xyz"])
    let bare = try #require(references.first { $0.text.contains("2408.17253") })
    #expect(
      bare.parts == [
        "article-title", "source", "year", "month", "pub-id", "pub-id", "ext-link",
      ])
    // Rule B14: a title that nobody gives is the id.
    #expect(bare.elements("article-title").map(\.text) == ["arXiv:2408.17253"])
    let versioned = try #require(references.first { $0.text.contains("2409.01320") })
    // Rule I5: the version is a field of its own; the DOI carries none.
    #expect(versioned.elements("version").map(\.text) == ["2"])
    #expect(versioned.elements("version").map { $0["designator"] } == ["2"])
    let link = try #require(versioned.elements("ext-link").first)
    #expect(link.text == "https://arxiv.org/abs/2409.01320v2")
    #expect(link["xlink:title"] == "arXiv:2409.01320")
    #expect(versioned.elements("pub-id").map(\.text) == ["2409.01320", "10.48550/arXiv.2409.01320"])
  }

  private func reference(_ record: Paper.Record, id: String = "2409.10000") throws -> XMLElement {
    let (root, _) = try export(Digest(papers: [Paper(id: WholeDigest.cite(id).id, record: record)]))
    return try #require(root.descendants("element-citation").first)
  }

  @Test(
    "J8: a date is a year, a month and a day that exist, and EDTF where it is more",
    arguments: [
      ("2024", ["2024"], "2024"), ("2024-09", ["2024", "09"], "2024-09"),
      ("2024-09-13", ["2024", "09", "13"], "2024-09-13"),
      ("2024-21", ["2024", "spring", "2024-21"], "2024"), ("2024~", ["2024", "2024~"], "2024"),
      ("2024-01/2024-03", ["2024", "01", "2024-01/2024-03"], "2024-01"),
      ("../2024-02-29", ["2024", "02", "29", "../2024-02-29"], "2024-02-29"),
    ])
  func writesDates(date: String, expected: [String], iso: String) throws {
    let citation = try reference(Paper.Record.given(date: date))
    let names: Set = ["year", "month", "day", "season", "named-content"]
    #expect(citation.elements.filter { names.contains($0.name) }.map(\.text) == expected)
    #expect(citation.elements("year").map { $0["iso-8601-date"] } == [iso])
  }

  @Test("J8: names have their parts, others are said to be there, and editors are in a group of their own")
  func writesPeople() throws {
    var record = Paper.Record()
    record.authors = [
      .person(PersonName(family: "King", given: "Martin", suffix: "Jr.")),
      .person(PersonName(family: "Beethoven", given: "Ludwig", nonDroppingParticle: "van")),
      .person(PersonName(family: "Plato")), .literal("Gemma Team"),
    ]
    record.hasMoreAuthors = true
    record[.editor] = ContributorGroup(
      role: .editor, names: [.person(PersonName(family: "Dee", given: "C."))])
    record[.containerAuthor] = ContributorGroup(role: .containerAuthor, hasMore: true)
    let citation = try reference(record)
    let groups = citation.elements("person-group")
    #expect(groups.map { $0["person-group-type"] } == ["author", "editor", "custom"])
    #expect(groups.map { $0["custom-type"] } == [nil, nil, "container-author"])
    #expect(groups[0].parts == ["name", "name", "name", "collab", "etal"])
    #expect(
      groups[0].elements("name").map { $0.elements.map(\.text) }
        == [["King", "Martin", "Jr."], ["van Beethoven", "Ludwig"], ["Plato"]])
    #expect(groups[0].elements("name").first?.elements.map(\.name) == ["surname", "given-names", "suffix"])
    #expect(groups[2].parts == ["etal"])
  }

  @Test("J8: a DOI is bare, and every id says whose it is")
  func writesIdentifiers() throws {
    let given = [
      "https://doi.org/10.1000/ABC", "pmid:123", "pmcid:PMC1", "openreview:ab_C1", "mag:42",
      "https://example.org/p",
    ]
    let record = Paper.Record(identifiers: given.compactMap { PaperID(identifier: $0) })
    let citation = try reference(record)
    #expect(
      citation.elements("pub-id").map { [$0["pub-id-type"], $0["custom-type"], $0.text] } == [
        ["arxiv", nil, "2409.10000"], ["doi", nil, "10.1000/ABC"], ["pmid", nil, "123"],
        ["pmcid", nil, "PMC1"], ["custom", "openreview", "ab_C1"], ["custom", "mag", "42"],
      ])
    #expect(
      citation.elements("ext-link").map(\.text) == [
        "https://arxiv.org/abs/2409.10000", "https://example.org/p",
      ])
  }

  @Test(
    "J5: a paper is of the type that the other formats say, with its venue as source",
    arguments: [
      (nil, nil, "preprint", ["article-title", "source"]),
      (nil, "NeurIPS 2024", "confproc", ["article-title", "source"]),
      (nil, "Nature", "journal", ["article-title", "source"]),
      ("article", "Nature", "journal", ["article-title", "source"]), ("book", nil, "book", ["source"]),
      ("thesis", nil, "thesis", ["source"]), ("chapter", "A Book", "chapter", ["chapter-title", "source"]),
      ("report", nil, "report", ["article-title"]), ("dataset", nil, "data", ["data-title"]),
      ("software", nil, "software", ["data-title"]), ("webpage", nil, "webpage", ["article-title"]),
      ("standard", nil, "standard", ["article-title"]), ("song", nil, "other", ["article-title"]),
    ] as [(String?, String?, String, [String])])
  func writesTypes(type: String?, venue: String?, expected: String, titles: [String]) throws {
    var record = Paper.Record.given(title: RichText(plain: "T"), venue: venue)
    record.type = type.flatMap { PublicationType(rawValue: $0) }
    let citation = try reference(record)
    #expect(citation["publication-type"] == expected)
    let names: Set = ["article-title", "chapter-title", "data-title", "source"]
    let found = citation.elements.filter { names.contains($0.name) }
    #expect(found.map(\.name) == titles)
    #expect(found.first?.text == "T")
    if titles.count == 2 { #expect(found.last?.text == venue ?? "arXiv") }
  }

  @Test("J5: details of a publication have their elements")
  func writesPublication() throws {
    var record = Paper.Record.given(title: RichText(plain: "T"), venue: "Proceedings of X")
    record.details.merge([
      .event: "The 3rd X", .series: "LNCS", .volume: "12", .issue: "3", .pages: "5–17", .edition: "2nd",
      .publisher: "ACM", .place: "New York", .number: "TR 7", .isbn: "9780262035613", .issn: "1234-5679",
      .comment: "9 pages",
    ]) { $1 }
    let citation = try reference(record)
    let names: Set = ["article-title", "year", "month", "pub-id", "ext-link", "x"]
    #expect(
      citation.elements.filter { !names.contains($0.name) }.map { "\($0.name)=\($0.text)" } == [
        "source=Proceedings of X", "conf-name=The 3rd X", "series=LNCS", "volume=12", "issue=3", "fpage=5",
        "lpage=17", "edition=2nd", "publisher-name=ACM", "publisher-loc=New York", "named-content=TR 7",
        "isbn=9780262035613", "issn=1234-5679", "comment=9 pages",
      ])
  }

  @Test(
    "J5: pages are a first and a last one, an article number, or text",
    arguments: [
      ("12-34", JATSPages.range("12", "34")), ("12–34", .range("12", "34")), ("12 -- 34", .range("12", "34")),
      ("S12-S15", .range("S12", "S15")), ("1:5-1:17", .range("1:5", "1:17")), ("7", .page("7")),
      ("e0123456", .number("e0123456")), ("L12", .number("L12")), ("1, 3-5", .other("1, 3-5")),
      ("1-3, 7", .other("1-3, 7")), ("in press", .other("in press")), ("a-b", .other("a-b")),
      ("1-2-3", .other("1-2-3")), ("-5", .other("-5")),
    ])
  func readsPages(text: String, expected: JATSPages) { #expect(JATSPages(text) == expected) }

  @Test("J5: code, data and other links say what they lead to")
  func writesLinks() throws {
    let record = Paper.Record(links: [
      Paper.Link(.code, "https://github.com/a/b"),
      Paper.Link(.landingPage, "https://arxiv.org/abs/2409.10000"),
    ])
    let links = try reference(record).elements("ext-link")
    #expect(links.map { $0["specific-use"] } == ["code", "landing-page"])
    #expect(links.map { $0["xlink:title"] } == ["Code", "arXiv:2409.10000"])
  }

  @Test("J5: a stylesheet that knows no parts shows a reference readably")
  func readsWellWithoutKnowingParts() throws {
    var record = Paper.Record.given(
      title: RichText(plain: "A title"),
      authors: [.person(PersonName(family: "Bee", given: "Ann")), .literal("ACME")],
      date: "2024-09-13", venue: "NeurIPS")
    record.hasMoreAuthors = true
    record.details[.volume] = "12"
    record.details[.issue] = "3"
    record.details[.pages] = "4-9"
    let citation = try reference(record)
    // As the official preview does: names in order, no white space between elements.
    let shown = citation.elements.map { part -> String in
      guard part.name == "person-group" else { return part.text }
      return part.elements.map { name in
        name.name == "name" ? name.elements.reversed().map(\.text).joined(separator: " ") : name.text
      }.joined()
    }.joined()
    #expect(
      shown
        == "Ann Bee, ACME et al. A title. NeurIPS, 12(3): 4–9. 2024-09-13. arxiv:2409.10000. "
        + "https://arxiv.org/abs/2409.10000")
  }

  @Test("J5: paragraphs of an abstract are paragraphs")
  func writesParagraphsOfAbstracts() throws {
    let abstract = RichText(
      markdown: "a",
      inlines: [
        .text("one"), .lineBreak, .text("line"), .lineBreak, .lineBreak, .lineBreak, .text("two"),
      ], anchor: .none)
    let annotation = try #require(
      try reference(Paper.Record(abstract: abstract)).elements("annotation").first)
    #expect(annotation.elements.map(\.text) == ["one\nline", "two"])
    let plain = RichText(plain: "one\nline\n\n\ntwo\n\n")
    let other = try #require(try reference(Paper.Record(abstract: plain)).elements("annotation").first)
    #expect(other.elements.map(\.text) == ["one\nline", "two"])
  }

  @Test("J6: characters XML forbids are replaced and reported")
  func reportsForbiddenCharacters() throws {
    let text = RichText(plain: "a\u{1}b\u{FFFE}c “quoted” – dash")
    let (root, losses) = try export(
      digest([.block(.paragraph(text)), .block(.code(Digest.CodeBlock(text: "\u{0}x")))]))
    #expect(root.descendants("p").map(\.text) == ["a\u{FFFD}b\u{FFFD}c “quoted” – dash"])
    #expect(root.descendants("code").map(\.text) == ["\u{FFFD}x"])
    #expect(
      losses.map(\.reason) == [
        "2 characters that XML forbids are replaced by U+FFFD",
        "1 character that XML forbids is replaced by U+FFFD",
      ])
    #expect(losses.allSatisfy { $0.part == .characters && $0.fidelity == .degraded })
  }

  @Test("J7: highlights are a table-wrap with id, label, caption, thead and tbody of one width")
  func writesHighlightsAsTable() throws {
    let (root, _) = try export(digest([.highlights(WholeDigest.highlights)], kind: .highlights))
    let wrap = try #require(root.descendants("table-wrap").first)
    #expect(wrap["id"] == "table-1")
    #expect(wrap.elements.map(\.name) == ["label", "caption", "table"])
    #expect(wrap.elements("caption").map { $0.elements("title").map(\.text) } == [["H"]])
    let table = try #require(wrap.elements("table").first)
    #expect(table.elements.map(\.name) == ["thead", "tbody"])
    let rows = table.descendants("tr").map { $0.elements.map(\.text) }
    #expect(
      rows == [
        ["No.", "Paper", "Words", "Why", ""],
        ["1", "2409.10000 NEO net", "fast, tiny model", "it is first", ""],
        ["2", "10.1000/182, 2409.18964", "", "tie", "extra"], ["", "", "", "", ""],
      ])
  }

  @Test func writesWhatARowHasWithoutAColumnForIt() throws {
    let row = Digest.Highlight(
      rankText: "1", papers: [WholeDigest.cite("2409.10000")], name: WholeDigest.text("NEO"),
      keywords: ["fast"])
    let table = Digest.HighlightTable(
      columns: [.init(header: WholeDigest.text("Paper"), role: .papers)], rows: [row])
    let (root, losses) = try export(digest([.highlights(table)], kind: .highlights))
    #expect(
      root.descendants("tr").map { $0.elements.map(\.text) } == [
        ["Paper", "", ""], ["2409.10000 NEO", "1", "fast"],
      ])
    #expect(root.descendants("th").map { $0["content-type"] } == ["papers", "rank", "keywords"])
    #expect(losses.isEmpty)
  }

  @Test("J7: a paper in prose is an xref, in code, too")
  func writesCitationsInProse() throws {
    let text = WholeDigest.rich([
      .text("see "), .citation(WholeDigest.cite("arXiv:2409.10000")), .code("cat 2409.01320 | x"),
    ])
    let (root, _) = try export(digest([.block(.paragraph(text))]))
    #expect(root.descendants("xref").map(\.text) == ["arXiv:2409.10000", "2409.01320"])
    #expect(root.descendants("p").map(\.text) == ["see arXiv:2409.10000cat 2409.01320 | x"])
  }

  @Test func writesALineBreakWhereJATSHasOneAndReportsItElsewhere() throws {
    let text = WholeDigest.rich([.text("a"), .lineBreak, .text("b")])
    let (title, none) = try export(
      Digest(sections: [Digest.Section(kind: .other, heading: text, entries: [])]))
    #expect(title.descendants("break").count == 1)
    #expect(none.isEmpty)
    let (paragraph, losses) = try export(digest([.block(.paragraph(text))]))
    #expect(paragraph.descendants("p").map(\.text) == ["a\nb"])
    #expect(losses.map(\.part) == [.lineBreaks])
  }

  @Test func keepsWhatTheModelHasNoWordFor() throws {
    let extra = [
      ExtraField(key: "text", value: .string("1.0")), ExtraField(key: "number", value: .number("1.0")),
      ExtraField(key: "list", value: .sequence([.null, .bool(true), .mapping([])])),
      ExtraField(key: "", value: .string("")),
    ]
    let (root, _) = try export(Digest(metadata: Digest.Metadata(extra: extra)))
    let fields = root.descendants("custom-meta").map { [$0["specific-use"] ?? ""] + $0.elements.map(\.text) }
    #expect(
      fields == [
        ["extra", "text", "1.0"], ["extra-json", "number", "1.0"], ["extra-json", "list", "[null,true,{}]"],
        ["extra-json", "_", "\"\""],
      ])
  }

  private func front(_ extra: [ExtraField], period: String? = nil) throws -> XMLElement {
    let metadata = Digest.Metadata(period: period.flatMap { YearMonth($0) }, extra: extra)
    let (root, _) = try export(Digest(metadata: metadata))
    return try #require(root.elements("front").first)
  }

  @Test("J2, J9: front matter goes to the elements that archives read, in order")
  func writesFrontMatter() throws {
    let front = try front(
      [
        ExtraField(key: "Author", value: .string("Ann Bee, Ludwig van Beethoven Jr. and Gemma Team")),
        ExtraField(key: "license", value: .string("CC BY-SA 4.0")),
        ExtraField(key: "doi", value: .string("https://doi.org/10.1000/xyz")),
        ExtraField(key: "publisher", value: .string("Example House")),
        ExtraField(key: "date", value: .string("2024-10-01")),
        ExtraField(key: "copyright", value: .string("© 2024 Ann Bee")),
        ExtraField(key: "mood", value: .string("good")),
      ], period: "2024-09")
    #expect(front.elements.map(\.name) == ["journal-meta", "article-meta"])
    #expect(front.descendants("publisher-name").map(\.text) == ["Example House"])
    let meta = front.elements[1]
    #expect(
      meta.elements.map(\.name) == [
        "article-id", "title-group", "contrib-group", "pub-date", "pub-date", "permissions",
        "custom-meta-group",
      ])
    #expect(meta.elements("article-id").map { [$0["pub-id-type"], $0.text] } == [["doi", "10.1000/xyz"]])
    let names = meta.descendants("contrib").map { $0.elements.map { $0.elements.map(\.text) + [$0.name] } }
    #expect(
      names == [
        [["Bee", "Ann", "name"]], [["van Beethoven", "Ludwig", "Jr.", "name"]], [["collab"]],
      ])
    #expect(meta.descendants("collab").map(\.text) == ["Gemma Team"])
    #expect(meta.elements("pub-date").map { $0["date-type"] } == ["collection", "pub"])
    #expect(meta.elements("pub-date").map { $0["iso-8601-date"] } == ["2024-09", "2024-10-01"])
    #expect(meta.elements("pub-date").last?.elements.map(\.text) == ["01", "10", "2024"])
    #expect(meta.descendants("copyright-statement").map(\.text) == ["© 2024 Ann Bee"])
    #expect(meta.descendants("license-p").map(\.text) == ["CC BY-SA 4.0"])
    #expect(
      meta.descendants("license").map { $0["xlink:href"] } == [
        "https://creativecommons.org/licenses/by-sa/4.0/"
      ])
    // Those that would be read back in another form stay there as well.
    #expect(meta.descendants("meta-name").map(\.text) == ["Author", "doi", "mood"])
  }

  @Test("J9: an author of several members has an ORCID, affiliations and an address")
  func writesWhatIsSaidOfAnAuthor() throws {
    let author = DataValue.mapping([
      ExtraField(key: "name", value: .string("王小明")),
      ExtraField(key: "orcid", value: .string("https://orcid.org/0000-0002-1825-0097")),
      ExtraField(key: "affiliation", value: .sequence([.string("MIT"), .string("ETH")])),
      ExtraField(key: "email", value: .string("a@b.example")),
    ])
    let front = try front([ExtraField(key: "author", value: author)])
    let contrib = try #require(front.descendants("contrib").first)
    #expect(contrib.elements.map(\.name) == ["contrib-id", "name", "aff", "aff", "email"])
    #expect(contrib.elements.map(\.text)[0] == "https://orcid.org/0000-0002-1825-0097")
    #expect(contrib.elements[1]["name-style"] == "eastern")
    #expect(contrib.elements[1].elements.map(\.text) == ["王", "小明"])
    #expect(front.descendants("custom-meta").isEmpty)
  }

  @Test(
    "J8, J9: what no element says in full stays in custom-meta",
    arguments: [
      ("author", .string("Ann Bee et al."), ["contrib"]), ("author", .string("Ann Bee (MIT)"), ["contrib"]),
      (
        "author",
        .mapping([
          ExtraField(key: "name", value: .string("Ann Bee")), ExtraField(key: "bio", value: .string("x")),
        ]), ["contrib"]
      ),
      ("author", .bool(true), []), ("doi", .string("none yet"), []), ("doi", .string("2409.10000"), []),
      ("date", .string("2024-02-30"), []), ("date", .string("last week"), []),
      ("date", .string("2024-01/2024-03"), []), ("date", .string("Oct 1, 2024"), ["pub-date"]),
      ("date", .string("2024-10-01T12:00:00Z"), ["pub-date"]), ("publisher", .sequence([]), []),
      ("license", .bool(true), []),
    ] as [(String, DataValue, [String])])
  func keepsWhatElementsDoNotSay(key: String, value: DataValue, elements: [String]) throws {
    let front = try front([ExtraField(key: key, value: value)])
    #expect(front.descendants("meta-name").map(\.text) == [key])
    for name in ["contrib", "pub-date", "article-id", "license", "publisher"] {
      #expect(front.descendants(name).isEmpty != elements.contains(name), "\(name)")
    }
  }

  @Test(
    "J9: only an address that is known is that of a license",
    arguments: [
      ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      ("cc-by-nc-nd-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
      ("CC BY 4.0 International", "https://creativecommons.org/licenses/by/4.0/"),
      ("https://example.org/terms", "https://example.org/terms"), ("CC BY", nil), ("MIT", nil),
      ("CC BY-ND-SA 4.0", nil), ("All rights reserved", nil),
    ] as [(String, String?)])
  func writesLicenses(text: String, address: String?) throws {
    let front = try front([ExtraField(key: "license", value: .string(text))])
    let license = try #require(front.descendants("license").first)
    #expect(license["xlink:href"] == address)
    #expect(license.elements("license-p").map(\.text) == [text])
  }

  @Test("J9: the converter stands in custom-meta, a DOCTYPE where one is asked for")
  func writesConverterAndDoctype() throws {
    let exporter = JATSExporter(options: JATSOptions(hasDoctype: true), converter: "digest-convert 1.2.3")
    let bytes = exporter.export(WholeDigest.digest).files[0].bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE article
          PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3 20210610//EN"
          "JATS-archivearticle1-3-mathml3.dtd">
        <article article-type="review-article"
        """))
    let meta = try XMLElement.parse(bytes).descendants("custom-meta").first
    #expect(meta?.elements.map(\.text) == ["converter", "digest-convert 1.2.3"])
    let schema = try Data(
      contentsOf: SharedFolder.packageRoot.appendingPathComponent("schemas/jats-subset.rng"))
    #expect(try RelaxNG.violations(in: bytes, against: Array(schema)) == [])
  }

  @Test func writesOnlyLossesThatTheCapabilitiesDeclare() throws {
    // A reference has no word for who says what of it.
    let parts = Set(ModelPart.allCases).subtracting([.paperCompletion])
    #expect(Set(JATSExporter().capabilities.keys) == parts)
    for seed in UInt64(1)...50 {
      var random = RandomDigest(seed: seed)
      JATSExporter().expectDeclared(JATSExporter().export(random.digest()).losses, "seed \(seed)")
    }
  }

  @Test func writesAParagraphOfAMegabyteAndDeepLists() throws {
    let long = String(repeating: "đoạn <văn> & ]]> 😀 ", count: 50_000)
    let (root, _) = try export(digest([.block(.paragraph(RichText(plain: long)))]))
    #expect(root.descendants("p").map(\.text) == [long])
    var block = Digest.Block.paragraph(RichText(plain: "bottom"))
    for _ in 0..<200 {
      block = .list(Digest.List(isOrdered: false, items: [Digest.List.Item(blocks: [block])]))
    }
    let (deep, _) = try export(digest([.block(block)]))
    #expect(deep.descendants("list").count == 200)
  }
}
