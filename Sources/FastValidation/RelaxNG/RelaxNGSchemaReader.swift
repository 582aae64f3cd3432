/// Reads the patterns of a RELAX NG schema in XML syntax.
///
/// It knows the part of RELAX NG that the schemas of this package use. A schema with anything else (`interleave`,
/// `mixed`, `list`, `include`, another library of data types) has no grammar here and is left to libxml2.
struct RelaxNGSchemaReader {
  private let outline: XMLOutline
  /// By the number of the name.
  private let words: [Word?]
  private var grammar = RelaxNGGrammar()
  /// The parts of the content of each definition.
  private var contents: [[Int]] = []
  private var defines: [String: Define] = [:]
  /// Whether the schema has something unknown; what has been read then matches too little.
  private var isUnsupported = false

  private struct Define {
    let element: Int
    var pattern: Int?
    var isOpen = false
  }

  init(_ outline: XMLOutline) {
    self.outline = outline
    words = (0..<outline.nameCount).map { number in
      Word.allCases.first { outline.isName(number, $0.name) }
    }
  }

  mutating func read() -> RelaxNGGrammar? {
    guard outline.isNamed(0, "grammar"), outline.attribute(0, "ns") == nil,
      outline.attribute(0, "xmlns") == "http://relaxng.org/ns/structure/1.0",
      outline.attribute(0, "datatypeLibrary") == "http://www.w3.org/2001/XMLSchema-datatypes"
    else { return nil }
    var starts: [Int] = []
    for part in outline.children(of: 0) {
      if outline.isNamed(part, "define") {
        // Two defines of one name are combined, which is not known here.
        guard let name = outline.attribute(part, "name"),
          defines.updateValue(Define(element: part), forKey: name) == nil
        else { return nil }
      } else if outline.isNamed(part, "start") {
        starts.append(part)
      } else {
        return nil
      }
    }
    guard starts.count == 1 else { return nil }
    grammar.start = group(of: starts[0])
    // What stands in an element can define further elements.
    var next = 0
    while next < contents.count {
      grammar.definitions[next].content = group(contents[next])
      next += 1
    }
    return isUnsupported ? nil : grammar
  }

  // MARK: Patterns

  private mutating func unsupported() -> Int {
    isUnsupported = true
    return RelaxNGPatterns.notAllowed
  }

  private mutating func group(of element: Int) -> Int { group(outline.children(of: element)) }

  private mutating func group(_ elements: [Int]) -> Int {
    if elements.count == 1 { return pattern(elements[0]) }
    let parts = elements.map { pattern($0) }
    return grammar.patterns.group(parts)
  }

  private mutating func pattern(_ source: Int) -> Int {
    switch words[outline.elements[source].name] {
    case .element: return element(source)
    case .attribute: return attribute(source)
    case .group: return group(of: source)
    case .choice:
      let parts = outline.children(of: source).map { pattern($0) }
      return grammar.patterns.choice(parts)
    case .optional:
      let part = group(of: source)
      return grammar.patterns.optional(part)
    case .oneOrMore:
      let part = group(of: source)
      return grammar.patterns.oneOrMore(part)
    case .zeroOrMore:
      let part = grammar.patterns.oneOrMore(group(of: source))
      return grammar.patterns.optional(part)
    case .text: return RelaxNGPatterns.text
    case .empty: return RelaxNGPatterns.empty
    case .notAllowed: return RelaxNGPatterns.notAllowed
    case .ref: return reference(source)
    case .value: return value(source)
    case .data: return data(source)
    // Notes of other namespaces.
    case .none: return outline.isPrefixed(source) ? RelaxNGPatterns.empty : unsupported()
    }
  }

  private mutating func reference(_ source: Int) -> Int {
    guard let name = outline.attribute(source, "name"), let define = defines[name] else {
      return unsupported()
    }
    if let known = define.pattern { return known }
    // A recursion always leads through an element (section 4.19), and those are not entered here.
    guard !define.isOpen else { return unsupported() }
    defines[name]?.isOpen = true
    let pattern = group(of: define.element)
    defines[name] = Define(element: define.element, pattern: pattern)
    return pattern
  }

  private mutating func element(_ source: Int) -> Int {
    // A namespace that is handed down to what stands inside is not known here.
    guard outline.attribute(source, "ns") == nil, let (names, content) = nameClass(of: source) else {
      return unsupported()
    }
    grammar.definitions.append(RelaxNGGrammar.Definition(names: names))
    contents.append(content)
    return grammar.patterns.add(.element(contents.count - 1))
  }

  private mutating func attribute(_ source: Int) -> Int {
    guard let (names, content) = nameClass(of: source) else { return unsupported() }
    let value = content.isEmpty ? RelaxNGPatterns.text : group(content)
    let index = grammar.nameClasses.firstIndex(of: names) ?? grammar.nameClasses.count
    if index == grammar.nameClasses.count { grammar.nameClasses.append(names) }
    return grammar.patterns.add(.attribute(names: index, value: value))
  }

