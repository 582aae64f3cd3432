/// Elements of HTML that mark text inside a line. Used by `Lines/OpenMarkReader`.
enum HTMLWords {
  /// In small letters, as nearly all write them.
  static let marks: [(name: StaticString, closing: StaticString)] = [
    ("a", "</a>"), ("b", "</b>"), ("strong", "</strong>"), ("i", "</i>"), ("em", "</em>"), ("u", "</u>"),
    ("s", "</s>"), ("del", "</del>"), ("ins", "</ins>"), ("mark", "</mark>"), ("code", "</code>"),
    ("kbd", "</kbd>"), ("tt", "</tt>"), ("span", "</span>"), ("font", "</font>"), ("small", "</small>"),
    ("big", "</big>"), ("strike", "</strike>"), ("p", "</p>"), ("div", "</div>"), ("nobr", "</nobr>"),
  ]

  /// Whether an element only says how its text looks; around a whole line that says nothing of the paper.
  static func isPresentation(_ closing: StaticString) -> Bool {
    !["</s>", "</del>", "</ins>", "</mark>", "</strike>", "~~", "=="].contains(closing.description)
  }
}
