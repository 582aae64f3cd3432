import DigestSyntax
import DigestText

/// A schema with its references followed: what one kind of value has to be, in a form that a value can be held
/// against while it is read. Ranges are of the lists in `JSONSchemaRules`.
struct JSONSchemaRule {
  var types = JSONSchema.Types.all
  /// `nil` for any value; else one of these scalars, values of the schema.
  var allowed: Range<Int>?
  var properties = 0..<0
  /// A bit for each property that has to be there.
  var required: UInt64 = 0
  var prefixItems = 0..<0
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
/// Not every schema comes down to such rules: where `isUnsure` is set, `JSONSchemaEvaluator` has to be asked. A schema is
/// known by its index in the outline.
struct JSONSchemaRules {
  struct Property {
    /// Bytes of the schema document.
    var name: Range<Int>
    var schema: Int
  }

  /// What has been found out about a schema.
  struct Found {
    /// The indices of its rules.
    var rules = 0..<0
    /// The ones that a mapping can follow, and a sequence: ranges of `lists`.
    var mappings = 0..<0
    var sequences = 0..<0
    /// Whether it takes every text, and nobody need look at it.
    var isAnyText = false
    /// What tells several mappings apart: an index in `tags`; `nil` where that is not so simple, or was not asked.
    var tag: Int?
    var hasTagBeenAsked = false
  }

  /// A property that all rules for a mapping have at the same place, in each with another text.
  struct Tag {
    let property: Property
    /// The texts, as values of the schema, in the order of the rules: a range of `lists`.
    let texts: Range<Int>
  }

  private static let mostProperties = 64
  /// Ways through the branches of one schema, and references in references.
  private static let mostWays = 64

  let schema: JSONOutline
  private(set) var rules: [JSONSchemaRule] = []
  private(set) var properties: [Property] = []
  /// Indices of rules and of schemas.
  private(set) var lists: [Int] = []
  private(set) var tags: [Tag] = []
  private var found: [Found] = []
  /// By schema: its index in `found` plus one.
  private var indices: [Int32]
  private(set) var isUnsure = false

  init(_ schema: JSONOutline) {
    self.schema = schema
    indices = [Int32](repeating: 0, count: schema.values.count)
  }

  /// What there is to know of a schema.
  mutating func about(_ schema: Int) -> Found {
    let known = indices[schema]
    if known > 0 { return found[Int(known) &- 1] }
    let target = behindReferences(schema)
    if indices[target] == 0 {
      let new = find(target)
      found.append(new)
      indices[target] = Int32(truncatingIfNeeded: found.count)
    }
    indices[schema] = indices[target]
    return found[Int(indices[target]) &- 1]
  }

  private mutating func find(_ schema: Int) -> Found {
    var new = Found()
    var all: [JSONSchemaRule] = []
    for parts in conjunctions(schema, depth: 0) {
      if let rule = rule(parts) { all.append(rule) } else { isUnsure = true }
    }
    new.rules = rules.count..<rules.count + all.count
    rules.append(contentsOf: all)
    new.mappings = collections(new.rules, .object)
    new.sequences = collections(new.rules, .array)
    // A mapping of any members has no rule to follow member by member.
    if new.mappings.contains(where: { rules[lists[$0]].properties.isEmpty }) { new.mappings = 0..<0 }
    let texts = all.filter { $0.types.contains(.string) }
    new.isAnyText = texts.count == 1 && texts[0].allowed == nil && !texts[0].length.isBound
    return new
  }

  private mutating func collections(_ all: Range<Int>, _ type: JSONSchema.Types) -> Range<Int> {
    let start = lists.count
    lists.append(contentsOf: all.filter { rules[$0].types.contains(type) && rules[$0].allowed == nil })
    return start..<lists.count
  }

