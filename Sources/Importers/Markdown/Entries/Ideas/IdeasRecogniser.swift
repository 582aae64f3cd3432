import DigestModel
import DigestSyntax

/// Ideas: a title, labelled fields, steps, as lines of one paragraph or as bullets, with numbered steps inside either.
struct IdeasRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.ideas

  let context: MarkdownContext
  let ideaLines: IdeaLineReader
  let blockReader: BlockReader

  init(_ context: MarkdownContext) {
    self.context = context
    ideaLines = IdeaLineReader(context)
    blockReader = BlockReader(context)
  }

  func entries(of blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var builder = IdeaBuilder(context)
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .paragraph: builder.add(paragraph: block)
      case .heading(let level):
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        if ideaLines.isGroupOfIdeas(block, level, next: next) {
          builder.endIdea(at: blockReader.block(block))
        } else {
          builder.add(heading: block, level)
        }
      case .bulletList, .orderedList: builder.add(list: block)
      case .thematicBreak: builder.endIdea(at: blockReader.block(block))
      case .table where builder.add(table: block): break
      default: builder.add(block: block)
      }
      index += 1
    }
    return builder.finish()
  }

  func isEntryTitle(_ line: Range<Int>) -> Bool { ideaLines.isIdeaTitle(line) }

  func isPartOfEntry(_ item: MarkdownBlock) -> Bool { ideaLines.fieldItem(item) != nil }
}
