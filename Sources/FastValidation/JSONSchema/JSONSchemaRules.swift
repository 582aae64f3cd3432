import DigestSyntax
import DigestText

/// A bit for each property of a mapping; an item of CSL-JSON has more than 64.
typealias PropertySet = UInt128

/// What one kind of value has to be, in a form that a value can be compared with while it is read: a schema with its
/// references followed. Ranges are of the lists in `JSONSchemaRules`.
struct JSONSchemaRule {
  var types = JSONSchema.Types.all
  /// `nil` for any value; else one of these scalars, values of the schema.
  var allowed: Range<Int>?
  var properties = 0..<0
  /// A bit for each property that has to be there.
  var required: PropertySet = 0
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
/// Not every schema can be expressed in such rules: where `isUnsure` is set, `JSONSchema` has to decide. A schema is
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
    /// Whether every text is valid, whatever it says.
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

  /// Ways through the branches of one schema, and references in references.
  private static let mostWays = 64

  let schema: JSONOutline
  private(set) var rules: [JSONSchemaRule] = []
  var properties: [Property] = []
  /// Indices of rules and of schemas.
  var lists: [Int] = []
  private(set) var tags: [Tag] = []
  private var found: [Found] = []
  /// By schema: its index in `found` plus one.
  private var indices: [Int32]
  private(set) var isUnsure = false

  init(_ schema: JSONOutline) {
    self.schema = schema
    indices = [Int32](repeating: 0, count: schema.values.count)
  }

  /// What is known about a schema.
  mutating func about(_ schema: Int) -> Found {
    let known = indices[schema]
    if known > 0 { return found[Int(known) - 1] }
    let target = resolved(schema)
    if indices[target] == 0 {
      let new = find(target)
      found.append(new)
      indices[target] = Int32(truncatingIfNeeded: found.count)
    }
    indices[schema] = indices[target]
    return found[Int(indices[target]) - 1]
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
    let index = Int(indices[schema]) - 1
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

  // MARK: Schemas that must all hold

  /// The schema that one with a reference and nothing else stands for.
  private func resolved(_ schema: Int) -> Int {
    var schema = schema
    for _ in 0..<Self.mostWays {
      guard self.schema.values[schema].end == schema + 2, let reference = self.schema.member(schema, "$ref"),
        let target = self.schema.target(of: reference)
      else { break }
      schema = target
    }
    return schema
  }

  /// The schemas that must all hold, for each way through the branches.
  private mutating func conjunctions(_ index: Int, depth: Int) -> [[Int]] {
    guard depth < Self.mostWays else {
      isUnsure = true
      return []
    }
    let index = resolved(index)
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
}
