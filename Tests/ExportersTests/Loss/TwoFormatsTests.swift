import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// A digest that went through another format gives the same bibliography, in what both hold.
@Suite("Through two formats", .enabled(if: SharedFolder.isPresent)) struct TwoFormatsTests {
  private func bibliography(_ digest: Digest) -> String {
    String(decoding: BibTeXExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  private func reread(_ digest: Digest, _ exporter: some Exporter, _ importer: some Importer) throws -> Digest
  {
    let bytes = try exporter.export(digest).files[0].bytes
    var read = try importer.read(SourceDocument(name: "2024-09", bytes: bytes)).digest
    read.normalise()
    return read
  }

  @Test("JATS, OPML, YAML, CSL-JSON, RIS and Hayagriva hold all that a bibliography says")
  func agreesExactly() throws {
    let digest = try CorpusDigests.read(CorpusDigests.whole)
    let expected = bibliography(digest)
    #expect(bibliography(try reread(digest, JATSExporter(), JATSImporter())) == expected)
    #expect(bibliography(try reread(digest, OPMLExporter(), OPMLImporter())) == expected)
    #expect(bibliography(try reread(digest, YAMLExporter(), YAMLImporter())) == expected)
    #expect(bibliography(try reread(digest, CSLJSONExporter(), CSLJSONImporter())) == expected)
    #expect(bibliography(try reread(digest, RISExporter(), RISImporter())) == expected)
    #expect(bibliography(try reread(digest, HayagrivaExporter(), HayagrivaImporter())) == expected)
  }
}
