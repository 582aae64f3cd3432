import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("CSL-JSON and CSL-YAML to records") struct CSLImporterTests {
  private func read(_ text: String) throws -> ImportResult {
    try CSLJSONImporter().read(SourceDocument(name: "a.json", text: text))
  }

  private func record(_ members: String) throws -> Paper.Record {
    let result = try read("[{\"id\": \"k\", \"title\": \"T\", \(members)}]")
    #expect(result.diagnostics.map(\.summary) == [])
    return try #require(result.digest.papers.first).record
  }

  @Test("all variables have their parts, and what has none is kept")
  func readsVariables() throws {
    let record = try record(
      #"""
      "type": "paper-conference", "citation-key": "bee2024", "container-title": "Proc. ICK", "event-title": "ICK",
      "collection-title": "LNCS", "volume": "3", "number": "7", "page": "12-34", "publisher": "Kite Press",
      "publisher-place": "Paris", "ISBN": "978-3-16-148410-0", "PMID": "123", "PMCID": "PMC9", "language": "en",
      "keyword": "a, b", "abstract": "We &amp; you.", "URL": "https://kites.org", "event-place": "Rome",
      "number-of-pages": 10, "status": "in press", "archive_location": "Box 7", "custom": {"x": 1}
      """#)
    #expect(record.type == .conferencePaper)
    #expect(record.citationKey == "bee2024")
    #expect(
      record.details == [
        .container: "Proc. ICK", .event: "ICK", .series: "LNCS", .volume: "3", .number: "7", .pages: "12-34",
        .publisher: "Kite Press", .place: "Paris", .isbn: "978-3-16-148410-0", .language: "en",
      ])
    #expect(record.keywords == ["a", "b"])
    #expect(record.abstract?.plainText == "We & you.")
    #expect(record.identifiers.map(\.description) == ["pmcid:PMC9"])
    #expect(
      record.extra.map(\.key) == [
        "event-place", "number-of-pages", "status", "archive_location", "custom",
      ])
  }

  @Test("names have particles and suffixes; the order of roles is that of the item")
  func readsNames() throws {
    let record = try record(
      #"""
      "type": "book", "editor": [{"family": "Eff", "given": "G."}],
      "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "Jr.",
      "comma-suffix": true}, {"literal": "Bee, Inc."}, {"family": "Dee", "given": "C.", "static-ordering": true}],
      "illustrator": [{"family": "Ill", "given": "A."}]
      """#)
    #expect(record.contributors.map(\.role) == [.editor, .author, .contributor])
    #expect(record.authors.map(\.sortText) == ["van Gogh, Jr., Vincent", "Bee, Inc.", "Dee, C."])
    // A role that is only nearly one of ours is kept, too.
    #expect(record[.contributor].names.map(\.sortText) == ["Ill, A."])
    #expect(record.extra.map(\.key) == ["illustrator"])
  }

  @Test(
    "dates are parts, as numbers or texts, or texts",
    arguments: [
      (#"{"date-parts": [[2024, 9, 5]]}"#, "2024-09-05"), (#"{"date-parts": [["2024", "9"]]}"#, "2024-09"),
      (#"{"date-parts": [[2024, 9, 5], [2024, 9, 7]]}"#, "2024-09-05/2024-09-07"),
      (#"{"date-parts": [[2024]], "season": 2}"#, "2024-22"),
      (#"{"date-parts": [[2024]], "circa": 1}"#, "2024~"),
      (#"{"raw": "Sep 5, 2024"}"#, "2024-09-05"), (#"{"literal": "spring 2024"}"#, "2024-21"),
      (#""2024-09""#, "2024-09"),
      (#"[{"year": 2024, "month": 1}, {"year": 2024, "month": 3}]"#, "2024-01/2024-03"),
    ])
  func readsDates(value: String, expected: String) throws {
    #expect(try record("\"type\": \"book\", \"issued\": \(value)").date?.description == expected)
  }

  @Test("text has tags of CSL")
  func readsText() throws {
    let result = try read(
      #"[{"id": "a", "type": "book", "title": "A <i>kite</i>, H<sub>2</sub> and <span class=\"nocase\">iPhone</span>"}]"#
    )
    #expect(result.digest.papers[0].record.title?.markdown == "A *kite*, H<sub>2</sub> and iPhone")
  }

  @Test("our own items have no entities, no TeX and no keys of sources; links come back from the remarks")
  func readsOurs() throws {
    let result = try read(
      #"""
      [{"id": "id_dblp_x_0123456789abcdef", "citation-key": "id_dblp_x_0123456789abcdef", "type": "article",
      "title": "A &amp; {B} -- c", "note": "Rank 3; dblp:conf/kites/Bee24",
      "annote": "Fine. arXiv:2409.01320 • Code: https://github.com/kites/plan"}]
      """#)
    let paper = result.digest.papers[0]
    #expect(paper.id.description == "dblp:conf/kites/Bee24")
    #expect(paper.record.title?.plainText == "A &amp; {B} -- c")
    #expect(paper.record.citationKey == nil)
    #expect(paper.record.rank == 3)
    #expect(paper.record.links == [.init(.code, "https://github.com/kites/plan")])
    // The remark is about the paper, which is another one than that it names.
    #expect(paper.record.identifiers.isEmpty)
    #expect(paper.record.extra == [ExtraField(key: "annote", value: .string("Fine. arXiv:2409.01320"))])
  }

  @Test("what is wrong has its place; an item without a title and an id is known by its authors")
  func reportsFaults() throws {
    let text =
      #"[{"id": 1, "type": "book", "author": [{"family": "Bee"}], "DOI": "foo", "issued": {"date-parts": [[2024, 17]]}}]"#
    let result = try read(text)
    #expect(
      result.diagnostics.map { String("\($0)".split(separator: "\n")[0]) } == [
        "a.json:1:66: warning: found text 'foo', expected a DOI [record/impossible-value]",
        "a.json:1:83: warning: date: no year has a month 17 [record/impossible-value]",
        "a.json:1:2: warning: record has no title and no id; it is known as 'title:bee-2024' [record/untitled]",
      ])
    #expect(throws: DiagnosticError.self) { try read("[]") }
  }

  @Test("items of CSL are told from other records, in JSON and YAML")
  func recognises() {
    func json(_ text: String) -> Recognition { CSLJSONImporter().recognises(Array(text.utf8)) }
    func yaml(_ text: String) -> Recognition { CSLYAMLImporter().recognises(Array(text.utf8)) }
    #expect(json(#"[{"id": "a", "type": "book", "issued": {"date-parts": [[2024]]}}]"#) == .certain)
    #expect(json(#"{"items": [{"id": "a", "type": "book", "container-title": "x"}]}"#) == .certain)
    #expect(json(#"[{"id": "a", "type": "book"}]"#) == .possible)
    // Crossref, OpenAlex and our own.
    #expect(json(#"[{"type": "book", "title": ["A"], "container-title": ["x"]}]"#) == .none)
    #expect(json(#"[{"id": "https://openalex.org/W1", "type": "article", "authorships": []}]"#) == .possible)
    #expect(json(#"{"digest": 2, "papers": []}"#) == .none)
    #expect(yaml("---\nreferences:\n- id: a\n  type: book\n  issued: 2024\n...\n") == .certain)
    #expect(yaml("- id: a\n  type: book\n  DOI: 10.1234/a\n") == .certain)
    #expect(yaml("---\nreferences:\n- id: a\n  type: book\n  DOI: 10.1234/a\n---\n\n# Text\n") == .none)
    #expect(yaml("papers:\n- id: a\n  type: book\n  title: b\n") == .none)
  }

  @Test("CSL-YAML is the same in YAML")
  func readsYAML() throws {
    let text =
      "---\nreferences:\n- id: bee\n  type: article-journal\n  title: Kites\n  author:\n  - family: Bee\n  issued: 2024-09\n  container-title: J\n...\n"
    let result = try CSLYAMLImporter().read(SourceDocument(name: "a.yaml", text: text))
    let record = try #require(result.digest.papers.first).record
    #expect(record.type == .journalArticle)
    #expect(record.date?.description == "2024-09")
    #expect(record.container == "J")
  }

  @Test("a file cut anywhere is refused or read, and recognised or not, without harm")
  func readsCutFiles() {
    let bytes = Array(
      #"[{"id": "a", "type": "book", "title": "A <i>b</i>", "issued": {"date-parts": [[2024]]}}]"#.utf8)
    for count in 0..<bytes.count {
      let cut = Array(bytes[..<count])
      _ = CSLJSONImporter().recognises(cut)
      _ = CSLYAMLImporter().recognises(cut)
      #expect(throws: DiagnosticError.self) {
        try CSLJSONImporter().read(SourceDocument(name: "a", bytes: cut))
      }
    }
  }

  @Test("an unknown type is reported, and does not make another list of the file")
  func reportsUnknownTypes() throws {
    let text = #"""
      [{"id": "a", "type": "odd-type", "title": "A", "issued": {"date-parts": [[2020]]}},
       {"id": "b", "type": "book", "title": "B"}, "odd"]
      """#
    #expect(CSLJSONImporter().recognises(Array(text.utf8)) == .certain)
    let result = try CSLJSONImporter().read(SourceDocument(name: "a", text: text))
    #expect(result.digest.papers.map(\.record.type?.rawValue) == [nil, "book"])
    #expect(
      result.diagnostics.map { "\($0)" }.sorted() == [
        "a:1:22: warning: found text 'odd-type', expected a type of publication [record/impossible-value]",
        "a:2:45: warning: found text 'odd', expected a record of a paper or an id [record/unreadable]",
      ])
  }
}
