/// Breaks a text at spaces into lines of a width, for a terminal.
///
/// - Parameters:
///   - text: one paragraph; spaces that follow each other count as one.
///   - width: in characters; a longer word has a line of its own.
/// - Returns: at least one line.
package func wrapped(_ text: String, width: Int = 80) -> [String] {
  var lines = [""]
  var length = 0
  for word in text.split(separator: " ") {
    let count = word.count
    if length > 0, length + 1 + count > width {
      lines.append("")
      length = 0
    }
    lines[lines.count - 1] += (length > 0 ? " " : "") + word
    length += count + (length > 0 ? 1 : 0)
  }
  return lines
}
