import DigestDiagnostics
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestFastValidation

/// What is taken without building a tree must be valid; what is not is left to the evaluator.
@Suite("Quick look at JSON and YAML")
struct JSONSchemaMatcherTests {
  private func schema(_ text: String) throws -> QuickJSONSchema {
    try #require(QuickJSONSchema(Array(text.utf8)))
  }

  private static let shape = """
    {"type": "object", "required": ["kind", "items"], "additionalProperties": false, "properties": {
      "kind": {"const": "list"}, "note": {"type": "string", "minLength": 2, "maxLength": 3},
      "count": {"type": "integer", "minimum": 1, "maximum": 6}, "flag": {"type": "boolean"},
      "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"$ref": "#/$defs/item"}}},
     "$defs": {
      "item": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}]},
      "a": {"type": "object", "required": ["type", "x"], "additionalProperties": false,
            "properties": {"type": {"const": "a"}, "x": {"type": "string"}}},
      "b": {"type": "object", "required": ["type"], "additionalProperties": false,
            "properties": {"type": {"const": "b"}, "list": {"$ref": "#/properties/items"}}}}}
    """

  @Test(
    "valid documents are taken as they are read",
    arguments: [
      #"{"kind": "list", "items": ["x"]}"#,
      #"{"items": ["x", "", "y"], "kind": "list"}"#,
      #" {"kind":"list","note":"éà","count":6,"flag":true,"items":["\u0061"]} "#,
      #"{"kind": "list", "items": [{"type": "a", "x": "1"}, {"type": "b"}]}"#,
      #"{"kind": "list", "items": [{"type": "b", "list": [{"type": "b", "list": ["x"]}]}]}"#,
    ])
  func takesValid(json: String) throws {
    #expect(try schema(Self.shape).accepts(json: Array(json.utf8)))
  }

  @Test(
    "documents that are not valid are never taken",
    arguments: [
      "", "{", "[]", "1", #""list""#, #"{"kind": "list"}"#, #"{"items": ["x"]}"#,
      #"{"kind": "lists", "items": ["x"]}"#, #"{"kind": "list", "items": []}"#,
      #"{"kind": "list", "items": ["a", "b", "c", "d"]}"#, #"{"kind": "list", "items": [1]}"#,
      #"{"kind": "list", "items": ["x"], "kind": "list"}"#, #"{"kind": "list", "items": ["x"], "other": 1}"#,
      #"{"kind": "list", "items": ["x"], "note": "a"}"#, #"{"kind": "list", "items": ["x"], "note": "abcd"}"#,
      #"{"kind": "list", "items": ["x"], "count": 0}"#, #"{"kind": "list", "items": ["x"], "count": 7}"#,
      #"{"kind": "list", "items": ["x"], "count": "1"}"#,
      #"{"kind": "list", "items": ["x"], "flag": "true"}"#,
      #"{"kind": "list", "items": ["x"], "flag": null}"#, #"{"kind": "list", "items": [{"type": "c"}]}"#,
      #"{"kind": "list", "items": [{"type": "a"}]}"#,
      #"{"kind": "list", "items": [{"type": "b", "x": "1"}]}"#,
      #"{"kind": "list", "items": [{"type": "a", "x": "1", "x": "2"}]}"#, #"{"kind": "list", "items": [{}]}"#,
      #"{"kind": "list", "items": [["x"]]}"#, #"{"kind": "list", "items": {"type": "b"}}"#,
      #"{"kind": "list", "items": ["x"]} {"kind": "list", "items": ["x"]}"#,
      #"{"kind": "list", "items": ["x"]} x"#,
      #"{"kind": ["list"], "items": ["x"]}"#,
    ])
  func leavesInvalid(text: String) throws {
    let schema = try schema(Self.shape)
    #expect(!schema.accepts(json: Array(text.utf8)))
    #expect(!schema.accepts(yaml: Array(text.utf8)))
  }

  @Test(
    "YAML beyond plain nodes is left to the reader",
    arguments: [
      "kind: list\nitems: [&x a]", "kind: !!str list\nitems: [a]", "kind: list\nitems: [a]\n---\nkind: list",
      "<<: {kind: list}\nitems: [a]", "? [kind]\n: list", "kind: list\nitems: [a]\nkind: list",
      "kind: list\nitems: [~]",
      "kind: list\nitems: [2409.10000]", "kind: list\nitems: [true]",
    ])
  func leavesOtherYAML(yaml: String) throws {
    #expect(try !schema(Self.shape).accepts(yaml: Array(yaml.utf8)))
  }

  @Test("a tag that is bound in its length, too, is held against both")
  func checksTheLengthOfATag() throws {
    func branch(_ tag: String, _ length: Int) -> String {
      """
      {"type": "object", "required": ["type"], "additionalProperties": false,
       "properties": {"type": {"type": "string", "const": "\(tag)", "minLength": \(length)}}}
      """
    }
    let schema = try schema("{\"oneOf\": [\(branch("aa", 2)), \(branch("b", 2))]}")
    #expect(schema.accepts(json: Array(#"{"type": "aa"}"#.utf8)))
    #expect(!schema.accepts(json: Array(#"{"type": "b"}"#.utf8)))
  }

