/// What is left of a pattern after a tag, an attribute or a text: the derivatives of James Clark, *An algorithm for
/// RELAX NG validation*, each worked out once.
///
/// An element's content stands by itself here instead of in Clark's `after` patterns: `RelaxNGMatcher` keeps the stack.
struct RelaxNGDerivatives {
  /// A way to read a start tag: what has to stand in the element, and what is left of the pattern after it.
  struct Opening {
    var content: Int
    var rest: Int
  }

  /// What has to be asked about the value of an attribute, or about a text, in a pattern: what follows depends on the
  /// leaves that it matches, and on nothing else.
  struct Question {
    var pattern: Int
    /// The leaves to ask, at most `mostLeaves`: a range of `askedLeaves`.
    var leaves: Range<Int>
  }

  /// Where more leaves could be asked about a value, it matches none of the others.
  static let mostLeaves = 16

  let grammar: RelaxNGGrammar
  /// Those of the grammar, and what follows from them.
  private(set) var patterns: RelaxNGPatterns
  // By pattern and number of the name.
  private var openingIndices = PackedTable()
  private(set) var openings: [Opening] = []
  private var questionIndices = PackedTable()
  private(set) var questions: [Question] = []
  private(set) var askedLeaves: [Int] = []
  // By question and answers.
  private var rests = PackedTable()
  private var closings = PackedTable()

  init(_ grammar: RelaxNGGrammar) {
    self.grammar = grammar
    patterns = grammar.patterns
  }

  func isNullable(_ pattern: Int) -> Bool { patterns.isNullable(pattern) }
  mutating func choice(_ a: Int, _ b: Int) -> Int { patterns.choice(a, b) }

  // MARK: Start tags

  /// - Returns: a range of `openings`; `nil` where it was not asked before.
  func knownOpenings(_ pattern: Int, number: Int) -> Range<Int>? {
    // As many as fit into a byte.
    openingIndices[pattern << 9 | number].map { $0 >> 8..<$0 >> 8 + $0 & 0xFF }
  }

  /// - Parameter number: of the name, below 512; equal names have equal numbers.
  /// - Returns: a range of `openings`.
  mutating func findOpenings(_ pattern: Int, _ name: RelaxNGNameClass.Name, number: Int) -> Range<Int> {
    let start = openings.count
    addOpenings(pattern, name)
    merge(from: start)
    if openings.count - start > 0xFF { openings.removeLast(openings.count - start - 0xFF) }
    openingIndices.insert(start << 8 | (openings.count - start), for: pattern << 9 | number)
    return start..<openings.count
  }

  private mutating func addOpenings(_ pattern: Int, _ name: RelaxNGNameClass.Name) {
    let start = openings.count
    switch patterns[pattern] {
    case .notAllowed, .empty, .text, .leaf, .attribute: break
    case .choice(let parts): for part in patterns.parts[parts] { addOpenings(part, name) }
    case .group(let first, let second):
      addOpenings(first, name)
      for i in start..<openings.count { openings[i].rest = patterns.group(openings[i].rest, second) }
      if isNullable(first) { addOpenings(second, name) }
    case .oneOrMore(let part):
      addOpenings(part, name)
      if openings.count == start { return }
      let more = patterns.optional(pattern)
      for i in start..<openings.count { openings[i].rest = patterns.group(openings[i].rest, more) }
    case .element(let definition):
      guard grammar.definitions[definition].names.contains(name) else { return }
      openings.append(
        Opening(content: grammar.definitions[definition].content, rest: RelaxNGPatterns.empty))
    }
  }

  /// Joins openings of the same content: a choice follows it.
  private mutating func merge(from start: Int) {
    var end = start
    for i in start..<openings.count where openings[i].rest != RelaxNGPatterns.notAllowed {
      let opening = openings[i]
      if let same = (start..<end).first(where: { openings[$0].content == opening.content }) {
        openings[same].rest = patterns.choice(openings[same].rest, opening.rest)
      } else {
        openings[end] = opening
        end += 1
      }
    }
    openings.removeLast(openings.count - end)
  }

