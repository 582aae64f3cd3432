import DigestModel
import Exporters
import Testing

@Suite struct RISExporterTests {
  private func text(_ digest: Digest) throws -> String {
    String(decoding: try RISExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  @Test("RIS has a tag, two spaces and a hyphen a line, CRLF, and ER at the end")
  func writesPreprint() throws {
    let expected = [
      "TY  - UNPB", "AU  - Nguyễn, Văn An", "AU  - OLMo Team,", "AU  - Plato,", "TI  - A & B: “notes”",
      "ST  - NEO",
      "PY  - 2024", "DA  - 2024/09/16/", "DO  - 10.48550/arXiv.2409.10000",
      "UR  - https://arxiv.org/abs/2409.10000v2",
      "AN  - arXiv:2409.10000", "KW  - Agents / Tools", "KW  - x, y",
      "AB  - Plans\u{FFFD} ahead.",
      "N1  - Rank 3", "N1  - Reads well.", "ER  - ", "", "",
    ].joined(separator: "\r\n")
    #expect(try text(PaperFixture.full) == expected)
  }

  @Test(
    "types and dates follow from what is known",
    arguments: [
      (
        "2409.10000", PaperFacts(),
        "TY  - UNPB\r\nTI  - arXiv:2409.10000\r\nPY  - 2024\r\nDA  - 2024/09//\r\n"
      ),
      (
        "10.1000/182", PaperFacts(authors: [Author(family: "A")], date: "2024", venue: "Nature"),
        "TY  - JOUR\r\nAU  - A,\r\nTI  - doi:10.1000/182\r\nT2  - Nature\r\nPY  - 2024\r\nDA  - 2024///\r\n"
      ),
      ("https://example.org/a", PaperFacts(), "TY  - ELEC\r\nTI  - https://example.org/a\r\nUR  - https"),
    ])
  func choosesType(id: String, facts: PaperFacts, start: String) throws {
    #expect(try text(PaperFixture.digest(id, facts)).hasPrefix(start))
  }
}
