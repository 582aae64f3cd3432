/// The patterns of a RELAX NG schema.
struct RelaxNGGrammar: Sendable {
  struct Definition: Sendable {
    let names: RelaxNGNameClass
    /// The pattern of its attributes and content.
    var content = RelaxNGPatterns.notAllowed
  }

  var patterns = RelaxNGPatterns()
  var names = RelaxNGNames()
  var nameClasses: [RelaxNGNameClass] = []
  var leaves: [RelaxNGLeaf] = []
  /// The bytes of all `value` patterns.
  var values: [UInt8] = []
  var expressions: [SimplePattern] = []
  var definitions: [Definition] = []
  var start = RelaxNGPatterns.notAllowed

  /// - Parameter schema: a schema document in XML syntax.
  /// - Returns: `nil` for a schema that has more than `RelaxNGSchemaReader` knows.
  init?(_ schema: [UInt8]) {
    let grammar = schema.withUnsafeBufferPointer { bytes -> RelaxNGGrammar? in
      guard let outline = XMLOutline(bytes) else { return nil }
      var reader = RelaxNGSchemaReader(outline)
      return reader.read()
    }
    guard let grammar else { return nil }
    self = grammar
  }

  /// A grammar that allows nothing.
  init() {}
}
