import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

@Suite("Feeds of arXiv and others") struct AtomImporterTests {
  private func read(_ text: String) throws -> ImportResult {
    try AtomImporter().read(SourceDocument(name: "a.atom", text: text))
  }

  private func refusal(_ text: String) -> [String] {
    let error = #expect(throws: DiagnosticError.self) { try read(text) }
    return error?.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { location in
        String(decoding: location.document.bytes[location.range.lower..<location.range.upper], as: UTF8.self)
      }
      return "\(diagnostic.summary) [\(diagnostic.id.name)] at '\(place ?? "")'"
    } ?? []
  }

  private let namespaces = "xmlns='http://www.w3.org/2005/Atom' xmlns:arxiv='http://arxiv.org/schemas/atom'"

  private func arXiv(_ entries: String) -> String {
    "<feed \(namespaces)><id>http://arxiv.org/api/x</id><title>arXiv Query: id_list=2409.10000</title>\(entries)</feed>"
  }

  @Test("an entry of arXiv's API is a record with all that it says") func readsEntry() throws {
    let result = try read(
      arXiv(
        """
        <entry><id>http://arxiv.org/abs/2409.11340v2</id><title>The $x$\n  K\\"ahler</title>
        <updated>2024-11-22T00:00:00Z</updated><published>2024-09-17T16:42:46Z</published>
        <summary>  One\ntwo.\n</summary><author><name>Ann van der Bee</name><arxiv:affiliation>MIT</arxiv:affiliation></author>
        <author><name>The KITE Collaboration</name></author><arxiv:comment>9 pages</arxiv:comment>
        <arxiv:journal_ref>Kites 1 (2024)</arxiv:journal_ref><arxiv:doi>10.1234/a</arxiv:doi>
        <link href="http://arxiv.org/abs/2409.11340v2" rel="alternate"/><link title="pdf" href="http://arxiv.org/pdf/2409.11340v2" rel="related"/>
        <link title="doi" href="http://dx.doi.org/10.1234/a" rel="related"/>
        <category term="cs.AI"/><category term="68T05"/><category term="cs.CV"/><arxiv:primary_category term="cs.CV"/></entry>
        """))
    let paper = try #require(result.digest.papers.first)
    let record = paper.record
    #expect(paper.id.description == "2409.11340")
    #expect(paper.version == 2)
    #expect(record.identifiers.map(\.description) == ["10.1234/a"])
    #expect(record.title?.plainText == "The $x$ Kähler")
    #expect(record.authors.map(\.displayText) == ["Ann van der Bee", "The KITE Collaboration"])
    #expect(record.date?.description == "2024-09-17")
    #expect(record.abstract?.plainText == "One two.")
    #expect(record.categories == ["cs.CV", "cs.AI"])
    #expect(record.keywords == ["68T05"])
    #expect(record.details[.comment] == "9 pages")
    #expect(record.container == "Kites 1 (2024)")
    #expect(record.links == [Paper.Link(.pdf, "http://arxiv.org/pdf/2409.11340v2")])
    #expect(record.extra.map(\.key).sorted() == ["authors", "updated"])
    // Ids of the query are not papers.
    #expect(result.digest.metadata.title == nil)
    #expect(result.digest.metadata.extra.map(\.key) == ["id", "query"])
    #expect(result.diagnostics.isEmpty)
  }

  @Test("what cannot be read is refused in the words of the service, or with what is missing") func refuses()
  {
    #expect(refusal(arXiv("")) == ["the feed holds no entry [feed/no-entry] at '<feed'"])
    let error = """
      <entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format for abc</summary></entry>
      """
    #expect(
      refusal(arXiv(error)) == [
        "the service answered with an error: 'incorrect id format for abc' [feed/service-error] at 'incorrect id format for abc'"
      ])
    #expect(
      refusal("<OAI-PMH><error code='noRecordsMatch'>none</error></OAI-PMH>") == [
        "the service answered with an error: 'none (noRecordsMatch)' [feed/service-error] at 'none'"
      ])
    #expect(
      refusal("<feed><entry><title>Kites</title><link href='https://x.org/1'/></entry></feed>") == [
        "the entry of the feed leads to no paper [feed/no-paper] at '<feed'"
      ])
    #expect(
      refusal("<html/>") == [
        "the root element is 'html', expected 'feed', 'rss' or 'OAI-PMH' [feed/not-a-feed] at '<html'"
      ])
  }

  @Test("entries of other feeds that lead to papers are read, the others kept") func readsOtherFeeds() throws
  {
    let result = try read(
      """
      <feed xmlns='http://www.w3.org/2005/Atom' xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'><title>J</title>
      <entry><id>tag:x</id><title type='html'>A &lt;i&gt;kite&lt;/i&gt;</title><prism:doi>10.1234/a</prism:doi>
      <prism:publicationName>Kites</prism:publicationName><updated>2024-09-05T00:00:00Z</updated></entry>
      <entry><title>News</title><link href='https://x.org/news'/></entry></feed>
      """)
    let paper = try #require(result.digest.papers.first)
    #expect(result.digest.papers.count == 1)
    #expect(paper.id.description == "10.1234/a")
    #expect(paper.record.title?.markdown == "A *kite*")
    #expect(paper.record.container == "Kites")
    #expect(paper.record.date?.description == "2024-09-05")
    #expect(result.diagnostics.map(\.summary) == ["entry leads to no paper"])
    #expect(result.digest.metadata.extra.map(\.key) == ["unreadRecords"])
  }

  @Test("listings of arXiv in RSS") func readsListings() throws {
    let result = try read(
      """
      <rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:arxiv='http://arxiv.org/schemas/atom'><channel>
      <title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>
      <item><title>Kites</title><link>https://arxiv.org/abs/2409.00001</link>
      <description>arXiv:2409.00001v1 Announce Type: new
      Abstract: We fly.</description><guid isPermaLink='false'>oai:arXiv.org:2409.00001v1</guid><category>cs.CL</category>
      <pubDate>Tue, 03 Sep 2024 00:00:00 -0400</pubDate><arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>Ann Bee, Cee Dee</dc:creator></item></channel></rss>
      """)
    let paper = try #require(result.digest.papers.first)
    #expect(paper.id.description == "2409.00001")
    #expect(paper.version == 1)
    #expect(paper.record.title?.plainText == "Kites")
    #expect(paper.record.abstract?.plainText == "We fly.")
    #expect(paper.record.authors.map(\.displayText) == ["Ann Bee", "Cee Dee"])
    #expect(paper.record.date?.description == "2024-09-03")
    #expect(paper.record.categories == ["cs.CL"])
    #expect(FeedListing.title("Kites. (arXiv:2009.00001v1 [cs.CL])")?.title == "Kites")
  }

  @Test("records of OAI-PMH") func readsOAI() throws {
    let result = try read(
      """
      <OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>2024-09-05T00:00:00Z</responseDate><ListRecords>
      <record><header><identifier>oai:arXiv.org:0806.4129</identifier><datestamp>2009-11-13</datestamp></header><metadata>
      <arXiv xmlns='http://arxiv.org/OAI/arXiv/'><id>0806.4129</id><created>2008-06-25</created><authors><author>
      <keyname>Bee</keyname><forenames>Ann C.</forenames><suffix>Jr</suffix></author></authors><title>Kites</title>
      <categories>math.CO cs.DS</categories><abstract> We fly. </abstract></arXiv></metadata></record>
      <record><header status='deleted'><identifier>oai:arXiv.org:0806.4130</identifier></header></record></ListRecords></OAI-PMH>
      """)
    let record = try #require(result.digest.papers.first?.record)
    #expect(result.digest.papers.map(\.id.description) == ["0806.4129"])
    #expect(record.authors.map(\.displayText) == ["Ann C. Bee Jr"])
    #expect(record.categories == ["math.CO", "cs.DS"])
    #expect(record.date?.description == "2008-06-25")
    #expect(result.diagnostics.map(\.summary) == ["record is deleted"])
  }

  @Test("answers of the API are read, in the new and the old form", .enabled(if: SharedFolder.isPresent))
  func readsAnswers() throws {
    let refused: [String: String] = [
      "id_abc.xml": "feed/service-error", "id_0000.0000.xml": "feed/no-entry",
      "id_0808.05394.xml": "feed/no-entry",
    ]
    var papers = 0
    for folder in ["arxiv-api-2026", "arxiv-api-old"] {
      for name in try SharedFolder.files(in: "corpus/readers/arxiv/\(folder)") {
        let bytes = try SharedFolder.bytes("corpus/readers/arxiv/\(folder)/\(name)")
        do throws(DiagnosticError) {
          let result = try AtomImporter().read(SourceDocument(name: name, bytes: bytes))
          papers += result.digest.papers.count
          #expect(result.diagnostics.isEmpty, "\(name)")
          #expect(
            result.digest.papers.allSatisfy {
              $0.version != nil && $0.record.title != nil && !$0.record.authors.isEmpty
                && $0.record.abstract != nil && $0.record.date != nil && !$0.record.categories.isEmpty
            }, "\(name)")
        } catch {
          #expect(error.diagnostics.map(\.id.name) == [refused[name]], "\(name)")
        }
      }
    }
    #expect(papers == 24)
  }

  @Test("a feed cut off anywhere is read or refused") func readsTruncatedFeeds() {
    let bytes = Array(
      arXiv("<entry><id>http://arxiv.org/abs/2409.11340v2</id><title>é &amp; b</title></entry>").utf8)
    for count in bytes.indices {
      _ = try? AtomImporter().read(SourceDocument(name: "a.atom", bytes: Array(bytes.prefix(count))))
    }
  }
}
