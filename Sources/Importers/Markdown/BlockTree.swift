import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Repairs what CommonMark makes of the ways digests are written, before any recogniser looks.
extension DigestReader {
  /// The blocks of a tree with fences around digest text opened, tables freed from the line above them, and lines
  /// that a list swallowed given back.
  func repaired(_ blocks: [MarkdownBlock], depth: Int = 0) throws(DiagnosticError) -> [MarkdownBlock] {
    try repairs(blocks, depth: depth) ?? blocks
  }

  /// The same, or `nil` where nothing has to change: most blocks are right, and to copy them takes time.
  private func repairs(_ blocks: [MarkdownBlock], depth: Int) throws(DiagnosticError) -> [MarkdownBlock]? {
    var result: [MarkdownBlock]?
    for (number, block) in blocks.enumerated() {
      guard let parts = try repairs(block, depth: depth) else {
        result?.append(block)
        continue
      }
      if result == nil { result = Array(blocks[..<number]) }
      result?.append(contentsOf: parts)
    }
    let repaired = result ?? blocks
    guard followsNumberedList(repaired) else { return result }
    return indentedListsTaken(repaired)
  }

  private func repairs(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError) -> [MarkdownBlock]? {
    switch block.kind {
    case .code(let info, let isClosed):
      return try openedFence(block, info: info, isClosed: isClosed, depth: depth)
    case .indentedCode:
      // A list that is indented too far.
      guard depth < MarkdownLimits.nesting, looksLikeDigest(block.lines) else { return nil }
      return try repaired(reparsed(dedented(block.lines)), depth: depth + 1)
    case .paragraph: return try repairsOfParagraph(block, depth: depth)
    case .bulletList, .orderedList, .item, .quote: return try repairsOfContainer(block, depth: depth)
    case .heading(level: 2) where block.lines.count > 1:
      // Prose right above a rule: CommonMark takes the rule for the underline of a heading.
      let end = block.range.upperBound
      return try repaired([paragraph(block.lines)], depth: depth) + [
        MarkdownBlock(kind: .thematicBreak, range: end..<end)
      ]
    case .heading, .thematicBreak: return nil
    case .table:
      try checkSize(ofTable: block)
      return fenceFreed(block).map { [$0] }
    }
  }

  private func repairsOfParagraph(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError)
    -> [MarkdownBlock]?
  {
    // Most paragraphs are one line, and one without a bullet of Unicode needs no repair.
    if block.lines.count == 1, text.bytes[block.lines[0]].first?.isNonASCII != true { return nil }
    if let list = drawnOutline(block.lines) { return [list] }
    if let (list, rest) = bulletedOutline(block.lines), rest.isEmpty || depth < MarkdownLimits.nesting {
      return try [list] + repaired(reparsed(rest), depth: depth + 1)
    }
    if depth < MarkdownLimits.nesting, isLabelAboveNumber(block.lines) {
      return try [paragraph([block.lines[0]])]
        + repaired(reparsed(Array(block.lines.dropFirst())), depth: depth + 1)
    }
    guard let parts = tablesFreed(block) else { return nil }
    for part in parts {
      if case .table = part.kind { try checkSize(ofTable: part) }
    }
    return parts
  }

  /// A bold line right above `3. …`: a list whose number is not 1 cannot interrupt a paragraph (CommonMark 0.30,
  /// section 5.3).
  private func isLabelAboveNumber(_ lines: [Range<Int>]) -> Bool {
    guard lines.count > 1, let marker = stepMarker(lines[1]), text.bytes[lines[1].lowerBound].isDigit,
      marker < lines[1].upperBound, let bold = leadingStrong(lines[0])
    else { return false }
    return withoutColon(bold.rest).isEmpty
  }

  private func repairsOfContainer(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError)
    -> [MarkdownBlock]?
  {
    let children = try repairs(block.children, depth: depth + 1)
    // A digest that was quoted as a whole.
    if block.kind == .quote, depth == 0, case let inside = children ?? block.children, namesSection(inside) {
      return inside
    }
    var copy = block
    if let children { copy.children = children }
    if case .item(let number) = block.kind, !number.isEmpty, block.children.isEmpty {
      // `*   2410.` is a number without text to CommonMark; here the number is the text.
      copy.kind = .item(enumerator: number.lowerBound..<number.lowerBound)
      copy.children = [paragraph([number])]
      return [copy]
    }
    if block.isList, copy.children.contains(where: mayHaveLazyLines) { return lazyLinesFreed(copy) }
    return children == nil ? nil : [copy]
  }

