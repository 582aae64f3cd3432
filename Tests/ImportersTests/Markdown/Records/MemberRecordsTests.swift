import DigestImporters
import DigestModel
import Testing

/// Papers that front matter or properties describe.
@Suite struct MemberRecordsTests {
  /// `id | title | authors | details`.
  private static func papers(_ text: String) throws -> [String] {
    try MarkdownReading.read(text).digest.papers.map { paper in
      let record = paper.record
      return [
        paper.id.description, record.title?.markdown ?? "",
        record.authors.map(\.displayText).joined(separator: "; "), record.container ?? "",
        record.date?.description ?? "",
      ].joined(separator: " | ")
    }
  }

  private static let kites =
    "2401.00011 | Kites *That* Plan | Ann Bee; Cee Dee | Journal of Kites | 2024-01-05"

  @Test(arguments: [
    "---\ntitle: Kites *That* Plan\nauthors: [Ann Bee, Cee Dee]\njournal: Journal of Kites\ndate: 2024-01-05\narxiv: 2401.00011\n---\n",
    "---\ntitle: Kites *That* Plan\nauthors:\n- \"[[Ann Bee]]\"\n- \"[[C|Cee Dee]]\"\nvenue: Journal of Kites\ndate: 2024-01-05\nurl: https://arxiv.org/abs/2401.00011v2\n---\n",
    "+++\ntitle = \"Kites *That* Plan\"\nauthors = [\"Ann Bee\", \"Cee Dee\"]\npublication = \"Journal of Kites\"\ndate = 2024-01-05\nurl_pdf = \"https://arxiv.org/pdf/2401.00011\"\n+++\n",
    "Title: Kites *That* Plan\nAuthor: Ann Bee and Cee Dee\nJournal: Journal of Kites\nDate: 2024-01-05\narXiv: 2401.00011\n\n",
    "title:: Kites *That* Plan\nauthors:: [[Ann Bee]], [[Cee Dee]]\njournal:: Journal of Kites\ndate:: 2024-01-05\nurl:: [arXiv](https://arxiv.org/abs/2401.00011)\n\n",
    // The title of the document is the paper's.
    "---\nauthors: Ann Bee; Cee Dee\njournal: Journal of Kites\ndate: 2024-01-05\neprint: \"2401.00011\"\n---\n# Kites *That* Plan\n",
  ])
  func makesAPaperOfFrontMatter(head: String) throws {
    #expect(try Self.papers(head + "\nMy notes.\n") == [Self.kites])
  }

  @Test func leavesWhatItSaysInTheMetadata() throws {
    let digest = try MarkdownReading.read(
      "---\ntitle: Kites\ndoi: 10.1234/abc\n---\n\nNotes on 2401.00012.\n"
    ).digest
    #expect(digest.metadata.title?.markdown == "Kites")
    #expect(digest.metadata.extra == [ExtraField(key: "doi", value: .string("10.1234/abc"))])
    #expect(digest.papers.first?.id.description == "10.1234/abc")
  }

  @Test func knowsAPaperWithoutAnIDByHowItIsCited() throws {
    let head = "---\ntitle: Kites\nauthors: [Ann Bee]\nyear: 2024\n"
    #expect(
      try Self.papers(head + "citekey: bee2024\n---\n\nNotes.\n") == [
        "title:kites-2024 | Kites | Ann Bee |  | 2024"
      ])
    #expect(try Self.papers(head + "---\n\nNotes.\n") == [])
  }

  @Test(arguments: [
    "---\ntitle: Week 12\nauthor: Ann Bee\ndate: 2024-03-04\nurl: https://blog.org/x\n---\n\nText.\n",
    // The front matter of a digest is about the digest.
    "---\ntitle: March\nauthor: Ann Bee\ndoi: 10.5281/zenodo.1\n---\n\n## TOPIC_TREE\n\n- A\n",
  ])
  func takesNoPageForAPaper(text: String) throws { #expect(try Self.papers(text) == []) }

  @Test func readsThePropertiesOfAnItem() throws {
    let papers = try MarkdownReading.read(
      """
      - Kites *That* Plan
        arxiv:: 2401.00011
        authors:: [[Ann Bee]], [[Cee Dee]]
        journal:: Journal of Kites
        date:: 2024-01-05
        code:: [code](https://github.com/x/kites)
        tags:: [[wind]], #kites
        collapsed:: true
      - title:: Kites That Sing
        doi:: 10.1234/abc
      - Some notes
        id:: 64f0
      """
    ).digest.papers
    #expect(papers.map(\.id.description) == ["2401.00011", "10.1234/abc"])
    let record = try #require(papers.first?.record)
    #expect(record.title?.markdown == "Kites *That* Plan")
    #expect(record.authors.map(\.displayText) == ["Ann Bee", "Cee Dee"])
    #expect(record.links == [Paper.Link(.code, "https://github.com/x/kites")])
    #expect(record.keywords == ["wind", "kites"])
    #expect(record.extra == [ExtraField(key: "collapsed", value: .string("true"))])
    #expect(papers.last?.record.title?.markdown == "Kites That Sing")
  }

  @Test func readsPropertiesThatAreItemsOfTheirOwn() throws {
    let text = """
      - Papers
        - Kites *That* Plan
          - arxiv:: 2401.00011
          - authors:: [[Ann Bee]], [[Cee Dee]]
          - journal:: Journal of Kites
          - date:: 2024-01-05
          - Notes
            - on wind
        - Another
          - status:: read
      """
    #expect(try Self.papers(text) == [Self.kites])
  }

  @Test func readsThePropertiesOfAPaperLine() throws {
    let text = """
      ## TOPIC_TREE

      - NLP
        id:: 64f0
        - 2401.00011 | NAME: text
          title:: Kites *That* Plan
          authors:: Ann Bee; Cee Dee
          journal:: Journal of Kites
          date:: 2024-01-05
        - 2401.00012 | text
          status:: read
      """
    #expect(try Self.papers(text) == [Self.kites])
  }
}
