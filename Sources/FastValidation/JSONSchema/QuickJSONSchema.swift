import DigestSyntax
import DigestText

/// A JSON Schema (draft 2020-12) that a document can be compared with while it is read.
///
/// It is not compiled as a whole: `JSONSchemaRules` reads only what a document needs.
struct QuickJSONSchema: Sendable {
  let outline: JSONOutline

  /// - Parameter bytes: of the schema.
  /// - Returns: `nil` for a schema that is left to `JSONSchema`.
  init?(_ bytes: [UInt8]) {
    guard let outline = JSONOutline(bytes) else { return nil }
    if let dialect = outline.member(0, "$schema") {
      guard outline.isText(outline.values[dialect].range, "https://json-schema.org/draft/2020-12/schema")
      else {
        return nil
      }
    }
    self.outline = outline
  }

  /// Whether a JSON text (RFC 8259) is surely well-formed and valid. `false` says nothing.
  /// - Complexity: O(n), in memory that depends on the depth only.
  func accepts(json bytes: [UInt8]) -> Bool {
    var matcher = JSONSchemaMatcher(self)
    return JSONScanner.scan(bytes, &matcher) && matcher.accepts
  }

  /// The same; the elements of a long list are looked at several at a time.
  func accepts(json bytes: [UInt8], with workers: Workers) -> Bool {
    guard isOfElements, let parts = JSONArrayParts(bytes, for: workers) else { return accepts(json: bytes) }
    return workers.map(Array(0..<parts.count)) { accepts(json: parts[$0]) }.allSatisfy(\.self)
  }

  /// Whether it says of a list only what each element has to be.
  private var isOfElements: Bool {
    guard let type = outline.member(0, "type"), outline.isText(outline.values[type].range, "array") else {
      return false
    }
    let known: [StaticString] = ["$schema", "title", "description", "type", "items", "$defs"]
    return outline.children(0).allSatisfy { child in
      known.contains { outline.isText(outline.values[child].key, $0) }
    }
  }

  /// Whether a text is surely YAML as `YAMLWriter` writes it, and valid. `false` says nothing.
  /// - Complexity: as for JSON.
  func accepts(yaml bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let (isSure, matcher) = YAMLScanner.read(buffer, JSONSchemaMatcher(self))
      return isSure && matcher.accepts
    }
  }
}
