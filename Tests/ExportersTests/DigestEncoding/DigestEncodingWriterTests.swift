import DigestExporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

@Suite("Digest encoding writer")
struct DigestEncodingWriterTests {
  private func golden(_ name: String) throws -> String {
    let url = SharedFolder.packageRoot.appendingPathComponent("Tests/Golden/DigestEncoding/\(name)")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func writesEveryPartAsYAML() throws {
    let result = YAMLExporter().export(DigestEncodingSample.digest)
    #expect(String(decoding: result.files[0].bytes, as: UTF8.self) == (try golden("sample.yaml")))
    #expect(result.losses.losses.isEmpty)
  }

  @Test("I3: a record is written with its id and, beside it, the archive with the subject class")
  func writesArchive() {
    var digest = Digest(
      papers: ["math.GT/0309136v2", "math/0211159"].compactMap { PaperID($0) }.map { Paper(id: $0) })
    digest.normalise()
    let text = String(decoding: YAMLExporter().export(digest).files[0].bytes, as: UTF8.self)
    #expect(text.contains("  - id: 'math/0309136v2'\n    archive: math.GT\n"))
    #expect(text.contains("  - id: 'math/0211159'\n    month:"))
  }

  @Test func writesEveryPartAsJSON() throws {
    let result = JSONExporter().export(DigestEncodingSample.digest)
    #expect(String(decoding: result.files[0].bytes, as: UTF8.self) == (try golden("sample.json")))
    #expect(result.losses.losses.isEmpty)
  }
}
