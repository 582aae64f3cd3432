/// The keywords of one schema that a rule is made of, each with the value it has.
struct JSONSchemaKeywords {
  enum Keyword: Int {
    case type, const, `enum`, properties, required, additionalProperties, items, prefixItems
    case minItems, maxItems, minLength, maxLength, minimum, maximum
    /// What `JSONSchemaRules` follows before.
    case reference, anyOf, oneOf
    /// What says nothing of a document.
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

  /// - Returns: `nil` where the schema has a keyword that is not among these, or one twice.
  init?(of schema: Int, in outline: JSONOutline) {
    for value in outline.children(schema) {
      let key = outline.values[value].key
      guard let start = key.first.map({ outline.bytes[$0] }),
        let keyword = Self.names.first(where: {
          $0.name.utf8CodeUnitCount == key.count && $0.name.utf8Start[0] == start
            && outline.isText(key, $0.name)
        })?.keyword
      else { return nil }
      if keyword == .note { continue }
      guard values[keyword.rawValue] == 0 else { return nil }
      values[keyword.rawValue] = value
    }
  }

  subscript(_ keyword: Keyword) -> Int? { values[keyword.rawValue] == 0 ? nil : values[keyword.rawValue] }
}
