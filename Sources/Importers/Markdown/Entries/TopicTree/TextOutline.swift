import DigestSyntax
import DigestText

/// Topic trees that are indented text.
struct TextOutline {
  let context: MarkdownContext
  let markers: MarkerReader
  let papers: PaperReader
  let outlines: IndentedOutline

  init(_ context: MarkdownContext) {
    self.context = context
    markers = MarkerReader(context)
    papers = PaperReader(context)
    outlines = IndentedOutline(context)
  }

  /// A topic tree that its author indented, `I. NLP` with `A. LLM` farther in, as a list; to CommonMark such lines are
  /// one paragraph.
  func textOutline(_ blocks: [MarkdownBlock]) -> MarkdownBlock? {
    guard let first = blocks.first, let last = blocks.last,
      context.body.lowerBound <= first.range.lowerBound, last.range.upperBound <= context.body.upperBound,
      isOutline(first) || blocks.contains(where: { runsLabelsTogether($0) }),
      blocks.allSatisfy({ $0.isList || $0.kind == .paragraph })
    else { return nil }
    var lines: [Range<Int>] = []
    var start = first.range.lowerBound
    while start < last.range.upperBound {
      let end =
        context.bytes[start..<last.range.upperBound].firstIndex(where: \.isNewline) ?? last.range.upperBound
      lines.append(start..<end)
      start = end + 1
    }
    let nodes = outlines.rankedByNumber(outlines.outlineLines(lines))
    guard outlines.namePapers(nodes, isDrawn: lines.contains(where: outlines.hasBranch)) else { return nil }
    return outlines.outlineList(nodes[...], depth: 0)
  }

  /// Whether a paragraph is an outline to its author: a label with a letter, or any label with deeper lines below.
  private func isOutline(_ block: MarkdownBlock) -> Bool {
    guard case .paragraph = block.kind else { return false }
    if isLetterLabel(block.lines[0]) { return true }
    guard block.lines.count > 1, papers.leadingPapers(in: block.lines[0]) == nil else { return false }
    return context.characterColumn(of: block.lines[1].lowerBound)
      > context.characterColumn(of: block.lines[0].lowerBound)
  }

  /// Whether a label has another one on its next line, `1. NLP` above `1.1. Models`, `A. Models` or `▫ Models`, which
  /// is not a list to CommonMark.
  private func runsLabelsTogether(_ block: MarkdownBlock) -> Bool {
    if block.kind == .paragraph {
      return block.lines.dropFirst().contains { line in
        line.count <= LabelLimits.topic && papers.leadingPapers(in: line) == nil
          && (Enumerator.end(in: context.bytes[line]) != nil || markers.unicodeBulletEnd(line) != nil)
      }
    }
    return block.children.contains { runsLabelsTogether($0) }
  }

  /// Whether a line is a label that CommonMark takes for the beginning of a paragraph: `I. NLP`, `A. Models`.
  private func isLetterLabel(_ line: Range<Int>) -> Bool {
    guard let letter = context.bytes[line].first, letter.isUppercase, papers.leadingPapers(in: line) == nil
    else {
      return false
    }
    return line.count <= LabelLimits.topic && Enumerator.end(in: context.bytes[line]) != nil
  }
}
