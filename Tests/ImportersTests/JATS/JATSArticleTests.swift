import DigestModel
import Testing

@testable import DigestImporters

@Suite struct JATSArticleTests {
  @Test func readsSectionsListsAndQuotes() throws {
    let reading = try JATSReading(
      body: """
        <p>Before.</p>
        <sec><label>1</label><title>One &amp; <italic>only</italic></title>
          <p>Text <list list-type="bullet"><list-item><p>a</p></list-item></list> and more.</p>
          <sec><title>Inner</title>
            <list list-type="alpha-lower"><list-item><p>x</p><p>y</p></list-item><list-item><label>(9)</label><p>z</p></list-item></list>
            <sec><title>Deep</title><disp-quote><p>Q</p><attrib>Who</attrib></disp-quote></sec>
          </sec>
        </sec>
        """)
    #expect(
      reading.lines == [
        "# ", "Before.", "# 1 One & *only*", "Text", "- a", "and more.", "### Inner", "a. x", "  y", "(9) z",
        "#### Deep", "> Q", "> Who",
      ])
    #expect(reading.findings == [])
  }

  @Test func readsKeywordsThatHaveParts() throws {
    let reading = try JATSReading(
      """
      <article><front><article-meta><article-id pub-id-type="doi">10.1000/k1</article-id>
      <title-group><article-title>Kites</article-title></title-group>
      <kwd-group><compound-kwd><compound-kwd-part>A10</compound-kwd-part><compound-kwd-part>wind</compound-kwd-part></compound-kwd>
      <kwd>sky<sub>2</sub></kwd><nested-kwd><kwd>air</kwd><nested-kwd><kwd>stream</kwd></nested-kwd></nested-kwd></kwd-group>
      </article-meta></front></article>
      """)
    let words = ["A10 wind", "sky2", "air", "stream"]
    #expect(
      reading.digest.metadata.extra.first { $0.key == "keywords" }?.value
        == .sequence(words.map { .string($0) }))
    let paper = try #require(reading.digest.papers.first)
    #expect(paper.record.keywords == words)
  }

  @Test func leavesMarksOfFootnotesOutOfTitles() throws {
    let reading = try JATSReading(
      """
      <article><front><article-meta><article-id pub-id-type="doi">10.1000/k</article-id><title-group>
      <article-title>Kites in H<sub>2</sub><xref ref-type="fn" rid="f">*</xref><sup><xref ref-type="aff">a</xref></sup>
      </article-title></title-group></article-meta></front><body><p>Text.</p></body></article>
      """)
    #expect(reading.digest.metadata.title?.markdown == "Kites in H<sub>2</sub>")
  }

  @Test func readsTablesFiguresAndBoxes() throws {
    let reading = try JATSReading(
      body: """
        <table-wrap><label>Table 1</label><caption><title>Things.</title><p>More.</p></caption>
          <table><thead><tr><th>A</th><th colspan="2">B</th></tr></thead>
            <tbody><tr><td rowspan="2">1</td><td>2</td><td><p>3</p><p>4</p></td></tr><tr><td>5</td><td/></tr></tbody></table>
          <table-wrap-foot><fn><label>a</label><p>Foot.</p></fn></table-wrap-foot></table-wrap>
        <fig><label>Figure 1</label><caption><p>Shown.</p></caption><graphic xlink:href="f.png"/></fig>
        <boxed-text><caption><title>Box</title></caption><p>In it.</p></boxed-text>
        """)
    #expect(
      reading.lines == [
        "# ", "**Table 1 Things.** More.", "| A | B | ", "| 1 | 2 | 3\n4", "|  | 5 | ", "<sup>a</sup> Foot.",
        "![](f.png)", "**Figure 1** Shown.", "> **Box**", "> In it.",
      ])
  }

  @Test func readsDefinitionsCodeVersesAndNotes() throws {
    let reading = try JATSReading(
      body: """
        <def-list><def-item><term>T</term><def><p>d</p></def></def-item><def-item><term>U</term></def-item></def-list>
        <code language="swift">let x = 1
        // &lt;y&gt;</code><preformat>a
         b</preformat>
        <verse-group><verse-line>one</verse-line><verse-line>two</verse-line></verse-group>
        <p>Text<fn><p>A note.</p></fn> goes on.</p><speech><speaker>Me</speaker><p>Hi.</p></speech>
        <statement><label>Theorem 1</label><p>True.</p></statement><hr/>
        """)
    #expect(
      reading.lines == [
        "# ", "- **T**: d", "- **U**", "```swift let x = 1⏎// <y>⏎", "``` a⏎ b⏎", "> one⏎two",
        "Text goes on.",
        "A note.", "**Me**: Hi.", "**Theorem 1** True.", "---",
      ])
  }

  @Test func losesNoTextOfElementsThatItDoesNotKnow() throws {
    let reading = try JATSReading(
      body:
        "<foo>loose</foo><bar><p>in a bar</p></bar><question-wrap><question><p>Q?</p></question></question-wrap>"
    )
    #expect(reading.lines == ["# ", "loose", "in a bar", "Q?"])
  }

  @Test func readsTheFrontAsMetadataAndAsARecord() throws {
    let reading = try JATSReading(
      """
      <article article-type="research-article" xml:lang="en"><front>
        <journal-meta><journal-title-group><journal-title>J. Kites</journal-title></journal-title-group>
          <issn>1234-5678</issn><publisher><publisher-name>Wind</publisher-name></publisher></journal-meta>
        <article-meta><article-id pub-id-type="doi">10.1000/k1</article-id><article-id pub-id-type="pmid">123</article-id>
          <title-group><article-title>On <italic>kites</italic></article-title><subtitle>A study</subtitle></title-group>
          <contrib-group><contrib contrib-type="author"><name><surname>Bee</surname><given-names>Ann</given-names></name>
              <xref ref-type="aff" rid="a1"/></contrib>
            <contrib contrib-type="author"><collab>Kite Team</collab></contrib></contrib-group>
          <aff id="a1"><label>1</label>MIT, USA</aff>
          <pub-date pub-type="epub"><day>5</day><month>9</month><year>2024</year></pub-date>
          <volume>12</volume><issue>3</issue><fpage>1</fpage><lpage>9</lpage>
          <abstract><sec><title>Aim</title><p>To fly.</p></sec><p>Done.</p></abstract>
          <kwd-group><kwd>kites</kwd><kwd>wind</kwd></kwd-group>
          <funding-group><award-group><funding-source>NSF</funding-source><award-id>7</award-id></award-group></funding-group>
        </article-meta></front></article>
      """)
    let metadata = reading.digest.metadata
    #expect(metadata.title?.markdown == "On *kites*: A study")
    #expect(metadata.language == "en")
    #expect(metadata.preamble.flatMap(JATSReading.lines) == ["**Aim** To fly.", "Done."])
    #expect(
      metadata.extra.map(\.key) == [
        "journal", "issn", "publisher", "author", "doi", "pmid", "volume", "issue", "pages", "keywords",
        "funding-group",
        "date",
      ])
    #expect(metadata.extra.first { $0.key == "funding-group" }?.value == .string("NSF 7"))
    #expect(
      metadata.extra.first { $0.key == "author" }?.value
        == .sequence([
          .mapping([
            ExtraField(key: "name", value: .string("Ann Bee")),
            ExtraField(key: "affiliation", value: .string("MIT, USA")),
          ]), .string("Kite Team"),
        ]))
    let paper = try #require(reading.digest.papers.first)
    #expect(paper.id.description == "10.1000/k1")
    #expect(paper.record.identifiers.map(\.description) == ["pmid:123"])
    #expect(paper.record.title?.markdown == "On *kites*: A study")
    #expect(paper.record.authors.map(\.displayText) == ["Ann Bee", "Kite Team"])
    #expect(paper.record.date?.description == "2024-09-05")
    #expect(paper.record.type == .journalArticle)
    #expect(
      paper.record.details == [
        .container: "J. Kites", .volume: "12", .issue: "3", .pages: "1-9", .issn: "1234-5678",
        .publisher: "Wind",
      ])
    #expect(paper.record.abstract?.markdown == "**Aim** To fly.\n\nDone.")
    #expect(paper.record.keywords == ["kites", "wind"])
  }

  @Test func readsArticlesOfASetAsSections() throws {
    func article(_ number: Int) -> String {
      """
      <article><front><article-meta><article-id pub-id-type="doi">10.1000/\(number)</article-id><title-group>
      <article-title>T\(number)</article-title></title-group><abstract><p>A\(number)</p></abstract></article-meta></front>
      <body><sec><title>S</title><p>B\(number)</p></sec></body>
      <back><ref-list><ref><element-citation><article-title>R\(number)</article-title></element-citation></ref></ref-list></back>
      </article>
      """
    }
    let reading = try JATSReading("<pmc-articleset>\(article(1))\(article(2))</pmc-articleset>")
    #expect(reading.lines == ["# T1", "A1", "### S", "B1", "# T2", "A2", "### S", "B2"])
    #expect(reading.digest.papers.map { $0.record.title?.markdown } == ["T1", "R1", "T2", "R2"])
  }

  @Test func readsSubArticlesAndTheBack() throws {
    let reading = try JATSReading(
      """
      <n:article xmlns:n="http://jats.nlm.nih.gov/archiving/1.3/"><n:body><n:p>B</n:p></n:body>
      <n:back><n:ack><n:p>Thanks.</n:p></n:ack><n:fn-group><n:fn><n:label>*</n:label><n:p>F</n:p></n:fn></n:fn-group>
      <n:app-group><n:app><n:title>App</n:title><n:p>P</n:p></n:app></n:app-group></n:back>
      <n:response><n:front-stub><n:title-group><n:article-title>Reply</n:article-title></n:title-group></n:front-stub>
      <n:body><n:p>No.</n:p></n:body></n:response></n:article>
      """)
    #expect(
      reading.lines == [
        "# ", "B", "# Acknowledgments", "Thanks.", "# Notes", "<sup>*</sup> F", "# Appendix", "### App",
        "P", "# Reply",
        "No.",
      ])
  }

  @Test(arguments: [
    ("<sec><title>S</title><p>x</p></sec>", ["# S", "x"]),
    ("<list><list-item><p>x</p></list-item></list>", ["# ", "- x"]),
    ("<body><p>x</p></body>", ["# ", "x"]),
    ("<disp-formula><tex-math>x</tex-math></disp-formula>", ["# ", "$$x$$"]),
  ])
  func readsPartsOfArticles(xml: String, lines: [String]) throws {
    #expect(try JATSReading(xml).lines == lines)
  }

  @Test func refusesAnArticleWithoutContent() {
    #expect {
      try JATSReading(
        "<article>\n<front><article-meta><title-group><article-title> </article-title></title-group></article-meta></front></article>"
      )
    } throws: { error in
      "\(error)" == "a.xml:1:1: error: found no title, text or reference in 'article' [jats/nothing-to-read]"
    }
  }

  @Test func readsWhateverIsLeftOfAnArticleThatWasCutOff() {
    let article = Array(
      """
      <article><front><article-meta><title-group><article-title>é</article-title></title-group></article-meta></front>\
      <body><sec><title>S</title><p>a <bold>b</bold><table><tr><td colspan='9'>c</td></tr></table></p></sec></body>\
      <back><ref-list><ref id='b'><mixed-citation><name><surname>N</surname></name></mixed-citation></ref></ref-list></back></article>
      """.utf8)
    for count in article.indices {
      // Each tag that is open is closed, so that what was read up to there is read.
      let text = String(decoding: article[..<count], as: UTF8.self)
      _ = try? JATSReading(text)
      _ = try? JATSReading(text + "</article>")
      _ = try? JATSReading(text + "</p></sec></body></article>")
    }
  }
}
