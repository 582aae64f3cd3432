import DigestDiagnostics

/// A compiled JSON Schema (draft 2020-12) over located trees.
///
/// Supported are the keywords in `JSONSchemaCompiler.keywords`; a schema with any other is refused, so that what
/// passes has been checked. References point into the same file.
package struct JSONSchema: Sendable {
  /// A set of types. Every integer is a number, too.
  package struct Types: OptionSet, Sendable {
    package let rawValue: UInt8
    package static let null = Types(rawValue: 1)
    package static let boolean = Types(rawValue: 2)
    package static let number = Types(rawValue: 4)
    package static let integer = Types(rawValue: 8)
    package static let string = Types(rawValue: 16)
    package static let array = Types(rawValue: 32)
    package static let object = Types(rawValue: 64)
    package static let all = Types(rawValue: 127)

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// With `integer` wherever there is `number`.
    package var normalised: Types { contains(.number) ? union(.integer) : self }

    package static let names: [(name: String, type: Types)] = [
      ("null", .null), ("boolean", .boolean), ("number", .number), ("integer", .integer), ("string", .string),
      ("array", .array), ("object", .object),
    ]
  }

  /// Bounds of a count: lengths, items, properties.
  package struct Bounds: Sendable {
    package var least: Int?
    package var most: Int?

    package init(least: Int? = nil, most: Int? = nil) {
      self.least = least
      self.most = most
    }

    package func contain(_ count: Int) -> Bool { count >= least ?? 0 && count <= most ?? Int.max }
  }

  /// A branch of `oneOf` or `anyOf` with what can be said of it without looking into the instance.
  struct Branch: Sendable {
    var schema: Int
    var types = Types.all
    /// A required property that has to be this text: branches of a tagged union differ in it.
    var tag: (key: String, value: String)?
  }

  /// One schema; others are indices into `nodes`. Absent keywords are `nil` or empty.
  struct Node: Sendable {
    /// `true` or `false` for a schema that is one.
    var constant: Bool?
    var reference: Int?
    var types = Types.all
    var allowed: [LocatedNode]?
    var allOf: [Int] = []
    var anyOf: [Branch]?
    var oneOf: [Branch]?
    var not: Int?
    var condition: (test: Int, then: Int?, otherwise: Int?)?

    var properties: [String: Int] = [:]
    var required: [String] = []
    var additionalProperties: Int?
    var propertyNames: Int?
    var propertyCount = Bounds()

    var prefixItems: [Int] = []
    var items: Int?
    var itemCount = Bounds()
    var hasUniqueItems = false

    var length = Bounds()
    var minimum: Double?
    var maximum: Double?
    var exclusiveMinimum: Double?
    var exclusiveMaximum: Double?
  }

  var nodes: [Node]
  let root: Int

  /// Compiles a schema.
  /// - Throws: `schema/unsupported` with the place of what the evaluator does not know.
  package init(_ tree: LocatedTree) throws(DiagnosticError) {
    var compiler = JSONSchemaCompiler(tree)
    root = try compiler.compileRoot()
    nodes = compiler.nodes
  }

  /// What a document breaks, each with its place; empty where it is valid.
  /// - Complexity: O(n) in the document for schemas whose alternatives differ in type or in a tag.
  package func validate(_ tree: LocatedTree) -> [Diagnostic] {
    var evaluator = JSONSchemaEvaluator(schema: self, tree: tree)
    _ = evaluator.check(tree.root, root, key: nil, reports: true)
    return evaluator.findings
  }
}
