/// A schema with its references followed: what one kind of value has to be, in a form that a value can be held
/// against while it is read.
struct JSONSchemaRule {
  struct Property {
    var name: [UInt8]
    var schema: Int

    func isNamed(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
      guard name.count == other.count else { return false }
      for i in 0..<name.count where name[i] != other[i] { return false }
      return true
    }
  }

  var types: JSONSchema.Types
  /// `nil` for any value; else one of these scalars.
  var allowed: [(kind: LocatedScalar.Kind, text: [UInt8])]?
  var properties: [Property] = []
  /// A bit for each property that has to be there.
  var required: UInt64 = 0
  var prefixItems: [Int] = []
  /// `nil` where items are not asked about.
  var items: Int?
  var itemCount = JSONSchema.Bounds()
  var length = JSONSchema.Bounds()
  var minimum = -Double.infinity
  var maximum = Double.infinity
}

/// The rules of a schema, made when they are first needed. Each value has to follow exactly one of the rules of its
/// schema.
///
/// Not every schema comes down to such rules: where `isUnsure` is set, `JSONSchemaEvaluator` has to be asked.
struct JSONSchemaRules {
  private static let mostProperties = 64

  private let nodes: [JSONSchema.Node]
  private(set) var rules: [JSONSchemaRule] = []
  /// The indices of the rules by schema.
  private var known: [[Int]?]
  private var knownMappings: [[Int]?]
  private var knownSequences: [[Int]?]
  private var anyText: [Bool?]
  private var tags: [Int: TagTable] = [:]
  private(set) var isUnsure = false

  init(_ schema: JSONSchema) {
    nodes = schema.nodes
    known = [[Int]?](repeating: nil, count: nodes.count)
    knownMappings = known
    knownSequences = known
    anyText = [Bool?](repeating: nil, count: nodes.count)
  }

  /// The rules of a schema, as indices into `rules`.
  mutating func alternatives(_ schema: Int) -> [Int] {
    if let known = known[schema] { return known }
    let found = conjunctions(schema).compactMap { parts -> Int? in
      guard let rule = rule(parts) else {
        isUnsure = true
        return nil
      }
      rules.append(rule)
      return rules.count - 1
    }
    known[schema] = found
    return found
  }

  /// Whether a schema takes every text, and nobody need look at it.
  mutating func isAnyText(_ schema: Int) -> Bool {
    if let known = anyText[schema] { return known }
    let matching = alternatives(schema).map { rules[$0] }.filter { $0.types.contains(.string) }
    let isAny = matching.count == 1 && matching[0].allowed == nil && !matching[0].length.isBound
    anyText[schema] = isAny
    return isAny
  }

  /// The rules of a schema that a mapping can follow.
  mutating func mappings(_ schema: Int) -> [Int] {
    if let known = knownMappings[schema] { return known }
    let found = collections(schema, .object)
    let isKnown = found.allSatisfy { !rules[$0].properties.isEmpty }
    knownMappings[schema] = isKnown ? found : []
    return isKnown ? found : []
  }

  /// The rules of a schema that a sequence can follow.
  mutating func sequences(_ schema: Int) -> [Int] {
    if let known = knownSequences[schema] { return known }
    let found = collections(schema, .array)
    knownSequences[schema] = found
    return found
  }

  private mutating func collections(_ schema: Int, _ type: JSONSchema.Types) -> [Int] {
    alternatives(schema).filter { rules[$0].types.contains(type) && rules[$0].allowed == nil }
  }

  /// The one of several rules that the value of a tag names, where a property with the same place is the tag of all.
  /// - Returns: `nil` where it is not that simple.
  mutating func tagged(_ candidates: [Int], _ property: Int, _ text: UnsafeBufferPointer<UInt8>) -> (
    rule: Int, property: Int
  )? {
    guard let first = candidates.first else { return nil }
    let key = first << 6 | property
    if tags[key] == nil { tags[key] = tagTable(candidates, property) }
    guard let table = tags[key], table.candidates == candidates else { return nil }
    for entry in table.entries where entry.text.count == text.count && text.elementsEqual(entry.text) {
      return (entry.rule, property)
    }
    return nil
  }

