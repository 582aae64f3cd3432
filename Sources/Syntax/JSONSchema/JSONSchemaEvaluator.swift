import DigestDiagnostics
import DigestText

/// One validation of one document.
struct JSONSchemaEvaluator {
  /// The same fault in a thousand items is reported a hundred times.
  private static let mostFindings = 100

  let schema: JSONSchema
  let tree: LocatedTree
  private(set) var findings: [Diagnostic] = []

  init(schema: JSONSchema, tree: LocatedTree) {
    self.schema = schema
    self.tree = tree
  }

  /// Whether a node is valid.
  /// - Parameters:
  ///   - key: the key or list it stands under, for messages.
  ///   - reports: whether to note what is wrong; without, the first fault ends the work.
  mutating func check(_ node: LocatedNode, _ index: Int, key: String?, reports: Bool) -> Bool {
    let rule = schema.nodes[index]
    if let constant = rule.constant {
      return constant
        || fail(reports, "found \(describe(node))\(place(key)), expected nothing here", node.range)
    }
    let type = node.jsonType
    guard !rule.types.isDisjoint(with: type) else {
      return fail(reports, "found \(describe(node))\(place(key)), expected \(rule.types.names)", node.range)
    }
    var isValid = true
    if let reference = rule.reference { isValid = check(node, reference, key: key, reports: reports) }
    guard isValid || reports else { return false }
    if let allowed = rule.allowed, !allowed.contains(where: { $0.isEqual(to: node) }) {
      isValid = fail(
        reports, "found \(describe(node))\(place(key)), expected \(names(of: allowed))", node.range)
      guard reports else { return false }
    }
    isValid = checkValue(node, rule, key: key, reports: reports) && isValid
    guard isValid || reports else { return false }
    return checkCombinations(node, rule, type, key: key, reports: reports) && isValid
  }

  private mutating func checkValue(_ node: LocatedNode, _ rule: JSONSchema.Node, key: String?, reports: Bool)
    -> Bool
  {
    switch node.content {
    case .mapping(let members): checkMembers(members, of: node, rule, reports: reports)
    case .sequence(let items): checkItems(items, of: node, rule, key: key, reports: reports)
    case .scalar(let scalar): checkScalar(scalar, of: node, rule, key: key, reports: reports)
    }
  }

  // MARK: - Combinations

  private mutating func checkCombinations(
    _ node: LocatedNode, _ rule: JSONSchema.Node, _ type: JSONSchema.Types, key: String?, reports: Bool
  ) -> Bool {
    var isValid = true
    for part in rule.allOf {
      isValid = check(node, part, key: key, reports: reports) && isValid
      guard isValid || reports else { return false }
    }
    if let branches = rule.anyOf {
      isValid = checkBranches(branches, node, type, key: key, reports: reports, exactlyOne: false) && isValid
    }
    if let branches = rule.oneOf, isValid || reports {
      isValid = checkBranches(branches, node, type, key: key, reports: reports, exactlyOne: true) && isValid
    }
    if let not = rule.not, check(node, not, key: key, reports: false) {
      isValid = fail(reports, "found \(describe(node))\(place(key)), which is excluded", node.range)
    }
    guard isValid || reports, let condition = rule.condition else { return isValid }
    let next = check(node, condition.test, key: key, reports: false) ? condition.then : condition.otherwise
    if let next { isValid = check(node, next, key: key, reports: reports) && isValid }
    return isValid
  }

  /// Branches that the type or a tag rules out are not looked into; where only one remains, it is the one that was
  /// meant, and its messages are reported.
  private mutating func checkBranches(
    _ branches: [JSONSchema.Branch], _ node: LocatedNode, _ type: JSONSchema.Types, key: String?,
    reports: Bool,
    exactlyOne: Bool
  ) -> Bool {
    var candidates: [Int] = []
    for branch in branches where !branch.types.isDisjoint(with: type) {
      if type == .object, let tag = branch.tag, node.member(tag.key)?.isText(tag.value) != true { continue }
      candidates.append(branch.schema)
    }
    if candidates.count == 1 { return check(node, candidates[0], key: key, reports: reports) }
    if candidates.isEmpty { return reports ? failAll(branches, node, type, key: key) : false }
    var matches = 0
    for candidate in candidates where check(node, candidate, key: key, reports: false) {
      matches += 1
      if !exactlyOne { return true }
    }
    if matches == 1 { return true }
    let problem = matches == 0 ? "none of" : "\(matches) instead of one of"
    return fail(
      reports, "\(describe(node))\(place(key)) is \(problem) \(branches.count) alternatives", node.range)
  }

  private mutating func failAll(
    _ branches: [JSONSchema.Branch], _ node: LocatedNode, _ type: JSONSchema.Types, key: String?
  ) -> Bool {
    let tagged = branches.filter { !$0.types.isDisjoint(with: type) && $0.tag != nil }
    guard type == .object, let tag = tagged.first?.tag else {
      let types = branches.reduce(into: JSONSchema.Types()) { $0.formUnion($1.types) }
      return fail(true, "found \(describe(node))\(place(key)), expected \(types.names)", node.range)
    }
    guard let value = node.member(tag.key) else {
      return fail(true, "mapping\(place(key)) has no \(quoted(tag.key)), expected one", start(of: node))
    }
    var help: String?
    if case .scalar(let scalar) = value.content {
      help = nearestName(to: scalar.text, in: tagged.compactMap(\.tag?.value)).map {
        "did you mean \(quoted($0))?"
      }
    }
    return fail(
      true, "\(quoted(tag.key)) is \(describe(value)), expected one of \(tagged.count) words", value.range,
      help: help)
  }

