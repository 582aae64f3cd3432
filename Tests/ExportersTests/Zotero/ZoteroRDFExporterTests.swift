import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

@Suite("Zotero's RDF") struct ZoteroRDFExporterTests {
  private func text(_ digest: Digest) -> String {
    String(decoding: ZoteroRDFExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  private func text(_ id: String, _ record: Paper.Record) -> String { text(PaperFixture.digest(id, record)) }

  private func losses(_ id: String, _ record: Paper.Record) -> [String] {
    ZoteroRDFExporter().export(PaperFixture.digest(id, record)).losses.losses.map {
      "\($0.part) \($0.fidelity): \($0.reason)"
    }
  }

  @Test("a line break in a value does not begin another field")
  func writesFieldsOnOneLine() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.details[.comment] = "12 pages\nDOI: 10.1000/other"
    let written = text("2409.10000", record)
    #expect(written.contains("Comment: 12 pages DOI: 10.1000/other"))
  }

  /// What stands between two elements, each line without its indentation.
  private func lines(_ text: String, from start: String, to end: String) -> [String] {
    let lines = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    guard let first = lines.firstIndex(of: start), let last = lines[first...].firstIndex(of: end) else {
      return []
    }
    return Array(lines[first...last])
  }

  @Test(
    "X1: a preprint has its repository, its id there, its creators, tags and a note of what the digest says")
  func writesPreprint() {
    let written = text(PaperFixture.full)
    #expect(
      lines(written, from: "<rdf:Description rdf:about=\"#item_arxiv_2409_10000\">", to: "</bib:Memo>") == [
        "<rdf:Description rdf:about=\"#item_arxiv_2409_10000\">", "<z:itemType>preprint</z:itemType>",
        "<dc:title>A &amp; B: “notes”</dc:title>", "<z:shortTitle>NEO</z:shortTitle>", "<bib:authors>",
        "<rdf:Seq>", "<rdf:li>", "<foaf:Person>", "<foaf:surname>Nguyễn</foaf:surname>",
        "<foaf:givenName>Văn An</foaf:givenName>", "</foaf:Person>", "</rdf:li>", "<rdf:li>",
        "<foaf:Person>", "<foaf:surname>OLMo Team</foaf:surname>", "</foaf:Person>", "</rdf:li>",
        "<rdf:li>", "<foaf:Person>", "<foaf:surname>Plato</foaf:surname>", "</foaf:Person>", "</rdf:li>",
        "</rdf:Seq>", "</bib:authors>", "<dc:date>2024-09-16</dc:date>",
        "<z:repository>arXiv</z:repository>", "<z:archiveID>arXiv:2409.10000</z:archiveID>",
        "<dc:identifier>DOI 10.48550/arXiv.2409.10000</dc:identifier>", "<dc:identifier>",
        "<dcterms:URI>", "<rdf:value>https://arxiv.org/abs/2409.10000v2</rdf:value>", "</dcterms:URI>",
        "</dc:identifier>", "<dc:subject>", "<z:AutomaticTag>", "<rdf:value>x, y</rdf:value>",
        "</z:AutomaticTag>", "</dc:subject>",
        "<dcterms:isReferencedBy rdf:resource=\"#note_arxiv_2409_10000\"/>", "</rdf:Description>",
        "<bib:Memo rdf:about=\"#note_arxiv_2409_10000\">", "<rdf:value>&lt;p&gt;Rank 3&lt;/p&gt;",
        "&lt;p&gt;Plans\u{FFFD} ahead.&lt;/p&gt;", "&lt;p&gt;Reads well.&lt;/p&gt;</rdf:value>",
        "</bib:Memo>",
      ])
  }

