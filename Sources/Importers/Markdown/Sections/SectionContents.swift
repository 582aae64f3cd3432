import DigestSyntax

/// What is known of one kind of section where the sections are found: whether a heading among its blocks is a part of
/// it, although it has the level of the section's own heading.
protocol SectionContents {
  /// Whether a heading begins an entry: `### ✨ Idea 1` below `### FUTURE_IDEAS`.
  func isEntryTitle(_ line: Range<Int>) -> Bool

  /// Whether an item of a list below a heading is an entry, or a field of one, so that the heading groups entries.
  func isPartOfEntry(_ item: MarkdownBlock) -> Bool
}

extension SectionContents {
  func isEntryTitle(_ line: Range<Int>) -> Bool { false }
  func isPartOfEntry(_ item: MarkdownBlock) -> Bool { false }
}
