/// What is left of a pattern behind a tag, an attribute or a text: the derivatives of James Clark, *An algorithm for
/// RELAX NG validation*, each worked out once.
///
/// An element's content stands by itself here instead of in Clark's `after` patterns: `RelaxNGMatcher` keeps the stack.
struct RelaxNGDerivatives {
  /// A way to read a start tag: what has to stand in the element, and what is left of the pattern behind it.
  struct Opening {
    var content: Int
    var rest: Int
  }

  /// What can follow on an attribute or a text in a pattern: it depends on the leaves that the value matches, and on
  /// nothing else.
  struct Question {
    var pattern: Int
    /// The leaves to ask, at most `mostLeaves`.
    var leaves: [Int]
  }

  /// A value that more leaves could be asked about matches nothing here.
  static let mostLeaves = 16

  private(set) var grammar: RelaxNGGrammar
  // By pattern and number of the name.
  private var openingIndices = PackedTable()
  private var openings: [[Opening]] = []
  private var questionIndices = PackedTable()
  private(set) var questions: [Question] = []
  // By question and answers.
  private var rests = PackedTable()
  private var closings = PackedTable()

  init(_ grammar: RelaxNGGrammar) { self.grammar = grammar }

  func isNullable(_ pattern: Int) -> Bool { grammar.patterns.isNullable(pattern) }
  mutating func choice(_ a: Int, _ b: Int) -> Int {
    if a == b || b == RelaxNGPatterns.notAllowed { return a }
    return a == RelaxNGPatterns.notAllowed ? b : grammar.patterns.choice([a, b])
  }

  // MARK: Start tags

  /// - Parameter number: of the name, below 512; equal names have equal numbers.
  mutating func openings(_ pattern: Int, _ name: XMLExpandedName, number: Int) -> [Opening] {
    let key = pattern << 9 | number
    if let known = openingIndices[key] { return openings[known] }
    let found = merged(opened(pattern, name))
    openingIndices.insert(openings.count, for: key)
    openings.append(found)
    return found
  }

  private mutating func opened(_ pattern: Int, _ name: XMLExpandedName) -> [Opening] {
    switch grammar.patterns[pattern] {
    case .notAllowed, .empty, .text, .leaf, .attribute: return []
    case .choice(let parts): return parts.flatMap { opened($0, name) }
    case .group(let first, let second):
      let inFirst = opened(first, name).map {
        Opening(content: $0.content, rest: grammar.patterns.group($0.rest, second))
      }
      return isNullable(first) ? inFirst + opened(second, name) : inFirst
    case .oneOrMore(let part):
      let more = grammar.patterns.optional(pattern)
      return opened(part, name).map {
        Opening(content: $0.content, rest: grammar.patterns.group($0.rest, more))
      }
    case .element(let definition):
      guard grammar.definitions[definition].names.contains(name) else { return [] }
      return [Opening(content: grammar.content(of: definition), rest: RelaxNGPatterns.empty)]
    }
  }

  /// Those of the same content are one, with a choice behind it.
  private mutating func merged(_ openings: [Opening]) -> [Opening] {
    var merged: [Opening] = []
    for opening in openings where opening.rest != RelaxNGPatterns.notAllowed {
      if let i = merged.firstIndex(where: { $0.content == opening.content }) {
        merged[i].rest = grammar.patterns.choice([merged[i].rest, opening.rest])
      } else {
        merged.append(opening)
      }
    }
    return merged
  }

  // MARK: Attributes

  /// What there is to ask about the value of an attribute.
  /// - Parameter number: of the name, below 512.
  /// - Returns: an index into `questions`.
  mutating func question(_ pattern: Int, _ name: XMLExpandedName, number: Int) -> Int {
    question(pattern, pattern << 10 | number << 1 | 1) { $0.asked(pattern, name) }
  }

  private mutating func question(_ pattern: Int, _ key: Int, _ leaves: (Self) -> [Int]) -> Int {
    if let known = questionIndices[key] { return known }
    questionIndices.insert(questions.count, for: key)
    let asked = Set(leaves(self)).sorted()
    questions.append(Question(pattern: pattern, leaves: Array(asked.prefix(Self.mostLeaves))))
    return questions.count - 1
  }

  private func matched(_ question: Int, _ answers: Int) -> [Int] {
    questions[question].leaves.enumerated().filter { answers >> $0.offset & 1 == 1 }.map(\.element)
  }

  /// What is left of the pattern of a question behind the attribute.
  /// - Parameter answers: a bit for each leaf of the question that the value surely matches.
  mutating func behindAttribute(_ question: Int, _ name: XMLExpandedName, _ answers: Int) -> Int {
    let key = question << Self.mostLeaves | answers
    if let known = rests[key] { return known }
    let rest = behindAttribute(questions[question].pattern, name, matched(question, answers))
    rests.insert(rest, for: key)
    return rest
  }

