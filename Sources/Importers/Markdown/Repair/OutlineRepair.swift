import DigestSyntax

/// Outlines that are not Markdown lists.
struct OutlineRepair {
  let context: MarkdownContext
  let markers: MarkerReader
  let separators: SeparatorReader
  let fields: FieldReader
  let headings: SectionHeadings
  let outlines: IndentedOutline

  init(_ context: MarkdownContext, headings: SectionHeadings) {
    self.context = context
    markers = MarkerReader(context)
    separators = SeparatorReader(context)
    fields = FieldReader(context)
    self.headings = headings
    outlines = IndentedOutline(context)
  }

  /// The lines as nested lists, by how far they are indented; `nil` for what is not an outline with papers.
  func outline(_ lines: [Range<Int>]) -> MarkdownBlock? {
    let nodes = outlines.outlineLines(lines)
    let isDrawn = lines.contains(where: outlines.hasBranch)
    guard isDrawn || isIndentedText(nodes), outlines.namePapers(nodes, isDrawn: isDrawn) else { return nil }
    return outlines.outlineList(nodes[...], depth: 0)
  }

  /// The same for a paragraph, which is certain to be an outline only where the tree is drawn.
  func drawnOutline(_ lines: [Range<Int>]) -> MarkdownBlock? {
    lines.count > 1 && lines.contains(where: outlines.hasBranch) ? outline(lines) : nil
  }

  /// The same for a paragraph whose lines begin with bullets that Markdown does not know. With numbers among them the
  /// lines are the steps of an idea, and `· **Motivation:** …` is a field of one.
  /// - Returns: also the lines from a headline on, which belong to no bullet.
  func bulletedOutline(_ lines: [Range<Int>]) -> (list: MarkdownBlock, rest: [Range<Int>])? {
    guard let first = lines.first, let bullet = markers.unicodeBulletEnd(first),
      separators.dotLength(at: first.lowerBound, bullet) != 2
        || fields.fieldLabel(first, isBulleted: false) == nil,
      !lines.contains(where: { markers.stepMarker($0) != nil })
    else { return nil }
    var nodes: [OutlineLine] = []
    let end = lines.firstIndex(where: headings.isHeadline) ?? lines.count
    for line in lines[..<end] {
      if let bullet = markers.unicodeBulletEnd(line) ?? markers.bulletEnd(line) {
        nodes.append(
          OutlineLine(
            column: 2 * context.characterColumn(of: line.lowerBound),
            lines: [context.trimmed(bullet..<line.upperBound)],
            isBulleted: true))
      } else {
        nodes[nodes.count - 1].lines.append(line)
      }
    }
    return (outlines.outlineList(nodes[...], depth: 0), Array(lines[end...]))
  }

  /// Whether lines have several depths and most of them no bullet.
  private func isIndentedText(_ nodes: [OutlineLine]) -> Bool {
    guard let first = nodes.first, !first.isBulleted else { return false }
    let bulleted = nodes.count(where: \.isBulleted)
    let isDeeper = nodes.contains { $0.column > first.column }
    return isDeeper && bulleted * 2 <= nodes.count
      && !nodes.contains { headings.sectionKind(ofLine: $0.content) != nil }
  }
}
