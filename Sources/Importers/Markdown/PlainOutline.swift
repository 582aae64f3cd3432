import DigestSyntax
import DigestText

/// Outlines that are no Markdown lists: indented lines, with the lines of a drawn tree (`├── NLP`) or without.
extension DigestReader {
  /// One line of an outline.
  private struct OutlineLine {
    /// Twice the characters before it, and one more for a bullet: it belongs below a label of its own column.
    var column: Int
    /// With the lines that it is wrapped to.
    var lines: [Range<Int>]
    var isBulleted: Bool

    var content: Range<Int> { lines[0].lowerBound..<lines[lines.count - 1].upperBound }
  }

  /// The lines as nested lists, by how far they are indented; `nil` for what is no outline with papers.
  /// - Parameter isText: whether the lines are known to be an outline of labels without bullets.
  func outline(_ lines: [Range<Int>], isText: Bool = false) -> MarkdownBlock? {
    let nodes = isText ? rankedByNumber(outlineLines(lines)) : outlineLines(lines)
    let isDrawn = lines.contains(where: hasBranch)
    guard isText || isDrawn || isIndentedText(nodes),
      nodes.contains(where: { node in
        // In a drawn tree a name may come before the id.
        leadingPapers(in: node.content) != nil || isDrawn && namedPapers(in: node.content) != nil
      })
    else {
      return nil
    }
    return outlineList(nodes[...], depth: 0)
  }

  /// The same for a paragraph: only where the tree is drawn is it sure to be one.
  func drawnOutline(_ lines: [Range<Int>]) -> MarkdownBlock? {
    lines.count > 1 && lines.contains(where: hasBranch) ? outline(lines) : nil
  }

  /// The same for a paragraph whose lines begin with bullets that Markdown does not know. Lines with numbers among them
  /// are the steps of an idea, and `· **Motivation:** …` is its field.
  /// - Returns: also the lines from a headline on, which belong to no bullet.
  func bulletedOutline(_ lines: [Range<Int>]) -> (list: MarkdownBlock, rest: [Range<Int>])? {
    guard let first = lines.first, let bullet = unicodeBulletEnd(first),
      dotLength(at: first.lowerBound, bullet) != 2 || fieldLabel(first, isBulleted: false) == nil,
      !lines.contains(where: { stepMarker($0) != nil })
    else { return nil }
    var nodes: [OutlineLine] = []
    let end = lines.firstIndex(where: isHeadline) ?? lines.count
    for line in lines[..<end] {
      if let bullet = unicodeBulletEnd(line) ?? bulletEnd(line) {
        nodes.append(
          OutlineLine(
            column: 2 * characterColumn(of: line.lowerBound), lines: [trimmed(bullet..<line.upperBound)],
            isBulleted: true))
      } else {
        nodes[nodes.count - 1].lines.append(line)
      }
    }
    return (outlineList(nodes[...], depth: 0), Array(lines[end...]))
  }

  /// Behind a bullet that Markdown does not know and a blank.
  private func unicodeBulletEnd(_ line: Range<Int>) -> Int? {
    guard let first = line.first, text.bytes[first].isNonASCII else { return nil }
    let bullets: [StaticString] = [
      "• ", "· ", "◦ ", "○ ", "● ", "▪ ", "▫ ", "■ ", "□ ", "‣ ", "▸ ", "► ", "▶ ", "➤ ", "➢ ", "❖ ", "🔹 ",
      "🔸 ", "👉 ",
    ]
    return bullets.first { line.count > $0.utf8CodeUnitCount && starts(line, with: $0) }.map {
      line.lowerBound + $0.utf8CodeUnitCount
    }
  }

  /// Whether a line has the corner or branch of a drawn tree.
  private func hasBranch(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    let end = min(line.upperBound, line.lowerBound + 200)
    var i = line.lowerBound
    while i < end {
      if starts(i..<end, with: "├") || starts(i..<end, with: "└") { return true }
      if asciiBranchEnd(i, end) != nil { return true }
      guard let next = drawingEnd(i, end) else { return false }
      i = next
    }
    return false
  }

  /// Plain lines of several depths, most of them without a bullet.
  private func isIndentedText(_ nodes: [OutlineLine]) -> Bool {
    guard let first = nodes.first, !first.isBulleted else { return false }
    let bulleted = nodes.count(where: \.isBulleted)
    let isDeeper = nodes.contains { $0.column > first.column }
    return isDeeper && bulleted * 2 <= nodes.count
      && !nodes.contains { sectionKind(ofLine: $0.content) != nil }
  }

  private func outlineLines(_ lines: [Range<Int>]) -> [OutlineLine] {
    var nodes: [OutlineLine] = []
    for line in lines.compactMap(outlineLine) {
      if let last = nodes.last, last.isBulleted, !line.isBulleted, line.column > last.column,
        leadingPapers(in: line.lines[0]) == nil, Enumerator.end(in: text.bytes[line.lines[0]]) == nil
      {
        nodes[nodes.count - 1].lines += line.lines
      } else {
        nodes.append(line)
      }
    }
    return nodes
  }

