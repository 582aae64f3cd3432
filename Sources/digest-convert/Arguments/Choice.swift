import ArgumentParser
import DigestDiagnostics

/// Reads a word of a fixed list, and refuses others with the one that was probably meant.
func choice<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws(ValidationError) -> Value {
  if let value = Value(rawValue: text) { return value }
  let names = Value.allCases.map(\.rawValue)
  let hint =
    suggestion(for: text, among: names)
    ?? "values are \(names.joined(separator: ", "))"
  throw ValidationError("\(quoted(text)) is not one of the values; \(hint)")
}

/// What shells offer for such a word.
func choices<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> CompletionKind {
  .list(Value.allCases.map(\.rawValue))
}

/// Help that ends in the list of words.
/// - Parameter standard: the default.
func choiceHelp<Value: RawRepresentable<String> & CaseIterable>(
  _ help: String, _ type: Value.Type, standard: Value? = nil, valueName: String
) -> ArgumentHelp {
  let words = Value.allCases.map {
    $0.rawValue == standard?.rawValue ? "\($0.rawValue) (default)" : $0.rawValue
  }
  return ArgumentHelp("\(help) One of \(words.joined(separator: ", ")).", valueName: valueName)
}
