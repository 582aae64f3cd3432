import DigestExporters
import DigestModel
import Testing

@Suite struct CSLJSONExporterTests {
  private func text(_ digest: Digest) throws -> String {
    String(decoding: CSLJSONExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  @Test("a preprint is an article, so that Zotero imports it as one")
  func writesPreprint() throws {
    let expected = """
      [
        {
          "id": "arxiv_2409_10000",
          "citation-key": "arxiv_2409_10000",
          "type": "article",
          "title": "A & B: “notes”",
          "title-short": "NEO",
          "author": [
            {
              "family": "Nguyễn",
              "given": "Văn An"
            },
            {
              "literal": "OLMo Team"
            },
            {
              "family": "Plato"
            }
          ],
          "issued": {
            "date-parts": [[2024, 9, 16]]
          },
          "publisher": "arXiv",
          "number": "arXiv:2409.10000",
          "version": "2",
          "DOI": "10.48550/arXiv.2409.10000",
          "URL": "https://arxiv.org/abs/2409.10000v2",
          "keyword": "Agents; Tools, x / y",
          "note": "Rank 3",
          "annote": "Plans\u{FFFD} ahead. • Reads well."
        }
      ]

      """
    #expect(try text(PaperFixture.full) == expected)
  }

  @Test("a control character and a comma inside a keyword are replaced and reported")
  func reportsCharacters() throws {
    let losses = CSLJSONExporter().export(PaperFixture.full).losses.losses
    #expect(
      losses.filter { $0.part == .characters }.map(\.reason) == [
        "U+0001 is written as U+FFFD", "a separator inside a keyword is written as another sign",
      ])
  }

  @Test("a comma inside a keyword is replaced and reported; a semicolon is not")
  func reportsKeywords() throws {
    func losses(_ tag: String) throws -> [String] {
      let digest = PaperFixture.digest("2409.10000", Paper.Record.given(tags: [tag]))
      return CSLJSONExporter().export(digest).losses.losses.map { "\($0.part) \($0.fidelity)" }
    }
    #expect(try losses("a, b") == ["characters degraded"])
    #expect(try losses("a; b") == [])
  }

  @Test("I3: the number of an old-style paper has no subject class; where one is named the loss is reported")
  func writesOldStyleNumber() throws {
    for exporter in [CSLJSONExporter(), RISExporter()] as [any Exporter] {
      let named = try exporter.export(PaperFixture.digest("math.GT/0309136")).losses.losses
      #expect(named.map(\.reason) == ["the subject class 'math.GT' has no place there"])
      #expect(named.map(\.part) == [.paperExtra])
      #expect(try exporter.export(PaperFixture.digest("hep-th/9711200")).losses.losses.isEmpty)
    }
    #expect(BibTeXExporter().export(PaperFixture.digest("math.GT/0309136")).losses.losses.isEmpty)
    let text = try text(PaperFixture.digest("math.GT/0309136"))
    #expect(text.contains("\"number\": \"arXiv:math/0309136\","))
    #expect(text.contains("\"DOI\": \"10.48550/arXiv.math/0309136\","))
  }

  @Test(
    "types follow from what is known",
    arguments: [
      (
        "10.1000/182",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], date: "2024", venue: "Nature"),
        "article-journal"
      ),
      (
        "10.1000/182",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], date: "2024", venue: "Proc. ACL"),
        "paper-conference"
      ),
      ("https://example.org/a", Paper.Record(), "webpage"),
    ])
  func choosesType(id: String, record: Paper.Record, type: String) throws {
    #expect(try text(PaperFixture.digest(id, record)).contains("\"type\": \"\(type)\","))
  }

  @Test func writesAnEmptyListWithoutPapers() throws {
    #expect(try text(Digest()) == "[]\n")
  }
}
