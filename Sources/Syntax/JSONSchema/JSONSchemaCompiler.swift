import DigestDiagnostics
import DigestText

/// Turns a schema document into `JSONSchema.Node`s, each place of it once.
struct JSONSchemaCompiler {
  /// The supported keywords; some of them only annotate.
  static let keywords: Set<String> = [
    "$schema", "$id", "$comment", "$defs", "$ref", "title", "description", "default", "examples",
    "deprecated",
    "type", "enum", "const", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
    "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties",
    "prefixItems", "items", "minItems", "maxItems", "uniqueItems",
    "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
  ]
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  let tree: LocatedTree
  private(set) var nodes: [JSONSchema.Node] = []
  /// By the offset of the schema in its document.
  private var compiled: [Int: Int] = [:]
  private var id: String?

  init(_ tree: LocatedTree) { self.tree = tree }

  mutating func compileRoot() throws(DiagnosticError) -> Int {
    if let id = tree.root["$id"], case .scalar(let scalar) = id.content { self.id = scalar.text }
    if let schema = tree.root["$schema"], case .scalar(let scalar) = schema.content,
      scalar.text != Self.dialect
    {
      throw unsupported("dialect is \(quoted(scalar.text)), expected draft 2020-12", schema.range)
    }
    let root = try compile(tree.root)
    try refuseEndlessReferences()
    // What is known of a branch is found when all that it refers to is compiled.
    for i in nodes.indices {
      nodes[i].anyOf = nodes[i].anyOf.map { branches($0.map(\.schema)) }
      nodes[i].oneOf = nodes[i].oneOf.map { branches($0.map(\.schema)) }
    }
    return root
  }

  private mutating func compile(_ source: LocatedNode) throws(DiagnosticError) -> Int {
    if let known = compiled[source.range.lower] { return known }
    let index = nodes.count
    compiled[source.range.lower] = index
    nodes.append(JSONSchema.Node())
    var node = JSONSchema.Node()
    switch source.content {
    case .scalar(let scalar) where scalar.kind == .boolean: node.constant = scalar.text == "true"
    case .mapping(let members):
      for member in members {
        guard Self.keywords.contains(member.key), member.key != "$id" || index == 0 else {
          throw unsupported(
            "schema uses the keyword \(quoted(member.key)), which is not supported", member.keyRange)
        }
        try read(member, into: &node)
      }
      if let test = try source["if"].map({ (n) throws(DiagnosticError) in try compile(n) }) {
        let then = try source["then"].map { (n) throws(DiagnosticError) in try compile(n) }
        let otherwise = try source["else"].map { (n) throws(DiagnosticError) in try compile(n) }
        node.condition = (test, then, otherwise)
      }
    default: throw unsupported("found a \(source.kindName), expected a schema", source.range)
    }
    nodes[index] = node
    return index
  }

  // MARK: - Keywords

  private mutating func read(_ member: LocatedMember, into node: inout JSONSchema.Node)
    throws(DiagnosticError)
  {
    let value = member.value
    switch member.key {
    case "$ref": node.reference = try reference(value)
    case "$defs": _ = try schemas(in: value)
    case "type": node.types = try types(value)
    case "enum": node.allowed = try list(value)
    case "const": node.allowed = [value]
    case "allOf": node.allOf = try schemas(of: value)
    case "anyOf": node.anyOf = try schemas(of: value).map { JSONSchema.Branch(schema: $0) }
    case "oneOf": node.oneOf = try schemas(of: value).map { JSONSchema.Branch(schema: $0) }
    case "not": node.not = try compile(value)
    case "properties": node.properties = try schemas(in: value)
    case "required": node.required = try list(value).map { (item) throws(DiagnosticError) in try text(item) }
    case "additionalProperties": node.additionalProperties = try compile(value)
    case "propertyNames": node.propertyNames = try compile(value)
    case "minProperties": node.propertyCount.least = try count(value)
    case "maxProperties": node.propertyCount.most = try count(value)
    case "prefixItems": node.prefixItems = try schemas(of: value)
    case "items": node.items = try compile(value)
    case "minItems": node.itemCount.least = try count(value)
    case "maxItems": node.itemCount.most = try count(value)
    case "uniqueItems":
      if case .scalar(let scalar) = value.content { node.hasUniqueItems = scalar.text == "true" }
    case "minLength": node.length.least = try count(value)
    case "maxLength": node.length.most = try count(value)
    case "minimum": node.minimum = try number(value)
    case "maximum": node.maximum = try number(value)
    case "exclusiveMinimum": node.exclusiveMinimum = try number(value)
    case "exclusiveMaximum": node.exclusiveMaximum = try number(value)
    default: break
    }
  }

  private mutating func schemas(of node: LocatedNode) throws(DiagnosticError) -> [Int] {
    try list(node).map { (item) throws(DiagnosticError) in try compile(item) }
  }

  private mutating func schemas(in node: LocatedNode) throws(DiagnosticError) -> [String: Int] {
    guard case .mapping(let members) = node.content else {
      throw unsupported("found a \(node.kindName), expected an object of schemas", node.range)
    }
    var schemas: [String: Int] = [:]
    for member in members { schemas[member.key] = try compile(member.value) }
    return schemas
  }