  // MARK: Attributes

  /// What there is to ask about the value of an attribute, where it was asked before.
  func knownQuestion(_ pattern: Int, number: Int) -> Int? { questionIndices[pattern << 10 | number << 1 | 1] }

  /// What there is to ask about the value of an attribute.
  /// - Parameter number: of the name, below 512.
  /// - Returns: an index into `questions`.
  mutating func findQuestion(_ pattern: Int, _ name: RelaxNGNameClass.Name, number: Int) -> Int {
    var leaves: [Int] = []
    collectAsked(pattern, name, into: &leaves)
    return addQuestion(pattern, pattern << 10 | number << 1 | 1, leaves)
  }

  private mutating func addQuestion(_ pattern: Int, _ key: Int, _ leaves: [Int]) -> Int {
    let start = askedLeaves.count
    for leaf in leaves
    where askedLeaves.count < start + Self.mostLeaves && !askedLeaves[start...].contains(leaf) {
      askedLeaves.append(leaf)
    }
    questionIndices.insert(questions.count, for: key)
    questions.append(Question(pattern: pattern, leaves: start..<askedLeaves.count))
    return questions.count - 1
  }

  private func matched(_ question: Int, _ answers: Int) -> [Int] {
    let leaves = questions[question].leaves
    return leaves.filter { answers >> ($0 - leaves.lowerBound) & 1 == 1 }.map { askedLeaves[$0] }
  }

  /// What is left after an attribute or a text, where it was asked before.
  func knownRest(_ question: Int, _ answers: Int) -> Int? { rests[question << Self.mostLeaves | answers] }

  /// What is left of the pattern of a question after the attribute.
  /// - Parameter answers: a bit for each leaf of the question that the value surely matches.
  mutating func findRest(_ question: Int, _ name: RelaxNGNameClass.Name, _ answers: Int) -> Int {
    let rest = afterAttribute(questions[question].pattern, name, matched(question, answers))
    rests.insert(rest, for: question << Self.mostLeaves | answers)
    return rest
  }

  private mutating func afterAttribute(_ pattern: Int, _ name: RelaxNGNameClass.Name, _ matches: [Int])
    -> Int
  {
    switch patterns[pattern] {
    case .notAllowed, .empty, .text, .leaf, .element: return RelaxNGPatterns.notAllowed
    case .attribute(let names, let value):
      return grammar.nameClasses[names].contains(name) && isValue(value, matches)
        ? RelaxNGPatterns.empty : RelaxNGPatterns.notAllowed
    case .choice(let parts):
      let rests = patterns.parts[parts].map { afterAttribute($0, name, matches) }
      return patterns.choice(rests)
    case .group(let first, let second):
      let inFirst = afterAttribute(first, name, matches)
      let inSecond = afterAttribute(second, name, matches)
      let afterFirst = patterns.group(inFirst, second)
      let afterSecond = patterns.group(first, inSecond)
      return patterns.choice(afterFirst, afterSecond)
    case .oneOrMore(let part):
      let rest = afterAttribute(part, name, matches)
      if rest == RelaxNGPatterns.notAllowed { return rest }
      let more = patterns.optional(pattern)
      return patterns.group(rest, more)
    }
  }

  /// Whether a value is what the pattern of an attribute asks for.
  private func isValue(_ pattern: Int, _ matches: [Int]) -> Bool {
    switch patterns[pattern] {
    case .text: true
    case .leaf(let leaf): matches.contains(leaf)
    case .choice(let parts): patterns.parts[parts].contains { isValue($0, matches) }
    default: false
    }
  }