  private func followsNumberedList(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.indices.dropFirst().contains { blocks[$0].isList && blocks[$0 - 1].kind == .orderedList }
  }

  /// Puts a bullet list that follows a numbered one, farther in than its numbers, below the last number: behind `10.`
  /// a text begins a column later than behind `9.`, and bullets under it may stand too far left for CommonMark.
  private func indentedListsTaken(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    for block in blocks where result.isEmpty || !takes(&result[result.count - 1], block) {
      result.append(block)
    }
    return result
  }

  /// Whether a list takes the next one: it is changed in place, since one that goes on and on would be copied each time.
  private func takes(_ list: inout MarkdownBlock, _ block: MarkdownBlock) -> Bool {
    guard block.isList, list.kind == .orderedList, let first = block.children.first,
      case let last = list.children.count - 1, last >= 0,
      case let place = list.children[last].range,
      text.sourceOffset(place.lowerBound) < text.sourceOffset(first.range.lowerBound)
    else { return false }
    let outer = column(of: place.lowerBound)
    let inner = column(of: first.range.lowerBound)
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

  /// Whether the numbers of the second list go on behind those of the first.
  private func continues(_ list: MarkdownBlock, _ next: MarkdownBlock) -> Bool {
    guard case .item(let last)? = list.children.last?.kind, case .item(let first)? = next.children.first?.kind
    else {
      return false
    }
    func value(_ range: Range<Int>) -> Int {
      text.bytes[range].prefix { $0.isDigit }.prefix(4).reduce(0) { $0 * 10 + $1.digitValue }
    }
    return value(first) == value(last) + 1
  }

  /// Whether any of these blocks, or an item of a list among them, is headed like a section.
  private func namesSection(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      switch block.kind {
      case .heading:
        aliases.kind(of: text.bytes[withoutEnumerator(unwrapped(joined(block.lines))).rest]) != nil
      case .paragraph: block.lines.first.map { sectionKind(ofLine: $0) != nil } ?? false
      case .bulletList, .orderedList: block.children.contains { namesSection(Array($0.children.prefix(1))) }
      default: false
      }
    }
  }

  private func checkSize(ofTable table: MarkdownBlock) throws(DiagnosticError) {
    let marks = table.lines.reduce(0) { $0 + text.bytes[$1].count { $0 == UInt8(ascii: "|") } }
    guard marks > MarkdownLimits.tableCells else { return }
    throw DiagnosticError(
      MarkdownDiagnostics.tooLarge,
      "table has more than \(MarkdownLimits.tableCells) cells", at: location(table.range)
    )
  }

  /// A table that follows a line without a blank line between, or whose delimiter row has another number of columns
  /// than its header, is a paragraph to GFM. It is a table to its author.
  private func tablesFreed(_ block: MarkdownBlock) -> [MarkdownBlock]? {
    let lines = block.lines
    guard lines.count >= 2 else { return nil }
    var parts: [MarkdownBlock] = []
    var start = 0
    while lines.count - start >= 2 {
      if lines[start...].allSatisfy(isRow) {
        parts.append(table(lines[start...]))
        return parts
      }
      guard
        let delimiter = (start + 1..<lines.count).first(where: { i in
          isDelimiterRow(lines[i]) && text.bytes[lines[i - 1]].contains(UInt8(ascii: "|"))
        })
      else { break }
      var end = delimiter + 1
      while end < lines.count, text.bytes[lines[end]].contains(UInt8(ascii: "|")) { end += 1 }
      if delimiter > start + 1 { parts.append(paragraph(Array(lines[start..<(delimiter - 1)]))) }
      parts.append(table(lines[(delimiter - 1)..<end]))
      start = end
    }
    if parts.isEmpty { return nil }
    if start < lines.count { parts.append(paragraph(Array(lines[start...]))) }
    return parts
  }

  private func table(_ lines: ArraySlice<Range<Int>>) -> MarkdownBlock {
    var block = paragraph(Array(lines))
    block.kind = .table
    return block
  }

  /// A line between two pipes: several of them are a table to their author, even without a delimiter row.
  private func isRow(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    return line.count > 2 && text.bytes[line.lowerBound] == UInt8(ascii: "|")
      && text.bytes[line.upperBound - 1] == UInt8(ascii: "|")
  }

