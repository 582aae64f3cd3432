import TextBytes

/// Tells, while a document is read, that it is surely valid; builds no tree.
///
/// What a schema has to say is needed only of a document that is not valid. So this says yes or nothing: at whatever
/// it is not sure of it gives up, and `JSONSchemaEvaluator` is asked, which works on a tree and says what is wrong.
struct JSONSchemaMatcher: StructureHandler {
  private struct Level {
    var isMapping: Bool
    /// The rule that the value follows.
    var rule: Int
    /// The rules it can still follow, while there are several: the first member decides.
    var candidates: [Int] = []
    /// A bit for each property that has been there.
    var seen: UInt64 = 0
    /// The property whose value comes next, -1 for a key.
    var property = -1
    /// The property that came last.
    var last = -1
    /// Items so far.
    var count = 0
  }

  private var rules: JSONSchemaRules
  private let root: Int
  private var levels: [Level] = []
  private var isComplete = false

  init(_ schema: JSONSchema) {
    rules = JSONSchemaRules(schema)
    root = schema.root
  }

  /// Whether one whole value has been read and is valid.
  var accepts: Bool { isComplete && levels.isEmpty && !rules.isUnsure }

  /// Whether a key comes next.
  var expectsKey: Bool {
    guard let level = levels.last else { return false }
    return level.isMapping && level.property < 0
  }

  // MARK: Collections. Each returns whether to go on.

  mutating func begin(isMapping: Bool) -> Bool {
    guard levels.count < LocatedTree.deepestNesting, let schema = nextSchema() else { return false }
    let candidates = isMapping ? rules.mappings(schema) : rules.sequences(schema)
    guard let first = candidates.first, isMapping || candidates.count == 1, !rules.isUnsure else {
      return false
    }
    levels.append(
      Level(isMapping: isMapping, rule: first, candidates: candidates.count == 1 ? [] : candidates))
    return true
  }

  mutating func end() -> Bool {
    guard let level = levels.popLast(), level.candidates.isEmpty, level.property < 0 else { return false }
    if level.isMapping {
      let required = rules.rules[level.rule].required
      return level.seen & required == required && endValue()
    }
    return rules.rules[level.rule].itemCount.contain(level.count) && endValue()
  }

  mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    guard top >= 0, expectsKey else { return false }
    if !levels[top].candidates.isEmpty {
      let left = levels[top].candidates.filter { property(name, of: $0, after: -1) != nil }
      guard let first = left.first else { return false }
      levels[top].rule = first
      levels[top].candidates = left.count == 1 ? [] : left
    }
    guard let property = property(name, of: levels[top].rule, after: levels[top].last),
      levels[top].seen & (1 << UInt64(property)) == 0
    else { return false }
    levels[top].seen |= 1 << UInt64(property)
    levels[top].property = property
    levels[top].last = property
    return true
  }

  /// - Parameter last: where to begin to look: members mostly come in the order of the schema.
  private func property(_ name: UnsafeBufferPointer<UInt8>, of rule: Int, after last: Int) -> Int? {
    let properties = rules.rules[rule].properties
    var index = last &+ 1
    for _ in 0..<properties.count {
      if index >= properties.count { index = 0 }
      if properties[index].isNamed(name) { return index }
      index &+= 1
    }
    return nil
  }

  // MARK: Scalars

  /// - Parameter text: decoded text, or the spelling of a number.
  mutating func scalar(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    if top >= 0, !levels[top].candidates.isEmpty { return decide(kind, text) }
    guard let schema = nextSchema() else { return false }
    if kind == .text, rules.isAnyText(schema) { return endValue() }
    var matches = 0
    for rule in rules.alternatives(schema) where follows(rule, kind, text) { matches += 1 }
    return matches == 1 && !rules.isUnsure && endValue()
  }

  /// The first member of a mapping that can follow several rules: the value of a tag leaves one of them.
  private mutating func decide(_ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let top = levels.count - 1
    if kind == .text, let tagged = rules.tagged(levels[top].candidates, levels[top].property, text) {
      levels[top].rule = tagged.rule
      levels[top].candidates = []
      levels[top].seen = 1 << UInt64(tagged.property)
      levels[top].last = tagged.property
      return endValue()
    }
    let (candidates, pending) = (levels[top].candidates, levels[top].property)
    let name = rules.rules[levels[top].rule].properties[pending].name
    var left: [(rule: Int, property: Int)] = []
    for candidate in candidates {
      guard let property = name.withUnsafeBufferPointer({ property($0, of: candidate, after: -1) }) else {
        continue
      }
      let schema = rules.rules[candidate].properties[property].schema
      let alternatives = rules.alternatives(schema)
      if alternatives.contains(where: { follows($0, kind, text) }) { left.append((candidate, property)) }
    }
    guard left.count == 1, !rules.isUnsure else { return false }
    levels[top].rule = left[0].rule
    levels[top].candidates = []
    levels[top].seen = 1 << UInt64(left[0].property)
    levels[top].last = left[0].property
    return endValue()
  }

  private func follows(_ index: Int, _ kind: LocatedScalar.Kind, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let rule = rules.rules[index]
    if let allowed = rule.allowed {
      // Numbers of another spelling can be equal, too; that is left to the evaluator.
      guard
        allowed.contains(where: {
          $0.kind == kind && $0.text.count == text.count && text.elementsEqual($0.text)
        })
      else { return false }
    }
    switch kind {
    case .null: return rule.types.contains(.null)
    case .boolean: return rule.types.contains(.boolean)
    case .text:
      guard rule.types.contains(.string) else { return false }
      return !rule.length.isBound || rule.length.contain(text.reduce(0) { $0 + ($1.isContinuation ? 0 : 1) })
    case .number:
      guard !rule.types.isDisjoint(with: [.number, .integer]), text.count < 16, text.allSatisfy(\.isDigit)
      else {
        return false
      }
      let value = text.reduce(0) { $0 &* 10 &+ $1.digitValue }
      return Double(value) >= rule.minimum && Double(value) <= rule.maximum
    }
  }

  // MARK: Where a value stands

  /// The schema of the value that begins; `nil` where none is known.
  private mutating func nextSchema() -> Int? {
    let top = levels.count - 1
    guard top >= 0 else { return isComplete ? nil : root }
    let rule = levels[top].rule
    guard levels[top].isMapping else {
      let index = levels[top].count
      let prefix = rules.rules[rule].prefixItems
      return index < prefix.count ? prefix[index] : rules.rules[rule].items
    }
    // A rule is only found with the first scalar.
    guard levels[top].candidates.isEmpty, levels[top].property >= 0 else { return nil }
    return rules.rules[rule].properties[levels[top].property].schema
  }

  private mutating func endValue() -> Bool {
    let top = levels.count - 1
    guard top >= 0 else {
      isComplete = true
      return true
    }
    if levels[top].isMapping { levels[top].property = -1 } else { levels[top].count += 1 }
    return true
  }
}
