import DigestCatalogue
import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@testable import DigestConversion

@Suite("Completing papers from a catalogue") struct PaperCompletionTests {
  private static let ann = ContributorName.person(PersonName(family: "Bee", given: "Ann"))
  private static let cid = ContributorName.person(PersonName(family: "Dee", given: "Cid"))

  private func kites() -> ListedCatalogue {
    var catalogue = ListedCatalogue()
    catalogue.add(
      "2409.10000", "KITE: Strings for *All*", abstract: "We fly.", authors: [Self.ann, Self.cid]
    ) { entry in
      entry.record.identifiers = [PaperID("10.1000/kite")].compactMap { $0 }
      entry.record.container = "Journal of Kites"
      entry.record.details[.volume] = "7"
      entry.record.details[.comment] = "9 pages"
      entry.record.date = EDTFDate(edtf: "2024-09-13")
      entry.record.links = [
        Paper.Link(.landingPage, "https://arxiv.org/abs/2409.10000v2"),
        Paper.Link(.code, "https://example.org/kite"),
      ]
      entry.record.names = ["Kite-1"]
      entry.record.topics = [["Toys"]]
      entry.record.keywords = ["toread"]
      entry.record.citationKey = "bee24"
      entry.record.rank = 3
      entry.record.extra = [ExtraField(key: "stars", value: .number("5"))]
    }
    catalogue.add("2409.10001", "Two Kites")
    return catalogue
  }

  private func read(_ text: String, named name: String = "d.md", _ catalogue: ListedCatalogue?) throws
    -> ImportResult
  {
    try Converter(options: ConversionOptions(catalogue: catalogue)).read(
      SourceDocument(name: name, text: text))
  }

  private static let digest = """
    # TOPIC_TREE
    - Toys
      - `2409.10000` | KITE-A: flies on strings
      - `2409.10002` | unknown to all
    """

  @Test func fillsInWhatTheDigestDoesNotSayAndKeepsWhatItSays() throws {
    let read = try read(Self.digest, kites())
    let paper = read.digest.papers[0]
    var expected = Paper.Record(
      identifiers: [PaperID("10.1000/kite")].compactMap { $0 },
      title: RichText(plain: "KITE: Strings for *All*"),
      date: EDTFDate(edtf: "2024-09-13"),
      details: [.container: "Journal of Kites", .volume: "7", .comment: "9 pages"],
      abstract: RichText(plain: "We fly."), categories: ["cs.CL"],
      links: [Paper.Link(.code, "https://example.org/kite")])
    expected.authors = [Self.ann, Self.cid]
    expected.completions = [
      Paper.Record.Completion(
        source: "kites.jsonl",
        parts: [
          .identifiers, .title, .contributors(.author), .date, .detail(.container), .detail(.volume),
          .detail(.comment), .abstract, .categories, .links,
        ])
    ]
    #expect(paper.record == expected)
    #expect(paper.names == ["KITE-A"])
    #expect(paper.topics == [["Toys"]])
    #expect(paper.record.catalogueSource(of: .title) == "kites.jsonl")
    #expect(paper.record.catalogueSource(of: .type) == nil)
    #expect(read.digest.papers[1].record == Paper.Record())
  }

