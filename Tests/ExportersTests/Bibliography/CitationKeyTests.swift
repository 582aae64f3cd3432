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
}
