import DigestSyntax

/// A candidate for an entry: a list item, a heading with what follows it, or a paragraph.
struct EntryItem {
  /// The number as written; empty where there is none.
  var enumerator: Range<Int>
  /// The lines of the first paragraph or of the heading.
  var lines: [Range<Int>]
  var below: [MarkdownBlock]
  /// From the marker to the end of what stands below.
  var range: Range<Int>
  var isListItem: Bool
  /// 1-6 for a heading.
  var level: Int?

  var isHeading: Bool { level != nil }
}

/// What a section's body consists of.
enum BodyPart {
  case item(EntryItem)
  case block(MarkdownBlock)
}
