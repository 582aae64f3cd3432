import DigestSyntax
import DigestText

/// Sees that a JSON or YAML document is valid while it is read, without a tree.
///
/// It says yes where it is sure; where it is not, it gives up, and `JSONSchema` has to look at a tree of the document
/// and say what is wrong.
struct JSONSchemaMatcher: StructureHandler {
  private struct Level {
    var isMapping: Bool
    /// The rule that the value follows.
    var rule: Int
    /// The rules it can follow, while there are several: a range of `JSONSchemaRules.lists`; the first member decides.
    var candidates = 0..<0
    /// A bit for each candidate that is still one.
    var open: UInt64 = 0
    /// What they differ in, as an index in `JSONSchemaRules.tags`; `nil` where that is not so simple.
    var tag: Int?
    /// A bit for each property that has been there.
    var seen: PropertySet = 0
    /// The property whose value comes next; `nil` before a key.
    var property: Int?
    /// The property that came last.
    var last: Int?
    /// Items so far.
    var count = 0
  }

  private var rules: JSONSchemaRules
  private var levels: [Level] = []
  private var isComplete = false

  init(_ schema: QuickJSONSchema) { rules = JSONSchemaRules(schema.outline) }

  /// Whether one whole value has been read and is valid.
  var accepts: Bool { isComplete && levels.isEmpty && !rules.isUnsure }

  /// Whether a key comes next.
  var expectsKey: Bool {
    guard let level = levels.last else { return false }
    return level.isMapping && level.property == nil
  }

  // MARK: Collections. Each returns whether to go on.

  mutating func begin(isMapping: Bool) -> Bool {
    guard levels.count < LocatedTree.deepestNesting, let schema = nextSchema() else { return false }
    let found = rules.about(schema)
    let candidates = isMapping ? found.mappings : found.sequences
    guard candidates.count == 1 || isMapping && (2...64).contains(candidates.count), !rules.isUnsure else {
      return false
    }
    var level = Level(isMapping: isMapping, rule: rules.lists[candidates.lowerBound])
    if candidates.count > 1 {
      level.candidates = candidates
      level.open = UInt64.max >> UInt64(64 - candidates.count)
      level.tag = rules.tag(of: schema)
    }
    levels.append(level)
    return true
  }

  mutating func end() -> Bool {
    guard let level = levels.popLast(), level.open == 0, level.property == nil else { return false }
    if level.isMapping {
      let required = rules.rules[level.rule].required
      return level.seen & required == required && endValue()
    }
    return rules.rules[level.rule].itemCount.contain(level.count) && endValue()
  }

  mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    guard top >= 0, expectsKey else { return false }
    if levels[top].open != 0, !isTag(name, at: top) {
      levels[top].tag = nil
      guard narrow(top, { rules, rule in rules.property(name, of: rule, after: nil) != nil }) else {
        return false
      }
    }
    guard let property = rules.property(name, of: levels[top].rule, after: levels[top].last),
      levels[top].seen & (1 << PropertySet(property)) == 0
    else { return false }
    levels[top].seen |= 1 << PropertySet(property)
    levels[top].property = property
    levels[top].last = property
    return true
  }

  /// Whether a name is that of the property that tells the candidates of a level apart.
  private func isTag(_ name: UnsafeBufferPointer<UInt8>, at level: Int) -> Bool {
    levels[level].tag.map { rules.isSame(rules.tags[$0].property.name, name) } ?? false
  }

  /// Leaves those candidates that a member allows.
  /// - Returns: whether any is left; `rule` is the first of them.
  private mutating func narrow(_ top: Int, _ allows: (inout JSONSchemaRules, Int) -> Bool) -> Bool {
    let candidates = levels[top].candidates
    var first: Int?
    for i in candidates {
      let bit = UInt64(1) << UInt64(i - candidates.lowerBound)
      guard levels[top].open & bit != 0 else { continue }
      let rule = rules.lists[i]
      if allows(&rules, rule) { first = first ?? rule } else { levels[top].open ^= bit }
    }
    guard let first else { return false }
    levels[top].rule = first
    if levels[top].open & (levels[top].open - 1) == 0 { levels[top].open = 0 }
    return true
  }

  // MARK: Scalars

  /// - Parameter text: decoded text, or the spelling of a number.
  mutating func scalar(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    if top >= 0, levels[top].open != 0 { return decide(kind, text) }
    guard let schema = nextSchema() else { return false }
    let found = rules.about(schema)
    if kind == .text, found.isAnyText { return endValue() }
    return rules.countFollowed(found.rules, kind, text) == 1 && !rules.isUnsure && endValue()
  }

  /// The first member of a mapping that can follow several rules: the value of a tag leaves one of them.
  private mutating func decide(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    if let tag = levels[top].tag { return kind == .text && decide(text, by: rules.tags[tag]) }
    guard let pending = levels[top].property else { return false }
    let name = rules.properties[rules.rules[levels[top].rule].properties.lowerBound + pending].name
    let isLeft = narrow(top) { rules, rule in
      guard let index = rules.property(name, of: rule, at: pending) else { return false }
      let value = rules.about(rules.properties[rules.rules[rule].properties.lowerBound + index].schema)
      return rules.countFollowed(value.rules, kind, text) > 0
    }
    guard isLeft, levels[top].open == 0, !rules.isUnsure,
      let index = rules.property(name, of: levels[top].rule, at: pending)
    else { return false }
    levels[top].seen = 1 << PropertySet(index)
    levels[top].last = index
    return endValue()
  }

  private mutating func decide(_ text: UnsafeBufferPointer<UInt8>, by tag: JSONSchemaRules.Tag) -> Bool {
    let top = levels.count - 1
    for i in tag.texts where rules.isSame(rules.schema.values[rules.lists[i]].range, text) {
      levels[top].rule = rules.lists[levels[top].candidates.lowerBound + i - tag.texts.lowerBound]
      levels[top].open = 0
      return endValue()
    }
    return false
  }

  // MARK: Where a value stands

  /// The schema of the value that begins; `nil` where none is known.
  private func nextSchema() -> Int? {
    // The root of the schema.
    guard let level = levels.last else { return isComplete ? nil : 0 }
    let properties = rules.rules[level.rule].properties
    guard level.isMapping else {
      let prefix = rules.rules[level.rule].prefixItems
      return level.count < prefix.count
        ? rules.lists[prefix.lowerBound + level.count] : rules.rules[level.rule].items
    }
    // A rule is only found with the first scalar.
    guard level.open == 0, let property = level.property else { return nil }
    return rules.properties[properties.lowerBound + property].schema
  }

  private mutating func endValue() -> Bool {
    let top = levels.count - 1
    guard top >= 0 else {
      isComplete = true
      return true
    }
    if levels[top].isMapping { levels[top].property = nil } else { levels[top].count += 1 }
    return true
  }
}
