import DigestModel
import Testing

@testable import DigestExporters

@Suite struct ContextObjectTests {
  private func text(_ id: String, _ record: Paper.Record) throws -> String {
    var digest = Digest(papers: [Paper(id: try #require(PaperID(id)), record: record)])
    digest.normalise()
    return ContextObject(digest.papers[0]).text
  }

  @Test("H5: a preprint is Dublin Core with the word that Zotero has for it")
  func writesPreprints() throws {
    var record = Paper.Record(title: RichText(plain: "Kites & wind: 100 %"))
    record.authors = [
      .person(PersonName(family: "Nguyễn", given: "Văn")), .literal("Kite Team"),
    ]
    #expect(
      try text("2409.10000v2", record)
        == "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:dc&rft.type=preprint"
        + "&rft.title=Kites+%26+wind:+100+%25&rft.au=Nguy%E1%BB%85n,+V%C4%83n&rft.au=Kite+Team"
        + "&rft.date=2024-09&rft_id=info:doi/10.48550/arXiv.2409.10000&rft_id=https://arxiv.org/abs/2409.10000v2"
    )
  }

  @Test("H5: an article of a journal has the format of journals")
  func writesArticles() throws {
    let record = Paper.Record(
      type: .journalArticle, title: RichText(plain: "On kites"),
      details: [.container: "Wind", .volume: "3", .issue: "2", .pages: "1-9", .issn: "1234-5678"])
    #expect(
      try text("10.1000/182", record)
        == "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=On+kites"
        + "&rft.jtitle=Wind&rft.volume=3&rft.issue=2&rft.pages=1-9&rft.issn=1234-5678"
        + "&rft_id=info:doi/10.1000/182&rft_id=https://doi.org/10.1000/182")
  }

  @Test("H5: what is known is written, and nothing else")
  func writesAPaperWithoutARecord() throws {
    #expect(
      try text("https://example.org/a", Paper.Record())
        == "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:dc&rft.type=webpage"
        + "&rft.title=https://example.org/a&rft_id=https://example.org/a")
  }
}
