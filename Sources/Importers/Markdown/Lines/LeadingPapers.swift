import DigestModel

/// The paper ids that a line begins with.
struct LeadingPapers {
  /// A mark other than `**` and a backtick that opened before the ids: `~~`, `==`, `<b>`, `<a href="…">`.
  struct OpenMark {
    var range: Range<Int>
    /// What closes it.
    var closing: StaticString
    /// The address of a link.
    var address = 0..<0
  }

  var papers: [Citation]
  /// What follows the ids and the marks that close around them.
  var rest: Range<Int>
  /// Whether a `**` before the ids is still open at `rest`.
  var isStrongOpen: Bool
  /// Whether a backtick before the ids is still open at `rest`: the whole line is one code span.
  var isCodeOpen: Bool
  /// Words between two ids, such as `and` and `và`.
  var joiningWords: [Range<Int>] = []
  /// Brackets after an id that say by which other ids its paper is known, `(cũng là 2409.10000)`.
  var aliases: [Range<Int>] = []
  /// Marks that are still open at `rest`.
  var openMarks: [OpenMark] = []
  /// Marks that are open at `rest` and close at the end of the line, where they were cut off.
  var wrapping: [(open: Range<Int>, close: Range<Int>)] = []
  /// Addresses of links around ids that lead elsewhere than to the paper.
  var otherAddresses: [Range<Int>] = []
  /// Whether `rest` begins with the text of a link: `|NAME` of `[[2409.10000|NAME]]`.
  var hasLinkText = false
}
