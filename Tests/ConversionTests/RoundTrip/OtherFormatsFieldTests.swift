import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import Testing

/// Fields that bibliographies have and records have no part for, from one format to another.
@Suite("Fields between bibliographies") struct OtherFormatsFieldTests {
  private func text(_ source: String, _ importer: some Importer, _ exporter: some Exporter) throws -> String {
    var digest = try importer.read(SourceDocument(name: "a", text: source)).digest
    digest.normalise()
    return String(decoding: try exporter.export(digest).files[0].bytes, as: UTF8.self)
  }

  @Test(
    "BibTeX in CSL-JSON",
    arguments: [
      ("@software{k, title = {T}, version = {1.2}}", "\"version\": \"1.2\""),
      ("@article{k, title = {T}, eid = {e12}}", "\"page\": \"e12\""),
      ("@book{k, title = {T}, pagetotal = {300}}", "\"number-of-pages\": \"300\""),
      ("@techreport{k, title = {T}}", "\"genre\": \"Technical report\""),
      ("@misc{k, title = {T}, howpublished = {Talk}}", "\"publisher\": \"Talk\""),
      ("@article{k, title = {T}, year = {in press}}", "\"status\": \"in press\""),
    ])
  func bibTeXInCSL(source: String, expected: String) throws {
    #expect(try text(source, BibTeXImporter(), CSLJSONExporter()).contains(expected))
  }

  @Test("CSL-JSON in CSL-JSON", arguments: ["authority", "version", "status", "genre"])
  func cslInCSL(name: String) throws {
    let source = #"[{"id": "a", "type": "patent", "title": "T", "number": "1", "\#(name)": "X1"}]"#
    #expect(try text(source, CSLJSONImporter(), CSLJSONExporter()).contains("\"\(name)\": \"X1\""))
  }

  @Test("Hayagriva and CFF in biblatex") func othersInBiblatex() throws {
    let book = "a:\n  type: Book\n  title: T\n  author: Bee, Ann\n  page-total: 300\n  volume-total: 2\n"
    let entry = try text(book, HayagrivaImporter(), BibTeXExporter())
    #expect(entry.contains("  pagetotal = {300},\n  volumes = {2}"), "\(entry)")
    let software =
      "cff-version: 1.2.0\ntitle: T\ntype: software\nversion: 1.2\nauthors:\n- family-names: Bee\n"
    #expect(try text(software, CFFImporter(), BibTeXExporter()).contains("  version = {1.2}"))
  }

  @Test(
    "pages that are not one range stand whole in RIS, and are read back",
    arguments: [
      ("12-34", "SP  - 12\r\nEP  - 34\r\n"), ("431-456, 791-823", "SP  - 431-456, 791-823\r\n"),
      ("12", "SP  - 12\r\n"), ("3-1-3-20", "SP  - 3-1-3-20\r\n"), ("e12", "SP  - e12\r\n"),
      ("1-5; 9", "SP  - 1-5; 9\r\n"),
    ])
  func pagesInRIS(pages: String, expected: String) throws {
    let source = "@article{k, title = {T}, journal = {J}, pages = {\(pages)}}"
    let ris = try text(source, BibTeXImporter(), RISExporter())
    #expect(ris.contains(expected) && ris.contains("EP  -") == expected.contains("EP  -"), "\(ris)")
    let read = try RISImporter().read(SourceDocument(name: "a.ris", text: ris)).digest
    #expect(read.papers.first?.record.details[.pages] == pages)
  }

  @Test("roles of CSL that records have no word for keep their names and nobody else gets them")
  func rolesInCSL() throws {
    let source = #"""
      [{"id": "a", "type": "motion_picture", "title": "T", "director": [{"family": "Lee", "given": "Ann"}],
        "contributor": [{"literal": "Kite Team"}]}]
      """#
    let written = try text(source, CSLJSONImporter(), CSLJSONExporter())
    #expect(
      written.contains(
        "\"director\": [\n      {\n        \"family\": \"Lee\",\n        \"given\": \"Ann\"\n      }\n    ]"))
    #expect(
      written.contains("\"contributor\": [\n      {\n        \"literal\": \"Kite Team\"\n      }\n    ]"))
  }

  @Test(
    "a type that a format writes as another is a loss",
    arguments: [
      (
        "bill", "'bill' is written as @misc, which says 'document'",
        "'bill' is written as GEN, which says 'document'"
      ),
      (
        "review", "'review' is written as @article, which says 'article-journal'",
        "'review' is written as JOUR, which says 'article-journal'"
      ),
      ("post-weblog", "'post-weblog' is written as @online, which says 'webpage'", nil), ("book", nil, nil),
      ("thesis", nil, nil),
    ] as [(String, String?, String?)])
  func typesThatChange(type: String, biblatex: String?, ris: String?) throws {
    let source =
      #"[{"id": "a", "type": "\#(type)", "title": "T", "URL": "https://a.b/c", "author": [{"family": "Bee"}]}]"#
    var digest = try CSLJSONImporter().read(SourceDocument(name: "a", text: source)).digest
    digest.normalise()
    func reasons(_ exporter: some Exporter) throws -> [String] {
      try exporter.export(digest).losses.losses.filter { $0.part == .paperType }.map(\.reason)
    }
    #expect(try reasons(BibTeXExporter()) == [biblatex].compactMap(\.self))
    #expect(try reasons(RISExporter()) == [ris].compactMap(\.self))
    #expect(try reasons(CSLJSONExporter()) == [])
  }

  @Test("what has no title gets none where a format needs none, else its key")
  func untitled() throws {
    let source = "@misc{bee:1, author = {Bee, Ann}, year = 2020}"
    #expect(try !text(source, BibTeXImporter(), CSLJSONExporter()).contains("\"title\""))
    #expect(try text(source, BibTeXImporter(), BibTeXExporter()).contains("title = {{bee:1}},"))
    #expect(try text(source, BibTeXImporter(), RISExporter()).contains("TI  - bee:1\r\n"))
  }
}
