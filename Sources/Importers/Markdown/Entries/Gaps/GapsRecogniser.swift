import DigestModel
import DigestSyntax
import DigestText

/// Gaps: `**X:** prose … Cơ hội: …`, a label with bullets below, `*Gaps:*` and `*Opportunities:*`.
struct GapsRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.gaps

  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let symbols: SymbolReader
  let separators: SeparatorReader
  let blockReader: BlockReader
  let items: EntryItemReader
  let gapMarks: GapMarkReader
  let gapParts: GapPartReader
  let gapTables: GapTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    symbols = SymbolReader(context)
    separators = SeparatorReader(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    gapMarks = GapMarkReader(context)
    gapParts = GapPartReader(context)
    gapTables = GapTableReader(context)
  }

  func entries(of blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in underLabels(items.parts(of: blocks)) {
      switch part {
      case .block(let block): entries += blockReader.entries(block, rows: gapTables.gapRows)
      case .item(let item):
        if item.isHeading,
          gapMarks.partRole(symbols.withoutSymbols(context.joined(item.lines))) != .opportunity,
          item.below.contains(where: holdsTitledItems) || holdsHeadings(item.below)
        {
          entries += [items.heading(item)] + self.entries(of: item.below)
        } else if item.isListItem || item.isHeading || marks.leadingStrong(context.joined(item.lines)) != nil
          || gapMarks.isNumberedGap(context.joined(item.lines))
        {
          entries.append(.gap(gap(item)))
        } else if case .gap(var last)? = entries.last, gapMarks.isMarked(context.joined(item.lines)) {
          // `Cơ hội: …` in a paragraph of its own after the gap that it belongs to.
          last.parts += gapParts.parts(of: context.joined(item.lines), range: item.range)
          entries[entries.count - 1] = .gap(last)
        } else {
          if !entries.isEmpty { items.reportUntitled(item.lines, "paragraph does not begin a gap") }
          entries += items.untyped(item)
        }
      }
    }
    return entries
  }

  /// Puts what follows a paragraph that is bold as a whole below it, unless that is a list of gaps with titles.
  private func underLabels(_ parts: [BodyPart]) -> [BodyPart] {
    var result: [BodyPart] = []
    var label: EntryItem?
    for part in parts {
      if case .item(let item) = part, isBoldLabel(item) {
        if let label { result.append(.item(label)) }
        label = item
      } else if var item = label, let block = asBlock(part) {
        item.below.append(block)
        item.range = item.range.lowerBound..<max(item.range.upperBound, block.range.upperBound)
        label = item
      } else {
        if let label { result.append(.item(label)) }
        label = nil
        result.append(part)
      }
    }
    if let label { result.append(.item(label)) }
    return result
  }

  private func isBoldLabel(_ item: EntryItem) -> Bool {
    !item.isListItem && !item.isHeading && marks.isBold(context.joined(item.lines))
  }

  /// A paragraph or a list item without a title as the block it was; `nil` for what is not part of the gap above.
  private func asBlock(_ part: BodyPart) -> MarkdownBlock? {
    switch part {
    case .block(let block): return block.kind == .thematicBreak || block.kind == .table ? nil : block
    case .item(let item):
      let line = context.joined(item.lines)
      guard !item.isHeading, gapMarks.isMarked(line) || marks.leadingStrong(line) == nil else { return nil }
      let paragraph = MarkdownBlock.paragraph(item.lines)
      guard item.isListItem else { return paragraph }
      let list: MarkdownBlock.Kind = item.enumerator.isEmpty ? .bulletList : .orderedList
      let copy = MarkdownBlock(
        kind: .item(enumerator: item.enumerator), range: item.range, children: [paragraph] + item.below)
      return MarkdownBlock(kind: list, range: item.range, children: [copy])
    }
  }

  /// Whether a list has items with titles of their own, which are gaps and not points of one.
  private func holdsTitledItems(_ block: MarkdownBlock) -> Bool {
    guard block.isList else { return false }
    let lines = block.children.compactMap { item in
      item.children.first.flatMap { $0.kind == .paragraph ? context.joined($0.lines) : nil }
    }
    // Beside `**Opportunity:** …` the others are parts of the same gap.
    return !lines.contains(where: gapMarks.isMarked) && lines.contains { marks.leadingStrong($0) != nil }
  }

  /// Whether any heading below a heading is a gap; `#### Opportunities` is a part of one.
  private func holdsHeadings(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      guard case .heading = block.kind else { return false }
      return gapMarks.partRole(context.joined(block.lines)) == nil
    }
  }

  private func gap(_ item: EntryItem) -> Digest.Gap {
    let line = context.trimmed(context.joined(item.lines))
    var gap = Digest.Gap(anchor: context.anchor(item.range))
    if !item.isListItem, gapMarks.partRole(symbols.withoutSymbols(marks.unwrapped(line))) == .opportunity {
      // `### Opportunities` beside `### Gaps`.
      gap.parts = [
        Digest.Gap.Part(
          role: .opportunity,
          label: context.richText(marks.withoutColon(marks.unwrapped(marks.withoutColon(line)))),
          parts: gapParts.partsBelow(item.below), anchor: context.anchor(item.range))
      ]
      return gap
    }
    // `🔹 **Title:** …`: the sign stays before the title.
    let sign = symbols.symbolsEnd(line).flatMap {
      marks.leadingStrong($0..<line.upperBound) != nil && !gapMarks.isMarked(line) ? $0 : nil
    }
    let (title, rest) =
      item.isHeading
      ? (marks.withoutColon(marks.unwrapped(line)), nil)
      : titleAndRest(sign.map { context.trimmed($0..<line.upperBound) } ?? line, item)
    let signed = sign.map { sign in
      context.join(
        [context.trimmed(line.lowerBound..<sign), title ?? 0..<0].filter { !$0.isEmpty }, separator: 0x20)
    }
    gap.title = gapParts.numbered(item.enumerator, signed ?? title).flatMap(context.richTextIfAny)
    if let rest { gap.parts = gapParts.parts(of: rest, range: rest) }
    gap.parts += gapParts.partsBelow(item.below)
    return gap
  }

  private func titleAndRest(_ line: Range<Int>, _ item: EntryItem) -> (title: Range<Int>?, rest: Range<Int>?)
  {
    if let bold = marks.leadingStrong(line), !gapMarks.isMarked(line) {
      var rest = context.trimmed(bold.rest)
      // `**Title** (2409.10000): …`: what the title cites is part of it.
      if context.starts(rest, with: "("),
        let close = brackets.closingBracket(of: rest.lowerBound, in: rest.prefix(LabelLimits.citations)),
        let separator = separators.separator(at: close + 1, rest.upperBound), separator.kind == .colon
      {
        let title = context.join(
          [marks.withoutColon(bold.inside), rest.lowerBound..<close + 1], separator: 0x20)
        return (title, context.trimmed(separator.next..<rest.upperBound))
      }
      if let separator = separators.separator(at: rest.lowerBound, rest.upperBound), separator.kind != .pipe {
        rest = context.trimmed(separator.next..<rest.upperBound)
      }
      return (marks.withoutColon(bold.inside), rest.isEmpty ? nil : rest)
    }
    // A line that only introduces what stands below is a title.
    if !item.below.isEmpty, marks.withoutColon(line) != line, !gapMarks.isMarked(line) {
      return (marks.withoutColon(line), nil)
    }
    if let colon = plainTitleEnd(line), !gapMarks.isMarked(line) {
      return (context.trimmed(line.lowerBound..<colon), context.trimmed(colon + 1..<line.upperBound))
    }
    return (nil, line.isEmpty ? nil : line)
  }

  /// The colon that ends a title of a few words without marks.
  private func plainTitleEnd(_ line: Range<Int>) -> Int? {
    guard let colon = context.bytes[line].prefix(LabelLimits.gapTitle).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < line.upperBound,
      context.bytes[colon + 1].isBlank
    else { return nil }
    let title = context.bytes[line.lowerBound..<colon]
    let isPhrase =
      !title.contains { ".,;!?(".utf8.contains($0) }
      && title.count { $0 == 0x20 } < LabelLimits.spacesOfGapTitle
    return isPhrase ? colon : nil
  }
}
