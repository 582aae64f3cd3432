import DigestDiagnostics

/// An expression as steps for a stack of answers.
struct SelectionProgram: Sendable {
  enum Step: Sendable {
    case ask(SelectionCondition)
    case not, and, or
  }

  private(set) var steps: [Step] = []
  /// The texts that `text ~` looks for, each once.
  private(set) var texts: [SearchText] = []
  /// The files that are named, each once, with the place of the first name.
  private(set) var files: [(name: String, location: SourceLocation)] = []

  mutating func append(_ step: Step) { steps.append(step) }
  mutating func append(_ condition: SelectionCondition) { steps.append(.ask(condition)) }

  mutating func number(ofText text: SearchText) -> Int {
    if let number = texts.firstIndex(of: text) { return number }
    texts.append(text)
    return texts.count - 1
  }

  mutating func number(ofFile name: String, at location: SourceLocation) -> Int {
    if let number = files.firstIndex(where: { $0.name == name }) { return number }
    files.append((name, location))
    return files.count - 1
  }

  /// Whether the answer depends on the place of a mention.
  var asksForSections: Bool {
    steps.contains { if case .ask(.section) = $0 { true } else { false } }
  }

  /// The answer of the whole expression.
  /// - Parameter answer: that of a condition.
  /// - Complexity: O(n) in the steps.
  func answer(_ answer: (SelectionCondition) -> Truth) -> Truth {
    var stack: [Truth] = []
    for step in steps {
      switch step {
      case .ask(let condition): stack.append(answer(condition))
      case .not: stack.append(!(stack.popLast() ?? .unknown))
      case .and:
        let second = stack.popLast() ?? .unknown
        stack.append(.and(stack.popLast() ?? .unknown, second))
      case .or:
        let second = stack.popLast() ?? .unknown
        stack.append(.or(stack.popLast() ?? .unknown, second))
      }
    }
    return stack.last ?? .yes
  }
}
