import DigestModel
import DigestSyntax

/// A section as ranges and blocks of the source.
struct SectionDraft {
  var kind: Digest.Section.Kind
  /// The number as written; empty where there is none.
  var enumerator: Range<Int>
  var heading: Range<Int>
  /// The level of a heading with `#`; `nil` for list items and bold lines.
  var level: Int?
  var body: [MarkdownBlock]
  var start: Int
  /// Whether headings of its own level are known to be part of it.
  var hasGroups = false
}

/// The title of a document, its sections, and what stands before them.
struct DocumentDraft {
  var title: Range<Int>?
  var preamble: [MarkdownBlock] = []
  var sections: [SectionDraft] = []

  mutating func add(_ block: MarkdownBlock) {
    if sections.isEmpty { preamble.append(block) } else { sections[sections.count - 1].body.append(block) }
  }
}