  private func types(_ node: LocatedNode) throws(DiagnosticError) -> JSONSchema.Types {
    var types: JSONSchema.Types = []
    var names = [node]
    if case .sequence(let items) = node.content { names = items }
    for item in names {
      let name = try text(item)
      guard let known = JSONSchema.Types.names.first(where: { $0.name == name }) else {
        throw unsupported("found type \(quoted(name)), expected one of JSON's", item.range)
      }
      types.formUnion(known.type)
    }
    return types
  }

  private func list(_ node: LocatedNode) throws(DiagnosticError) -> [LocatedNode] {
    if case .sequence(let items) = node.content { return items }
    throw unsupported("found a \(node.kindName), expected a list", node.range)
  }

  private func text(_ node: LocatedNode) throws(DiagnosticError) -> String {
    if case .scalar(let scalar) = node.content, scalar.kind == .text { return scalar.text }
    throw unsupported("found a \(node.kindName), expected text", node.range)
  }

  private func number(_ node: LocatedNode) throws(DiagnosticError) -> Double {
    if case .scalar(let scalar) = node.content, scalar.kind == .number, let value = Double(scalar.text) {
      return value
    }
    throw unsupported("found a \(node.kindName), expected a number", node.range)
  }

  private func count(_ node: LocatedNode) throws(DiagnosticError) -> Int {
    let value = try number(node)
    if value >= 0, value < 1e15, let count = Int(exactly: value) { return count }
    throw unsupported("found a number, expected a count", node.range)
  }

  private func unsupported(_ summary: String, _ range: SourceRange) -> DiagnosticError {
    DiagnosticError(JSONSchemaDiagnostics.unsupported, summary, at: tree.location(range))
  }

  // MARK: - References

  /// `#`, `#/$defs/name`, or the same after the `$id` of the file (RFC 6901, in a fragment).
  private mutating func reference(_ node: LocatedNode) throws(DiagnosticError) -> Int {
    let text = try text(node)
    var pointer = text.utf8[...]
    if let id, text.hasPrefix(id + "#") { pointer = pointer.dropFirst(id.utf8.count) }
    guard pointer.first == UInt8(ascii: "#") else {
      throw unsupported("reference \(quoted(text)) leaves the file, which is not supported", node.range)
    }
    pointer = pointer.dropFirst()
    guard pointer.isEmpty || pointer.first == UInt8(ascii: "/") else {
      throw unsupported("reference \(quoted(text)) is not a JSON pointer, expected one", node.range)
    }
    var target = tree.root
    for token in pointer.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst() {
      let name = Self.unescaped(token)
      var next = target[name]
      if case .sequence(let items) = target.content, let i = Int(name), items.indices.contains(i) {
        next = items[i]
      }
      guard let next else { throw unsupported("reference \(quoted(text)) points to nothing", node.range) }
      target = next
    }
    return try compile(target)
  }

  /// `%25` is a percent sign, then `~1` a slash and `~0` a tilde.
  private static func unescaped(_ token: Substring.UTF8View) -> String {
    guard token.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "~") }) else {
      return String(Substring(token))
    }
    let source = Array(token)
    var bytes: [UInt8] = []
    var i = 0
    while i < source.count {
      let hex = source[i] == UInt8(ascii: "%") ? source[(i + 1)...].prefix(2) : []
      if hex.count == 2, let byte = UInt8(String(decoding: hex, as: UTF8.self), radix: 16) {
        bytes.append(byte)
        i += 3
      } else {
        bytes.append(source[i])
        i += 1
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.replacing("~1", with: "/").replacing("~0", with: "~")
  }

  /// A schema that refers back to itself without descending into the instance would never end.
  private func refuseEndlessReferences() throws(DiagnosticError) {
    enum State { case unseen, open, done }
    var states = [State](repeating: .unseen, count: nodes.count)
    func visit(_ i: Int) -> Bool {
      if states[i] == .done { return true }
      if states[i] == .open { return false }
      states[i] = .open
      defer { states[i] = .done }
      let node = nodes[i]
      var next = node.allOf + [node.reference, node.not].compactMap { $0 }
      next += (node.anyOf ?? []).map(\.schema) + (node.oneOf ?? []).map(\.schema)
      if let condition = node.condition {
        next += [condition.test, condition.then, condition.otherwise].compactMap { $0 }
      }
      return next.allSatisfy(visit)
    }
    guard nodes.indices.allSatisfy(visit) else {
      throw unsupported("a reference comes back to itself without end", SourceRange(0, 1))
    }
  }

  // MARK: - Branches

  private func branches(_ schemas: [Int]) -> [JSONSchema.Branch] {
    schemas.map { schema in
      var branch = JSONSchema.Branch(schema: schema)
      var next: Int? = schema
      while let i = next {
        branch.types.formIntersection(nodes[i].types.normalised)
        if branch.tag == nil { branch.tag = tag(of: nodes[i]) }
        next = nodes[i].reference
      }
      return branch
    }
  }

  private func tag(of node: JSONSchema.Node) -> (key: String, value: String)? {
    guard !node.types.contains(.array), !node.types.contains(.string) else { return nil }
    for key in node.required {
      guard let schema = node.properties[key], let allowed = nodes[schema].allowed, allowed.count == 1,
        case .scalar(let scalar) = allowed[0].content, scalar.kind == .text
      else { continue }
      return (key, scalar.text)
    }
    return nil
  }
}
