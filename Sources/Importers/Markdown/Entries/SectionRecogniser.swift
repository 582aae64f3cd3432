import DigestModel
import DigestSyntax

/// Types the entries of one kind of section.
///
/// A recogniser takes the blocks of a section's body and makes entries of them in their order. A block that it does
/// not recognise stays as it is, as an entry of kind `block`, so that no word is lost.
protocol SectionRecogniser: SectionContents {
  /// The kind of section that it reads.
  static var kind: Digest.Section.Kind { get }

  init(_ context: MarkdownContext)

  /// The entries of a section.
  /// - Parameter body: its blocks, from below its heading to its end, rules at the end left out.
  func entries(of body: [MarkdownBlock]) -> [Digest.Entry]
}
