import DigestDiagnostics
import DigestSyntax
import DigestText

/// Repairs what CommonMark does to digests, before anything else looks at the blocks.
struct MarkdownRepair {
  let context: MarkdownContext
  let marks: MarkReader
  let markers: MarkerReader
  let headings: SectionHeadings
  let tableRepair: TableRepair
  let listRepair: ListRepair
  let fenceRepair: FenceRepair
  let outlineRepair: OutlineRepair
  let propertyRepair: PropertyRepair

  init(_ context: MarkdownContext, headings: SectionHeadings) {
    self.context = context
    marks = MarkReader(context)
    markers = MarkerReader(context)
    self.headings = headings
    tableRepair = TableRepair(context)
    listRepair = ListRepair(context, headings: headings)
    fenceRepair = FenceRepair(context, headings: headings)
    outlineRepair = OutlineRepair(context, headings: headings)
    propertyRepair = PropertyRepair(context)
  }

  /// The blocks with fences around digest text opened, tables separated from the line above them, and lines that a
  /// list swallowed given back.
  func repaired(_ blocks: [MarkdownBlock], depth: Int = 0) throws(DiagnosticError) -> [MarkdownBlock] {
    try repairs(blocks, depth: depth) ?? blocks
  }

  /// The blocks that lines of a paragraph would be after a blank line.
  func reread(_ lines: [Range<Int>]) -> [MarkdownBlock] {
    do {
      return try repaired(context.blocks(ofLines: lines))
    } catch {
      // Beyond a limit only if the whole document was, and that has been reported.
      return [.paragraph(lines)]
    }
  }

  /// The same, or `nil` where nothing has to change: most blocks are right, and copying them takes time.
  private func repairs(_ blocks: [MarkdownBlock], depth: Int) throws(DiagnosticError) -> [MarkdownBlock]? {
    var result: [MarkdownBlock]?
    for number in blocks.indices {
      guard let parts = try repairs(blocks[number], depth: depth) else {
        result?.append(blocks[number])
        continue
      }
      if result == nil { result = Array(blocks[..<number]) }
      result?.append(contentsOf: parts)
    }
    let repaired = result ?? blocks
    guard listRepair.followsNumberedList(repaired) else { return result }
    return listRepair.absorbingIndentedLists(repaired)
  }

  private func repairs(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError) -> [MarkdownBlock]? {
    switch block.kind {
    case .code(let info, let isClosed):
      switch fenceRepair.content(ofFence: block, info: info, isClosed: isClosed, depth: depth) {
      case .code: return nil
      case .nothing: return []
      case .outline(let list): return [list]
      case .digestText(let lines): return try repaired(context.blocks(ofLines: lines), depth: depth + 1)
      }
    case .indentedCode:
      // A list that is indented too far.
      guard depth < MarkdownLimits.nesting, fenceRepair.looksLikeDigest(block.lines) else { return nil }
      return try repaired(context.blocks(ofLines: context.dedented(block.lines)), depth: depth + 1)
    case .paragraph: return try repairsOfParagraph(block, depth: depth)
    case .bulletList, .orderedList, .item, .quote: return try repairsOfContainer(block, depth: depth)
    case .heading(level: 2) where block.lines.count > 1:
      // Prose right above a rule: CommonMark takes the rule for the underline of a heading.
      let end = block.range.upperBound
      return try repaired([MarkdownBlock.paragraph(block.lines)], depth: depth) + [
        MarkdownBlock(kind: .thematicBreak, range: end..<end)
      ]
    case .heading, .thematicBreak: return nil
    case .table:
      try tableRepair.checkSize(ofTable: block)
      return fenceRepair.withoutFence(block).map { [$0] }
    }
  }

  private func repairsOfParagraph(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError)
    -> [MarkdownBlock]?
  {
    // Most paragraphs are one line without a Unicode bullet, and need no repair.
    if block.lines.count == 1, context.bytes[block.lines[0]].first?.isNonASCII != true { return nil }
    if let parts = propertyRepair.paragraphs(block) { return parts }
    if let list = outlineRepair.drawnOutline(block.lines) { return [list] }
    if let (list, rest) = outlineRepair.bulletedOutline(block.lines),
      rest.isEmpty || depth < MarkdownLimits.nesting
    {
      return try [list] + repaired(context.blocks(ofLines: rest), depth: depth + 1)
    }
    if depth < MarkdownLimits.nesting, isLabelAboveNumber(block.lines) {
      return try [MarkdownBlock.paragraph([block.lines[0]])]
        + repaired(context.blocks(ofLines: Array(block.lines.dropFirst())), depth: depth + 1)
    }
    guard let parts = tableRepair.tablesIn(block) else { return nil }
    for part in parts {
      if case .table = part.kind { try tableRepair.checkSize(ofTable: part) }
    }
    return parts
  }

  /// A bold line right above `3. …`: a list whose number is not 1 cannot interrupt a paragraph (CommonMark 0.30,
  /// section 5.3).
  private func isLabelAboveNumber(_ lines: [Range<Int>]) -> Bool {
    guard lines.count > 1, let end = markers.stepMarker(lines[1]) else { return false }
    return context.bytes[lines[1].lowerBound].isDigit && end < lines[1].upperBound && marks.isBold(lines[0])
  }

  private func repairsOfContainer(_ block: MarkdownBlock, depth: Int) throws(DiagnosticError)
    -> [MarkdownBlock]?
  {
    let children = try repairs(block.children, depth: depth + 1)
    // A digest that was quoted as a whole.
    if block.kind == .quote, depth == 0, case let inside = children ?? block.children,
      headings.namesSection(inside)
    {
      return inside
    }
    var copy = block
    if let children { copy.children = children }
    if case .item(let number) = block.kind, !number.isEmpty, block.children.isEmpty {
      // `*   2410.` is a number without text to CommonMark; here the number is the text.
      copy.kind = .item(enumerator: number.lowerBound..<number.lowerBound)
      copy.children = [MarkdownBlock.paragraph([number])]
      return [copy]
    }
    if block.isList, copy.children.contains(where: { listRepair.mayHaveLazyLines($0) }) {
      return listRepair.cuttingLazyLines(copy)
    }
    return children == nil ? nil : [copy]
  }
}