  private mutating func tagTable(_ candidates: [Int], _ property: Int) -> TagTable {
    var table = TagTable(candidates: candidates)
    let name = rules[candidates[0]].properties[property].name
    for candidate in candidates {
      guard property < rules[candidate].properties.count, rules[candidate].properties[property].name == name
      else {
        return TagTable(candidates: [])
      }
      let alternatives = alternatives(rules[candidate].properties[property].schema)
      guard alternatives.count == 1, let allowed = rules[alternatives[0]].allowed, allowed.count == 1,
        allowed[0].kind == .text, rules[alternatives[0]].types.contains(.string),
        !rules[alternatives[0]].length.isBound,
        !table.entries.contains(where: { $0.text == allowed[0].text })
      else { return TagTable(candidates: []) }
      table.entries.append((allowed[0].text, candidate))
    }
    return table
  }

  private struct TagTable {
    var candidates: [Int]
    var entries: [(text: [UInt8], rule: Int)] = []
  }

  /// The schemas that have to hold together, for each way through the branches. References never run in a circle here:
  /// the compiler refuses that.
  private func conjunctions(_ schema: Int) -> [[Int]] {
    let node = nodes[schema]
    var ways: [[Int]] = [[schema]]
    if let reference = node.reference { ways = crossed(ways, conjunctions(reference)) }
    for branches in [node.anyOf, node.oneOf] {
      guard let branches else { continue }
      ways = crossed(ways, branches.flatMap { conjunctions($0.schema) })
    }
    return ways
  }

  private func crossed(_ some: [[Int]], _ others: [[Int]]) -> [[Int]] {
    some.flatMap { first in others.map { first + $0 } }
  }

  /// One rule for schemas that hold together; `nil` where they say more than a rule can.
  private func rule(_ parts: [Int]) -> JSONSchemaRule? {
    var rule = JSONSchemaRule(types: .all)
    var hasMembers = false
    var hasItems = false
    for part in parts {
      let node = nodes[part]
      guard node.constant == nil, node.allOf.isEmpty, node.not == nil, node.condition == nil,
        node.propertyNames == nil, !node.propertyCount.isBound, !node.hasUniqueItems,
        node.exclusiveMinimum == nil, node.exclusiveMaximum == nil
      else { return nil }
      rule.types.formIntersection(node.types.normalised)
      if let allowed = node.allowed {
        guard rule.allowed == nil, let scalars = scalars(allowed) else { return nil }
        rule.allowed = scalars
      }
      if !node.properties.isEmpty || !node.required.isEmpty || node.additionalProperties != nil {
        guard !hasMembers, addMembers(of: node, to: &rule) else { return nil }
        hasMembers = true
      }
      if node.items != nil || !node.prefixItems.isEmpty {
        guard !hasItems else { return nil }
        hasItems = true
        rule.items = node.items
        rule.prefixItems = node.prefixItems
      }
      rule.itemCount.formIntersection(node.itemCount)
      rule.length.formIntersection(node.length)
      rule.minimum = max(rule.minimum, node.minimum ?? -.infinity)
      rule.maximum = min(rule.maximum, node.maximum ?? .infinity)
    }
    return rule
  }

  private func scalars(_ nodes: [LocatedNode]) -> [(kind: LocatedScalar.Kind, text: [UInt8])]? {
    var scalars: [(kind: LocatedScalar.Kind, text: [UInt8])] = []
    for node in nodes {
      guard case .scalar(let scalar) = node.content else { return nil }
      scalars.append((scalar.kind, Array(scalar.text.utf8)))
    }
    return scalars
  }

  /// Only closed mappings: members that no schema names would have to be remembered to see one of them twice.
  private func addMembers(of node: JSONSchema.Node, to rule: inout JSONSchemaRule) -> Bool {
    guard let additional = node.additionalProperties, nodes[additional].constant == false,
      node.properties.count <= Self.mostProperties
    else { return false }
    // In the order of the schema, which is the order of what is written.
    let ordered = node.properties.sorted { $0.value < $1.value }
    rule.properties = ordered.map { JSONSchemaRule.Property(name: Array($0.key.utf8), schema: $0.value) }
    for key in node.required {
      guard let index = ordered.firstIndex(where: { $0.key == key }) else { return false }
      rule.required |= 1 << UInt64(index)
    }
    return true
  }
}

extension JSONSchema.Bounds {
  var isBound: Bool { least != nil || most != nil }

  mutating func formIntersection(_ other: JSONSchema.Bounds) {
    if let least = other.least { self.least = max(self.least ?? 0, least) }
    if let most = other.most { self.most = min(self.most ?? Int.max, most) }
  }
}
