/// The rule for make that says which files the outputs of a run were made from, as compilers write it (`-MD -MP`).
enum DependencyFile {
  /// One rule for all outputs of the run, then an empty rule for each input, so that make does not stop when an input
  /// is removed.
  static func bytes(outputs: [String], inputs: [String]) -> [UInt8] {
    var text = outputs.map { escaped($0, isTarget: true) }.joined(separator: " \\\n ") + ":"
    for input in inputs { text += " \\\n " + escaped(input, isTarget: false) }
    text += "\n"
    for input in inputs { text += "\n\(escaped(input, isTarget: true)):\n" }
    return Array(text.utf8)
  }

  /// Source: GNU make manual, *Rule Syntax*: `\` before a space, `#` and `:`, `$$` for `$`; `%` makes a pattern of a
  /// target, while in a prerequisite it is a character like any other.
  private static func escaped(_ path: String, isTarget: Bool) -> String {
    var result = ""
    for character in path {
      switch character {
      case " ", "#", ":": result += "\\\(character)"
      case "%" where isTarget: result += "\\%"
      case "$": result += "$$"
      default: result.append(character)
      }
    }
    return result
  }
}
