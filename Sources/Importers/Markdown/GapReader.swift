import DigestModel
import DigestSyntax
import DigestText

/// Gaps: `**X:** prose … Cơ hội: …`, a label with bullets below, `*Gaps:*` and `*Opportunities:*`.
extension DigestReader {
  func gaps(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in underLabels(entryItems(blocks)) {
      switch part {
      case .block(let block):
        entries += (block.kind == .table ? gapRows(block) : nil) ?? [.block(self.block(block))]
      case .item(let item):
        if item.isHeading, partRole(withoutSymbols(joined(item.lines))) != .opportunity,
          item.below.contains(where: holdsTitledItems) || holdsHeadings(item.below)
        {
          entries += [heading(item)] + gaps(item.below)
        } else if item.isListItem || item.isHeading || leadingStrong(joined(item.lines)) != nil
          || isNumberedGap(joined(item.lines))
        {
          entries.append(.gap(gap(item)))
        } else if case .gap(var last)? = entries.last, isMarked(joined(item.lines)) {
          // `Cơ hội: …` in a paragraph of its own behind the gap it belongs to.
          last.parts += parts(of: joined(item.lines), range: item.range)
          entries[entries.count - 1] = .gap(last)
        } else {
          if !entries.isEmpty { reportUntitled(item.lines, "paragraph begins no gap") }
          entries += untyped(item)
        }
      }
    }
    return entries
  }

  /// Puts what follows a paragraph that is bold as a whole below it, unless that is a list of gaps with titles.
  private func underLabels(_ parts: [EntryItemOrBlock]) -> [EntryItemOrBlock] {
    var result: [EntryItemOrBlock] = []
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
    guard !item.isListItem, !item.isHeading, let bold = leadingStrong(joined(item.lines)) else {
      return false
    }
    return withoutColon(bold.rest).isEmpty
  }

  /// A paragraph or a list item without a title as the block it was; `nil` for what stands for itself.
  private func asBlock(_ part: EntryItemOrBlock) -> MarkdownBlock? {
    switch part {
    case .block(let block): return block.kind == .thematicBreak || block.kind == .table ? nil : block
    case .item(let item):
      let line = joined(item.lines)
      guard !item.isHeading, isMarked(line) || leadingStrong(line) == nil else { return nil }
      let paragraph = paragraph(item.lines)
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
      item.children.first.flatMap { $0.kind == .paragraph ? joined($0.lines) : nil }
    }
    // Beside `**Opportunity:** …` the others are parts of the same gap.
    return !lines.contains(where: isMarked) && lines.contains { leadingStrong($0) != nil }
  }

