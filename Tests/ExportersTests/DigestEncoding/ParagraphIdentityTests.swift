import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import Testing

/// Rule Y6: paragraphs of a text stay paragraphs, and what was written is written the same again.
@Suite struct ParagraphIdentityTests {
  private static let abstracts = [
    "One paragraph.", "One.\n\nTwo, with *stress*.\n\nThree.", "A break\nin a line.\n\nAnd more: `code`.",
    "- no list\n\n1. nor this", "H<sub>2</sub>O\n\n$x$", "A \\* b\n\n\\<sub>c</sub>",
  ]

  private func digest(_ abstract: String) -> Digest {
    var digest = Digest()
    digest.papers = [
      Paper(
        id: PaperID("2409.01320") ?? PaperID(scheme: .other, value: "x"),
        record: Paper.Record(title: RichText(markdown: "Kites"), abstract: RichText(markdown: abstract)))
    ]
    digest.normalise()
    return digest
  }

  @Test(arguments: abstracts)
  func comesBackFromYAMLAndJSONWithTheSameBytes(abstract: String) throws {
    let digest = digest(abstract)
    for (exporter, importer) in [
      (YAMLExporter() as any Exporter, YAMLImporter() as any Importer), (JSONExporter(), JSONImporter()),
    ] {
      let bytes = try exporter.export(digest).files[0].bytes
      let read = try importer.read(SourceDocument(name: "a", bytes: bytes)).digest
      #expect(read.papers.first?.record.abstract?.markdown == abstract)
      #expect(try exporter.export(read).files[0].bytes == bytes)
    }
  }

  @Test func writesParagraphsWhereAFormatHasThemAndASpaceWhereItHasNone() throws {
    let digest = digest("One.\n\nTwo.")
    func text(_ exporter: some Exporter) throws -> String {
      String(decoding: try exporter.export(digest).files[0].bytes, as: UTF8.self)
    }
    #expect(try text(CSLJSONExporter()).contains(#""abstract": "One.\n\nTwo.""#))
    #expect(try text(BibTeXExporter()).contains("abstract = {One. Two.}"))
    #expect(try text(RISExporter()).contains("AB  - One. Two.\r\n"))
  }
}
