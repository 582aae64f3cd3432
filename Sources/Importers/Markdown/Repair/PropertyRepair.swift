import DigestSyntax
import DigestText

/// Lines `key:: value` below a line of text, as Logseq and Obsidian have them: each is a paragraph of its own, so that it
/// is neither part of the text nor lost.
struct PropertyRepair {
  let context: MarkdownContext

  init(_ context: MarkdownContext) { self.context = context }

  /// The paragraphs that a paragraph is, or `nil` for one without such lines.
  func paragraphs(_ block: MarkdownBlock) -> [MarkdownBlock]? {
    guard block.lines.count > 1, block.lines.contains(where: isProperty) else { return nil }
    var parts: [[Range<Int>]] = []
    var isText = false
    for line in block.lines {
      let isProperty = isProperty(line)
      if isText, !isProperty { parts[parts.count - 1].append(line) } else { parts.append([line]) }
      isText = !isProperty
    }
    return parts.map(MarkdownBlock.paragraph)
  }

  private func isProperty(_ line: Range<Int>) -> Bool {
    guard let first = context.bytes[line].first, first.isLetter || first.isNonASCII else { return false }
    return PropertyLine.endOfKey(context.bytes, line) != nil
  }
}