  /// Whether headings below a heading are gaps; `#### Opportunities` is a part of one.
  private func holdsHeadings(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      guard case .heading = block.kind else { return false }
      return partRole(joined(block.lines)) == nil
    }
  }

  /// The role of the part that a line is the bare label of: `Opportunities`, `**Gap:**`.
  private func partRole(_ line: Range<Int>) -> Digest.Gap.Part.Role? {
    let words = withoutColon(unwrapped(withoutColon(line)))
    guard !words.isEmpty else { return nil }
    func isLabel(_ labels: LabelSet) -> Bool {
      labels.match(text.bytes, at: words.lowerBound, before: words.upperBound) == words.count
    }
    return isLabel(Self.opportunityLabels) ? .opportunity : isLabel(Self.gapLabels) ? .gap : nil
  }

  /// `Gap 2: …` without marks.
  private func isNumberedGap(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    guard let first = line.first,
      let count = Self.gapLabels.match(text.bytes, at: first, before: line.upperBound)
    else { return false }
    let number = skipBlanks(first + count, line.upperBound)
    let end = text.bytes[number..<line.upperBound].firstIndex { !$0.isDigit } ?? line.upperBound
    return end > number && separator(at: end, line.upperBound) != nil
  }

  private func gap(_ item: EntryItem) -> Digest.Gap {
    let line = trimmed(joined(item.lines))
    var gap = Digest.Gap(anchor: anchor(item.range))
    if !item.isListItem, partRole(withoutSymbols(unwrapped(line))) == .opportunity {
      // `### Opportunities` beside `### Gaps`.
      gap.parts = [
        Digest.Gap.Part(
          role: .opportunity, label: richText(withoutColon(unwrapped(withoutColon(line)))),
          parts: partsBelow(item.below), anchor: anchor(item.range))
      ]
      return gap
    }
    // `🔹 **Title:** …`: the sign stays before the title.
    let sign = symbolsEnd(line).flatMap {
      leadingStrong($0..<line.upperBound) != nil && !isMarked(line) ? $0 : nil
    }
    let (title, rest) =
      item.isHeading
      ? (withoutColon(unwrapped(line)), nil)
      : titleAndRest(sign.map { trimmed($0..<line.upperBound) } ?? line, item)
    let signed = sign.map { sign in
      text.join([trimmed(line.lowerBound..<sign), title ?? 0..<0].filter { !$0.isEmpty }, separator: 0x20)
    }
    gap.title = numbered(item.enumerator, signed ?? title).flatMap(richTextIfAny)
    if let rest { gap.parts = parts(of: rest, range: rest) }
    gap.parts += partsBelow(item.below)
    return gap
  }

  /// A gap has no place for the number of an ordered list, so it stands before the title, as in the source.
  private func numbered(_ number: Range<Int>, _ words: Range<Int>?) -> Range<Int>? {
    if number.isEmpty { return words }
    guard let words, !trimmed(words).isEmpty else { return number }
    return text.join([number, trimmed(words)], separator: 0x20)
  }

  private func titleAndRest(_ line: Range<Int>, _ item: EntryItem) -> (title: Range<Int>?, rest: Range<Int>?)
  {
    if let bold = leadingStrong(line), !isMarked(line) {
      var rest = trimmed(bold.rest)
      // `**Title** (2409.10000): …`: what the title cites is part of it.
      if starts(rest, with: "("), let close = closingBracket(of: rest.lowerBound, in: rest.prefix(200)),
        let separator = separator(at: close + 1, rest.upperBound), separator.kind == .colon
      {
        let title = text.join([withoutColon(bold.inside), rest.lowerBound..<close + 1], separator: 0x20)
        return (title, trimmed(separator.next..<rest.upperBound))
      }
      if let separator = separator(at: rest.lowerBound, rest.upperBound), separator.kind != .pipe {
        rest = trimmed(separator.next..<rest.upperBound)
      }
      return (withoutColon(bold.inside), rest.isEmpty ? nil : rest)
    }
    // A plain line that only introduces what hangs below is a title.
    if !item.below.isEmpty, withoutColon(line) != line, !isMarked(line) { return (withoutColon(line), nil) }
    if let colon = plainTitleEnd(line), !isMarked(line) {
      return (trimmed(line.lowerBound..<colon), trimmed(colon + 1..<line.upperBound))
    }
    return (nil, line.isEmpty ? nil : line)
  }

  /// The colon behind a plain title of a few words.
  private func plainTitleEnd(_ line: Range<Int>) -> Int? {
    guard let colon = text.bytes[line].prefix(100).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < line.upperBound,
      text.bytes[colon + 1].isBlank
    else { return nil }
    let title = text.bytes[line.lowerBound..<colon]
    let isPhrase = !title.contains { ".,;!?(".utf8.contains($0) } && title.count { $0 == 0x20 } < 12
    return isPhrase ? colon : nil
  }

  /// Whether a line begins with a mark such as `*Gaps:*` or `Cơ hội:`.
  private func isMarked(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    // A mark at the beginning is no longer than this.
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 64)
    return [Self.gapLabels, Self.opportunityLabels].contains { labels in
      label(in: head, oneOf: labels)?.mark.lowerBound == line.lowerBound
    }
  }

  /// Prose cut at its marks.
  /// - Parameter number: of the list item that begins with it; it stands before the first mark.
  private func parts(of range: Range<Int>, range whole: Range<Int>, number: Range<Int> = 0..<0) -> [Digest.Gap
    .Part]
  {
    var parts: [Digest.Gap.Part] = []
    var number = number
    var rest = trimmed(range)
    var role = Digest.Gap.Part.Role.body
    var mark: FoundLabel?
    func add(_ upper: Int) {
      var isStrongOpen = false
      var body = piece(rest.lowerBound..<upper, isStrongOpen: &isStrongOpen)
      if let mark { body = withoutBracket(body, openedBefore: mark) }
      if mark?.opensEmphasis == true { body = withoutClosingAsterisk(body) }
      guard !body.isEmpty || mark != nil || !number.isEmpty else { return }
      defer { number = 0..<0 }
      let lower = mark?.mark.lowerBound ?? rest.lowerBound
      parts.append(
        Digest.Gap.Part(
          role: role, label: numbered(number, mark?.words).map { richText($0) }, text: richTextIfAny(body),
          anchor: anchor(lower..<max(lower, upper))))
    }
    // Only the first mark can be one of a gap: further on, `Thách thức: …` is prose.
    if let gapMark = label(in: rest, oneOf: Self.gapLabels), gapMark.mark.lowerBound == rest.lowerBound {
      (role, mark) = (.gap, gapMark)
      rest = gapMark.mark.upperBound..<rest.upperBound
    }
    while let next = label(in: rest, oneOf: Self.opportunityLabels) {
      add(next.mark.lowerBound)
      (role, mark) = (.opportunity, next)
      rest = next.mark.upperBound..<rest.upperBound
    }
    add(rest.upperBound)
    return parts
  }

  /// What hangs below a gap or a point: bullets become parts, any other block the details of a part.
  private func partsBelow(_ blocks: [MarkdownBlock]) -> [Digest.Gap.Part] {
    var result: [Digest.Gap.Part] = []
    for part in entryItems(blocks) {
      switch part {
      case .block(let block):
        result.append(Digest.Gap.Part(role: .body, details: [self.block(block)], anchor: anchor(block.range)))
      case .item(let item) where item.isListItem: result.append(point(item))
      case .item(let item):
        if item.isHeading, let role = partRole(joined(item.lines)) {
          let label = withoutColon(unwrapped(withoutColon(joined(item.lines))))
          result.append(
            Digest.Gap.Part(
              role: role, label: richText(label), parts: partsBelow(item.below), anchor: anchor(item.range)))
          continue
        }
        result += parts(of: joined(item.lines), range: item.range)
        result += partsBelow(item.below)
      }
    }
    return result
  }

  /// A bullet: a marked one takes its mark's role, one with several parts or with bullets below groups them.
  private func point(_ item: EntryItem) -> Digest.Gap.Part {
    let line = trimmed(joined(item.lines))
    var inner = parts(of: line, range: item.range, number: item.enumerator)
    let below = partsBelow(item.below)
    if inner.count == 1 {
      inner[0].anchor = anchor(item.range)
      if inner[0].role == .body { inner[0].role = .point }
      inner[0].parts = below
      return inner[0]
    }
    return Digest.Gap.Part(role: .point, parts: inner + below, anchor: anchor(item.range))
  }

  static let opportunityLabels = LabelSet([
    "Cơ hội", "Các cơ hội", "Cơ hội nghiên cứu", "Hướng cơ hội", "Opportunity", "Opportunities",
    "Research opportunity", "Research opportunities", "Potential opportunities", "Chance", "Chancen",
    "Opportunité",
    "Opportunités", "Oportunidad", "Oportunidades", "机会", "机遇", "機会", "기회",
  ])
  static let gapLabels = LabelSet([
    "Gap", "Gaps", "Research gap", "Research gaps", "Khoảng trống", "Các khoảng trống", "Lỗ hổng", "Hạn chế",
    "Thách thức", "Vấn đề", "Challenge", "Challenges", "Problem", "Limitation", "Limitations", "Lücke",
    "Lücken",
    "Lacune", "Lacunes", "空白", "差距", "不足", "挑战", "课题", "課題", "ギャップ", "격차",
  ])
}
