import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation
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

/// Refuses each output that has a word.
private struct WordRefuser: OutputValidator {
  static let id = DiagnosticID("test/word", .error, "A test refuses a word.")
  let word: String

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    String(decoding: file.bytes, as: UTF8.self).contains(word) ? [Diagnostic(Self.id, word, at: nil)] : []
  }
}

@Suite struct FaultPlaceTests {
  private static let sample = SharedFolder.packageRoot.appendingPathComponent("Samples/2024-09-en.md")

  /// Words that the sample has once, from all of its sections.
  private func words(of text: String) -> [String] {
    let words = text.split { !$0.isLetter }.map(String.init).filter {
      $0.count > 6 && $0.utf8.count == $0.count
    }
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    let once = words.filter { counts[$0] == 1 && text.ranges(of: $0).count == 1 }
    return stride(from: 0, to: once.count, by: max(1, once.count / 12)).map { once[$0] }
  }

  @Test(arguments: ["jats", "opml", "yaml", "csv-bundle"])
  func namesANodeThatHoldsTheWordWhateverTheFormat(format: String) throws {
    let text = try String(contentsOf: Self.sample, encoding: .utf8)
    let source = SourceDocument(name: "en.md", text: text)
    let read = try Converter().read(source)
    let standard = try Registry.standard.exportFormat(named: format)
    for word in words(of: text) {
      let output = try Converter().write(
        read.digest, as: ExportFormat(standard.makeExporter, validator: { _ in WordRefuser(word: word) }),
        named: "out", sourceMap: read.sourceMap)
      let fault = try #require(output.findings.last, "'\(word)' is not in the output")
      let range = try #require(fault.location).range
      let place = try #require(text.range(of: word))
      #expect(
        range.lower <= text.utf8.distance(from: text.startIndex, to: place.lowerBound)
          && range.upper >= text.utf8.distance(from: text.startIndex, to: place.upperBound),
        "'\(word)' is not in \(fault)")
      #expect(!fault.summary.hasPrefix("the digest"), "\(fault)")
    }
  }
}
