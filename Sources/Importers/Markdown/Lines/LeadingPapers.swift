import DigestModel

/// The paper ids that a line begins with.
struct LeadingPapers {
  var papers: [Citation]
  /// What follows the ids and the marks that close around them.
  var rest: Range<Int>
  /// Whether a `**` before the ids is still open at `rest`.
  var isStrongOpen: Bool
  /// Whether a backtick before the ids is still open at `rest`: the whole line is one code span.
  var isCodeOpen: Bool
  /// Words between two ids, such as `and` and `và`.
  var joiningWords: [Range<Int>] = []
}