  private mutating func behindAttribute(_ pattern: Int, _ name: XMLExpandedName, _ matches: [Int]) -> Int {
    switch grammar.patterns[pattern] {
    case .notAllowed, .empty, .text, .leaf, .element: return RelaxNGPatterns.notAllowed
    case .attribute(let names, let value):
      return grammar.nameClasses[names].contains(name) && isValue(value, matches)
        ? RelaxNGPatterns.empty : RelaxNGPatterns.notAllowed
    case .choice(let parts):
      let rests = parts.map { behindAttribute($0, name, matches) }
      return grammar.patterns.choice(rests)
    case .group(let first, let second):
      let inFirst = behindAttribute(first, name, matches)
      let inSecond = behindAttribute(second, name, matches)
      let rests = [grammar.patterns.group(inFirst, second), grammar.patterns.group(first, inSecond)]
      return grammar.patterns.choice(rests)
    case .oneOrMore(let part):
      let rest = behindAttribute(part, name, matches)
      return grammar.patterns.group(rest, grammar.patterns.optional(pattern))
    }
  }

  /// Whether a value is what the pattern of an attribute asks for.
  private func isValue(_ pattern: Int, _ matches: [Int]) -> Bool {
    switch grammar.patterns[pattern] {
    case .text: true
    case .leaf(let leaf): matches.contains(leaf)
    case .choice(let parts): parts.contains { isValue($0, matches) }
    default: false
    }
  }

  private func asked(_ pattern: Int, _ name: XMLExpandedName) -> [Int] {
    switch grammar.patterns[pattern] {
    case .attribute(let names, let value):
      grammar.nameClasses[names].contains(name) ? grammar.patterns.textLeaves(value) : []
    case .choice(let parts): parts.flatMap { asked($0, name) }
    case .group(let first, let second): asked(first, name) + asked(second, name)
    case .oneOrMore(let part): asked(part, name)
    case .notAllowed, .empty, .text, .leaf, .element: []
    }
  }

  // MARK: Ends of start tags

  /// The pattern behind the last attribute: one that needs another matches no more.
  mutating func closing(_ pattern: Int) -> Int {
    if let known = closings[pattern] { return known }
    let rest = closed(pattern)
    closings.insert(rest, for: pattern)
    return rest
  }

  private mutating func closed(_ pattern: Int) -> Int {
    switch grammar.patterns[pattern] {
    case .attribute: return RelaxNGPatterns.notAllowed
    case .notAllowed, .empty, .text, .leaf, .element: return pattern
    case .choice(let parts):
      let rests = parts.map { closed($0) }
      return grammar.patterns.choice(rests)
    case .group(let first, let second):
      let (closedFirst, closedSecond) = (closed(first), closed(second))
      return grammar.patterns.group(closedFirst, closedSecond)
    case .oneOrMore(let part): return grammar.patterns.oneOrMore(closed(part))
    }
  }

  // MARK: Text

  /// What there is to ask about a text.
  /// - Returns: an index into `questions`.
  mutating func question(_ pattern: Int) -> Int {
    question(pattern, pattern << 10) { $0.grammar.patterns.textLeaves(pattern) }
  }

  /// What is left of the pattern of a question behind the text.
  /// - Parameter answers: a bit for each leaf of the question that the text surely matches.
  mutating func behindText(_ question: Int, _ answers: Int) -> Int {
    let key = question << Self.mostLeaves | answers
    if let known = rests[key] { return known }
    let rest = behindText(questions[question].pattern, matched(question, answers))
    rests.insert(rest, for: key)
    return rest
  }

  private mutating func behindText(_ pattern: Int, _ matches: [Int]) -> Int {
    switch grammar.patterns[pattern] {
    case .notAllowed, .empty, .attribute, .element: return RelaxNGPatterns.notAllowed
    case .text: return pattern
    case .leaf(let leaf):
      return matches.contains(leaf) ? RelaxNGPatterns.empty : RelaxNGPatterns.notAllowed
    case .choice(let parts):
      let rests = parts.map { behindText($0, matches) }
      return grammar.patterns.choice(rests)
    case .group(let first, let second):
      let inFirst = grammar.patterns.group(behindText(first, matches), second)
      if !isNullable(first) { return inFirst }
      return grammar.patterns.choice([inFirst, behindText(second, matches)])
    case .oneOrMore(let part):
      let rest = behindText(part, matches)
      return grammar.patterns.group(rest, grammar.patterns.optional(pattern))
    }
  }
}
