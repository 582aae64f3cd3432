import Exporters
import Foundation
import TestSupport
import Testing

@Suite("Shape writer")
struct ShapeWriterTests {
  private func golden(_ name: String) throws -> String {
    let url = SharedFolder.packageRoot.appendingPathComponent("Tests/Golden/Shape/\(name)")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func writesEveryPartAsYAML() throws {
    let result = YAMLExporter().export(ShapeSample.digest)
    #expect(String(decoding: result.files[0].bytes, as: UTF8.self) == (try golden("sample.yaml")))
    #expect(result.losses.losses.isEmpty)
  }

  @Test func writesEveryPartAsJSON() throws {
    let result = JSONExporter().export(ShapeSample.digest)
    #expect(String(decoding: result.files[0].bytes, as: UTF8.self) == (try golden("sample.json")))
    #expect(result.losses.losses.isEmpty)
  }
}