  func paragraph(_ lines: [Range<Int>]) -> MarkdownBlock {
    let lower = lines.first?.lowerBound ?? 0
    return MarkdownBlock(
      kind: .paragraph, range: lower..<max(lower, lines.last?.upperBound ?? 0), lines: lines)
  }

  func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let bytes = text.bytes[line]
    return bytes.contains(UInt8(ascii: "-")) && bytes.contains(UInt8(ascii: "|"))
      && bytes.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0.isBlank }
  }

  /// Lines that stand to the left of an item's marker belong to that item for CommonMark; to their author they are
  /// text of its own. The list is cut behind such an item, and the lines become a paragraph there.
  private func lazyLinesFreed(_ list: MarkdownBlock) -> [MarkdownBlock] {
    var parts: [MarkdownBlock] = []
    var items: [MarkdownBlock] = []
    for (number, item) in list.children.enumerated() {
      var item = item
      let lazy = takeLazyLines(&item, isLast: number == list.children.count - 1)
      items.append(item)
      guard let lazy else { continue }
      parts += [listOf(items, like: list), lazy]
      items = []
    }
    if !items.isEmpty { parts.append(listOf(items, like: list)) }
    return parts
  }

  func listOf(_ items: [MarkdownBlock], like list: MarkdownBlock) -> MarkdownBlock {
    let lower = items.first?.range.lowerBound ?? list.range.lowerBound
    let upper = max(lower, items.last?.range.upperBound ?? lower)
    return MarkdownBlock(kind: list.kind, range: lower..<upper, children: items)
  }

  /// The cheap question before `takeLazyLines`.
  private func mayHaveLazyLines(_ item: MarkdownBlock) -> Bool {
    guard let last = item.children.last, case .paragraph = last.kind else { return false }
    return item.children.count > 1 || last.lines.count > 1
  }

  /// - Parameter isLast: whether no item follows; only then is a sentence at the margin enough, in the midst of a list
  ///   the line must begin like a field or an idea.
  private func takeLazyLines(_ item: inout MarkdownBlock, isLast: Bool) -> MarkdownBlock? {
    guard let last = item.children.last, case .paragraph = last.kind, let line = last.lines.first else {
      return nil
    }
    let marker = column(of: item.range.lowerBound)
    let column = column(of: line.lowerBound)
    if item.children.count > 1, column < marker || column == marker && isHeadline(line) {
      // An inner list has given it back already.
      return item.children.removeLast()
    }
    let lazy = last.lines.indices.dropFirst().first { i in
      let column = self.column(of: last.lines[i].lowerBound)
      guard column <= marker else { return false }
      if isHeadline(last.lines[i]) { return true }
      guard column < marker else { return false }
      return startsAnew(last.lines[i])
        || isLast && column == 0 && marker >= 4 && endsSentence(last.lines[i - 1])
    }
    guard let first = lazy else { return nil }
    let before = last.lines[first - 1]
    item.children[item.children.count - 1] = paragraph(Array(last.lines[..<first]))
    item.range = item.range.lowerBound..<max(item.range.lowerBound, before.upperBound)
    return paragraph(Array(last.lines[first...]))
  }

  /// A line that is no wrapped text: `· **Risk:** …`, `**Data:** …`, `✨ **Title**`.
  private func startsAnew(_ line: Range<Int>) -> Bool {
    if starts(line, with: "·") || starts(line, with: "•") || starts(line, with: "✨") { return true }
    return leadingStrong(line) != nil && fieldLabel(line, isBulleted: false) != nil
  }

  /// A line that is bold as a whole, begins with ✨ or names a section, right below a list: the label or title of what
  /// follows.
  func isHeadline(_ line: Range<Int>) -> Bool {
    if starts(line, with: "✨") || sectionKind(ofLine: line) != nil { return true }
    return leadingStrong(line).map { withoutColon($0.rest).isEmpty } ?? false
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    guard let end = text.bytes[line].last else { return false }
    return ".!?:)*".utf8.contains(end)
  }

  /// Blanks before a byte on its line of the source, 0 for a line at the margin.
  func column(of offset: Int) -> Int {
    let source = text.sourceOffset(offset)
    var k = source
    while k > 0, !document.bytes[k - 1].isNewline { k -= 1 }
    return source - k
  }
}
