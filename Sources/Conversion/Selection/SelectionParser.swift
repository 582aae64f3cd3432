import DigestDiagnostics
import DigestModel

/// Reads an expression.
///
/// ```
/// expression = term { "or" term }
/// term       = factor { "and" factor }
/// factor     = "not" factor | "(" expression ")" | condition
/// condition  = field comparison value | "since" date | "until" date | "in" ( section | file )
/// ```
///
/// The answer is a list of steps for a stack (Dijkstra's shunting yard), so that no depth of parentheses is too deep.
struct SelectionParser {
  private let document: SourceDocument
  private let tokens: [SelectionToken]
  private var place = 0
  private var program: SelectionProgram
  /// Operators and parentheses that wait for what follows them.
  private var pending: [SelectionToken] = []
  /// How many of these are parentheses.
  private var depth = 0

  /// Adds an expression to a program; what the program holds already has to be true as well.
  static func add(_ document: SourceDocument, to program: inout SelectionProgram) throws(DiagnosticError) {
    var parser = try SelectionParser(document, program)
    try parser.parse()
    if !program.steps.isEmpty { parser.program.append(.and) }
    program = parser.program
  }

  private init(_ document: SourceDocument, _ program: SelectionProgram) throws(DiagnosticError) {
    self.document = document
    self.program = program
    tokens = try SelectionTokenizer.tokens(of: document)
  }

  private var token: SelectionToken { tokens[place] }

  // MARK: Operators

  private mutating func parse() throws(DiagnosticError) {
    while true {
      try parseOperand()
      while token.kind == .close, depth > 0 { closeParenthesis() }
      if token.kind == .end { break }
      guard token.isWord("and") || token.isWord("or") else { throw expected(afterCondition: token) }
      release(before: token)
      pending.append(token)
      place += 1
    }
    while let last = pending.popLast() {
      guard last.kind != .open else {
        throw error("expected ')' for this parenthesis, found the end", at: last)
      }
      program.append(last)
    }
  }

  /// Everything up to a condition, and the condition.
  private mutating func parseOperand() throws(DiagnosticError) {
    while token.kind == .open || token.isWord("not") {
      if token.kind == .open { depth += 1 }
      pending.append(token)
      place += 1
    }
    try parseCondition()
  }

  private mutating func closeParenthesis() {
    depth -= 1
    place += 1
    while let last = pending.popLast(), last.kind != .open { program.append(last) }
  }

  /// Carries out what binds at least as closely as the next operator.
  private mutating func release(before next: SelectionToken) {
    while let last = pending.last, last.kind != .open, last.precedence >= next.precedence {
      program.append(last)
      pending.removeLast()
    }
  }

  private func expected(afterCondition token: SelectionToken) -> DiagnosticError {
    if token.kind == .close {
      return error("expected 'and', 'or' or the end, found ')' without '('", at: token)
    }
    let isValue =
      place > 1 && token.kind == .word && tokens[place - 1].kind == .word
      && tokens[place - 2].kind == .comparison
    let help: String? =
      switch token.text {
      case "&&", "&", ",": "write 'and'"
      case "||", "|": "write 'or'"
      default: isValue ? "a value of several words stands in quotes" : nil
      }
    return error(
      "expected 'and', 'or' or \(depth > 0 ? "')'" : "the end"), found \(token.name)", at: token, help: help)
  }

  // MARK: Conditions

  private mutating func parseCondition() throws(DiagnosticError) {
    let field = token
    guard field.kind == .word else {
      throw error("expected a condition such as 'rank <= 5', found \(field.name)", at: field)
    }
    place += 1
    switch field.text.lowercased() {
    case "since": program.append(.date(.digestOrPaper, .greaterOrEqual, try date(after: field)))
    case "until": program.append(.date(.digestOrPaper, .lessOrEqual, try date(after: field)))
    case "in": try parsePlace(after: field)
    case "and", "or": throw error("expected a condition such as 'rank <= 5', found \(field.name)", at: field)
    default:
      guard let known = SelectionField(rawValue: field.text.lowercased()) else { throw unknownField(field) }
      try parseComparison(of: known)
    }
  }

  private func unknownField(_ token: SelectionToken) -> DiagnosticError {
    let words = SelectionField.names + ["since", "until", "in", "not"]
    let help =
      suggestion(for: token.text, among: words)
      ?? "fields are \(SelectionField.names.joined(separator: ", "))"
    return DiagnosticError(
      SelectionDiagnostics.unknownField, "expected a field, found \(token.name)",
      at: SourceLocation(document, token.range), help: help)
  }

