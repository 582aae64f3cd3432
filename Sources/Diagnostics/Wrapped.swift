/// Breaks a text at spaces into lines of a width, for a terminal.
///
/// - Parameters:
///   - text: one paragraph; spaces that follow each other count as one.
///   - width: in characters; a longer word has a line of its own.
///   - firstColumn: how many columns of the first line are taken. Then a space comes before the first word.
///   - indent: how many spaces begin each further line.
/// - Returns: at least one line.
package func wrapped(_ text: String, width: Int = 80, firstColumn: Int = 0, indent: Int = 0) -> [String] {
  var lines = [""]
  var length = firstColumn
  var isEmpty = firstColumn == 0
  for word in text.split(separator: " ") {
    let count = word.count
    if !isEmpty, length + 1 + count > width {
      lines.append(String(repeating: " ", count: indent))
      length = indent
      isEmpty = true
    }
    lines[lines.count - 1] += (isEmpty ? "" : " ") + word
    length += count + (isEmpty ? 0 : 1)
    isEmpty = false
  }
  return lines
}
