/// The patterns of a RELAX NG schema in XML syntax.
///
/// Holds the part of RELAX NG that schemas here use; a schema with anything else (`interleave`, `mixed`, `list`, `include`,
/// another library of data types) has no grammar and is left to libxml2.
struct RelaxNGGrammar: Sendable {
  struct Definition: Sendable {
    let names: RelaxNGNameClass
    /// The parts of the content, as in the schema.
    let source: [XMLElement]
  }

  var patterns = RelaxNGPatterns()
  private(set) var nameClasses: [RelaxNGNameClass] = []
  private(set) var leaves: [RelaxNGLeaf] = []
  private(set) var expressions: [XMLRegularExpression] = []
  private(set) var definitions: [Definition] = []
  private(set) var start = RelaxNGPatterns.notAllowed
  /// Whether the schema has something that this does not know; what has been built then matches too little.
  private(set) var isUnsupported = false

  private let defines: [String: XMLElement]
  private var resolved: [String: Int] = [:]
  private var open: Set<String> = []
  private var contents: [Int] = []

  /// - Parameter schema: the root of a schema document.
  init?(_ schema: XMLElement) {
    guard schema.name == "grammar", schema["ns"] == nil,
      schema["xmlns"] == "http://relaxng.org/ns/structure/1.0",
      schema["datatypeLibrary"] == "http://www.w3.org/2001/XMLSchema-datatypes"
    else { return nil }
    var defines: [String: XMLElement] = [:]
    var starts: [XMLElement] = []
    for part in schema.elements {
      switch part.name {
      case "define":
        // Two defines of one name are combined, which is not known here.
        guard let name = part["name"], defines.updateValue(part, forKey: name) == nil else { return nil }
      case "start": starts.append(part)
      default: return nil
      }
    }
    guard starts.count == 1 else { return nil }
    self.defines = defines
    start = group(of: starts[0])
    // What stands in an element can define further elements.
    while contents.count < definitions.count {
      contents.append(group(of: definitions[contents.count].source))
    }
    if isUnsupported { return nil }
  }

  /// The pattern of attributes and content of an element.
  func content(of definition: Int) -> Int { contents[definition] }

  // MARK: Reading patterns

  private mutating func unsupported() -> Int {
    isUnsupported = true
    return RelaxNGPatterns.notAllowed
  }

  private mutating func group(of element: XMLElement) -> Int { group(of: element.elements) }

  private mutating func group(of elements: [XMLElement]) -> Int {
    let parts = elements.map { pattern($0) }
    return patterns.group(parts)
  }

  private mutating func pattern(_ source: XMLElement) -> Int {
    switch source.name {
    case "element": return element(source)
    case "attribute": return attribute(source)
    case "group": return group(of: source)
    case "choice":
      let parts = source.elements.map { pattern($0) }
      return patterns.choice(parts)
    case "optional": return patterns.optional(group(of: source))
    case "oneOrMore": return patterns.oneOrMore(group(of: source))
    case "zeroOrMore":
      let part = group(of: source)
      return patterns.optional(patterns.oneOrMore(part))
    case "text": return RelaxNGPatterns.text
    case "empty": return RelaxNGPatterns.empty
    case "notAllowed": return RelaxNGPatterns.notAllowed
    case "ref": return reference(source)
    case "value":
      guard [nil, "string", "token"].contains(source["type"]) else { return unsupported() }
      return leaf(.value(Array(source.text.utf8)))
    case "data": return data(source)
    // Notes of other namespaces.
    default: return source.name.utf8.contains(UInt8(ascii: ":")) ? RelaxNGPatterns.empty : unsupported()
    }
  }

  private mutating func reference(_ source: XMLElement) -> Int {
    guard let name = source["name"], let define = defines[name] else { return unsupported() }
    if let known = resolved[name] { return known }
    // A recursion always leads through an element (section 4.19), and those are not entered here.
    guard open.insert(name).inserted else { return unsupported() }
    defer { open.remove(name) }
    let pattern = group(of: define)
    resolved[name] = pattern
    return pattern
  }

  private mutating func element(_ source: XMLElement) -> Int {
    // A namespace that is handed down to what stands inside is not known here.
    guard source["ns"] == nil, let (names, content) = nameClass(of: source) else { return unsupported() }
    let index = definitions.count
    definitions.append(Definition(names: names, source: content))
    return patterns.add(.element(index))
  }

  private mutating func attribute(_ source: XMLElement) -> Int {
    guard let (names, content) = nameClass(of: source) else { return unsupported() }
    let value = content.isEmpty ? RelaxNGPatterns.text : group(of: content)
    let index = nameClasses.firstIndex(of: names) ?? nameClasses.count
    if index == nameClasses.count { nameClasses.append(names) }
    return patterns.add(.attribute(names: index, value: value))
  }

  private mutating func data(_ source: XMLElement) -> Int {
    guard let type = source["type"].flatMap(RelaxNGLeaf.DataType.init(rawValue:)) else {
      return unsupported()
    }
    var minLength = 0
    var expression: Int?
    for part in source.elements {
      switch (part.name, part["name"]) {
      case ("param", "minLength"):
        guard let length = Int(part.text) else { return unsupported() }
        minLength = length
      case ("param", "pattern"):
        guard expression == nil, let compiled = XMLRegularExpression(part.text) else { return unsupported() }
        expression = expressions.count
        expressions.append(compiled)
      default: return unsupported()
      }
    }
    return leaf(.data(type, minLength: minLength, pattern: expression))
  }

  private mutating func leaf(_ leaf: RelaxNGLeaf) -> Int {
    let index = leaves.firstIndex(of: leaf) ?? leaves.count
    if index == leaves.count { leaves.append(leaf) }
    return patterns.add(.leaf(index))
  }

  // MARK: Reading names

  /// The names of an element or attribute, and what follows them.
  private func nameClass(of source: XMLElement) -> (RelaxNGNameClass, [XMLElement])? {
    let parts = source.elements.filter { !$0.name.utf8.contains(UInt8(ascii: ":")) }
    if let name = source["name"] {
      return expanded(name, namespace: source["ns"]).map { (.name($0), parts) }
    }
    guard let first = parts.first, let names = nameClass(first) else { return nil }
    return (names, Array(parts.dropFirst()))
  }

  private func nameClass(_ source: XMLElement) -> RelaxNGNameClass? {
    let all: RelaxNGNameClass
    switch source.name {
    case "name": return expanded(source.text, namespace: source["ns"]).map { .name($0) }
    case "choice":
      let parts = source.elements.compactMap { nameClass($0) }
      return parts.count == source.elements.count ? .choice(parts) : nil
    case "anyName": all = .any
    case "nsName":
      guard let namespace = source["ns"] else { return nil }
      all = .namespace(namespace)
    default: return nil
    }
    guard let except = source.elements.first else { return all }
    let parts = except.elements.compactMap { nameClass($0) }
    guard except.name == "except", source.elements.count == 1, parts.count == except.elements.count else {
      return nil
    }
    return .except(all, .choice(parts))
  }

  /// Of the prefixes, only the one that is always bound is known.
  private func expanded(_ name: String, namespace: String?) -> XMLExpandedName? {
    let parts = name.utf8.split(separator: UInt8(ascii: ":"))
    if parts.count == 1 { return XMLExpandedName(namespace: namespace ?? "", local: name) }
    guard parts.count == 2, name.hasPrefix("xml:") else { return nil }
    return XMLExpandedName(namespace: XMLExpandedName.xmlNamespace, local: String(name.dropFirst(4)))
  }
}
