import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import DigestText
import Testing

@testable import DigestExporters

@Suite("Feeds") struct FeedExporterTests {
  private func atom(_ digest: Digest) -> String {
    String(decoding: AtomExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  private func json(_ digest: Digest) -> String {
    String(decoding: JSONFeedExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  private static var digest: Digest {
    var digest = PaperFixture.full
    digest.metadata.period = YearMonth("2024-09")
    digest.metadata.title = RichText(plain: "Kites")
    digest.metadata.language = "vi"
    digest.papers[0].record.links = [Paper.Link(.code, "https://github.com/kites/kites")]
    digest.normalise()
    digest.papers[0].rank = 3
    return digest
  }

  @Test("an entry has an id, dates, authors, links, categories and what the digest says")
  func writesAtom() {
    #expect(
      atom(Self.digest) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xml:lang="vi">
          <id>tag:digest-convert,2024:digest/2024-09/\(FNV.hash("2024-09 – Kites".utf8))</id>
          <title>2024-09 – Kites</title>
          <updated>2024-09-16T00:00:00Z</updated>
          <author>
            <name>2024-09 – Kites</name>
          </author>
          <generator>digest-convert</generator>
          <entry>
            <id>https://arxiv.org/abs/2409.10000</id>
            <title>A &amp; B: “notes”</title>
            <author>
              <name>Văn An Nguyễn</name>
            </author>
            <author>
              <name>OLMo Team</name>
            </author>
            <author>
              <name>Plato</name>
            </author>
            <published>2024-09-16T00:00:00Z</published>
            <updated>2024-09-16T00:00:00Z</updated>
            <link rel="alternate" href="https://arxiv.org/abs/2409.10000v2"/>
            <link rel="related" href="https://github.com/kites/kites" title="Code"/>
            <category term="Agents; Tools"/>
            <category term="x, y"/>
            <content type="html">&lt;p&gt;Rank 3&lt;/p&gt;
        &lt;p&gt;Plans\u{FFFD} ahead.&lt;/p&gt;
        &lt;p&gt;Reads well.&lt;/p&gt;
        &lt;p&gt;&lt;strong&gt;Code:&lt;/strong&gt; &lt;a href="https://github.com/kites/kites"&gt;https://github.com/kites/kites&lt;/a&gt;&lt;/p&gt;</content>
            <arxiv:doi>10.48550/arXiv.2409.10000</arxiv:doi>
          </entry>
        </feed>

        """)
  }

  @Test("an item of JSON Feed says the same, and control characters stay")
  func writesJSON() {
    #expect(
      json(Self.digest) == #"""
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "2024-09 – Kites",
          "language": "vi",
          "_digest": {
            "id": "tag:digest-convert,2024:digest/2024-09/\#(FNV.hash("2024-09 – Kites".utf8))",
            "period": "2024-09"
          },
          "items": [
            {
              "id": "https://arxiv.org/abs/2409.10000",
              "url": "https://arxiv.org/abs/2409.10000v2",
              "title": "A & B: “notes”",
              "content_html": "<p>Rank 3</p>\n<p>Plans\u0001 ahead.</p>\n<p>Reads well.</p>\n<p><strong>Code:</strong> <a href=\"https://github.com/kites/kites\">https://github.com/kites/kites</a></p>",
              "date_published": "2024-09-16T00:00:00Z",
              "date_modified": "2024-09-16T00:00:00Z",
              "authors": [
                {
                  "name": "Văn An Nguyễn"
                },
                {
                  "name": "OLMo Team"
                },
                {
                  "name": "Plato"
                }
              ],
              "tags": [
                "Agents; Tools",
                "x, y"
              ],
              "_paper": {
                "doi": "10.48550/arXiv.2409.10000"
              }
            }
          ]
        }

        """#)
  }

  @Test(
    "F1: the id of a paper is its address, else one made of its id, the same in every feed",
    arguments: [
      ("2409.10000", "https://arxiv.org/abs/2409.10000"), ("10.1000/182", "https://doi.org/10.1000/182"),
      ("https://example.org/a", "https://example.org/a"),
      ("dblp:conf/kites/Bee 24", "tag:digest-convert,2024:paper/dblp:conf%2Fkites%2FBee%2024"),
    ])
  func writesIDs(id: String, expected: String) throws {
    var digest = Digest(papers: [Paper(id: try #require(PaperID(identifier: id)))])
    digest.normalise()
    #expect(atom(digest).contains("  <entry>\n    <id>\(expected)</id>\n"))
    #expect(json(digest).contains("      \"id\": \"\(expected)\",\n"))
  }

  @Test(
    "F2: an entry was changed on the day of the paper, else at the beginning of what is known of it",
    arguments: [
      ("2024-09-16", "2024-09-16T00:00:00Z", nil), ("2024-07", "2024-07-01T00:00:00Z", "2024-07"),
      ("2023", "2023-01-01T00:00:00Z", "2023"),
      ("2024-01/2024-03", "2024-01-01T00:00:00Z", "2024-01/2024-03"),
    ] as [(String, String, String?)])
  func writesDates(date: String, updated: String, written: String?) {
    let text = atom(PaperFixture.digest("10.1000/182", .given(date: date)))
    #expect(text.contains("    <updated>\(updated)</updated>\n"))
    #expect(text.contains("<published>") == (written == nil))
    #expect(text.contains("<prism:coverDate>") == (written != nil))
    if let written { #expect(text.contains("    <prism:coverDate>\(written)</prism:coverDate>\n")) }
  }

  @Test(
    "F2: where no source dates the paper the month of the digest does, else its newest paper, never the clock"
  )
  func writesOtherDates() {
    var digest = PaperFixture.digest("10.1000/182")
    #expect(atom(digest).contains("    <updated>1970-01-01T00:00:00Z</updated>\n"))
    digest.papers.append(Paper(id: PaperFixture.id("2409.10000")))
    digest.normalise()
    #expect(
      atom(digest).split(separator: "\n").filter { $0.contains("<updated>") }.allSatisfy {
        $0.contains("2024-09-01T00:00:00Z")
      })
    digest.metadata.period = YearMonth("2024-10")
    #expect(atom(digest).contains("    <updated>2024-10-01T00:00:00Z</updated>\n"))
  }

  @Test("F3: feeds are read again as what they were made of", arguments: [false, true])
  func readsBack(isJSON: Bool) throws {
    var digest = Self.digest
    digest.papers[0].record.abstract = RichText(plain: "About <b>kites</b> & more.")
    digest.papers[0].record.details = [
      .container: "Journal of Kites", .volume: "7", .pages: "1-5", .comment: "9 pages",
    ]
    let export = isJSON ? JSONFeedExporter().export(digest) : AtomExporter().export(digest)
    let source = SourceDocument(name: "a", bytes: export.files[0].bytes)
    let result = isJSON ? try JSONFeedImporter().read(source) : try AtomImporter().read(source)
    #expect(result.diagnostics.map(\.summary) == [])
    var read = result.digest
    read.normalise()
    #expect(read.metadata.title?.plainText == "Kites")
    #expect(read.metadata.period == YearMonth("2024-09"))
    #expect(read.metadata.language == "vi")
    #expect(read.metadata.extra.isEmpty)
    let paper = try #require(read.papers.first)
    #expect(paper.id.description == "2409.10000")
    #expect(paper.version == 2)
    #expect(paper.rank == 3)
    #expect(paper.record.title?.plainText == "A & B: “notes”")
    #expect(paper.record.abstract?.plainText == "About <b>kites</b> & more.")
    #expect(paper.record.authors.map(\.displayText) == ["Văn An Nguyễn", "OLMo Team", "Plato"])
    #expect(paper.record.date?.description == "2024-09-16")
    #expect(paper.record.details == digest.papers[0].record.details)
    #expect(paper.record.links.contains(Paper.Link(.code, "https://github.com/kites/kites")))
    #expect(paper.record.keywords == ["Agents; Tools", "x, y"])
    let remarks = paper.record.extra.filter { $0.key == "annote" }.map(\.value)
    #expect(
      remarks == [.string(isJSON ? "Plans\u{1} ahead. • Reads well." : "Plans\u{FFFD} ahead. • Reads well.")])
  }

  @Test("F4: text of a digest becomes neither markup nor a link to a program")
  func escapesText() {
    var digest = PaperFixture.digest("2409.10000", Paper.Record(title: RichText(plain: "<b>x</b> ]]>")))
    digest.papers[0].record.links = [Paper.Link(.code, "javascript:alert(1)//\"><script>")]
    let text = atom(digest)
    #expect(text.contains("<title>&lt;b&gt;x&lt;/b&gt; ]]&gt;</title>"))
    #expect(!text.contains("href=\"javascript"))
    #expect(
      text.contains(
        "&lt;p&gt;&lt;strong&gt;Code:&lt;/strong&gt; javascript:alert(1)//&amp;quot;&amp;gt;&amp;lt;script&amp;gt;&lt;/p&gt;"
      ))
  }

  @Test("what a feed has no place for is a loss")
  func reportsLosses() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.citationKey = "bee24"
    record.originalTitle = RichText(plain: "Drachen")
    record[.editor] = ContributorGroup(role: .editor, names: [.literal("Bee")])
    record.details = [.series: "KS", .volume: "7"]
    let digest = PaperFixture.digest("10.1000/182", record)
    let expected = [
      "paperPublication dropped: a feed has no field for the series 'KS'",
      "paperContributors dropped: a feed has no field for the role 'editor'",
      "paperOtherTitles dropped: an entry of a feed has one title; 'Drachen' is left out",
      "paperCitationKey dropped: a feed has no field for the key 'bee24'",
    ]
    for result in [AtomExporter().export(digest), JSONFeedExporter().export(digest)] {
      #expect(result.losses.losses.map { "\($0.part) \($0.fidelity): \($0.reason)" } == expected)
    }
  }

  @Test("several digests are one feed, an entry a paper")
  func writesDigests() {
    let digests = [PaperFixture.digest("2409.10000"), PaperFixture.digest("2409.10001")]
    let bytes = AtomExporter().export(DigestCollection(digests)).files[0].bytes
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "<entry>").count == 3)
  }
}
