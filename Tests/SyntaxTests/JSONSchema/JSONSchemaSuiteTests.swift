import DigestDiagnostics
import DigestTestSupport
import Testing

@testable import DigestSyntax

/// The official suite, <https://github.com/json-schema-org/JSON-Schema-Test-Suite>, draft 2020-12: the files of the
/// keywords that the evaluator knows.
@Suite("JSON Schema test suite", .enabled(if: SharedFolder.isPresent))
struct JSONSchemaSuiteTests {
  static let files = [
    "additionalProperties", "allOf", "anyOf", "boolean_schema", "const", "default", "enum",
    "exclusiveMaximum",
    "exclusiveMinimum", "if-then-else", "infinite-loop-detection", "items", "maxItems", "maxLength",
    "maxProperties",
    "maximum", "minItems", "minLength", "minProperties", "minimum", "not", "oneOf", "prefixItems",
    "properties",
    "propertyNames", "ref", "required", "type", "uniqueItems",
  ]

  /// Groups whose schema uses what the evaluator refuses: other keywords, other files, names of schemas.
  static let refused: Set<String> = [
    "additionalProperties: additionalProperties being false does not allow other properties",
    "additionalProperties: non-ASCII pattern with additionalProperties",
    "additionalProperties: dependentSchemas with additionalProperties",
    "allOf: allOf combined with anyOf, oneOf",
    "if-then-else: if and else without then",
    "if-then-else: validate against correct branch, then vs else",
    "not: collect annotations inside a 'not', even if collection is disabled",
    "propertyNames: propertyNames validation with pattern",
    "properties: properties, patternProperties, additionalProperties interaction",
    "ref: remote ref, containing refs itself",
    "ref: Recursive references between schemas",
    "ref: ref creates new scope when adjacent to keywords",
    "ref: refs with relative uris and defs",
    "ref: relative refs with absolute uris and defs",
    "ref: $id must be resolved against nearest parent, not just immediate parent",
    "ref: order of evaluation: $id and $ref",
    "ref: order of evaluation: $id and $anchor and $ref",
    "ref: order of evaluation: $id and $ref on nested schema",
    "ref: simple URN base URI with $ref via the URN",
    "ref: URN base URI with URN and anchor ref",
    "ref: URN ref with nested pointer ref",
    "ref: ref to if",
    "ref: ref to then",
    "ref: ref to else",
    "ref: ref with absolute-path-reference",
  ]

  @Test("every case of the supported keywords has the outcome that the suite says", arguments: files)
  func agreesWithSuite(file: String) throws {
    let path = "corpus/JSON-Schema-Test-Suite/tests/draft2020-12/\(file).json"
    let document = SourceDocument(name: file, bytes: try SharedFolder.bytes(path))
    guard case .sequence(let groups) = try JSONReader.read(document).root.content else { return }
    #expect(!groups.isEmpty)
    for group in groups {
      let name = "\(file): \(text(group["description"]))"
      guard let source = group["schema"], case .sequence(let tests)? = group["tests"]?.content else {
        continue
      }
      let schema: JSONSchema
      do throws(DiagnosticError) {
        schema = try JSONSchema(LocatedTree(document: document, grammar: .json, root: source))
      } catch {
        #expect(Self.refused.contains(name), "\(name): \(error.diagnostics[0].summary)")
        continue
      }
      #expect(!Self.refused.contains(name), "\(name)")
      for test in tests {
        guard let data = test["data"] else { continue }
        let findings = schema.validate(LocatedTree(document: document, grammar: .json, root: data))
        #expect(findings.isEmpty == (text(test["valid"]) == "true"), "\(name): \(text(test["description"]))")
      }
    }
  }

  private func text(_ node: LocatedNode?) -> String {
    if case .scalar(let scalar)? = node?.content { scalar.text } else { "" }
  }
}