  /// What tells the mappings apart that can follow a schema, as an index in `tags`; `nil` where it is not that simple.
  /// - Parameter schema: one that was asked about.
  mutating func tag(of schema: Int) -> Int? {
    let index = Int(indices[schema]) &- 1
    if found[index].hasTagBeenAsked { return found[index].tag }
    let tag = findTag(of: found[index].mappings)
    found[index].hasTagBeenAsked = true
    guard let tag else { return nil }
    tags.append(tag)
    found[index].tag = tags.count - 1
    return tags.count - 1
  }

  private mutating func findTag(of mappings: Range<Int>) -> Tag? {
    let all = rules[lists[mappings.lowerBound]].properties
    for (index, property) in properties[all].enumerated() {
      let start = lists.count
      for rule in mappings {
        let others = rules[lists[rule]].properties
        guard index < others.count, schema.isSame(properties[others.lowerBound + index].name, property.name),
          let text = onlyText(properties[others.lowerBound + index].schema),
          !lists[start...].contains(where: {
            schema.isSame(schema.values[$0].range, schema.values[text].range)
          })
        else { break }
        lists.append(text)
      }
      if lists.count - start == mappings.count {
        return Tag(property: property, texts: start..<lists.count)
      }
      lists.removeLast(lists.count - start)
    }
    return nil
  }

  /// The text that a value has to be.
  private mutating func onlyText(_ schema: Int) -> Int? {
    let found = about(schema)
    guard found.rules.count == 1, let allowed = rules[found.rules.lowerBound].allowed, allowed.count == 1,
      self.schema.values[allowed.lowerBound].kind == .text,
      rules[found.rules.lowerBound].types.contains(.string), !rules[found.rules.lowerBound].length.isBound
    else { return nil }
    return allowed.lowerBound
  }

  // MARK: Schemas that hold together

  /// The schema that one with a reference and nothing else stands for.
  private func behindReferences(_ schema: Int) -> Int {
    var schema = schema
    for _ in 0..<Self.mostWays {
      guard self.schema.values[schema].end == schema + 2, let reference = self.schema.member(schema, "$ref"),
        let target = self.schema.target(of: reference)
      else { break }
      schema = target
    }
    return schema
  }

  /// The schemas that have to hold together, for each way through the branches.
  private mutating func conjunctions(_ index: Int, depth: Int) -> [[Int]] {
    guard depth < Self.mostWays else {
      isUnsure = true
      return []
    }
    let index = behindReferences(index)
    var ways: [[Int]] = [[index]]
    if let reference = schema.member(index, "$ref") {
      guard let target = schema.target(of: reference) else {
        isUnsure = true
        return []
      }
      ways = crossed(ways, conjunctions(target, depth: depth + 1))
    }
    for branches in [schema.member(index, "anyOf"), schema.member(index, "oneOf")] {
      guard let branches else { continue }
      var all: [[Int]] = []
      for branch in schema.children(branches) { all += conjunctions(branch, depth: depth + 1) }
      ways = crossed(ways, all)
    }
    return ways
  }

  private mutating func crossed(_ some: [[Int]], _ others: [[Int]]) -> [[Int]] {
    guard some.count * others.count <= Self.mostWays else {
      isUnsure = true
      return []
    }
    return some.flatMap { first in others.map { first + $0 } }
  }

  // MARK: Keywords

  /// One rule for schemas that hold together; `nil` where they say more than a rule can.
  private mutating func rule(_ parts: [Int]) -> JSONSchemaRule? {
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
    return digits.reduce(0) { $0 &* 10 &+ $1.digitValue }
  }

  /// Only closed mappings: members that no schema names would have to be remembered to see one of them twice.
  private mutating func addMembers(_ keywords: JSONSchemaKeywords, to rule: inout JSONSchemaRule) -> Bool {
    guard let additional = keywords[.additionalProperties], schema.values[additional].kind == .boolean,
      schema.isText(schema.values[additional].range, "false")
    else { return false }
    let members = keywords[.properties].map { schema.children($0) } ?? []
    guard members.count <= Self.mostProperties else { return false }
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
      rule.required |= 1 << UInt64(index - start)
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
