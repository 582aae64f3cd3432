import DigestSyntax
import DigestText

// What the keywords of schemas say, as a rule.

extension JSONSchemaRules {
  /// One rule for schemas that must all hold; `nil` where they say more than a rule can.
  mutating func rule(_ parts: [Int]) -> JSONSchemaRule? {
    var rule = JSONSchemaRule()
    var hasMembers = false
    var hasItems = false
    for part in parts {
      guard schema.values[part].kind == .object, let keywords = JSONSchemaKeywords(of: part, in: schema)
      else {
        return nil
      }
      guard read(keywords, into: &rule) else { return nil }
      if keywords[.properties] != nil || keywords[.required] != nil || keywords[.additionalProperties] != nil
      {
        guard !hasMembers, addMembers(keywords, to: &rule) else { return nil }
        hasMembers = true
      }
      if keywords[.items] != nil || keywords[.prefixItems] != nil {
        guard !hasItems else { return nil }
        hasItems = true
        rule.items = keywords[.items]
        if let prefix = keywords[.prefixItems] {
          let start = lists.count
          lists.append(contentsOf: schema.children(prefix))
          rule.prefixItems = start..<lists.count
        }
      }
    }
    return rule
  }

  private func read(_ keywords: JSONSchemaKeywords, into rule: inout JSONSchemaRule) -> Bool {
    if let type = keywords[.type] {
      guard let types = types(type) else { return false }
      rule.types.formIntersection(types.normalised)
    }
    if let value = keywords[.const] {
      guard rule.allowed == nil else { return false }
      rule.allowed = value..<value + 1
    }
    if let values = keywords[.enum] {
      guard rule.allowed == nil, schema.values[values].kind == .array else { return false }
      rule.allowed = values + 1..<schema.values[values].end
    }
    // Lists and mappings are left to the evaluator.
    for value in rule.allowed ?? 0..<0 where [.array, .object].contains(schema.values[value].kind) {
      return false
    }
    let bounds: [JSONSchemaKeywords.Keyword] = [
      .minItems, .maxItems, .minLength, .maxLength, .minimum, .maximum,
    ]
    for bound in bounds where keywords[bound] != nil && number(keywords[bound]) == nil { return false }
    rule.itemCount.formIntersection(
      JSONSchema.Bounds(least: number(keywords[.minItems]), most: number(keywords[.maxItems])))
    rule.length.formIntersection(
      JSONSchema.Bounds(least: number(keywords[.minLength]), most: number(keywords[.maxLength])))
    if let minimum = number(keywords[.minimum]) { rule.minimum = max(rule.minimum, Double(minimum)) }
    if let maximum = number(keywords[.maximum]) { rule.maximum = min(rule.maximum, Double(maximum)) }
    return true
  }

  private func types(_ value: Int) -> JSONSchema.Types? {
    var types: JSONSchema.Types = []
    let names = schema.values[value].kind == .array ? schema.children(value) : [value]
    for name in names {
      let bytes = schema.bytes[schema.values[name].range]
      guard schema.values[name].kind == .text,
        let known = JSONSchema.Types.names.first(where: { $0.name.utf8.elementsEqual(bytes) })
      else { return nil }
      types.formUnion(known.type)
    }
    return types
  }

  /// A number of few digits.
  private func number(_ value: Int?) -> Int? {
    guard let value, schema.values[value].kind == .number else { return nil }
    let digits = schema.bytes[schema.values[value].range]
    guard digits.count < 16, digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + $1.digitValue }
  }

  /// Only closed mappings are known: to notice a repeated member that no schema names, its name would have to be kept.
  private mutating func addMembers(_ keywords: JSONSchemaKeywords, to rule: inout JSONSchemaRule) -> Bool {
    guard let additional = keywords[.additionalProperties], schema.values[additional].kind == .boolean,
      schema.isText(schema.values[additional].range, "false")
    else { return false }
    let members = keywords[.properties].map { schema.children($0) } ?? []
    guard members.count <= PropertySet.bitWidth else { return false }
    // In the order of the schema, which is the order of what is written.
    let start = properties.count
    for member in members {
      let name = schema.values[member].key
      guard index(of: name, in: start..<properties.count) == nil else { return false }
      properties.append(Property(name: name, schema: member))
    }
    rule.properties = start..<properties.count
    for name in keywords[.required].map({ schema.children($0) }) ?? [] {
      guard let index = index(of: schema.values[name].range, in: rule.properties) else { return false }
      rule.required |= 1 << PropertySet(index - start)
    }
    return true
  }

  private func index(of name: Range<Int>, in range: Range<Int>) -> Int? {
    range.first { schema.isSame(properties[$0].name, name) }
  }
}

extension JSONSchema.Bounds {
  var isBound: Bool { least != nil || most != nil }

  mutating func formIntersection(_ other: JSONSchema.Bounds) {
    if let least = other.least { self.least = max(self.least ?? 0, least) }
    if let most = other.most { self.most = min(self.most ?? Int.max, most) }
  }
}
