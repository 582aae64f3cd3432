import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

/// What is read from YAML and JSON is written with the same bytes (rule Y6).
@Suite("Identity of YAML and JSON")
struct IdentityTests {
  private func read(_ bytes: [UInt8], _ importer: any Importer) throws -> Digest {
    let result: ImportResult
    do throws(DiagnosticError) {
      result = try importer.read(SourceDocument(name: "t", bytes: bytes))
    } catch {
      for diagnostic in error.diagnostics {
        let place =
          diagnostic.location.map { LineTable(bytes).position(of: $0.range.lower).description } ?? ""
        Issue.record("\(place): \(diagnostic.summary) [\(diagnostic.id)]")
      }
      throw error
    }
    #expect(result.diagnostics.map(\.summary) == [])
    var digest = result.digest
    digest.normalise()
    return digest
  }

  private func expectIdentity(_ digest: Digest, _ comment: Comment) throws {
    let yaml = YAMLExporter().export(digest).files[0].bytes
    let json = JSONExporter().export(digest).files[0].bytes
    let fromYAML = try read(yaml, YAMLImporter())
    let fromJSON = try read(json, JSONImporter())
    #expect(fromYAML == digest, comment)
    #expect(fromJSON == digest, comment)
    #expect(YAMLExporter().export(fromJSON).files[0].bytes == yaml, comment)
    #expect(JSONExporter().export(fromYAML).files[0].bytes == json, comment)
  }

  @Test("Y6: a digest of every part comes back from YAML and JSON, and is written with the same bytes")
  func keepsEveryPart() throws {
    var digest = DigestEncodingSample.digest
    // Through the one parser of inline Markdown, as every importer does it.
    digest = try read(YAMLExporter().export(digest).files[0].bytes, YAMLImporter())
    #expect(digest == DigestEncodingSample.digest)
    try expectIdentity(digest, "sample")
  }

  @Test("Y6: so do digests with texts made to hurt", arguments: 0..<60)
  func keepsGeneratedDigests(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    try expectIdentity(generator.digest(), "seed \(seed)")
  }

  @Test(
    "Markdown to YAML to digest is the digest of the Markdown",
    .enabled(if: SharedFolder.isPresent))
  func keepsCorpus() throws {
    let source = SourceDocument(name: "2024-09.md", bytes: try SharedFolder.bytes("corpus/2024-09.md"))
    var digest = try MarkdownImporter().read(source).digest
    digest.normalise()
    #expect(digest.papers.count == 99)
    try expectIdentity(digest, "corpus")
  }

  @Test("so do the samples", arguments: ["2024-09-en.md", "2024-09-vi.md", "2023-11-drift.md", "weekly.md"])
  func keepsSamples(name: String) throws {
    let url = SharedFolder.packageRoot.appendingPathComponent("Samples/\(name)")
    var digest = try MarkdownImporter().read(
      SourceDocument(name: name, bytes: Array(try Data(contentsOf: url)))
    ).digest
    digest.normalise()
    try expectIdentity(digest, "\(name)")
  }
}
