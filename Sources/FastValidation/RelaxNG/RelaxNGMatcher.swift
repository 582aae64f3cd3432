import DigestSyntax
import DigestText

/// Sees in one pass that an XML document is valid.
///
/// It says yes where it is sure, and otherwise leaves the document to libxml2: it may accept less than the schema
/// allows, never more. Nothing in RELAX NG becomes true because something else is false (except for names, which are
/// compared exactly), so a leaf, a way through a choice or an XML token that is unknown here can make a document
/// doubtful but never valid.
struct RelaxNGMatcher {
  /// One way to read an open element.
  private struct Way {
    /// What must still follow in it.
    var pattern: Int
    /// What is left of the parent's pattern after it.
    var rest: Int
    /// Which of the ways of the parent it belongs to.
    var parent: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var scanner: XMLScanner
  private var namespaces: XMLNamespaces
  private var derivatives: RelaxNGDerivatives
  /// The ways of all open elements, those of the innermost last.
  private var ways: [Way]
  /// Where the ways of each open element begin.
  private var levels: [Int] = [0]
  /// By the number of a name, the last start tag that had it as an attribute: to refuse one twice.
  private var attributes = [Int](repeating: 0, count: XMLNameTable.most)
  /// Start tags so far.
  private var tagCount = 0
  /// Whether something stood in the innermost element.
  private var hasContent = false