  private mutating func parseComparison(of field: SelectionField) throws(DiagnosticError) {
    let sign = token
    let possible = SelectionComparison.all(of: field.form)
    let list = possible.map(\.rawValue).joined(separator: " ")
    guard sign.kind == .comparison else {
      throw error("expected one of \(list) after '\(field.rawValue)', found \(sign.name)", at: sign)
    }
    guard let comparison = SelectionComparison(rawValue: sign.text), possible.contains(comparison) else {
      let help = sign.text == "==" ? "did you mean '='?" : sign.text == "<>" ? "did you mean '!='?" : nil
      throw error(
        "expected one of \(list) after '\(field.rawValue)', found \(sign.name)", at: sign, help: help)
    }
    place += 1
    let condition = try condition(field, comparison, try value(after: sign))
    program.append(condition)
    if comparison == .unequal { program.append(.not) }
  }

  /// The condition of `!=` is that of `=`.
  private mutating func condition(
    _ field: SelectionField, _ comparison: SelectionComparison, _ value: SelectionToken
  ) throws(DiagnosticError) -> SelectionCondition {
    let contains = comparison == .contains
    let positive = comparison == .unequal ? SelectionComparison.equal : comparison
    switch field.form {
    case .section: return .section(value.text.selectionWord, contains: contains)
    case .id:
      if !contains, let id = PaperID(identifier: value.text) { return .id(id.withoutVersion) }
      return .text(.id, SearchText(value.text), contains: contains)
    case .text: return .text(field, SearchText(value.text), contains: contains)
    case .anyText: return .anyText(program.number(ofText: SearchText(value.text)))
    case .number:
      guard let number = Int(value.text) else {
        throw wrongValue("expected a number, found \(value.name)", at: value)
      }
      return .rank(positive, number)
    case .date: return .date(field == .date ? .paper : .digest, positive, try date(value))
    }
  }

  private mutating func parsePlace(after word: SelectionToken) throws(DiagnosticError) {
    let value = try value(after: word)
    if let kind = Digest.Section.Kind(selectionWord: value.text.selectionWord) {
      program.append(.named(kind))
      return
    }
    guard !value.text.isEmpty else { throw wrongValue("expected a section or a file, found ''", at: value) }
    let place = SourceLocation(document, value.range)
    program.append(.listed(program.number(ofFile: value.text, at: place)))
  }

  // MARK: Values

  private mutating func value(after before: SelectionToken) throws(DiagnosticError) -> SelectionToken {
    let value = token
    let isReserved = ["and", "or", "not"].contains { value.isWord($0) }
    guard value.kind == .quoted || value.kind == .word && !isReserved else {
      let help = isReserved ? "write \"\(value.text)\" where the word is meant" : nil
      throw error("expected a value after \(before.name), found \(value.name)", at: value, help: help)
    }
    place += 1
    return value
  }

  private mutating func date(after word: SelectionToken) throws(DiagnosticError) -> PartialDate {
    try date(try value(after: word))
  }

  private func date(_ value: SelectionToken) throws(DiagnosticError) -> PartialDate {
    guard value.text.utf8.count <= 10, let date = PartialDate(value.text) else {
      throw wrongValue("expected a date such as 2024, 2024-09 or 2024-09-13, found \(value.name)", at: value)
    }
    return date
  }

  // MARK: Errors

  private func error(_ summary: String, at token: SelectionToken, help: String? = nil) -> DiagnosticError {
    DiagnosticError(
      SelectionDiagnostics.syntax, summary, at: SourceLocation(document, token.range), help: help)
  }

  private func wrongValue(_ summary: String, at token: SelectionToken) -> DiagnosticError {
    DiagnosticError(SelectionDiagnostics.wrongValue, summary, at: SourceLocation(document, token.range))
  }
}

extension SelectionToken {
  /// How closely an operator binds.
  fileprivate var precedence: Int { isWord("not") ? 3 : isWord("and") ? 2 : 1 }
}

extension Digest.Section.Kind {
  /// The kind of a name: `readingList`, `reading-list`, `READING_LIST`.
  init?(selectionWord word: String) {
    guard let kind = Self.allCases.first(where: { $0.selectionWords.contains(word) }) else { return nil }
    self = kind
  }

  /// What it is called.
  var selectionWords: [String] {
    [rawValue, traits.heading, traits.title].compactMap { $0?.selectionWord }
  }
}

extension SelectionProgram {
  fileprivate mutating func append(_ token: SelectionToken) {
    append(token.isWord("not") ? .not : token.isWord("and") ? .and : .or)
  }
}
