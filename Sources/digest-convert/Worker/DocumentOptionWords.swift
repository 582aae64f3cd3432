import DigestConversion
import DigestDiagnostics

/// The options of a request as words of a command line, which one parser reads.
struct DocumentOptionWords {
  private(set) var words: [String] = []
  /// `complete`; `nil` where the request leaves it to the worker.
  private(set) var completes: Bool?

  /// - Throws: with every option that is unknown, or has a value that it cannot have.
  init(_ options: [DocumentRequest.Option]) throws(CommandFailure) {
    var wrong: [Diagnostic] = []
    for option in options {
      do throws(DiagnosticError) {
        let words = try Self.words(of: option)
        // Alone first: the parser does not say where the value of a member stands.
        do { _ = try ConvertOptions.parse(words) } catch {
          throw DiagnosticError(
            RequestDiagnostics.wrongValue, WrongValue.problem(in: ConvertOptions.message(for: error)),
            at: option.value.location)
        }
        if option.name.value == "complete" { completes = !words.isEmpty } else { self.words += words }
      } catch {
        wrong += error.diagnostics
      }
    }
    guard wrong.isEmpty else { throw CommandFailure(.usage, wrong) }
  }

  private static func words(of option: DocumentRequest.Option) throws(DiagnosticError) -> [String] {
    let name = option.name.value
    if let opposite = DocumentOptionNames.flags[name] {
      guard case .flag(let isSet) = option.value.value else { throw wrong(option, "true or false") }
      return isSet ? ["--" + name] : [opposite].compactMap(\.self)
    }
    if DocumentOptionNames.valued.contains(name) {
      guard case .word(let word) = option.value.value else { throw wrong(option, "one word") }
      return ["--\(name)=\(word)"]
    }
    if DocumentOptionNames.repeatable.contains(name) {
      switch option.value.value {
      case .word(let word): return ["--\(name)=\(word)"]
      case .words(let words): return words.map { "--\(name)=\($0)" }
      case .flag: throw wrong(option, "a word or a list of words")
      }
    }
    throw DiagnosticError(
      RequestDiagnostics.unknownMember, "\(quoted(name)) is not an option of a document",
      at: option.name.location,
      help: suggestion(for: name, among: DocumentOptionNames.all)
        ?? "options are \(DocumentOptionNames.all.joined(separator: ", "))")
  }

  private static func wrong(_ option: DocumentRequest.Option, _ expected: String) -> DiagnosticError {
    let found =
      switch option.value.value {
      case .flag(let isSet): "\(isSet)"
      case .word(let word): quoted(word)
      case .words: "a list"
      }
    return DiagnosticError(
      RequestDiagnostics.wrongValue, "found \(found) in \(quoted(option.name.value)), expected \(expected)",
      at: option.value.location)
  }
}
