import DigestSyntax
import DigestText

/// One line of an outline.
struct OutlineLine {
  /// Twice the characters before it, and one more for a bullet: it belongs below a label of its own column.
  var column: Int
  /// The line, and those that it is wrapped to.
  var lines: [Range<Int>]
  var isBulleted: Bool

  var content: Range<Int> { lines[0].lowerBound..<lines[lines.count - 1].upperBound }
}

/// Indented lines as nested lists, with the lines of a drawn tree (`├── NLP`) or without.
struct IndentedOutline {
  let context: MarkdownContext
  let markers: MarkerReader
  let papers: PaperReader

  init(_ context: MarkdownContext) {
    self.context = context
    markers = MarkerReader(context)
    papers = PaperReader(context)
  }

  func outlineLines(_ lines: [Range<Int>]) -> [OutlineLine] {
    var nodes: [OutlineLine] = []
    for line in lines.compactMap(outlineLine) {
      if let last = nodes.last, last.isBulleted, !line.isBulleted, line.column > last.column,
        papers.leadingPapers(in: line.lines[0]) == nil,
        Enumerator.end(in: context.bytes[line.lines[0]]) == nil
      {
        nodes[nodes.count - 1].lines += line.lines
      } else {
        nodes.append(line)
      }
    }
    return nodes
  }

  /// Labels that all stand in one column, `1. NLP` and `1.1. Models`, are as deep as their numbers have parts.
  func rankedByNumber(_ nodes: [OutlineLine]) -> [OutlineLine] {
    let labels = nodes.filter { !$0.isBulleted }
    guard let first = labels.first, labels.count < nodes.count,
      labels.allSatisfy({ $0.column == first.column })
    else { return nodes }
    let depths = nodes.map { node -> Int? in
      guard !node.isBulleted, let end = Enumerator.end(in: context.bytes[node.lines[0]]) else { return nil }
      return Enumerator.depth(of: context.bytes[node.lines[0].lowerBound..<end])
    }
    guard let deepest = depths.compactMap(\.self).max(), deepest > 1 else { return nodes }
    return zip(nodes, depths).map { node, depth in
      var node = node
      node.column += 2 * (depth ?? (node.isBulleted ? deepest + 1 : 1))
      return node
    }
  }

  private func outlineLine(_ line: Range<Int>) -> OutlineLine? {
    var i = line.lowerBound
    while i < line.upperBound, let next = drawingEnd(i, line.upperBound) { i = next }
    let content = context.trimmed(i..<line.upperBound)
    // A rule says nothing.
    guard !content.allSatisfy({ context.bytes[$0] == UInt8(ascii: "-") }) else { return nil }
    let column = 2 * context.characterColumn(of: content.lowerBound)
    guard let bullet = markers.bulletEnd(content) ?? markers.unicodeBulletEnd(content) else {
      return OutlineLine(column: column, lines: [content], isBulleted: false)
    }
    return OutlineLine(
      column: column + 1, lines: [context.trimmed(bullet..<content.upperBound)], isBulleted: true)
  }

  /// The offset after a blank or a piece of a drawn tree: box drawing characters (U+2500 to U+257F), `|`, `+--`, `` `-- ``.
  private func drawingEnd(_ i: Int, _ end: Int) -> Int? {
    let byte = context.bytes[i]
    let space = context.spaceLength(at: i, end)
    if space > 0 { return i + space }
    if byte == 0xE2, i + 2 < end, context.bytes[i + 1] == 0x94 || context.bytes[i + 1] == 0x95 {
      return i + 3
    }
    if let end = asciiBranchEnd(i, end) { return end }
    return byte == UInt8(ascii: "|") && i + 1 < end && context.bytes[i + 1].isBlank ? i + 1 : nil
  }

  /// The offset after the dashes of `|-- `, `+-- ` or `` `-- ``; `|---|---|` is the delimiter row of a table.
  private func asciiBranchEnd(_ i: Int, _ end: Int) -> Int? {
    for branch: StaticString in Signs.branches where context.starts(i..<end, with: branch) {
      let dashes = i + 1 + context.bytes[(i + 1)..<end].prefix { $0 == UInt8(ascii: "-") }.count
      let next = context.skipBlanks(dashes, end)
      return next > dashes && next < end && context.bytes[next] != UInt8(ascii: "|") ? dashes : nil
    }
    return nil
  }

  /// Whether any of the lines names a paper.
  /// - Parameter isDrawn: whether the tree is drawn: only then a name may come before the id.
  func namePapers(_ nodes: [OutlineLine], isDrawn: Bool) -> Bool {
    nodes.contains {
      papers.leadingPapers(in: $0.content) != nil || isDrawn && papers.namedPapers(in: $0.content) != nil
    }
  }

  /// Whether a line has the corner or branch of a drawn tree.
  func hasBranch(_ line: Range<Int>) -> Bool {
    let line = context.trimmed(line)
    let end = min(line.upperBound, line.lowerBound + StructureLimits.drawing)
    var i = line.lowerBound
    while i < end {
      if context.starts(i..<end, with: "├") || context.starts(i..<end, with: "└") { return true }
      if asciiBranchEnd(i, end) != nil { return true }
      guard let next = drawingEnd(i, end) else { return false }
      i = next
    }
    return false
  }

  /// The lines as a list: deeper lines that follow one become a list below it.
  func outlineList(_ nodes: ArraySlice<OutlineLine>, depth: Int) -> MarkdownBlock {
    var items: [MarkdownBlock] = []
    var index = nodes.startIndex
    while index < nodes.endIndex {
      let node = nodes[index]
      var end = index + 1
      while depth < Self.outlineDepth, end < nodes.endIndex, nodes[end].column > node.column { end += 1 }
      let content = node.content
      var item = MarkdownBlock(
        kind: .item(enumerator: content.lowerBound..<content.lowerBound), range: content,
        children: [MarkdownBlock.paragraph(node.lines)])
      if end > index + 1 {
        let below = outlineList(nodes[(index + 1)..<end], depth: depth + 1)
        item.children.append(below)
        item.range = content.lowerBound..<max(content.upperBound, below.range.upperBound)
      }
      items.append(item)
      index = end
    }
    let lower = items.first?.range.lowerBound ?? 0
    return MarkdownBlock(
      kind: .bulletList, range: lower..<max(lower, items.last?.range.upperBound ?? 0), children: items)
  }

  /// Lines below this depth become siblings; a Markdown list could not be deeper, either.
  private static var outlineDepth: Int { MarkdownLimits.nesting / 4 }
}
