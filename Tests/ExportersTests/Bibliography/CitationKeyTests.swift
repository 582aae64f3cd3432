import DigestExporters
import DigestModel
import Testing

@Suite("Keys of the source") struct CitationKeyTests {
  private func keys(_ given: [String?]) -> [String] {
    var digest = Digest(
      papers: given.enumerated().map { i, key in
        Paper(id: PaperFixture.id("2409.1000\(i)"), record: Paper.Record(citationKey: key))
      })
    digest.normalise()
    let text = String(decoding: BibTeXExporter().export(digest).files[0].bytes, as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("@online{") }.map {
      String($0.dropFirst(8).dropLast())
    }
  }

  @Test("B9: a key that every reader takes is kept") func keepsKeys() {
    #expect(keys(["beeKites2024", nil]) == ["beeKites2024", "arxiv_2409_10001"])
  }

  @Test(
    "B9: a key that some readers refuse is made of the id",
    arguments: ["2024bee", "bee:2024", "bee-2024", "bee 2024", "", "béé", "_bee"])
  func replacesKeys(key: String) { #expect(keys([key]) == ["arxiv_2409_10000"]) }

  @Test("B9: keys are unique without regard to case, and none is one that is made for another paper")
  func keepsKeysApart() {
    #expect(keys(["bee", "BEE"]) == ["bee", "arxiv_2409_10001"])
    #expect(keys(["arxiv_2409_10001", nil]) == ["arxiv_2409_10000", "arxiv_2409_10001"])
    #expect(keys(["ArXiv_2409_10001", nil]) == ["arxiv_2409_10000", "arxiv_2409_10001"])
  }

  private func export(_ key: String, _ exporter: some Exporter) throws -> (text: String, losses: [String]) {
    let result = try exporter.export(PaperFixture.digest("2409.10000", Paper.Record(citationKey: key)))
    return (
      String(decoding: result.files[0].bytes, as: UTF8.self),
      result.losses.losses.filter { $0.part == .paperCitationKey }.map(\.reason)
    )
  }

  @Test(
    "CSL-JSON and RIS take any key",
    arguments: ["DBLP:conf/kites/Bee24", "bee-2024", "2024bee", "bee 2024", "béé"])
  func keepsAnyKey(key: String) throws {
    let json = try export(key, CSLJSONExporter())
    #expect(json.text.contains("\"id\": \"\(key)\"") && json.losses == [])
    let ris = try export(key, RISExporter())
    #expect(ris.text.contains("ID  - \(key)\r\n") && ris.losses == [])
  }

  @Test("biblatex can cite an entry by the key that it had") func writesAlias() throws {
    let bib = try export("DBLP:conf/kites/Bee24", BibTeXExporter())
    #expect(bib.text.contains("@online{arxiv_2409_10000,") && bib.losses == [])
    #expect(bib.text.contains("  ids = {DBLP:conf/kites/Bee24}\n"))
  }

  @Test("a key that cannot be cited is a loss", arguments: ["bee 2024", "bee%24", "{bee}", "a,b", "arxiv_1"])
  func losesKey(key: String) throws {
    let bib = try export(key, BibTeXExporter())
    #expect(!bib.text.contains("ids =") && bib.losses.count == 1)
  }

  @Test("BibTeX has no second key") func noAliasInBibTeX() throws {
    let bib = try export("bee:24", BibTeXExporter(options: BibTeXOptions(dialect: .bibtex)))
    #expect(!bib.text.contains("ids"))
    #expect(bib.losses == ["some readers of BibTeX refuse the key 'bee:24'"])
  }
}
