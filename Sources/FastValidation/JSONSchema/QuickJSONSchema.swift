/// A JSON Schema (draft 2020-12) for the quick look at a document, which says of most valid ones that they are valid.
///
/// It is not compiled: `JSONSchemaRules` reads of it what a document comes to.
struct QuickJSONSchema: Sendable {
  let outline: JSONOutline

  /// - Parameter bytes: of the schema.
  /// - Returns: `nil` where `JSONSchema` has to say what the schema is.
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
}