  @Test func takesBlockStyle() throws {
    let yaml = "---\nitems:\n  - |-\n    two\n    lines\n  - type: a\n    x: '1'\n'kind': list\ncount: 3\n"
    #expect(try schema(Self.shape).accepts(yaml: Array(yaml.utf8)))
  }

  @Test(
    "a schema that says more than the quick look understands is left to the evaluator",
    arguments: [
      #"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
      #"{"type": "object", "additionalProperties": false, "properties": {"a": {"not": {"type": "null"}}}}"#,
      #"{"type": "object", "additionalProperties": false, "properties": {"a": {"allOf": [{"type": "string"}]}}}"#,
    ])
  func leavesOtherSchemas(text: String) throws {
    let schema = try schema(text)
    let document = #"{"a": "x"}"#
    #expect(!schema.accepts(json: Array(document.utf8)))
    let compiled = try JSONSchema(JSONReader.read(SourceDocument(name: "schema", text: text)))
    #expect(compiled.validate(try JSONReader.read(SourceDocument(name: "d", text: document))).isEmpty)
  }

  @Test(
    "a document that two alternatives allow is not taken, whatever of them the quick look understands",
    arguments: [
      (#"{"oneOf": [{"type": "string"}, {"not": {"type": "null"}}]}"#, #""x""#),
      (
        ##"{"oneOf": [{"type": "string"}, {"$ref": "#/$defs/a~1b"}], "$defs": {"a/b": {"minLength": 1}}}"##,
        #""x""#
      ),
      (
        """
        {"oneOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}], "$defs": {
          "a": {"type": "object", "additionalProperties": false, "properties": {"type": {"const": "a"}}},
          "b": {"type": "object", "additionalProperties": false, "properties": {"type": {"enum": ["a", "b"]}}}}}
        """, #"{"type": "a"}"#
      ),
    ])
  func leavesAmbiguous(text: String, document: String) throws {
    #expect(try !schema(text).accepts(json: Array(document.utf8)))
    let compiled = try JSONSchema(JSONReader.read(SourceDocument(name: "schema", text: text)))
    #expect(!compiled.validate(try JSONReader.read(SourceDocument(name: "d", text: document))).isEmpty)
  }

  @Test(
    "what is taken from the official suite is what the suite calls valid",
    .enabled(if: SharedFolder.isPresent))
  func agreesWithSuite() throws {
    var taken = 0
    let folder = "corpus/JSON-Schema-Test-Suite/tests/draft2020-12"
    for file in try SharedFolder.files(in: folder) where file.hasSuffix(".json") {
      let document = SourceDocument(name: file, bytes: try SharedFolder.bytes("\(folder)/\(file)"))
      guard case .sequence(let groups) = try JSONReader.read(document).root.content else { continue }
      for group in groups {
        guard let source = group["schema"], case .sequence(let tests)? = group["tests"]?.content,
          let schema = QuickJSONSchema(Array(document.bytes[source.range.lower..<source.range.upper]))
        else { continue }
        for test in tests {
          guard let data = test["data"], case .scalar(let valid)? = test["valid"]?.content else { continue }
          let bytes = Array(document.bytes[data.range.lower..<data.range.upper])
          guard schema.accepts(json: bytes) else { continue }
          taken += 1
          #expect(valid.text == "true", "\(file): \(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
    // Else the test says nothing.
    #expect(taken > 60)
  }

  // MARK: The schemas of the program

  @Test("the outputs of the samples are taken as they are read")
  func takesSamples() throws {
    let root = SharedFolder.packageRoot
    func schema(_ name: String) throws -> QuickJSONSchema {
      let bytes = Array(try Data(contentsOf: root.appendingPathComponent("schemas/\(name)")))
      return try #require(QuickJSONSchema(bytes))
    }
    // The first that fits. The quick half does not know all that the schemas of Hayagriva and of feeds say.
    let schemas = [
      (".csl.json", try schema("csl-data.schema.json")), (".feed.json", nil), (".hayagriva.yaml", nil),
      (".json", try schema("digest.schema.json")), (".yaml", try schema("digest.schema.json")),
    ]
    let golden = root.appendingPathComponent("Samples/golden")
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(at: golden, includingPropertiesForKeys: nil) {
      let name = file.lastPathComponent
      guard let schema = schemas.first(where: { name.hasSuffix($0.0) })?.1 ?? nil else { continue }
      let bytes = Array(try Data(contentsOf: file))
      #expect(name.hasSuffix(".yaml") ? schema.accepts(yaml: bytes) : schema.accepts(json: bytes), "\(name)")
      count += 1
    }
    #expect(count >= 15)
  }
}
