import DigestModel
import DigestSyntax

/// Sections that are text: the reflection, and every section without a recogniser of its own.
struct TextRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.reflection

  let blockReader: BlockReader

  init(_ context: MarkdownContext) { blockReader = BlockReader(context) }

  func entries(of body: [MarkdownBlock]) -> [Digest.Entry] { blockReader.blocks(body).map { .block($0) } }
}
