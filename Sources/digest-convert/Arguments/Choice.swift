import ArgumentParser
import Diagnostics

/// Reads a word of a fixed list; any other is refused with the one that was probably meant.
func choice<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
  if let value = Value(rawValue: text) { return value }
  let names = Value.allCases.map(\.rawValue)
  let hint =
    nearestName(to: text, in: names).map { "did you mean '\($0)'?" }
    ?? "there are \(names.joined(separator: ", "))"
  throw ValidationError("\(quoted(text)) is none of its values; \(hint)")
}

/// Help that ends in the list of words.
func choiceHelp<Value: RawRepresentable<String> & CaseIterable>(
  _ help: String, _ type: Value.Type, valueName: String
) -> ArgumentHelp {
  ArgumentHelp(
    "\(help) One of \(Value.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: valueName)
}
