import DigestDiagnostics

/// A rule for make that says what the outputs of a run were made from, as compilers write it (`-MD -MP`).
enum DependencyFile {
  /// One rule for all outputs of the run, and an empty rule for each input, so that make does not stop when an input
  /// is removed.
  static func bytes(outputs: [String], inputs: [String]) -> [UInt8] {
    var text = outputs.map { escaped($0, isTarget: true) }.joined(separator: " \\\n ") + ":"
    for input in inputs { text += " \\\n " + escaped(input, isTarget: false) }
    text += "\n"
    for input in inputs { text += "\n\(escaped(input, isTarget: true)):\n" }
    return Array(text.utf8)
  }

  /// The part of a name that make would misread because its syntax has no escape for it; `nil` if there is none.
  /// `=` turns the rule into a variable, `|` begins prerequisites of another kind, `;` begins a recipe.
  static func unwritablePart(of path: String) -> String? {
    var last: Unicode.Scalar?
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\n": return "a line break"
      case "\t": return "a tab"
      case "=", "|", ";": return "'\(scalar)'"
      case " ", "#", ":", "%": if last == "\\" { return "a backslash before \(quoted(String(scalar)))" }
      default: break
      }
      last = scalar
    }
    return last == "\\" ? "a backslash at its end" : nil
  }

  /// Source: GNU make manual, *Rule Syntax*: `\` before a space, `#` and `:`, `$$` for `$`; `%` makes a pattern of a
  /// target, while in a prerequisite it is a character like any other.
  private static func escaped(_ path: String, isTarget: Bool) -> String {
    var result = ""
    // Not characters: a space with a combining accent is one character.
    for scalar in path.unicodeScalars {
      switch scalar {
      case " ", "#", ":": result += "\\\(scalar)"
      case "%" where isTarget: result += "\\%"
      case "$": result += "$$"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
