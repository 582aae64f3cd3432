import DigestSyntax
import DigestText

/// Lists that swallowed lines that do not belong to them, or lost some that do.
struct ListRepair {
  let context: MarkdownContext
  let marks: MarkReader
  let fields: FieldReader
  let headings: SectionHeadings

  init(_ context: MarkdownContext, headings: SectionHeadings) {
    self.context = context
    marks = MarkReader(context)
    fields = FieldReader(context)
    self.headings = headings
  }

  func followsNumberedList(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.indices.dropFirst().contains { number in
      guard case .orderedList = blocks[number - 1].kind else { return false }
      return blocks[number].isList
    }
  }

  /// Puts a bullet list that follows a numbered one, farther in than its numbers, below the last number: the text after
  /// `10.` begins a column later than that after `9.`, and bullets under it may stand too far left for CommonMark.
  func absorbingIndentedLists(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    for block in blocks where result.isEmpty || !absorb(block, into: &result[result.count - 1]) {
      result.append(block)
    }
    return result
  }

  /// Adds the next list to a list, in place, since a long one would be copied each time.
  /// - Returns: whether it belongs there.
  private func absorb(_ block: MarkdownBlock, into list: inout MarkdownBlock) -> Bool {
    guard block.isList, list.kind == .orderedList, let first = block.children.first,
      case let last = list.children.count - 1, last >= 0,
      case let place = list.children[last].range,
      context.sourceOffset(place.lowerBound) < context.sourceOffset(first.range.lowerBound)
    else { return false }
    let outer = context.column(of: place.lowerBound)
    let inner = context.column(of: first.range.lowerBound)
    if block.kind == .bulletList, inner > outer + 1 {
      list.children[last].children.append(block)
      list.children[last].range = place.lowerBound..<max(place.upperBound, block.range.upperBound)
    } else if block.kind == .orderedList, inner == outer,
      list.children[last].children.last?.kind == .bulletList, continues(list, block)
    {
      list.children += block.children
    } else {
      return false
    }
    list.range = list.range.lowerBound..<max(list.range.upperBound, block.range.upperBound)
    return true
  }

  /// Whether the numbers of the second list continue those of the first.
  private func continues(_ list: MarkdownBlock, _ next: MarkdownBlock) -> Bool {
    guard case .item(let last)? = list.children.last?.kind, case .item(let first)? = next.children.first?.kind
    else {
      return false
    }
    func value(_ range: Range<Int>) -> Int {
      context.bytes[range].prefix { $0.isDigit }.prefix(4).reduce(0) { $0 * 10 + $1.digitValue }
    }
    return value(first) == value(last) + 1
  }

  /// Cuts a list after items that swallowed the lines below them. To CommonMark, lines to the left of an item's marker
  /// continue its paragraph; to their author they are not part of the list. They become paragraphs.
  func cuttingLazyLines(_ list: MarkdownBlock) -> [MarkdownBlock] {
    var parts: [MarkdownBlock] = []
    var items: [MarkdownBlock] = []
    for (number, item) in list.children.enumerated() {
      var item = item
      let lazy = takeLazyLines(&item, isLast: number == list.children.count - 1)
      items.append(item)
      guard let lazy else { continue }
      parts += [MarkdownBlock.list(items, like: list), lazy]
      items = []
    }
    if !items.isEmpty { parts.append(MarkdownBlock.list(items, like: list)) }
    return parts
  }

  /// Whether `takeLazyLines` could find anything; cheap.
  func mayHaveLazyLines(_ item: MarkdownBlock) -> Bool {
    guard let last = item.children.last, case .paragraph = last.kind else { return false }
    return item.children.count > 1 || last.lines.count > 1
  }

  /// Takes the lines that do not belong to an item.
  /// - Parameter isLast: whether no item follows. Only then is a sentence at the margin enough; inside a list the line
  ///   must begin like a field or an idea.
  private func takeLazyLines(_ item: inout MarkdownBlock, isLast: Bool) -> MarkdownBlock? {
    guard let last = item.children.last, case .paragraph = last.kind, let line = last.lines.first else {
      return nil
    }
    let marker = context.column(of: item.range.lowerBound)
    let column = context.column(of: line.lowerBound)
    if item.children.count > 1, column < marker || column == marker && headings.isHeadline(line) {
      // An inner list has been cut already.
      return item.children.removeLast()
    }
    let lazy = last.lines.indices.dropFirst().first { i in
      let column = context.column(of: last.lines[i].lowerBound)
      guard column <= marker else { return false }
      if headings.isHeadline(last.lines[i]) { return true }
      guard column < marker else { return false }
      return startsAnew(last.lines[i])
        || isLast && column == 0 && marker >= StructureLimits.indentedList && endsSentence(last.lines[i - 1])
    }
    guard let first = lazy else { return nil }
    let before = last.lines[first - 1]
    item.children[item.children.count - 1] = MarkdownBlock.paragraph(Array(last.lines[..<first]))
    item.range = item.range.lowerBound..<max(item.range.lowerBound, before.upperBound)
    return MarkdownBlock.paragraph(Array(last.lines[first...]))
  }

  /// Whether a line begins something new: `· **Risk:** …`, `**Data:** …`, `✨ **Title**`.
  private func startsAnew(_ line: Range<Int>) -> Bool {
    if context.starts(line, with: "·") || context.starts(line, with: "•")
      || context.starts(line, with: IdeaWords.sign)
    {
      return true
    }
    return marks.leadingStrong(line) != nil && fields.fieldLabel(line, isBulleted: false) != nil
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    guard let end = context.bytes[line].last else { return false }
    return ".!?:)*".utf8.contains(end)
  }
}