  @Test("X2: topics are collections in each other, with their papers; what no topic has is in the digest's")
  func writesCollections() throws {
    let source = """
      ---
      title: Kites
      period: 2024-09
      ---

      # TOPIC_TREE

      - Agents
        - Tools
          - 2409.10001 | One: says one.
        - 2409.10002 | Two: says two.

      # READING_LIST

      1. 2409.10003: reads well.
      """
    var digest = try MarkdownImporter().read(SourceDocument(name: "a.md", text: source)).digest
    digest.metadata.title = RichText(plain: "Kites")
    digest.metadata.period = YearMonth("2024-09")
    digest.normalise()
    let written = text(digest)
    let found = lines(written, from: "<z:Collection rdf:about=\"#collection_1\">", to: "</rdf:RDF>")
    #expect(
      found.filter { !$0.hasPrefix("</") } == [
        "<z:Collection rdf:about=\"#collection_1\">", "<dc:title>2024-09 – Kites</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#collection_2\"/>",
        "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10003\"/>",
        "<z:Collection rdf:about=\"#collection_2\">", "<dc:title>Agents</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#collection_3\"/>",
        "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10002\"/>",
        "<z:Collection rdf:about=\"#collection_3\">", "<dc:title>Tools</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10001\"/>",
      ])
  }

  @Test("X2: topics that only the record of a paper has are collections, too")
  func writesTopicsOfRecords() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.topics = [["Agents", "Tools"], ["Agents"]]
    let written = text("2409.10000", record)
    let found = lines(written, from: "<z:Collection rdf:about=\"#collection_1\">", to: "</rdf:RDF>")
    #expect(
      found.filter { !$0.hasPrefix("</") } == [
        "<z:Collection rdf:about=\"#collection_1\">", "<dc:title>Digest</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#collection_2\"/>",
        "<z:Collection rdf:about=\"#collection_2\">", "<dc:title>Agents</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#collection_3\"/>",
        "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10000\"/>",
        "<z:Collection rdf:about=\"#collection_3\">", "<dc:title>Tools</dc:title>",
        "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10000\"/>",
      ])
  }

  @Test("X2: of several digests each is a collection, and an item that is in both is one item")
  func writesDigests() {
    var digests = [PaperFixture.digest("2409.10000"), PaperFixture.digest("2409.10000")]
    digests[0].metadata.period = YearMonth("2024-09")
    digests[1].metadata.period = YearMonth("2024-10")
    let bytes = ZoteroRDFExporter().export(DigestCollection(digests)).files[0].bytes
    let written = String(decoding: bytes, as: UTF8.self)
    #expect(written.split(separator: "<z:itemType>").count == 2)
    for (number, month) in ["2024-09", "2024-10"].enumerated() {
      #expect(
        lines(written, from: "<z:Collection rdf:about=\"#collection_\(number + 1)\">", to: "</z:Collection>")
          == [
            "<z:Collection rdf:about=\"#collection_\(number + 1)\">", "<dc:title>\(month)</dc:title>",
            "<dcterms:hasPart rdf:resource=\"#item_arxiv_2409_10000\"/>", "</z:Collection>",
          ])
    }
  }

  @Test("X1: a paper in a journal has it as its container, and arXiv as its archive")
  func writesContainers() {
    var record = Paper.Record.given(title: RichText(plain: "Kites"), date: "2024", venue: "Journal of Kites")
    record.identifiers = [PaperID("2409.10000")].compactMap(\.self)
    record.details.merge([
      .volume: "7", .issue: "3", .issn: "1234-5678", .publisher: "Kite Press", .place: "Rome",
      .event: "ICK", .series: "KS",
    ]) { $1 }
    let written = text("10.1000/182", record)
    #expect(
      lines(written, from: "<dcterms:isPartOf>", to: "</rdf:Description>") == [
        "<dcterms:isPartOf>", "<bib:Journal>", "<dc:title>Journal of Kites</dc:title>",
        "<prism:volume>7</prism:volume>", "<prism:number>3</prism:number>",
        "<dc:identifier>ISSN 1234-5678</dc:identifier>", "</bib:Journal>", "</dcterms:isPartOf>",
        "<dcterms:isPartOf>", "<bib:Series>", "<dc:title>KS</dc:title>", "</bib:Series>",
        "</dcterms:isPartOf>", "<bib:presentedAt>", "<bib:Conference>", "<dc:title>ICK</dc:title>",
        "</bib:Conference>", "</bib:presentedAt>", "<dc:publisher>", "<foaf:Organization>", "<vcard:adr>",
        "<vcard:Address>", "<vcard:locality>Rome</vcard:locality>", "</vcard:Address>", "</vcard:adr>",
        "<foaf:name>Kite Press</foaf:name>", "</foaf:Organization>", "</dc:publisher>",
        "<z:archive>arXiv</z:archive>", "<dc:coverage>arXiv:2409.10000</dc:coverage>",
        "<dc:identifier>DOI 10.1000/182</dc:identifier>", "<dc:identifier>", "<dcterms:URI>",
        "<rdf:value>https://doi.org/10.1000/182</rdf:value>", "</dcterms:URI>", "</dc:identifier>",
        "</rdf:Description>",
      ])
    #expect(losses("10.1000/182", record) == [])
  }

  @Test("X3: what has no field is a line of Extra")
  func writesExtra() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.citationKey = "bee24"
    record.identifiers = [PaperID(identifier: "pmid:123")].compactMap(\.self)
    record.originalTitle = RichText(plain: "Drachen")
    record.details[.comment] = "12 pages"
    record.categories = ["cs.CL"]
    let written = text("2409.10000", record)
    #expect(
      lines(written, from: "<z:extra>arXiv:2409.10000 [cs.CL]", to: "Comment: 12 pages</z:extra>") == [
        "<z:extra>arXiv:2409.10000 [cs.CL]", "Citation Key: bee24", "PMID: 123", "original-title: Drachen",
        "Comment: 12 pages</z:extra>",
      ])
  }

  @Test("links are attachments that open in a browser")
  func writesLinks() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.links = [Paper.Link(.code, "https://github.com/kites/kites")]
    let written = text("2409.10000", record)
    #expect(written.contains("<link:link rdf:resource=\"#link_arxiv_2409_10000_1\"/>"))
    #expect(
      lines(written, from: "<z:Attachment rdf:about=\"#link_arxiv_2409_10000_1\">", to: "</z:Attachment>")
        == [
          "<z:Attachment rdf:about=\"#link_arxiv_2409_10000_1\">", "<z:itemType>attachment</z:itemType>",
          "<dc:title>Code</dc:title>", "<dc:identifier>", "<dcterms:URI>",
          "<rdf:value>https://github.com/kites/kites</rdf:value>", "</dcterms:URI>", "</dc:identifier>",
          "<z:linkMode>3</z:linkMode>", "</z:Attachment>",
        ])
  }

  @Test("a link that leads to a program is text of the note")
  func refusesLinks() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.links = [Paper.Link(.code, "javascript:alert(1)")]
    let written = text("2409.10000", record)
    #expect(!written.contains("z:Attachment"))
    #expect(written.contains("&lt;p&gt;&lt;strong&gt;Code:&lt;/strong&gt; javascript:alert(1)&lt;/p&gt;"))
  }

  @Test(
    "X1: types are those of Zotero, and who made a thing has the role that it knows",
    arguments: [
      (PublicationType.journalArticle, "journalArticle", "bib:authors"),
      (.conferencePaper, "conferencePaper", "bib:authors"), (.chapter, "bookSection", "bib:authors"),
      (.software, "computerProgram", "z:programmers"), (.patent, "patent", "z:inventors"),
      (.speech, "presentation", "z:presenters"), (.dataset, "dataset", "bib:authors"),
      (.document, "document", "bib:authors"),
    ])
  func writesTypes(type: PublicationType, name: String, authors: String) {
    var record = Paper.Record.given(
      title: RichText(plain: "Kites"),
      authors: [.person(PersonName(family: "King", given: "Martin", suffix: "Jr."))])
    record.type = type
    let written = text("10.1000/182", record)
    #expect(written.contains("<z:itemType>\(name)</z:itemType>"))
    #expect(written.contains("<\(authors)>"))
    #expect(written.contains("<foaf:givenName>Martin, Jr.</foaf:givenName>"))
    #expect(losses("10.1000/182", record) == [])
  }

  @Test("text of a digest becomes neither markup of a note nor XML")
  func escapesText() {
    var digest = PaperFixture.full
    digest.sections[1].entries = [
      .reading(
        Digest.ReadingItem(
          papers: [Citation(PaperFixture.id("2409.10000"))],
          reason: RichText(plain: "<script>alert(1)</script> ]]> & \u{202E}x")))
    ]
    let written = text(digest)
    #expect(
      written.contains(
        "&lt;p&gt;&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; ]]&amp;gt; &amp;amp; \u{202E}x&lt;/p&gt;"
      ))
  }

  @Test("it is not read, which is said")
  func isNotRead() {
    let source = SourceDocument(
      name: "a.rdf", bytes: ZoteroRDFExporter().export(PaperFixture.full).files[0].bytes)
    let error = #expect(throws: DiagnosticError.self) { try AtomImporter().read(source) }
    #expect(error?.diagnostics.map(\.summary) == ["found RDF that is not a feed, expected RSS 1.0"])
    #expect(error?.diagnostics.first?.help == "give the papers as BibTeX, RIS or CSL-JSON")
  }
}
