import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

@Suite("Hostile YAML and JSON")
struct HostileDigestEncodingTests {
  /// The first finding, or `nil` where the bytes are read.
  private func firstFinding(_ bytes: [UInt8], _ importer: any Importer) -> String? {
    do throws(DiagnosticError) {
      _ = try importer.read(SourceDocument(name: "t", bytes: bytes))
      return nil
    } catch {
      return error.diagnostics.first?.summary ?? "an error without finding"
    }
  }

  private func sample(_ name: String) throws -> [UInt8] {
    let url = SharedFolder.packageRoot.appendingPathComponent("Tests/Golden/DigestEncoding/\(name)")
    return Array(try Data(contentsOf: url))
  }

  @Test("a cut at any byte ends in a finding with a place or a shorter digest, never a crash")
  func survivesTruncation() throws {
    for (name, importer) in [("sample.yaml", YAMLImporter()), ("sample.json", JSONImporter())]
      as [(String, any Importer)]
    {
      let bytes = try sample(name)
      for end in bytes.indices {
        do throws(DiagnosticError) {
          _ = try importer.read(SourceDocument(name: name, bytes: Array(bytes[..<end])))
        } catch {
          #expect(error.diagnostics.allSatisfy { $0.location != nil }, "\(name) cut at \(end)")
        }
      }
    }
  }

  @Test(
    "fifty thousand open brackets end with the limit",
    arguments: ["[", "{\"a\":", "{\"sections\": [{\"entries\": [", "- ", "{a: ", "? ", "a:\n- "])
  func refusesDeepNesting(piece: String) {
    let bytes = Array(String(repeating: piece, count: 50_000).utf8)
    for importer in [YAMLImporter(), JSONImporter()] as [any Importer] {
      #expect(firstFinding(bytes, importer) != nil)
    }
  }

  @Test("a block list nested as deep as the limit is read without exhausting the stack")
  func readsDeepestBlocks() {
    let quotes = 250
    let open = String(repeating: #"[{"type": "quote", "blocks": "#, count: quotes)
    let close = String(repeating: "}]", count: quotes)
    let text = #"{"digest": 1, "metadata": {"preamble": "# + open + "\"x\"" + close + "}}"
    #expect(firstFinding(Array(text.utf8), JSONImporter()) == nil)
    #expect(firstFinding(Array(text.utf8), YAMLImporter()) == nil)
  }

  @Test("a line of 20 MB is one text")
  func readsVeryLongLine() throws {
    let text = String(repeating: "word ế ", count: 2_500_000) + "end"
    let json = Array("{\"digest\": 1, \"metadata\": {\"extra\": {\"a\": \"\(text)\"}}}".utf8)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(firstFinding(json, JSONImporter()) == nil)
      #expect(firstFinding(json, YAMLImporter()) == nil)
    }
    #expect(time < .seconds(30))
  }

  @Test("a file with endless mistakes ends after a thousand findings")
  func stopsCountingMistakes() {
    let text = "digest: 1\nsections:\n" + String(repeating: "- 5\n", count: 20_000)
    do throws(DiagnosticError) {
      _ = try YAMLImporter().read(SourceDocument(name: "t", text: text))
      Issue.record("was read")
    } catch {
      #expect(error.diagnostics.count == 1000)
    }
  }

  @Test(
    "bytes that are no text are refused with a place",
    arguments: [[0xFF, 0xFE, 0x00], [0x00], [0x61, 0x3A, 0x20, 0xC3], Array("a: \"\u{1}\"".utf8)])
  func refusesBinary(bytes: [UInt8]) {
    #expect(firstFinding(bytes, YAMLImporter()) != nil)
    #expect(firstFinding(bytes, JSONImporter()) != nil)
  }
}
