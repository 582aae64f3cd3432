import DigestModel
import Testing

@Suite("Records of our own, taken out of a digest") struct OwnRecordListTests {
  @Test("text is Markdown, and what is extra is not nested")
  func readsOurs() throws {
    let paper = try RecordSource.paper(
      #"""
      [{"id": "2401.00011", "type": "article", "title": "A *b* \\$5", "authors": [{"family": "de Bee", "given": "A"}],
      "tags": ["x"], "extra": {"note": "n"}}]
      """#)
    #expect(paper.record.title?.markdown == #"A *b* \$5"#)
    #expect(paper.record.type == .preprint)
    #expect(paper.record.authors.map(\.sortText) == ["de Bee, A"])
    #expect(paper.record.extra == [ExtraField(key: "note", value: .string("n"))])
  }

  @Test("records of others are in their own language")
  func readsOthers() throws {
    #expect(
      try RecordSource.paper(#"[{"id": "2401.00011", "title": "A *b*"}]"#).record.title?.plainText == "A *b*")
    #expect(
      try RecordSource.paper(
        #"[{"id": "2401.00011", "title": "A *b*", "authors": [{"family": "Bee", "affiliation": "MIT"}]}]"#
      ).record.title?.plainText == "A *b*")
  }

  @Test(
    "seconds and milliseconds are dates; a subtitle is not the title; a description is fitter than a machine's summary"
  )
  func readsOtherForms() throws {
    #expect(
      try RecordSource.paper("- {title: A, doi: 10.1234/a, date: 1725494400}").record.date?.description
        == "2024-09-05")
    let paper = try RecordSource.paper(
      "- {titles: [{title: S, titleType: Subtitle}, {title: M}], doi: 10.1234/a, tldr: x, description: The long one.}"
    )
    #expect(paper.record.title?.plainText == "M")
    #expect(paper.record.abstract?.plainText == "The long one.")
    #expect(RecordSource.messages("[]").first?.contains("found an empty list") == true)
  }
}
