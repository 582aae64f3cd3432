import DigestConversion
import DigestExporters
import DigestModel
import Testing

@Suite struct RegistryTests {
  private var registry: Registry {
    var registry = Registry()
    registry.add(IDListImporter())
    registry.add(ExportFormat { _ in IDListExporter() })
    return registry
  }

  @Test func findsAFormatThatACallerAdded() throws {
    #expect(try registry.importer(named: "ids").name == "ids")
    #expect(try registry.exportFormat(named: "ids").name == "ids")
  }

  @Test func namesTheNearestFormatForAnUnknownName() {
    let error = #expect(throws: UnknownFormat.self) { try registry.exportFormat(named: "isd") }
    #expect(error?.description == "'isd' is not an output format; did you mean 'ids'?")
  }

  @Test func listsAllFormatsWhereNoneIsNear() {
    let error = #expect(throws: UnknownFormat.self) { try registry.importer(named: "spreadsheet") }
    #expect(error?.description == "'spreadsheet' is not an input format; input formats are ids")
  }

  @Test func choosesTheImporterByExtensionWhateverItsCase() {
    #expect(registry.importer(forFile: "a/LIST.TXT", bytes: [])?.name == "ids")
  }

  @Test func choosesTheImporterByContentWhereTheExtensionSaysNothing() {
    #expect(registry.importer(forFile: "<stdin>", bytes: Array("2409.10000\n".utf8))?.name == "ids")
    #expect(registry.importer(forFile: "<stdin>", bytes: Array("Hello".utf8)) == nil)
  }

  @Test func prefersTheLongestExtensionOfAnOutput() {
    var registry = registry
    registry.add(ExportFormat { _ in LongExtensionExporter() })
    #expect(registry.exportFormats(forFile: "a.ids.txt").map(\.name) == ["long"])
    #expect(registry.exportFormats(forFile: "a.txt").map(\.name) == ["ids"])
    #expect(registry.exportFormats(forFile: "a.bin").isEmpty)
  }

  @Test func replacesAFormatOfTheSameName() {
    var registry = registry
    registry.add(IDListImporter())
    #expect(registry.importers.count == 1)
  }
}

private struct LongExtensionExporter: Exporter {
  let name = "long"
  let summary = ""
  let layout = OutputLayout.file(fileExtension: "ids.txt")
  let capabilities: [ModelPart: Fidelity] = [:]
  func export(_ digest: Digest) -> ExportResult { ExportResult(files: [], losses: LossLog()) }
}
