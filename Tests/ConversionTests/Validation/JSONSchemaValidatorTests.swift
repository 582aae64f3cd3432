import DigestDiagnostics
import DigestExporters
import Testing

@testable import DigestConversion
@testable import DigestSyntax

@Suite("JSON Schema of the shape")
struct JSONSchemaValidatorTests {
  private func findings(_ yaml: String) -> [String] {
    let bytes = Array(yaml.utf8)
    let lines = LineTable(bytes)
    return JSONSchemaValidator(.yaml, schema: .digest).validate(
      OutputFile(bytes: bytes), named: "t"
    )
    .map { finding in
      let place = finding.location.map { "\(lines.position(of: $0.range.lower)): " } ?? ""
      return "\(place)\(finding.summary) [\(finding.id)]" + (finding.help.map { " help: \($0)" } ?? "")
    }
  }

  /// The quick half alone sees most outputs, so a keyword that the compiler does not know would show late.
  @Test(arguments: [EmbeddedJSONSchema.digest, .csl])
  func compilesSchemasThatShip(schema: EmbeddedJSONSchema) throws {
    _ = try schema.compiled.get()
  }

  @Test func acceptsSmallestDigest() { #expect(findings("digest: 2\n") == []) }

  @Test(
    "what breaks the schema is reported with its place",
    arguments: [
      ("digest: 1", "1:9: found number '1' in 'digest', expected number '2' [schema/violation]"),
      ("sections: []", "1:1: mapping has no 'digest', expected one [schema/violation]"),
      (
        "digest: 2\nsection: []",
        "2:1: found the key 'section', which has no place here [schema/violation] help: did you mean 'sections'?"
      ),
      (
        "digest: 2\nmetadata:\n  title: [a]",
        "3:10: found list in 'title', expected text [schema/violation]"
      ),
      (
        "digest: 2\nsections:\n  - kind: gaps\n    entries:\n      - type: gapp",
        "5:15: 'type' is text 'gapp', expected one of 15 words [schema/violation] help: did you mean 'gap'?"
      ),
      (
        "digest: 2\nsections:\n  - kind: gaps\n    entries:\n      - type: topic",
        "5:9: mapping has no 'label', expected one [schema/violation]"
      ),
      (
        "digest: 2\nmetadata: {preamble: [{type: heading, level: 7, text: a}]}",
        "2:46: number '7' in 'level' is out of bounds [schema/violation]"
      ),
      (
        "digest: 2\nmetadata: {preamble: 2024}",
        "2:22: found number '2024' in 'preamble', expected list or text"
          .replacing("list or text", with: "list or text") + " [schema/violation]"
      ),
      ("digest: [", "1:10: did not find expected node content [yaml/syntax]"),
      (
        "digest: 2\npapers: [{id: a, authors: [{given: b}]}]",
        "2:28: mapping in 'authors' is none of 2 alternatives [schema/violation]"
      ),
    ])
  func reportsViolations(yaml: String, expected: String) {
    #expect(findings(yaml) == [expected])
  }

  @Test("a schema with a keyword that is not known is refused")
  func refusesUnknownKeywords() {
    #expect(throws: DiagnosticError.self) {
      try JSONSchema(JSONReader.read(SourceDocument(name: "s", text: #"{"pattern": "a"}"#)))
    }
    #expect(throws: DiagnosticError.self) {
      try JSONSchema(JSONReader.read(SourceDocument(name: "s", text: ##"{"allOf": [{"$ref": "#"}]}"##)))
    }
  }

  @Test("the deepest document that is read is also validated, without exhausting the stack")
  func validatesDeepestDocument() {
    let levels = LocatedTree.deepestNesting / 2 - 2
    let topic = "{\"type\": \"topic\", \"label\": \"a\", \"children\": ["
    let text =
      "{\"digest\": 2, \"sections\": [{\"kind\": \"topicTree\", \"entries\": ["
      + String(repeating: topic, count: levels) + String(repeating: "]}", count: levels) + "]}]}"
    let validator = JSONSchemaValidator(.json, schema: .digest)
    #expect(validator.validate(OutputFile(bytes: Array(text.utf8)), named: "t").map(\.summary) == [])
  }

  @Test("validation is linear: two thousand papers take no thousand times two")
  func validatesManyPapers() {
    let paper = "  - {type: paper, papers: ['2409.10000'], summary: a}\n"
    let text =
      "digest: 2\nsections:\n- kind: topicTree\n  entries:\n" + String(repeating: paper, count: 20_000)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(findings(text) == []) }
    #expect(time < .seconds(20))
  }
}
