import DigestModel
import Testing

@Suite("Ids of all schemes") struct PaperIdentifierTests {
  @Test(
    "an id is read with its scheme and written so that it is read again",
    arguments: [
      ("pmid:12345678", PaperID.Scheme.pmid, "pmid:12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
      ("PMID: 12345678", .pmid, "pmid:12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
      ("pmc:5760988", .pmcid, "pmcid:PMC5760988", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5760988"),
      (
        "pmcid:PMC5760988", .pmcid, "pmcid:PMC5760988", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5760988"
      ),
      ("openreview:AbC_d-1", .openReview, "openreview:AbC_d-1", "https://openreview.net/forum?id=AbC_d-1"),
      (
        "acl:2024.acl-long.1", .aclAnthology, "acl:2024.acl-long.1",
        "https://aclanthology.org/2024.acl-long.1/"
      ),
      ("openalex:w123", .openAlex, "openalex:W123", "https://openalex.org/W123"),
      ("corpusid:17", .semanticScholar, "s2:CorpusID:17", "https://api.semanticscholar.org/CorpusID:17"),
      ("isbn:978-0-306-40615-7", .isbn, "isbn:9780306406157", nil),
      ("isbn:0-306-40615-2", .isbn, "isbn:0306406152", nil),
      ("mag:2963403868", .other, "mag:2963403868", nil),
      ("DBLP:conf/nips/VaswaniSPUJGKP17", .other, "dblp:conf/nips/VaswaniSPUJGKP17", nil),
      ("doi:10.1000/182", .doi, "10.1000/182", "https://doi.org/10.1000/182"),
      ("arXiv:2409.10000", .arxiv, "2409.10000", "https://arxiv.org/abs/2409.10000"),
      ("title:kites-2024", .title, "title:kites-2024", nil),
    ] as [(String, PaperID.Scheme, String, String?)])
  func readsSchemes(text: String, scheme: PaperID.Scheme, written: String, url: String?) throws {
    let id = try #require(PaperID(identifier: text))
    #expect(id.scheme == scheme)
    #expect(id.description == written)
    #expect(PaperID(identifier: written) == id)
    #expect(id.url == url)
  }

  @Test(
    "what cannot be an id of its scheme is none",
    arguments: [
      "pmid:12a", "pmid:1234567890", "pmcid:PMCx", "isbn:978-0-306-40615-8", "isbn:0-306-40615-3", "isbn:12",
      "openalex:A12", "arxiv:2413.00001",
      "doi:foo", "x:1", "1a:2", "mailto", "a b:c", "pmid:", "https://", "file://a",
    ])
  func refusesWhatIsNone(text: String) { #expect(PaperID(identifier: text) == nil) }

  @Test("prose holds no id of these schemes")
  func readsNoneInProse() {
    for text in ["pmid:123", "mag:1", "title:x", "isbn:0306406152"] { #expect(PaperID(text) == nil) }
  }

  @Test(
    "a paper without an id is known by its title and year",
    arguments: [
      ("Kites in print only", 2024, "title:kites-in-print-only-2024"),
      ("Kites: a *song*!", nil, "title:kites-a-song"),
      ("Hợp nhất — ảnh", 2023, "title:hợp-nhất-ảnh-2023"),
      ("風箏 2", nil, "title:風箏-2"),
    ] as [(String, Int?, String)])
  func namesByTitle(title: String, year: Int?, written: String) {
    #expect(PaperID(title: title, year: year)?.description == written)
  }

  @Test("a title without letters names nothing") func needsLetters() {
    #expect(PaperID(title: "— !", year: 2024) == nil)
  }

  @Test("DOIs are equal without regard to case, addresses and other ids are not")
  func comparesDOIs() throws {
    let lower = try #require(PaperID("10.1234/kites.1"))
    let upper = try #require(PaperID("https://doi.org/10.1234/KITES.1"))
    #expect(lower == upper)
    #expect(Set([lower, upper]).count == 1)
    #expect(PaperID(identifier: "openreview:ab") != PaperID(identifier: "openreview:AB"))
  }

  @Test("an id of arXiv counts before a DOI, a DOI before others, an address last but the title")
  func ranksSchemes() {
    let schemes: [PaperID.Scheme] = [.title, .url, .pmid, .doi, .arxiv]
    #expect(schemes.sorted { $0.rank < $1.rank } == [.arxiv, .doi, .pmid, .url, .title])
  }
}
