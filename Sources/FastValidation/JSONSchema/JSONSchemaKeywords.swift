/// The keywords of one schema that a rule is made of, with their values.
struct JSONSchemaKeywords {
  enum Keyword: Int {
    case type, const, `enum`, properties, required, additionalProperties, items, prefixItems
    case minItems, maxItems, minLength, maxLength, minimum, maximum
    /// `JSONSchemaRules` follows these by itself.
    case reference, anyOf, oneOf
    /// What says nothing about a document.
    case note
  }

  // The most frequent first.
  private static let names: [(name: StaticString, keyword: Keyword)] = [
    ("type", .type), ("$ref", .reference), ("description", .note), ("properties", .properties),
    ("required", .required), ("additionalProperties", .additionalProperties), ("items", .items),
    ("const", .const), ("oneOf", .oneOf), ("enum", .enum), ("minLength", .minLength),
    ("maxLength", .maxLength), ("minItems", .minItems), ("maxItems", .maxItems), ("minimum", .minimum),
    ("maximum", .maximum), ("anyOf", .anyOf), ("prefixItems", .prefixItems), ("title", .note),
    ("$defs", .note), ("$schema", .note), ("$comment", .note), ("default", .note), ("examples", .note),
    ("deprecated", .note),
  ]

  /// By keyword; 0, the index of the whole document, where there is none.
  private var values = [Int](repeating: 0, count: Keyword.note.rawValue + 1)

  /// - Returns: `nil` where the schema has any other keyword, or one twice.
  init?(of schema: Int, in outline: JSONOutline) {
    for value in outline.children(schema) {
      let key = outline.values[value].key
      guard let keyword = Self.names.first(where: { outline.isText(key, $0.name) })?.keyword else {
        return nil
      }
      if keyword == .note { continue }
      guard values[keyword.rawValue] == 0 else { return nil }
      values[keyword.rawValue] = value
    }
  }

  subscript(_ keyword: Keyword) -> Int? { values[keyword.rawValue] == 0 ? nil : values[keyword.rawValue] }
}
