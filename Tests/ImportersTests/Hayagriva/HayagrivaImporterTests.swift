import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("Hayagriva to records") struct HayagrivaImporterTests {
  private func papers(_ text: String) throws -> [Paper] {
    let result = try HayagrivaImporter().read(SourceDocument(name: "a.yml", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    return result.digest.papers
  }

  @Test("an article is what its parent is")
  func readsArticles() throws {
    let papers = try papers(
      """
      kites:
        type: Article
        title: Kites That Plan
        author: ["Bee, Ann", "van Gogh, Vincent"]
        date: 2024-09
        page-range: 12-34
        serial-number: {doi: 10.1234/kites, arxiv: 2401.00011}
        affiliated:
          - {role: translator, names: ["Dee, Cee"]}
        parent: {type: Periodical, title: Journal of Kites, volume: 7, issue: 3, serial-number: {issn: 1234-5678}}
      wind:
        type: article
        title: Wind
        author: OpenAI
        parent:
          type: Proceedings
          title: Proc. of Wind
          publisher: {name: Kite Press, location: Paris}
          parent: {type: Conference, title: ICW}
      """)
    #expect(papers.map(\.id.description) == ["2401.00011", "title:wind"])
    let kites = papers[0].record
    #expect(kites.citationKey == "kites")
    #expect(kites.type == .journalArticle)
    #expect(kites.authors.map(\.sortText) == ["Bee, Ann", "van Gogh, Vincent"])
    #expect(kites[.translator].names.map(\.sortText) == ["Dee, Cee"])
    #expect(
      kites.details == [
        .container: "Journal of Kites", .volume: "7", .issue: "3", .pages: "12-34", .issn: "1234-5678",
      ])
    #expect(kites.extra.isEmpty)
    let wind = papers[1].record
    #expect(wind.type == .conferencePaper)
    #expect(
      wind.details == [.container: "Proc. of Wind", .publisher: "Kite Press", .place: "Paris", .event: "ICW"])
  }

  @Test("books, reports and pages: numbers, publishers, addresses with their dates")
  func readsOthers() throws {
    let papers = try papers(
      """
      book: {type: Book, title: A, author: {name: Bee, given-name: Ann, prefix: von}, location: Berlin,
        serial-number: 978-3-16-148410-0}
      rep: {type: Report, title: B, serial-number: TR-7, organization: MIT, page-total: 12}
      page: {type: Web, title: C, url: {value: "https://kites.org", date: 2024-10-01}}
      code: {type: Repository, title: D}
      """)
    #expect(papers.map(\.record.type) == [.book, .report, .webpage, .software])
    #expect(papers[0].record.authors.map(\.sortText) == ["von Bee, Ann"])
    #expect(papers[0].record.details[.isbn] == "978-3-16-148410-0")
    #expect(papers[1].record.details == [.number: "TR-7", .publisher: "MIT"])
    #expect(papers[1].record.extra.map(\.key) == ["page-total"])
    #expect(papers[2].id.description == "https://kites.org")
    #expect(papers[2].record.extra.map(\.key) == ["accessed"])
  }

  @Test("an entry has the date, the author and the series of what it is in, and a short title")
  func readsParents() throws {
    let papers = try papers(
      """
      ch:
        type: Chapter
        title: {value: Wind and Kites, short: Wind}
        parent:
          type: Anthology
          title: All of Them
          author: Bee, Ann
          parent: {type: Anthology, title: Kite Studies, date: 1956-04}
      own:
        type: Chapter
        title: Owls
        date: 2001
        parent: {type: Book, title: Birds, date: 1999}
      old:
        type: Chapter
        title: {value: Hares, translation: Hasen}
        parent: [{type: Book, title: Animals}, {type: Web, title: Zoo, date: ~2003-06-21}]
      """)
    let chapter = papers[0].record
    #expect(chapter.title?.plainText == "Wind and Kites")
    #expect(chapter.shortTitle?.plainText == "Wind")
    #expect(chapter.date?.description == "1956-04")
    #expect(chapter.details == [.container: "All of Them", .series: "Kite Studies"])
    #expect(chapter[.containerAuthor].names.map(\.sortText) == ["Bee, Ann"])
    #expect(papers[1].record.date?.description == "2001")
    #expect(papers[2].record.date?.description == "2003-06-21~")
    #expect(papers[2].record.title?.plainText == "Hares")
    #expect(papers[2].record.extra.map(\.key) == ["title", "parent"])
  }

  @Test("its fields and types tell it from other YAML")
  func recognises() {
    func recognition(_ text: String) -> Recognition { HayagrivaImporter().recognises(Array(text.utf8)) }
    #expect(recognition("# mine\na:\n  type: Article\n  title: b\n") == .certain)
    #expect(recognition("a:\n    type: article\n    title: b\n    page-range: 1-2\n") == .certain)
    #expect(recognition("a:\n  type: article\n  title: b\n") == .possible)
    #expect(recognition("a:\n  kind: Article\n  title: b\n") == .none)
    #expect(recognition("- type: Article\n  title: b\n") == .none)
    #expect(recognition("references:\n- type: book\n  title: b\n") == .none)
    #expect(recognition("---\na:\n  type: Article\n  title: b\n---\n\n# Text\n") == .none)
  }

  @Test("a file cut anywhere does no harm")
  func readsCutFiles() {
    let bytes = Array(
      "k:\n  type: Article\n  title: {value: A, short: B}\n  parent: [{type: Book, title: C}]\n".utf8)
    for count in 0..<bytes.count {
      let cut = Array(bytes[..<count])
      _ = HayagrivaImporter().recognises(cut)
      do { _ = try HayagrivaImporter().read(SourceDocument(name: "a", bytes: cut)) } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