  /// Labels that all stand in one column, `1. NLP` and `1.1. Models`, are as deep as their numbers have parts.
  private func rankedByNumber(_ nodes: [OutlineLine]) -> [OutlineLine] {
    let labels = nodes.filter { !$0.isBulleted }
    guard let first = labels.first, labels.count < nodes.count,
      labels.allSatisfy({ $0.column == first.column })
    else { return nodes }
    let depths = nodes.map { node -> Int? in
      guard !node.isBulleted, let end = Enumerator.end(in: text.bytes[node.lines[0]]) else { return nil }
      return Enumerator.depth(of: text.bytes[node.lines[0].lowerBound..<end])
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
    let content = trimmed(i..<line.upperBound)
    // A rule says nothing.
    guard !content.allSatisfy({ text.bytes[$0] == UInt8(ascii: "-") }) else { return nil }
    let column = 2 * characterColumn(of: content.lowerBound)
    guard let bullet = bulletEnd(content) ?? unicodeBulletEnd(content) else {
      return OutlineLine(column: column, lines: [content], isBulleted: false)
    }
    return OutlineLine(column: column + 1, lines: [trimmed(bullet..<content.upperBound)], isBulleted: true)
  }

  /// Behind a blank or a piece of a drawn tree: box drawing characters (U+2500 to U+257F), `|`, `+--`, `` `-- ``.
  private func drawingEnd(_ i: Int, _ end: Int) -> Int? {
    let byte = text.bytes[i]
    let space = spaceLength(at: i, end)
    if space > 0 { return i + space }
    if byte == 0xE2, i + 2 < end, text.bytes[i + 1] == 0x94 || text.bytes[i + 1] == 0x95 { return i + 3 }
    if let end = asciiBranchEnd(i, end) { return end }
    return byte == UInt8(ascii: "|") && i + 1 < end && text.bytes[i + 1].isBlank ? i + 1 : nil
  }

  /// Behind `|-- `, `+-- ` or `` `-- ``; the delimiter row of a table, `|---|---|`, has none.
  private func asciiBranchEnd(_ i: Int, _ end: Int) -> Int? {
    for branch: StaticString in ["|--", "+--", "`--"] where starts(i..<end, with: branch) {
      let dashes = i + 1 + text.bytes[(i + 1)..<end].prefix { $0 == UInt8(ascii: "-") }.count
      let next = skipBlanks(dashes, end)
      return next > dashes && next < end && text.bytes[next] != UInt8(ascii: "|") ? dashes : nil
    }
    return nil
  }

  /// Each line with the deeper ones behind it below.
  private func outlineList(_ nodes: ArraySlice<OutlineLine>, depth: Int) -> MarkdownBlock {
    var items: [MarkdownBlock] = []
    var index = nodes.startIndex
    while index < nodes.endIndex {
      let node = nodes[index]
      var end = index + 1
      while depth < Self.outlineDepth, end < nodes.endIndex, nodes[end].column > node.column { end += 1 }
      let content = node.content
      var item = MarkdownBlock(
        kind: .item(enumerator: content.lowerBound..<content.lowerBound), range: content,
        children: [paragraph(node.lines)])
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

  private func bulletEnd(_ line: Range<Int>) -> Int? {
    guard line.count > 2, "*-+".utf8.contains(text.bytes[line.lowerBound]),
      text.bytes[line.lowerBound + 1].isBlank
    else { return nil }
    return line.lowerBound + 2
  }

  /// Characters before a byte on its line of the source; a tab counts as four.
  private func characterColumn(of offset: Int) -> Int {
    var k = text.sourceOffset(offset)
    var column = 0
    while k > 0, !document.bytes[k - 1].isNewline {
      k -= 1
      if !document.bytes[k].isContinuation { column += document.bytes[k] == 0x09 ? 4 : 1 }
    }
    return column
  }

  /// The body of a topic tree that is indented text to its author, `I. NLP` with `A. LLM` farther in, and that
  /// CommonMark runs together.
  func textOutline(_ blocks: [MarkdownBlock]) -> MarkdownBlock? {
    guard let first = blocks.first, let last = blocks.last, last.range.upperBound <= document.bytes.count,
      isOutline(first) || blocks.contains(where: runsLabelsTogether),
      blocks.allSatisfy({ $0.isList || $0.kind == .paragraph })
    else { return nil }
    var lines: [Range<Int>] = []
    var start = first.range.lowerBound
    while start < last.range.upperBound {
      let end =
        text.bytes[start..<last.range.upperBound].firstIndex(where: \.isNewline) ?? last.range.upperBound
      lines.append(start..<end)
      start = end + 1
    }
    return outline(lines, isText: true)
  }

  /// Whether a paragraph is an outline to its author: a label with a letter, or a plain one and deeper lines.
  private func isOutline(_ block: MarkdownBlock) -> Bool {
    guard case .paragraph = block.kind else { return false }
    if isLetterLabel(block.lines[0]) { return true }
    guard block.lines.count > 1, leadingPapers(in: block.lines[0]) == nil else { return false }
    return characterColumn(of: block.lines[1].lowerBound) > characterColumn(of: block.lines[0].lowerBound)
  }

  /// `1. NLP` with `1.1. Models`, `A. Models` or `▫ Models` on the next line, which is no list to CommonMark.
  private func runsLabelsTogether(_ block: MarkdownBlock) -> Bool {
    if block.kind == .paragraph {
      return block.lines.dropFirst().contains { line in
        line.count <= 120 && leadingPapers(in: line) == nil
          && (Enumerator.end(in: text.bytes[line]) != nil || unicodeBulletEnd(line) != nil)
      }
    }
    return block.children.contains(where: runsLabelsTogether)
  }

  /// `I. NLP`, `A. Models`: a label that CommonMark takes for the beginning of a paragraph.
  private func isLetterLabel(_ line: Range<Int>) -> Bool {
    guard let letter = text.bytes[line].first, letter.isUppercase, leadingPapers(in: line) == nil else {
      return false
    }
    return line.count <= 120 && Enumerator.end(in: text.bytes[line]) != nil
  }

  /// Deeper lines stand beside one another: a list of Markdown could not go deeper either.
  private static var outlineDepth: Int { MarkdownLimits.nesting / 4 }
}
