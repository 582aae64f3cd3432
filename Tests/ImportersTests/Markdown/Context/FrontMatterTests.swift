import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// YAML before the Markdown.
@Suite struct FrontMatterTests {
  @Test func takesFrontMatterForMetadata() throws {
    let result = try MarkdownReading.normalised(
      "\u{FEFF}---\r\ntitle: Notes & more\r\nlang: en\r\ndate: 2024-09-30\r\nrating: 1.0\r\n---\r\nAbout 2409.00001.\r\n"
    )
    let metadata = result.digest.metadata
    #expect(result.diagnostics.isEmpty)
    #expect(metadata.title?.plainText == "Notes & more")
    #expect(metadata.language == "en")
    #expect(metadata.period?.description == "2024-09")
    #expect(
      metadata.extra == [
        ExtraField(key: "date", value: .string("2024-09-30")),
        ExtraField(key: "rating", value: .number("1.0")),
      ])
    #expect(result.digest.outline == "title Notes & more\npreamble\n  p «About 2409.00001.»\n")
    #expect(result.digest.papers.map(\.id.description) == ["2409.00001"])
  }

  @Test(
    "dates that no calendar has",
    arguments: [
      ("date: 2024-13-45", "date '2024-13-45': no year has a month 13", nil),
      ("date: '2024-09-31'", "date '2024-09-31': 2024-09 has no day 31", "2024-09"),
      ("period: 2024-14", "date '2024-14': no year has a month 14", nil),
      ("date: 2024-09-30T12:00:00Z", nil, "2024-09"), ("period: 2024-09", nil, "2024-09"),
      ("period: 2024-09/2024-12", nil, "2024-09"), ("period: autumn, week 45", nil, nil),
    ] as [(String, String?, String?)])
  func reportsImpossibleDate(line: String, expected: String?, period: String?) throws {
    let result = try MarkdownReading.normalised("---\ntitle: Kites\n\(line)\n---\n\nAbout 2409.00001.\n")
    #expect(result.diagnostics.map(\.summary) == [expected].compactMap(\.self))
    #expect(result.digest.metadata.period?.description == period)
  }

  @Test func keepsFrontMatterThatIsNotYAML() throws {
    let result = try MarkdownReading.normalised("---\na: [b\n---\n\nAbout 2409.00001.\n")
    #expect(result.diagnostics.map(\.id.name) == ["markdown/front-matter"])
    #expect(
      result.digest.outline == "preamble\n  code yaml \"---\\na: [b\\n---\\n\"\n  p «About 2409.00001.»\n")
  }

  @Test func takesTOMLForMetadata() throws {
    let result = try MarkdownReading.normalised(
      """
      +++
      title = "Kites & more" # a comment
      language = 'en'
      date = 2024-09-30
      authors = [
        "Ann Bee",
        "Cee Dee",
      ]
      rating = 1.0
      [extra]
      draft = false
      +++
      # About 2409.00001
      """)
    let metadata = result.digest.metadata
    #expect(result.diagnostics.isEmpty)
    #expect(metadata.title?.markdown == "Kites & more")
    #expect(metadata.language == "en")
    #expect(metadata.period?.description == "2024-09")
    #expect(
      metadata.extra == [
        ExtraField(key: "date", value: .string("2024-09-30")),
        ExtraField(key: "authors", value: .sequence([.string("Ann Bee"), .string("Cee Dee")])),
        ExtraField(key: "rating", value: .number("1.0")),
        ExtraField(key: "extra", value: .mapping([ExtraField(key: "draft", value: .bool(false))])),
      ])
    #expect(result.digest.outline == "title Kites & more\npreamble\n  h1 «About 2409.00001»\n")
  }

  @Test func keepsLinesThatAreNotTOML() throws {
    let result = try MarkdownReading.normalised("+++\na = 1\n\nsome words\n+++\n\nAbout 2409.00001.\n")
    #expect(
      result.diagnostics.map(\.summary) == ["a line of the front matter is not TOML; it is kept as text"])
    #expect(result.digest.outline == "preamble\n  code toml \"some words\\n\"\n  p «About 2409.00001.»\n")
    #expect(result.digest.metadata.extra == [ExtraField(key: "a", value: .number("1"))])
  }

  @Test(
    "pandoc's title block",
    arguments: [
      ("% Kites\n% Ann Bee; Cee Dee\n% 2024-09\n\n", "Kites", ["Ann Bee", "Cee Dee"], "2024-09"),
      ("% Kites\n  that *plan*\n% Ann Bee\n  Cee Dee\n\n", "Kites that *plan*", ["Ann Bee", "Cee Dee"], nil),
      ("% Kites\n\n", "Kites", [], nil), ("%\n% Ann Bee\n\n", nil, ["Ann Bee"], nil),
      ("% Kites\n%\n% 2024-09\n\n", "Kites", [], "2024-09"),
    ] as [(String, String?, [String], String?)])
  func readsPandocsTitleBlock(block: String, title: String?, authors: [String], period: String?) throws {
    let metadata = try MarkdownReading.read(block + "About 2409.00001.\n").digest.metadata
    #expect(metadata.title?.markdown == title)
    #expect(metadata.period?.description == period)
    let found = metadata.extra.first { $0.key == "author" }?.value
    #expect(found == (authors.isEmpty ? nil : .sequence(authors.map { .string($0) })))
    #expect(metadata.preamble.count == 1)
  }

  @Test("keys of MultiMarkdown") func readsLinesWithKeys() throws {
    let metadata = try MarkdownReading.read(
      "Title:  Kites: a study\nAuthor: Ann Bee\n   and Cee Dee\nDate: 2024-09\nMood: good\n\nAbout 2409.00001.\n"
    ).digest.metadata
    #expect(metadata.title?.markdown == "Kites: a study")
    #expect(metadata.period?.description == "2024-09")
    #expect(
      metadata.extra == [
        ExtraField(key: "Author", value: .string("Ann Bee and Cee Dee")),
        ExtraField(key: "Mood", value: .string("good")),
      ])
  }

  @Test("properties of a page in Logseq") func readsProperties() throws {
    let metadata = try MarkdownReading.read(
      "title:: Kites\ntags:: [[a]], b\nicon::\n\n- About 2409.00001.\n"
    ).digest.metadata
    #expect(metadata.title?.markdown == "Kites")
    #expect(
      metadata.extra == [
        ExtraField(key: "tags", value: .string("[[a]], b")), ExtraField(key: "icon", value: .string("")),
      ])
  }

  @Test(arguments: [
    "% of 2409.00001\nwords\n", "%x\n\n2409.00001\n", "% a\n% b\n% c\n% d\n\n2409.00001\n",
    "Title: 2409.00001\n\nwords\n",
    "Title: a\nAuthor: b\n2409.00001\n", "Note: a\nTopic: 2409.00001\n\nwords\n",
    "Title: a\nsome words\nAuthor: 2409.00001\n\nwords\n",
    "Title: a\nAuthor: 2409.00001\n\nTitle: b\nAuthor: c\n", "title:: a\narxiv:: 2409.00001\n\ntitle:: b\n",
    "std::vector 2409.00001\n",
    "+++\n\ntext 2409.00001\n\n+++\n", "+++ text 2409.00001\n", "---\n\n2409.00001\n",
    "Title: a\nDate: 2409.00001",
    "http://a.org: 2409.00001\nTitle: x\nDate: y\n\nz",
  ])
  func leavesWhatIsNoFrontMatter(text: String) throws {
    let digest = try MarkdownReading.read(text).digest
    #expect(digest.metadata.title == nil)
    #expect(digest.metadata.extra.isEmpty)
  }
}
