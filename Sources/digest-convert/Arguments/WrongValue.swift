/// What ArgumentParser says of a wrong value: `The value 'x' is invalid for '--to <format,...>': …`
struct WrongValue {
  /// `--to`; `nil` for an argument without a name.
  let option: String?
  /// What is wrong, without the option that it is for.
  let problem: String

  /// - Parameter summary: of an error, without its help and usage.
  /// - Returns: `nil` where it is about something else.
  init?(_ summary: String) {
    guard summary.hasPrefix("The value '"), let rest = summary.range(after: "' is invalid for '"),
      let text = rest.range(after: "': ")
    else { return nil }
    option = rest.hasPrefix("-") ? rest.firstWord : nil
    problem = text
  }

  /// What is wrong, with the option: `--period: 'May' is not a month such as 2024-09`.
  var clause: String { option.map { "\($0): \(problem)" } ?? problem }

  /// What is wrong, in a message of ArgumentParser; the message itself where it is about something else.
  static func problem(in message: String) -> String { WrongValue(message)?.problem ?? message }

  /// The same with the option.
  static func clause(in message: String) -> String { WrongValue(message)?.clause ?? message }
}

extension StringProtocol {
  /// What stands after the first place of a text.
  func range(after text: String) -> String? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return String(rest.dropFirst(text.count)) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Up to a space, or to the quote that ends what is quoted.
  var firstWord: String { String(prefix { $0 != " " && $0 != "'" }) }

  var untilQuote: String { String(prefix { $0 != "'" }) }
}
