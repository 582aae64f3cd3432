/// The papers that a line is about where their ids do not come first.
struct NamedPapers {
  /// What stands before the ids, marks and all: `**NAME` of `**NAME (id)** – text`.
  var before: Range<Int>
  /// The same without marks.
  var name: Range<Int>
  var leading: LeadingPapers
}