  /// Whether a document is surely well-formed and valid.
  /// - Complexity: O(n) in the document for deterministic content models.
  static func accepts(_ document: [UInt8], _ grammar: RelaxNGGrammar) -> Bool {
    document.withUnsafeBufferPointer { bytes in
      var matcher = RelaxNGMatcher(bytes, grammar)
      return matcher.run()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ grammar: RelaxNGGrammar) {
    self.bytes = bytes
    scanner = XMLScanner(bytes)
    namespaces = XMLNamespaces(bytes)
    derivatives = RelaxNGDerivatives(grammar)
    ways = [Way(pattern: grammar.start, rest: RelaxNGPatterns.notAllowed, parent: 0)]
  }

  private mutating func run() -> Bool {
    while let token = scanner.next() {
      guard take(token) else { return false }
    }
    return !scanner.isUnsure && levels.count == 1 && derivatives.isNullable(ways[0].pattern)
  }

  /// - Returns: `false` where the document becomes doubtful.
  private mutating func take(_ token: XMLScanner.Token) -> Bool {
    switch token {
    case .startTag(let name): start(name)
    case .attribute(let name, let value, let hasReference): attribute(name, value, hasReference)
    case .startTagEnd: endOfStartTag()
    case .endTag: end()
    case .text(let range, let hasReference, let isBlank): text(range, hasReference, isBlank)
    }
  }

  /// The element or attribute with which a document ceases to be valid, if it is its name that is wrong: names are
  /// compared exactly, so this is no matter of doubt.
  static func unexpectedName(_ document: [UInt8], _ grammar: RelaxNGGrammar) -> UnexpectedXMLName? {
    document.withUnsafeBufferPointer { bytes in
      var matcher = RelaxNGMatcher(bytes, grammar)
      return matcher.unexpectedName()
    }
  }

  private mutating func unexpectedName() -> UnexpectedXMLName? {
    var open: [Int] = []
    while let token = scanner.next() {
      let violation = unexpectedName(in: token, of: open.last)
      guard take(token) else { return violation }
      switch token {
      case .startTag(let name): open.append(name)
      case .endTag: open.removeLast()
      case .attribute, .startTagEnd, .text: break
      }
    }
    return nil
  }

  /// What is wrong with the name in a token if it makes the document doubtful.
  /// - Parameter element: the name of the innermost element.
  private mutating func unexpectedName(in token: XMLScanner.Token, of element: Int?) -> UnexpectedXMLName? {
    // Where nothing at all can follow, something is missing before.
    guard level.contains(where: { ways[$0].pattern != RelaxNGPatterns.notAllowed }) else { return nil }
    switch token {
    case .startTag(let name):
      let length = scanner.names.range(name).count
      return UnexpectedXMLName(
        name: text(of: name), isAttribute: false, element: element.map(text), lower: scanner.offset - length)
    case .attribute(let name, let value, _):
      let isSecond = attributes[name] == tagCount
      guard let element, !isSecond, !scanner.names.isBinding(name), !isAskedAbout(name) else { return nil }
      let length = scanner.names.range(name).count
      let signs = bytes[..<value.lowerBound].reversed().prefix { $0.isSpace || $0.isOne(of: "=\"'") }
      return UnexpectedXMLName(
        name: text(of: name), isAttribute: true, element: text(of: element),
        lower: value.lowerBound - signs.count - length)
    case .startTagEnd, .endTag, .text: return nil
    }
  }

  /// Whether the innermost element may have an attribute, with some value.
  private mutating func isAskedAbout(_ name: Int) -> Bool {
    for i in level {
      guard let question = question(ways[i].pattern, name) else { return true }
      if !derivatives.questions[question].leaves.isEmpty { return true }
    }
    return false
  }

  private func text(of name: Int) -> String {
    String(decoding: bytes[scanner.names.range(name)], as: UTF8.self)
  }

  /// The ways of the innermost element.
  private var level: Range<Int> { levels[levels.count - 1]..<ways.count }

  /// Whether the innermost element can end here.
  private var canEnd: Bool {
    for i in level where derivatives.isNullable(ways[i].pattern) { return true }
    return false
  }

  // MARK: Tags

  /// The bindings of prefixes come after the name that needs them, so the root's attributes are looked at first.
  private mutating func bindPrefixes() -> Bool {
    var ahead = scanner
    while let token = ahead.next() {
      guard case .attribute(let name, let value, let hasReference) = token else { break }
      if ahead.names.isBinding(name) {
        guard !hasReference, namespaces.bind(ahead.names.range(name), to: value) else { return false }
      }
    }
    return !ahead.isUnsure
  }

  private mutating func start(_ name: Int) -> Bool {
    if levels.count == 1, !bindPrefixes() { return false }
    tagCount += 1
    let parents = level
    levels.append(ways.count)
    for parent in parents {
      let pattern = ways[parent].pattern
      // It is set anew by the ways that come to their end.
      ways[parent].pattern = RelaxNGPatterns.notAllowed
      guard let openings = openings(pattern, name) else { return false }
      for i in openings {
        let opening = derivatives.openings[i]
        ways.append(Way(pattern: opening.content, rest: opening.rest, parent: parent))
      }
    }
    return !level.isEmpty
  }

  /// - Returns: `nil` for a prefix that is not bound.
  private mutating func openings(_ pattern: Int, _ name: Int) -> Range<Int>? {
    if let known = derivatives.knownOpenings(pattern, number: name) { return known }
    guard let expanded = expanded(name, isAttribute: false) else { return nil }
    return derivatives.findOpenings(pattern, expanded, number: name)
  }

  /// - Returns: `nil` for a prefix that is not bound.
  private func expanded(_ name: Int, isAttribute: Bool) -> RelaxNGNameClass.Name? {
    namespaces.expanded(scanner.names.range(name), isAttribute: isAttribute).map {
      RelaxNGNameClass.Name(expanded: $0, number: derivatives.grammar.names.number(of: $0))
    }
  }

  private mutating func attribute(_ name: Int, _ value: Range<Int>, _ hasReference: Bool) -> Bool {
    if attributes[name] == tagCount { return false }
    attributes[name] = tagCount
    if scanner.names.isBinding(name) { return levels.count == 2 }
    var isPossible = false
    for i in level where ways[i].pattern != RelaxNGPatterns.notAllowed {
      guard let rest = rest(of: ways[i].pattern, after: name, value, hasReference) else { return false }
      ways[i].pattern = rest
      if rest != RelaxNGPatterns.notAllowed { isPossible = true }
    }
    return isPossible
  }

  /// - Returns: `nil` for a prefix that is not bound.
  private mutating func rest(
    of pattern: Int, after name: Int, _ value: Range<Int>, _ hasReference: Bool
  ) -> Int? {
    guard let question = question(pattern, name) else { return nil }
    let answers = answers(to: question, value, hasReference)
    if let rest = derivatives.knownRest(question, answers) { return rest }
    return expanded(name, isAttribute: true).map { derivatives.findRest(question, $0, answers) }
  }

  /// - Returns: `nil` for a prefix that is not bound.
  private mutating func question(_ pattern: Int, _ name: Int) -> Int? {
    if let known = derivatives.knownQuestion(pattern, number: name) { return known }
    return expanded(name, isAttribute: true).map { derivatives.findQuestion(pattern, $0, number: name) }
  }

  private mutating func endOfStartTag() -> Bool {
    hasContent = false
    for i in level { ways[i].pattern = derivatives.closing(ways[i].pattern) }
    return true
  }

  private mutating func end() -> Bool {
    // An element without content holds the empty text, too (section 7.1.5 of the specification is about such).
    if !hasContent, !canEnd, !afterText(0..<0, hasReference: false) { return false }
    var isPossible = false
    for i in level where derivatives.isNullable(ways[i].pattern) {
      isPossible = true
      let (parent, rest) = (ways[i].parent, ways[i].rest)
      ways[parent].pattern = derivatives.choice(ways[parent].pattern, rest)
    }
    let start = levels.removeLast()
    while ways.count > start { ways.removeLast() }
    hasContent = true
    return isPossible
  }

  // MARK: Text

  private mutating func text(_ range: Range<Int>, _ hasReference: Bool, _ isBlank: Bool) -> Bool {
    // White space between elements says nothing; as the only content it is a text, or nothing.
    if isBlank {
      let isOnlyContent =
        !hasContent && range.upperBound + 1 < bytes.count
        && bytes[range.upperBound + 1] == UInt8(ascii: "/")
      guard isOnlyContent, !canEnd else { return true }
    }
    hasContent = true
    return afterText(range, hasReference: hasReference)
  }

  private mutating func afterText(_ range: Range<Int>, hasReference: Bool) -> Bool {
    var isPossible = false
    for i in level where ways[i].pattern != RelaxNGPatterns.notAllowed {
      let question = derivatives.question(ways[i].pattern)
      let answers = answers(to: question, range, hasReference)
      let rest = derivatives.afterText(question, answers)
      ways[i].pattern = rest
      if rest != RelaxNGPatterns.notAllowed { isPossible = true }
    }
    return isPossible
  }

  /// A bit for each leaf of a question that a text surely matches.
  // A method that cannot mutate would be called with a copy of the whole matcher.
  private mutating func answers(to question: Int, _ range: Range<Int>, _ hasReference: Bool) -> Int {
    let leaves = derivatives.questions[question].leaves
    if leaves.isEmpty { return 0 }
    guard hasReference else { return answers(leaves, UnsafeBufferPointer(rebasing: bytes[range])) }
    var decoded: [UInt8] = []
    XMLReference.decode(UnsafeBufferPointer(rebasing: bytes[range]), into: &decoded)
    return decoded.withUnsafeBufferPointer { answers(leaves, $0) }
  }

  private mutating func answers(_ leaves: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    var answers = 0
    for k in leaves
    where derivatives.grammar.leaves[derivatives.askedLeaves[k]].surelyMatches(text, derivatives.grammar) {
      answers |= 1 &<< (k - leaves.lowerBound)
    }
    return answers
  }
}
