import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import Testing

@testable import DigestConversion

/// The real exporter and check of JATS, but for an element that the tag set does not have after each `BAD` word.
private struct FaultyJATS: Exporter {
  let name = "jats"
  let summary = ""
  let layout = OutputLayout.file(fileExtension: "xml")
  let capabilities: [ModelPart: Fidelity] = [:]
  /// How many such words it takes.
  var threshold = 1

  func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    var result = JATSExporter().export(digest)
    let parts = split(result.files[0].bytes, at: Array("BAD".utf8))
    if parts.count > threshold {
      result.files[0].bytes = Array(parts.joined(separator: Array("BAD".utf8)))
      let end = Array("</article>".utf8)
      result.files[0].bytes.removeLast(end.count + 1)
      result.files[0].bytes += Array("<bad/></article>\n".utf8)
    }
    return result
  }

  private func split(_ bytes: [UInt8], at word: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where i >= start && bytes[i...].starts(with: word) {
      parts.append(bytes[start..<i])
      start = i + word.count
    }
    return parts + [bytes[start...]]
  }
}

@Suite struct FaultFinderTests {
  private func findings(_ text: String, name: String = "in.md", threshold: Int = 1) throws -> String {
    var converter = Converter()
    converter.registry.add(
      ExportFormat(
        { _ in FaultyJATS(threshold: threshold) }, validator: { _ in RelaxNGValidator(schema: .jats) }))
    let target = ConversionTarget(try converter.registry.exportFormat(named: "jats"), named: "out.xml")
    let output = try converter.convert(SourceDocument(name: name, text: text), to: [target]).outputs[0]
    return TextRenderer().render(output.findings.filter { $0.id == FaultDiagnostics.invalid })
  }

  private let digest = """
    # Digest

    1. **TOPIC_TREE**

        *   Vision
            *   Depth
                *   `2409.00001` | one
                *   `2409.00002` | two
            *   Motion
                *   `2409.00003` | three
        *   Language
            *   `2409.00004` | four

    2. **GAPS_AND_OPPORTUNITIES**

        *   **Trust:** why it matters.
            *   first point
            *   second point
        *   **Cost:** what it takes.

    """

  @Test func findsNoFaultInAValidOutput() throws { #expect(try findings(digest) == "") }

  @Test(arguments: [
    ("`2409.00002` | two", "this entry", "8:13"), ("Motion", "this topic", "9:9"),
    ("Vision", "this topic", "5:5"),
    ("GAPS_AND_OPPORTUNITIES", "this section", "14:1"), ("second point", "this part", "18:9"),
    ("Cost", "this entry", "19:5"), ("# Digest", "the metadata", "1:1"),
  ])
  func namesTheSmallestNodeThatMakesAnOutputInvalid(words: String, node: String, place: String) throws {
    let text = digest.replacing(words, with: words + " BAD")
    #expect(
      try findings(text) == """
        in.md:\(place): error: \(node) makes the jats output invalid; the program is at fault, not the input [output/invalid]
        in.md:\(place): help: report it with \(node)

        """)
  }

  @Test func namesTheRecordOfAPaper() throws {
    let list = """
      - id: '2409.00001'
        title: One
      - id: '2409.00002'
        title: Two BAD

      """
    #expect(
      try findings(list, name: "in.yaml") == """
        in.yaml:3:3: error: this record makes the jats output invalid; the program is at fault, not the input [output/invalid]
        in.yaml:3:3: help: report it with this record

        """)
  }

  @Test func namesBothNodesWhereOneIsNotEnough() throws {
    let text = digest.replacing("| one", with: "| BAD one").replacing("Cost", with: "BAD Cost")
    #expect(
      try findings(text, threshold: 2) == """
        in.md:19:5: error: this entry makes the jats output invalid; the program is at fault, not the input [output/invalid]
        in.md:7:13: note: only together with this entry
        in.md:19:5: help: report it with this entry

        """)
  }

  @Test func checksTheOtherFormatsToo() throws {
    var converter = Converter()
    converter.registry.add(
      ExportFormat({ _ in FaultyJATS() }, validator: { _ in RelaxNGValidator(schema: .jats) }))
    let targets = try ["jats", "opml", "bibtex"].map {
      ConversionTarget(try converter.registry.exportFormat(named: $0), named: $0)
    }
    let text = digest.replacing("Cost", with: "BAD")
    let outputs = try converter.convert(SourceDocument(name: "in.md", text: text), to: targets).outputs
    #expect(outputs.map(\.findings.isEmpty) == [false, true, true])
    #expect(outputs.map(\.isValidated) == [true, true, true])
  }
}
