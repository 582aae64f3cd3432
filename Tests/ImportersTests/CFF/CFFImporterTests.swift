import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("CITATION.cff to records") struct CFFImporterTests {
  private let text = """
    cff-version: 1.2.0
    message: Cite it.
    title: Kite Planner
    version: 2.0.4
    date-released: 2024-09-05
    identifiers:
      - {type: doi, value: 10.5281/zenodo.1234}
      - {type: swh, value: "swh:1:dir:bc286860f423ea7ced246ba7458eef4b4541cf2d"}
    authors:
      - {family-names: Gogh, given-names: Vincent, name-particle: van, name-suffix: Jr.}
      - name: The Kite Project
    repository-code: https://github.com/kites/plan
    keywords: [kites]
    preferred-citation:
      type: article
      title: Kites That Plan
      authors: [{family-names: Bee, given-names: Ann}]
      journal: Journal of Kites
      start: 12
      end: 34
      year: 2024
      month: 9
      doi: 10.1234/kites
    references:
      - type: conference-paper
        title: Wind
        authors: [{name: OpenAI Kite Lab}]
        collection-title: Proceedings of Wind
        conference: {name: ICW}
        pages: 12

    """

  private func papers(_ text: String) throws -> [Paper] {
    let result = try CFFImporter().read(SourceDocument(name: "CITATION.cff", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    return result.digest.papers
  }

  @Test("the software comes first, then the preferred citation, then the references")
  func readsAll() throws {
    let papers = try papers(text)
    #expect(papers.map(\.id.description) == ["10.5281/zenodo.1234", "10.1234/kites", "title:wind"])
    let software = papers[0].record
    #expect(software.type == .software)
    #expect(software.title?.plainText == "Kite Planner")
    #expect(software.authors.map(\.sortText) == ["van Gogh, Jr., Vincent", "The Kite Project"])
    #expect(software.date?.description == "2024-09-05")
    #expect(software.links == [.init(.code, "https://github.com/kites/plan")])
    #expect(software.identifiers.map(\.description) == ["swh:1:dir:bc286860f423ea7ced246ba7458eef4b4541cf2d"])
    #expect(software.extra.map(\.key) == ["cff-version", "message", "version"])
    let article = papers[1].record
    #expect(article.type == .journalArticle)
    #expect(article.details == [.container: "Journal of Kites", .pages: "12-34"])
    #expect(article.date?.description == "2024-09")
    let wind = papers[2].record
    #expect(wind.type == .conferencePaper)
    #expect(wind.authors == [.literal("OpenAI Kite Lab")])
    #expect(wind.details == [.container: "Proceedings of Wind", .event: "ICW"])
    // The number of its pages.
    #expect(wind.extra.map(\.key) == ["pages"])
  }

  @Test("software with the DOI of the article about it is a work of its own, and the article keeps the DOI")
  func partsWorksWithOneDOI() throws {
    let text = """
      cff-version: 1.2.0
      title: kiter
      authors: [{family-names: Bee, given-names: Ann}]
      version: 1.2.0
      doi: 10.1234/kites
      preferred-citation:
        type: article
        title: Kites in R
        authors: [{family-names: Bee, given-names: Ann}]
        journal: Journal of Kites
        url: https://doi.org/10.1234/kites
      """
    let result = try CFFImporter().read(SourceDocument(name: "a.cff", text: text))
    #expect(
      result.diagnostics.map(\.description) == [
        "a.cff:5:6: note: '10.1234/kites' is the DOI of the preferred citation [cff/shared-doi]"
      ])
    #expect(result.digest.papers.map(\.id.description) == ["title:kiter", "10.1234/kites"])
    #expect(result.digest.papers.map(\.record.type) == [.software, .journalArticle])
    #expect(result.digest.papers.map { $0.record.title?.plainText } == ["kiter", "Kites in R"])
  }

  @Test("a generic reference has the type that says least, and nothing is wrong with it")
  func readsGenericReferences() throws {
    let papers = try papers(
      "cff-version: 1.2.0\nreferences:\n  - {type: generic, title: Wind, authors: [{name: WMO}]}\n")
    #expect(papers.map(\.record.type) == [.document])
    #expect(papers[0].record.extra.isEmpty)
  }

  @Test("a file that says only a title of its own is a list of references")
  func readsListsOfReferences() throws {
    let text = "cff-version: 1.2.0\ntitle: Kites\nreferences:\n  - {type: book, title: Wind}\n"
    let digest = try CFFImporter().read(SourceDocument(name: "a.cff", text: text)).digest
    #expect(digest.metadata.title?.plainText == "Kites")
    #expect(digest.papers.map(\.id.description) == ["title:wind"])
  }

  @Test("the version of the format tells the file; one without a title is refused")
  func recognises() {
    #expect(CFFImporter().recognises(Array(text.utf8)) == .certain)
    #expect(CFFImporter().recognises(Array("title: Kites\n".utf8)) == .none)
    #expect(CFFImporter().recognises(Array("---\ncff-version: 1\n---\n\n# Text\n".utf8)) == .none)
    #expect(throws: DiagnosticError.self) {
      try CFFImporter().read(SourceDocument(name: "a.cff", text: "cff-version: 1.2.0\n"))
    }
  }

  @Test("a file cut anywhere does no harm")
  func readsCutFiles() {
    for count in 0..<text.utf8.count {
      let cut = Array(text.utf8.prefix(count))
      _ = CFFImporter().recognises(cut)
      do { _ = try CFFImporter().read(SourceDocument(name: "a.cff", bytes: cut)) } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