  @Test func saysHowManyPapersAreKnown() throws {
    #expect(
      TextRenderer().render(try read(Self.digest, kites()).diagnostics) == """
        d.md:1:1: note: 1 of 2 papers completed, 1 not in the catalogue [catalogue/completed]

        """)
    #expect(try read(Self.digest, nil).diagnostics.isEmpty)
  }

  @Test func looksNothingUpWithoutACatalogue() throws {
    #expect(try read(Self.digest, nil).digest.papers.allSatisfy { $0.record.isEmpty })
  }

  @Test func valuesOfTheDigestCount() throws {
    let read = try read(
      """
      papers:
        - id: "2409.10000"
          title: My Kite
          authors: [{family: Bee, given: Ann}]
          hasMoreAuthors: true
          date: "2024"
          container: Kite Weekly
      """, named: "l.yaml", kites())
    let record = read.digest.papers[0].record
    #expect(record.title?.markdown == "My Kite")
    // More authors than a beginning of them, and the same date more exactly.
    #expect(record.authors == [Self.ann, Self.cid])
    #expect(!record.hasMoreAuthors)
    #expect(record.date == EDTFDate(edtf: "2024-09-13"))
    // The volume of another journal is not that of this one.
    #expect(record.details == [.container: "Kite Weekly", .comment: "9 pages"])
    #expect(
      record.completions.first?.parts == [
        .identifiers, .contributors(.author), .date, .detail(.comment), .abstract, .categories, .links,
      ])
  }

  @Test(arguments: [
    ("2024", nil, nil), ("2025", nil, "2025"), ("2024-08", nil, "2024-08"), ("2024~", nil, "2024~"),
    ("2024", "Journal of Kites", "2024"),
  ])
  func aYearSaysLessThanTheMonthOfTheID(given: String, journal: String?, expected: String?) throws {
    var catalogue = ListedCatalogue()
    catalogue.add("2409.10000", "Kites") { entry in
      entry.record.date = EDTFDate(edtf: given)
      entry.record.container = journal
    }
    #expect(try read(Self.digest, catalogue).digest.papers[0].record.date?.description == expected)
  }

  @Test func completesByAnyIdentifier() throws {
    let read = try read("papers:\n  - id: \"10.1000/KITE\"\n", named: "l.yaml", kites())
    #expect(read.digest.papers[0].id == PaperID("10.1000/kite"))
    #expect(read.digest.papers[0].record.identifiers == [PaperID("2409.10000")].compactMap { $0 })
  }

  @Test func idsOfTwoPapersOfTheDigestStayTheirs() throws {
    let read = try read(
      "# TOPIC_TREE\n- Toys\n  - `2409.10000` | one\n  - `10.1000/kite` | two\n", kites())
    #expect(read.digest.papers.map(\.record.identifiers) == [[], []])
    #expect(read.digest.papers.allSatisfy { $0.record.title?.plainText == "KITE: Strings for *All*" })
  }

  @Test func findsTheIDOfAPaperKnownByItsTitle() throws {
    let list = "papers:\n  - title: \"two  kites\"\n    authors: [Cid Dee]\n"
    #expect(
      try read(list, named: "l.yaml", kites()).digest.papers[0].record.identifiers == [PaperID("2409.10001")])
    var others = kites()
    others.add("2409.10003", "Two kites.")
    let ambiguous = try read(list, named: "l.yaml", others)
    #expect(ambiguous.digest.papers[0].record.identifiers == [])
    #expect(
      ambiguous.diagnostics.last?.summary
        == "0 of 1 paper completed, 1 with a title of several papers in the catalogue")
    // The same title by others is another paper.
    var foreign = ListedCatalogue()
    foreign.add("2409.10004", "Two Kites", authors: [Self.ann])
    #expect(try read(list, named: "l.yaml", foreign).digest.papers[0].record.identifiers == [])
  }

  @Test("a paper of the same title counts up to three years before or after: a preprint and its publication")
  func takesNoTitleOfAnotherDecade() throws {
    func identifiers(year: String) throws -> [PaperID] {
      var catalogue = ListedCatalogue()
      catalogue.add("2409.10001", "Two Kites") { $0.record.date = EDTFDate(edtf: "2024") }
      let list = "papers:\n  - title: two kites\n    date: \(year)\n"
      return try read(list, named: "l.yaml", catalogue).digest.papers[0].record.identifiers
    }
    for year in ["2021", "2024", "2027"] { #expect(try identifiers(year: year) == [PaperID("2409.10001")]) }
    for year in ["2014", "2020", "2028"] { #expect(try identifiers(year: year) == []) }
  }

  @Test("what was completed comes back from YAML, JSON and Markdown, and is not completed again")
  func isTheSameAfterATrip() throws {
    let source = SourceDocument(name: "d.md", text: Self.digest)
    var options = ConversionOptions(catalogue: kites())
    let first = try Converter(options: options).read(source)
    for format in [ExportFormat.yaml, .json, .markdown] {
      options.catalogue = kites()
      let output = try Converter(options: options).convert(source, to: format)
      for catalogue in [nil, kites()] {
        options.catalogue = catalogue
        let again = SourceDocument(name: output.name, text: output.text)
        let back = try Converter(options: options).read(again)
        #expect(back.digest == first.digest, "\(format.name)")
        #expect(try Converter(options: options).convert(again, to: format).text == output.text)
      }
    }
  }

  @Test func formatsSayThatTheyDoNotTellWhereValuesAreFrom() throws {
    let source = SourceDocument(name: "d.md", text: Self.digest)
    for format in Registry.standard.exportFormats {
      let output = try Converter(options: ConversionOptions(catalogue: kites())).convert(source, to: format)
      let lost = output.losses.losses.filter { $0.part == .paperCompletion }.map(\.reason)
      let holds = ["yaml", "json", "jsonl", "markdown", "html"].contains(format.name)
      #expect(
        lost == (holds ? [] : ["what is from a catalogue is not told from what the source says"]),
        "\(format.name)")
    }
  }

  @Test func aCatalogueThatCannotBeReadRefusesTheConversion() throws {
    var broken = kites()
    broken.failure = CatalogueError("'papers.sqlite' is damaged", help: "make it anew")
    #expect {
      try read(Self.digest, broken)
    } throws: { error in
      "\(error)" == """
        d.md:1:1: error: 'papers.sqlite' is damaged [catalogue/unusable]
        d.md:1:1: help: make it anew
        """
    }
  }

  @Test func partsHaveNamesOfTheirOwn() {
    let names = Paper.Record.Part.completedNames
    #expect(Set(names).count == names.count)
    #expect(names.compactMap { Paper.Record.Part(completed: $0) } == Paper.Record.Part.completed)
    #expect(Paper.Record.Part(completed: "tags") == nil)
  }
}
