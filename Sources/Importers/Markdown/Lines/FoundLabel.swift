/// A label found in running text: its words, and the whole mark with asterisks, colon and dash.
struct FoundLabel {
  var words: Range<Int>
  var mark: Range<Int>
  /// Whether the mark opens emphasis that closes later: `*Suy nghĩ: opinion.*`.
  var opensEmphasis: Bool
  /// Whether the mark begins with a bracket that closes at the very end of the text: `(Suy nghĩ: opinion)`.
  var isInBracket = false
}