  // MARK: - Objects, arrays, scalars

  private mutating func checkMembers(
    _ members: [LocatedMember], of node: LocatedNode, _ rule: JSONSchema.Node, reports: Bool
  ) -> Bool {
    var isValid = true
    for key in rule.required where !members.contains(where: { $0.key == key }) {
      isValid = fail(reports, "mapping has no \(quoted(key)), expected one", start(of: node))
      guard reports else { return false }
    }
    if !rule.propertyCount.contain(members.count) {
      isValid = fail(reports, "mapping has \(members.count) members", start(of: node))
    }
    guard !rule.properties.isEmpty || rule.additionalProperties != nil || rule.propertyNames != nil else {
      return isValid
    }
    for member in members {
      guard isValid || reports else { return false }
      if let names = rule.propertyNames {
        let name = LocatedNode(text: member.key, range: member.keyRange)
        isValid = check(name, names, key: nil, reports: reports) && isValid
      }
      if let property = rule.properties[member.key] {
        isValid = check(member.value, property, key: member.key, reports: reports) && isValid
      } else if let additional = rule.additionalProperties {
        if schema.nodes[additional].constant == false {
          let nearest = nearestName(to: member.key, in: rule.properties.keys.sorted())
          isValid = fail(
            reports, "found the key \(quoted(member.key)), which has no place here", member.keyRange,
            help: nearest.map { "did you mean \(quoted($0))?" })
        } else {
          isValid = check(member.value, additional, key: member.key, reports: reports) && isValid
        }
      }
    }
    return isValid
  }

  private mutating func checkItems(
    _ items: [LocatedNode], of node: LocatedNode, _ rule: JSONSchema.Node, key: String?, reports: Bool
  ) -> Bool {
    var isValid = true
    if !rule.itemCount.contain(items.count) {
      isValid = fail(
        reports, "list\(place(key)) has \(items.count) items\(rule.itemCount.text)", start(of: node))
    }
    if rule.hasUniqueItems {
      var seen: Set<CanonicalValue> = []
      for item in items where !seen.insert(CanonicalValue(item)).inserted {
        isValid = fail(reports, "list\(place(key)) repeats \(describe(item))", item.range)
      }
    }
    for (i, item) in items.enumerated() {
      guard isValid || reports else { return false }
      guard let index = i < rule.prefixItems.count ? rule.prefixItems[i] : rule.items else { break }
      isValid = check(item, index, key: key, reports: reports) && isValid
    }
    return isValid
  }

  private mutating func checkScalar(
    _ scalar: LocatedScalar, of node: LocatedNode, _ rule: JSONSchema.Node, key: String?, reports: Bool
  ) -> Bool {
    switch scalar.kind {
    case .text:
      guard rule.length.least != nil || rule.length.most != nil else { return true }
      let count = scalar.text.unicodeScalars.count
      return rule.length.contain(count)
        || fail(reports, "text\(place(key)) has \(count) characters\(rule.length.text)", node.range)
    case .number:
      guard let value = Double(scalar.text) else { return true }
      if value >= rule.minimum ?? -.infinity, value <= rule.maximum ?? .infinity,
        rule.exclusiveMinimum.map({ value > $0 }) ?? true, rule.exclusiveMaximum.map({ value < $0 }) ?? true
      {
        return true
      }
      return fail(reports, "number \(quoted(scalar.text))\(place(key)) is out of bounds", node.range)
    case .boolean, .null: return true
    }
  }

  // MARK: - Messages

  private mutating func fail(_ reports: Bool, _ summary: String, _ range: SourceRange, help: String? = nil)
    -> Bool
  {
    if reports, findings.count < Self.mostFindings {
      findings.append(
        Diagnostic(JSONSchemaDiagnostics.violation, summary, at: tree.location(range), help: help))
    }
    return false
  }

  private func place(_ key: String?) -> String { key.map { " in \(quoted($0))" } ?? "" }

  /// The first byte of a node, which may be pages long.
  private func start(of node: LocatedNode) -> SourceRange {
    SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper))
  }

  private func describe(_ node: LocatedNode) -> String {
    guard case .scalar(let scalar) = node.content, scalar.kind != .null else { return node.kindName }
    return "\(node.kindName) \(quoted(scalar.text))"
  }

  private func names(of allowed: [LocatedNode]) -> String {
    allowed.count == 1 ? describe(allowed[0]) : "one of \(allowed.count) values"
  }
}

extension JSONSchema.Types {
  /// `text or list`.
  fileprivate var names: String {
    let words: [(JSONSchema.Types, String)] = [
      (.object, "mapping"), (.array, "list"), (.string, "text"), (.number, "number"),
      (.boolean, "true or false"),
      (.null, "null"),
    ]
    var names = words.filter { contains($0.0) }.map(\.1)
    if contains(.integer), !contains(.number) { names.append("whole number") }
    return names.isEmpty ? "nothing" : names.joined(separator: " or ")
  }
}

extension JSONSchema.Bounds {
  fileprivate var text: String {
    switch (least, most) {
    case (nil, nil): ""
    case (let least?, nil): ", expected \(least) or more"
    case (nil, let most?): ", expected \(most) or fewer"
    case (let least?, let most?): least == most ? ", expected \(least)" : ", expected \(least) to \(most)"
    }
  }
}

extension LocatedNode {
  /// The value of a key, by bytes.
  fileprivate func member(_ key: String) -> LocatedNode? { self[key] }

  fileprivate func isText(_ text: String) -> Bool {
    if case .scalar(let scalar) = content, scalar.kind == .text { scalar.text == text } else { false }
  }
}