  private mutating func value(_ source: Int) -> Int {
    guard [nil, "string", "token"].contains(outline.attribute(source, "type")),
      let text = outline.text(source)
    else { return unsupported() }
    for (index, known) in grammar.leaves.enumerated() {
      if case .value(let range) = known, grammar.values[range].elementsEqual(text) {
        return grammar.patterns.add(.leaf(index))
      }
    }
    grammar.values.append(contentsOf: text)
    return leaf(.value(grammar.values.count - text.count..<grammar.values.count))
  }

  private mutating func data(_ source: Int) -> Int {
    guard let type = outline.attribute(source, "type").flatMap(RelaxNGLeaf.DataType.init(rawValue:)) else {
      return unsupported()
    }
    var minLength = 0
    var expression: Int?
    for part in outline.children(of: source) {
      guard outline.isNamed(part, "param"), let text = outline.text(part) else { return unsupported() }
      let value = String(decoding: text, as: UTF8.self)
      switch outline.attribute(part, "name") {
      case "minLength":
        guard let length = Int(value) else { return unsupported() }
        minLength = length
      case "pattern":
        guard expression == nil, let pattern = SimplePattern(value) else { return unsupported() }
        expression = grammar.expressions.count
        grammar.expressions.append(pattern)
      default: return unsupported()
      }
    }
    return leaf(.data(type, minLength: minLength, pattern: expression))
  }

  private mutating func leaf(_ leaf: RelaxNGLeaf) -> Int {
    let index = grammar.leaves.firstIndex(of: leaf) ?? grammar.leaves.count
    if index == grammar.leaves.count { grammar.leaves.append(leaf) }
    return grammar.patterns.add(.leaf(index))
  }

  // MARK: Names

  /// The names of an element or attribute, and what follows them.
  private mutating func nameClass(of source: Int) -> (RelaxNGNameClass, [Int])? {
    let parts = outline.children(of: source).filter { !outline.isPrefixed($0) }
    if let name = outline.attribute(source, "name") {
      return expanded(name, namespace: outline.attribute(source, "ns")).map {
        (.name(grammar.names.add($0)), parts)
      }
    }
    guard let first = parts.first, let names = nameClass(first) else { return nil }
    return (names, Array(parts.dropFirst()))
  }

  private mutating func nameClass(_ source: Int) -> RelaxNGNameClass? {
    let children = outline.children(of: source)
    let all: RelaxNGNameClass
    if outline.isNamed(source, "name") {
      return outline.text(source).flatMap {
        expanded(String(decoding: $0, as: UTF8.self), namespace: outline.attribute(source, "ns"))
      }.map { .name(grammar.names.add($0)) }
    } else if outline.isNamed(source, "choice") {
      return nameClasses(children).map { .choice($0) }
    } else if outline.isNamed(source, "anyName") {
      all = .any
    } else {
      guard outline.isNamed(source, "nsName"), let namespace = outline.attribute(source, "ns") else {
        return nil
      }
      all = .namespace(namespace)
    }
    guard let except = children.first else { return all }
    guard outline.isNamed(except, "except"), children.count == 1,
      let parts = nameClasses(outline.children(of: except))
    else {
      return nil
    }
    return .except(all, .choice(parts))
  }

  /// `nil` unless all are known.
  private mutating func nameClasses(_ sources: [Int]) -> [RelaxNGNameClass]? {
    var classes: [RelaxNGNameClass] = []
    for source in sources {
      guard let names = nameClass(source) else { return nil }
      classes.append(names)
    }
    return classes
  }

  /// Of the prefixes, only the one that is always bound is known.
  private func expanded(_ name: String, namespace: String?) -> XMLExpandedName? {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return XMLExpandedName(namespace: namespace ?? "", local: name)
    }
    guard name.utf8[..<colon].elementsEqual("xml".utf8) else { return nil }
    return XMLExpandedName(namespace: XMLExpandedName.xmlNamespace, local: String(name.dropFirst(4)))
  }

  /// The patterns of the XML syntax (section 3).
  private enum Word: CaseIterable {
    case element, attribute, group, choice, optional, oneOrMore, zeroOrMore, text, empty, notAllowed, ref,
      value
    case data

    var name: StaticString {
      switch self {
      case .element: "element"
      case .attribute: "attribute"
      case .group: "group"
      case .choice: "choice"
      case .optional: "optional"
      case .oneOrMore: "oneOrMore"
      case .zeroOrMore: "zeroOrMore"
      case .text: "text"
      case .empty: "empty"
      case .notAllowed: "notAllowed"
      case .ref: "ref"
      case .value: "value"
      case .data: "data"
      }
    }
  }
}
