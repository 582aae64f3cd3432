import DigestModel
import Testing

@testable import DigestImporters

@Suite struct JATSReferenceTests {
  private func paper(_ citation: String) throws -> Paper {
    let reading = try JATSReading(references: "<ref id='B1'>\(citation)</ref>")
    #expect(reading.findings == [])
    return try #require(reading.digest.papers.first)
  }

  @Test func readsAnElementCitation() throws {
    let paper = try paper(
      """
      <label>1</label><element-citation publication-type="journal"><person-group person-group-type="author">
      <name><surname>Bee</surname><given-names>A</given-names></name><name name-style="western"><surname>van Dee</surname>
      <given-names>C</given-names><suffix>Jr</suffix></name><collab>Kite Team</collab><etal/></person-group>
      <article-title>On <italic>kites</italic></article-title><source>J. Kites</source><year iso-8601-date="2024-09">2024</year>
      <volume>5</volume><issue>2</issue><fpage>10</fpage><lpage>12</lpage>
      <pub-id pub-id-type="doi">10.1000/k</pub-id><pub-id pub-id-type="pmid">123</pub-id><pub-id pub-id-type="pmc">PMC7</pub-id>
      </element-citation>
      """)
    #expect(paper.id.description == "10.1000/k")
    #expect(paper.record.identifiers.map(\.description) == ["pmid:123", "pmcid:PMC7"])
    #expect(paper.record.type == .journalArticle)
    #expect(paper.record.title?.markdown == "On *kites*")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, A", "van Dee, Jr, C", "Kite Team"])
    #expect(paper.record.hasMoreAuthors)
    #expect(paper.record.date?.description == "2024-09")
    #expect(
      paper.record.details == [.container: "J. Kites", .volume: "5", .issue: "2", .pages: "10-12"])
    #expect(paper.record.citationKey == nil)
    #expect(paper.record.extra.isEmpty)
  }

  @Test("a note among the references that cites nothing is text; one that does is a reference")
  func readsRemarksAmongReferencesAsText() throws {
    let reading = try JATSReading(
      references: """
        <ref id="n1"><label>1</label><note><p>We fly kites <italic>only</italic> by day.</p></note><note><p>Never at night.</p></note></ref>
        <ref id="n2"><note><p>A. Bee, On kites, J. Kites 5 (2020) 10.</p></note></ref>
        <ref id="n3"><note><p>See <ext-link xlink:href="https://a.org" xmlns:xlink="http://www.w3.org/1999/xlink">a</ext-link>.</p></note></ref>
        """)
    #expect(reading.lines == ["# ", "We fly kites *only* by day.", "Never at night."])
    #expect(reading.digest.papers.map(\.id.description) == ["title:n2", "https://a.org"])
    #expect(
      reading.findings == ["2:14: record has no title and no id; it is known as 'title:n2' [record/untitled]"]
    )
  }

  @Test func readsBooksChaptersAndConferencePapers() throws {
    let book = try paper(
      """
      <element-citation publication-type="book"><person-group person-group-type="editor"><name><surname>Bee</surname>
      <given-names>A</given-names></name></person-group><source>Kites</source><edition>2nd</edition><year>2003a</year>
      <publisher-name>Wind</publisher-name><publisher-loc>Oslo</publisher-loc></element-citation>
      """)
    #expect(book.record.title?.markdown == "Kites")
    #expect(book.record[.editor].names.map(\.sortText) == ["Bee, A"])
    #expect(book.record.date?.description == "2003")
    #expect(book.record.details == [.edition: "2nd", .publisher: "Wind", .place: "Oslo"])
    let chapter = try paper(
      "<element-citation publication-type='book'><chapter-title>C</chapter-title><source>Kites</source></element-citation>"
    )
    #expect(chapter.record.title?.markdown == "C")
    #expect(chapter.record.container == "Kites")
    let talk = try paper(
      """
      <element-citation publication-type="confproc"><article-title>T</article-title><source>Proc. Kites</source>
      <conf-name>KiteConf</conf-name></element-citation>
      """)
    #expect(talk.record.type == .conferencePaper)
    #expect(talk.record.details == [.container: "Proc. Kites", .event: "KiteConf"])
  }

  @Test func readsMixedCitationsOfEveryKind() throws {
    let tagged = try paper(
      """
      <mixed-citation publication-type="journal"><string-name><surname>Bee</surname>, <given-names>A.</given-names></string-name>
      (<year>2020</year>). <article-title>Kites</article-title>. <source>J.</source> <bold><volume>3</volume></bold>:
      <fpage>e12</fpage>. doi: <pub-id pub-id-type="doi">10.1000/m</pub-id></mixed-citation>
      """)
    #expect(tagged.record.title?.markdown == "Kites")
    #expect(tagged.record.authors.map(\.sortText) == ["Bee, A."])
    #expect(tagged.record.details == [.container: "J.", .volume: "3", .pages: "e12"])
    #expect(tagged.record.extra.isEmpty)
    let plain = try paper(
      "<label>7.</label><mixed-citation>Bee A. <italic>Kites</italic>. Wind, 2001.</mixed-citation>")
    #expect(plain.record.title?.markdown == "Bee A. *Kites*. Wind, 2001.")
    let old = try paper(
      "<citation citation-type='journal'><name><surname>Bee</surname></name><article-title>K</article-title></citation>"
    )
    #expect(old.record.authors.map(\.sortText) == ["Bee"])
    let both = try paper(
      """
      <citation-alternatives><mixed-citation>Bee. K.</mixed-citation><element-citation><article-title>K</article-title>
      </element-citation></citation-alternatives>
      """)
    #expect(both.record.title?.markdown == "K")
  }

  @Test("a reference as it is printed beside its parts is one paper")
  func readsPrintedReferencesOnce() throws {
    let reading = try JATSReading(
      references: """
        <ref id="B1"><label>1</label><mixed-citation>1. Bee A. <italic>Kites</italic>. Wind. 2001.</mixed-citation>
        <element-citation publication-type="journal"><name><surname>Bee</surname><given-names>A</given-names></name>
        <article-title>Kites</article-title><source>Wind</source><year>2001</year></element-citation></ref>
        <ref id="B2"><mixed-citation><article-title>Owls</article-title>. <source>Birds</source></mixed-citation>
        <element-citation><article-title>Hares</article-title></element-citation></ref>
        """)
    #expect(reading.findings == [])
    #expect(
      reading.digest.papers.map(\.id.description) == ["title:kites-2001", "title:owls", "title:hares"])
    #expect(
      reading.digest.papers.first?.record.extra.map(\.value) == [.string("1. Bee A. Kites. Wind. 2001.")])
  }

  @Test("when a page was looked at is read; a given name may stand outside its element")
  func readsDatesInCitations() throws {
    let paper = try paper(
      """
      <element-citation publication-type="webpage"><string-name>Ann <surname>Bee</surname></string-name>
      <source>Kites</source><date-in-citation content-type="access-date">2012 Mar 3</date-in-citation>
      <date-in-citation content-type="updated">2011</date-in-citation></element-citation>
      """)
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(paper.record.extra.map(\.key) == ["accessed", "date-in-citation"])
    #expect(paper.record.extra.first?.value == .string("2012-03-03"))
  }

  @Test func keepsWhatHasNoFieldAndKeysThatSaySomething() throws {
    let reading = try JATSReading(
      references: """
        <ref id="bee2020kites"><element-citation><article-title>K</article-title><size units="page">7</size>
        <pub-id pub-id-type="publisher-id">x-1</pub-id></element-citation></ref>
        """)
    let paper = try #require(reading.digest.papers.first)
    #expect(paper.record.citationKey == "bee2020kites")
    #expect(paper.record.extra.map(\.key) == ["size", "publisher-id"])
  }

  @Test func reportsWhatIsWrongAtItsPlace() throws {
    let reading = try JATSReading(
      references: """
        <ref><element-citation><article-title>K</article-title>
        <pub-id pub-id-type="doi">none yet</pub-id></element-citation></ref>
        <ref><element-citation><year>2020</year></element-citation></ref>
        """)
    #expect(
      reading.findings == [
        "2:27: found text 'none yet', expected a DOI [record/impossible-value]",
        "3:6: record has no id, no title and no link, expected one [record/unreadable]",
      ])
    #expect(reading.digest.papers.count == 1)
    #expect(reading.digest.metadata.extra.map(\.key) == ["unreadRecords"])
  }
}
