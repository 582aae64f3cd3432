import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("Lists of papers")
struct PaperListTests {
  private func papers(_ text: String, _ importer: any Importer = YAMLImporter()) throws -> [Paper] {
    let result = try importer.read(SourceDocument(name: "t", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.digest.sections.isEmpty)
    return result.digest.papers
  }

  @Test func readsUsualSpellings() throws {
    let papers = try papers(
      """
      - arXiv_ID: 1706.03762v7
        Title: Attention
        Authors: [Ashish Vaswani, "Kaiser, Łukasz", Ludwig van Beethoven, OLMo Team, "{ATLAS}"]
        summary: Short.
        keywords: [a, b]
        link: https://arxiv.org/abs/1706.03762
        year: 2017
        month: jun
        journal: NeurIPS
        stars: 5
        note: ~
      """)
    let authors = [
      ContributorName.person(PersonName(family: "Vaswani", given: "Ashish")),
      ContributorName.person(PersonName(family: "Kaiser", given: "Łukasz")),
      ContributorName.person(PersonName(family: "van Beethoven", given: "Ludwig")),
      ContributorName.literal("OLMo Team"),
      ContributorName.literal("ATLAS"),
    ]
    #expect(papers.map(\.versionedID.description) == ["1706.03762v7"])
    #expect(
      papers.map(\.record) == [
        Paper.Record.given(
          title: RichText(markdown: "Attention"), authors: authors, abstract: RichText(markdown: "Short."),
          date: "2017-06", tags: ["a", "b"], url: "https://arxiv.org/abs/1706.03762", venue: "NeurIPS",
          extra: [ExtraField(key: "stars", value: .number("5")), ExtraField(key: "note", value: .null)])
      ])
  }

  @Test func readsListInMappingWithMetadata() throws {
    let result = try YAMLImporter().read(
      SourceDocument(
        name: "t", text: "title: Mine\nperiod: 2024-09\nowner: me\nitems: [2409.10000, 2401.00001]\n"))
    #expect(result.digest.metadata.title == RichText(markdown: "Mine"))
    #expect(result.digest.metadata.period == YearMonth("2024-09"))
    #expect(result.digest.metadata.extra == [ExtraField(key: "owner", value: .string("me"))])
    #expect(result.digest.papers.map(\.id.value) == ["2409.10000", "2401.00001"])
  }

  @Test func readsJSONLinesAndEmptyAuthorLists() throws {
    let text =
      "{\"id\": \"2409.10000\", \"authors\": []}\n{\"url\": \"https://arxiv.org/abs/2401.00001v2\"}\n"
    let papers = try papers(text, JSONImporter())
    #expect(papers.map(\.versionedID.description) == ["2409.10000", "2401.00001v2"])
  }

  @Test(
    "authors come in many ways",
    arguments: [
      ("\"A B and C D\"", ["A B", "C D"]), ("\"A B, C D\"", ["A B", "C D"]), ("\"Doe, Jane\"", ["Jane Doe"]),
      ("\"A B; C D\"", ["A B", "C D"]), ("[{\"name\": \"A B\"}]", ["A B"]),
      ("[{\"first\": \"A\", \"last\": \"B\"}]", ["A B"]), ("\"Plato\"", ["Plato"]),
      ("\"A B, C D, and E F\"", ["A B", "C D", "E F"]), ("\"A B, and C D\"", ["A B", "C D"]),
      ("[\"A B, C D, E F\", \"G H\"]", ["A B", "C D", "E F", "G H"]),
      (
        "[\"de la Cruz, Juan Carlos\", \"King, Martin L., Jr.\"]",
        ["Juan Carlos de la Cruz", "Martin L., Jr. King"]
      ),
      ("[\"{A B, C D, E F}\"]", ["A B, C D, E F"]),
    ])
  func readsAuthors(source: String, names: [String]) throws {
    let papers = try papers("[{\"id\": \"2409.10000\", \"authors\": \(source)}]", JSONImporter())
    #expect(papers.first?.record.authors.map(\.displayText) == names)
    #expect(papers.first?.record.extra == [])
  }

  @Test("what is said of an author beside the name is kept")
  func keepsMoreAboutAuthors() throws {
    let papers = try papers(
      #"[{"id": "2409.10000", "authors": [{"name": "A B", "orcid": "0"}]}]"#, JSONImporter())
    #expect(papers[0].record.authors.map(\.familyText) == ["B"])
    #expect(papers[0].record.extra.map(\.key) == ["authors"])
  }

  @Test("what the other members do not say is taken from a BibTeX entry, which is kept as it is")
  func fillsGapsFromBibTeX() throws {
    let entry =
      "@misc{k, title = {On {LLM}s}, author = {Doe, Jane and {A Team}}, eprint = {2409.10000}, year = 2024}"
    let papers = try papers("- bibtex: '\(entry)'\n  tags: [a]\n")
    #expect(papers.map(\.id.value) == ["2409.10000"])
    #expect(papers[0].record.title?.plainText == "On LLMs")
    #expect(
      papers[0].record.authors == [
        ContributorName.person(PersonName(family: "Doe", given: "Jane")), ContributorName.literal("A Team"),
      ])
    #expect(papers[0].record.date?.description == "2024")
    #expect(papers[0].record.extra == [ExtraField(key: "bibtex", value: .string(entry))])
  }

  @Test func mergesSecondRecordWithWarning() throws {
    let text = "- {id: 2409.10000, title: A}\n- {id: 2409.10000v2, title: B, venue: V}\n"
    let result = try YAMLImporter().read(SourceDocument(name: "t", text: text))
    #expect(result.diagnostics.map(\.summary) == ["a second record of '2409.10000'"])
    #expect(result.digest.papers.map(\.version) == [2])
    #expect(result.digest.papers[0].record.title == RichText(markdown: "A"))
    #expect(result.digest.papers[0].record.container == "V")
  }

  @Test(arguments: ["just text", "a: 1\n", "{}", ""])
  func refusesWhatIsNeitherDigestNorList(text: String) {
    #expect(throws: DiagnosticError.self) { try YAMLImporter().read(SourceDocument(name: "t", text: text)) }
  }
}