  private func collectAsked(_ pattern: Int, _ name: RelaxNGNameClass.Name, into leaves: inout [Int]) {
    switch patterns[pattern] {
    case .attribute(let names, let value):
      if grammar.nameClasses[names].contains(name) { collectTextLeaves(value, into: &leaves) }
    case .choice(let parts): for part in patterns.parts[parts] { collectAsked(part, name, into: &leaves) }
    case .group(let first, let second):
      collectAsked(first, name, into: &leaves)
      collectAsked(second, name, into: &leaves)
    case .oneOrMore(let part): collectAsked(part, name, into: &leaves)
    case .notAllowed, .empty, .text, .leaf, .element: break
    }
  }

  /// The leaves that can be asked about a text directly inside a pattern.
  private func collectTextLeaves(_ pattern: Int, into leaves: inout [Int]) {
    switch patterns[pattern] {
    case .leaf(let leaf): leaves.append(leaf)
    case .choice(let parts): for part in patterns.parts[parts] { collectTextLeaves(part, into: &leaves) }
    case .group(let first, let second):
      collectTextLeaves(first, into: &leaves)
      collectTextLeaves(second, into: &leaves)
    case .oneOrMore(let part): collectTextLeaves(part, into: &leaves)
    case .notAllowed, .empty, .text, .attribute, .element: break
    }
  }

  // MARK: Ends of start tags

  /// The pattern after the last attribute: whatever needs another attribute no longer matches.
  mutating func closing(_ pattern: Int) -> Int {
    if let known = closings[pattern] { return known }
    let rest = closed(pattern)
    closings.insert(rest, for: pattern)
    return rest
  }

  private mutating func closed(_ pattern: Int) -> Int {
    switch patterns[pattern] {
    case .attribute: return RelaxNGPatterns.notAllowed
    case .notAllowed, .empty, .text, .leaf, .element: return pattern
    case .choice(let parts):
      let rests = patterns.parts[parts].map { closed($0) }
      return patterns.choice(rests)
    case .group(let first, let second):
      let (closedFirst, closedSecond) = (closed(first), closed(second))
      return patterns.group(closedFirst, closedSecond)
    case .oneOrMore(let part):
      let rest = closed(part)
      return patterns.oneOrMore(rest)
    }
  }

  // MARK: Text

  /// What there is to ask about a text.
  /// - Returns: an index into `questions`.
  mutating func question(_ pattern: Int) -> Int {
    if let known = questionIndices[pattern << 10] { return known }
    var leaves: [Int] = []
    collectTextLeaves(pattern, into: &leaves)
    return addQuestion(pattern, pattern << 10, leaves)
  }

  /// What is left of the pattern of a question after the text.
  /// - Parameter answers: a bit for each leaf of the question that the text surely matches.
  mutating func afterText(_ question: Int, _ answers: Int) -> Int {
    if let known = knownRest(question, answers) { return known }
    let rest = afterText(questions[question].pattern, matched(question, answers))
    rests.insert(rest, for: question << Self.mostLeaves | answers)
    return rest
  }

  private mutating func afterText(_ pattern: Int, _ matches: [Int]) -> Int {
    switch patterns[pattern] {
    case .notAllowed, .empty, .attribute, .element: return RelaxNGPatterns.notAllowed
    case .text: return pattern
    case .leaf(let leaf):
      return matches.contains(leaf) ? RelaxNGPatterns.empty : RelaxNGPatterns.notAllowed
    case .choice(let parts):
      let rests = patterns.parts[parts].map { afterText($0, matches) }
      return patterns.choice(rests)
    case .group(let first, let second):
      let restOfFirst = afterText(first, matches)
      let inFirst = patterns.group(restOfFirst, second)
      if !isNullable(first) { return inFirst }
      let inSecond = afterText(second, matches)
      return patterns.choice(inFirst, inSecond)
    case .oneOrMore(let part):
      let rest = afterText(part, matches)
      if rest == RelaxNGPatterns.notAllowed { return rest }
      let more = patterns.optional(pattern)
      return patterns.group(rest, more)
    }
  }
}
