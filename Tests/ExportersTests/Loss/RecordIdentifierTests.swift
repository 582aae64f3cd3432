import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// What an output says, or logs as lost, of the parts of an id that only a paper's record names.
@Suite("Ids of records") struct RecordIdentifierTests {
  /// A digest whose tree has one paper.
  /// - Parameter record: the lines of the paper's record, if it has one.
  private static func yaml(paper: String, record: String = "") -> String {
    """
    digest: 1
    sections:
      - kind: topicTree
        heading: Topics
        entries:
          - type: paper
            papers: ['\(paper)']

    """ + (record.isEmpty ? "" : "papers:\n  - \(record)\n")
  }

  private func read(_ yaml: String) throws -> ImportResult {
    var result = try YAMLImporter().read(SourceDocument(name: "a.yaml", bytes: Array(yaml.utf8)))
    result.digest.normalise()
    return result
  }

  @Test(
    "I3: the subject class that a record names is in each output, or a loss at the record says that it is not",
    arguments: [
      "digest: 1\npapers:\n  - id: math.GT/0309136\n",
      yaml(paper: "math/0309136", record: "id: math/0309136\n    archive: math.GT"),
    ])
  func keepsTheSubjectClass(yaml: String) throws {
    let source = try read(yaml)
    #expect(source.diagnostics.isEmpty)
    // A workbook is compressed; its tests compare it with the tables.
    for exporter in LossCoverageTests.exporters where exporter.name != "xlsx" {
      let result = try exporter.export(source.digest)
      exporter.expectDeclared(result.losses, "subject class")
      let text = String(decoding: result.files.flatMap(\.bytes), as: UTF8.self)
      let places = result.losses.losses.compactMap { loss in
        [.paperExtra, .paperID].contains(loss.part) ? source.sourceMap.range(of: loss.anchor) : nil
      }
      #expect(text.contains("math.GT") != !places.isEmpty, "\(exporter.name): \(text)")
    }
  }

  @Test("a version that only a record names is in an outline of the record")
  func keepsTheVersion() throws {
    let source = try read(Self.yaml(paper: "2409.10000", record: "id: 2409.10000v3"))
    let text = String(decoding: OPMLExporter().export(source.digest).files[0].bytes, as: UTF8.self)
    #expect(text.contains(#"digest:kind="record""#))
    #expect(text.contains(#"digest:id="2409.10000v3""#))
  }

  @Test("a paper whose mentions say all that is known of its id has no outline of its record")
  func writesNoEmptyRecord() throws {
    let source = try read(Self.yaml(paper: "math.GT/0309136v2"))
    let text = String(decoding: OPMLExporter().export(source.digest).files[0].bytes, as: UTF8.self)
    #expect(!text.contains(#"digest:kind="record""#))
    #expect(text.contains("math.GT/0309136v2"))
  }
}
