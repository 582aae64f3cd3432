import DigestDiagnostics
import DigestExporters
import DigestTestSupport
import Foundation
import Testing

@testable import DigestConversion

/// What a check says does not depend on the quick half.
@Suite("Quick half")
struct QuickHalfTests {
  private static let samples = SharedFolder.packageRoot.appendingPathComponent("Samples")

  static let names: [String] = [
    "2023-11-drift.md", "2024-09-en.md", "2024-09-vi.md", "papers.yaml", "weekly.md",
  ]

  /// The same check by the slow half alone; `nil` for a check that has no quick half.
  private static func withoutQuickHalf(_ validator: any OutputValidator) -> (any OutputValidator)? {
    if var validator = validator as? RelaxNGValidator {
      validator.usesQuickHalf = false
      return validator
    }
    if var validator = validator as? JSONSchemaValidator {
      validator.usesQuickHalf = false
      return validator
    }
    return nil
  }

  private func outputs(of sample: String, in registry: Registry) throws -> [ConvertedOutput] {
    let bytes = Array(try Data(contentsOf: Self.samples.appendingPathComponent(sample)))
    let conversion = try Converter(registry: registry).convert(
      SourceDocument(name: sample, bytes: bytes),
      to: registry.exportFormats.map { ConversionTarget($0, named: $0.name) })
    return conversion.outputs
  }

  @Test("every sample is valid in every format where no quick half is there", arguments: names)
  func needsNoQuickHalf(sample: String) throws {
    var registry = Registry.standard
    for format in Registry.standard.exportFormats {
      let makeValidator = try #require(format.makeValidator)
      registry.add(
        ExportFormat(
          format.makeExporter,
          validator: { Self.withoutQuickHalf(makeValidator($0)) ?? makeValidator($0) }))
    }
    let outputs = try outputs(of: sample, in: registry)
    #expect(outputs.count == Registry.standard.exportFormats.count)
    #expect(outputs.filter { !$0.isValidated }.map(\.format) == [])
    #expect(outputs.flatMap(\.findings).map(\.summary) == [])
  }

  @Test("a damaged output gets the same findings with and without the quick half", arguments: names)
  func findsTheSame(sample: String) throws {
    // The seed, so that a failure can be run again.
    var random = SplitMix64(state: 20_261_128)
    var checks = 0
    for output in try outputs(of: sample, in: .standard) {
      let format = try Registry.standard.exportFormat(named: output.format)
      guard let quick = format.makeValidator?(ExportOptions()), let slow = Self.withoutQuickHalf(quick) else {
        continue
      }
      for _ in 0..<5 {
        var bytes = output.files[0].bytes
        let start = Int.random(in: 0..<bytes.count, using: &random)
        bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 1...9, using: &random)))
        let file = OutputFile(bytes: bytes)
        let findings = [quick, slow].map { $0.validate(file, named: "t").map(\.summary) }
        #expect(findings[0] == findings[1], "\(output.format), byte \(start)")
      }
      checks += 1
    }
    // CSL-JSON, OPML, JATS, YAML, JSON and its lines; Hayagriva, Zotero's RDF, Atom, JSON Feed.
    #expect(checks == 10)
  }
}
