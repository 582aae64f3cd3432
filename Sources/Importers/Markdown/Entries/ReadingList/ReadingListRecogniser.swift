import DigestModel
import DigestSyntax

/// The reading list: `id – Name · reason`, with bullets or numbers, bold or not, also two papers in one item.
struct ReadingListRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.readingList

  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let symbols: SymbolReader
  let separators: SeparatorReader
  let names: PaperNameReader
  let papers: PaperReader
  let blockReader: BlockReader
  let items: EntryItemReader
  let readingTables: ReadingTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    symbols = SymbolReader(context)
    separators = SeparatorReader(context)
    names = PaperNameReader(context)
    papers = PaperReader(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    readingTables = ReadingTableReader(context)
  }

  func entries(of blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in items.parts(of: blocks) {
      switch part {
      case .block(let block): entries += blockReader.entries(block, rows: readingTables.readingItems)
      case .item(let item):
        for item in items.paperUnits(item) {
          if let reading = readingItem(item) {
            entries.append(.reading(reading))
          } else if let group = items.group(item, entries: self.entries(of:)) {
            entries += group
          } else {
            items.reportUntyped(item, "reading list item", isFirst: entries.isEmpty)
            entries += items.untyped(item)
          }
        }
      }
    }
    return entries
  }

  func isEntryTitle(_ line: Range<Int>) -> Bool { papers.leadingPapers(in: line) != nil }

  private func readingItem(_ item: EntryItem) -> Digest.ReadingItem? {
    let line = context.trimmed(context.joined(item.lines))
    if let leading = papers.leadingPapers(in: line) { return readingItem(item, leading) }
    if let (sign, leading) = papers.papersAfterSign(in: line) {
      var reading = readingItem(item, leading)
      if Enumerator.end(in: context.bytes[sign], requiresSpace: false) == sign.upperBound {
        reading.enumerator = reading.enumerator ?? context.enumerator(sign)
      } else if !sign.isEmpty {
        let reason = [context.string(sign), reading.reason?.markdown].compactMap { $0 }.joined(separator: " ")
        reading.reason = RichText(markdown: reason, anchor: reading.reason?.anchor ?? context.anchor(sign))
      }
      return reading
    }
    guard let named = papers.namedPapers(in: line) else { return nil }
    var leading = named.leading
    leading.rest = papers.textAfterIDs(leading)
    return readingItem(item, leading, name: named.name)
  }

  /// - Parameter name: the name that stands before the ids; all that follows them is the reason then.
  private func readingItem(_ item: EntryItem, _ leading: LeadingPapers, name: Range<Int>? = nil)
    -> Digest.ReadingItem
  {
    papers.reportJoiningWords(leading)
    var reading = Digest.ReadingItem(
      enumerator: item.enumerator.isEmpty ? nil : context.string(item.enumerator), papers: leading.papers,
      details: blockReader.blocks(item.below), anchor: context.anchor(item.range))
    var isStrongOpen = leading.isStrongOpen
    let (rating, leading) = withoutRating(leading)
    let rest = papers.textAfterIDs(leading)
    let parts = name.map { ($0, leading.rest) } ?? nameInBold(rest, isStrongOpen) ?? names.nameAndReason(rest)
    let named = name.map { _ in parts.0 } ?? marks.clippedInline(parts.0, isStrongOpen: &isStrongOpen)
    reading.name = context.richTextIfAny(
      marks.unwrapped(
        brackets.withoutBrackets(marks.unwrapped(separators.withoutSeparator(withoutWikiEnd(named))))))
    let reason = papers.openMarks.wrapped(
      marks.clippedInline(parts.1, isStrongOpen: &isStrongOpen), as: leading)
    reading.reason = context.richTextIfAny(
      rating.isEmpty || context.trimmed(reason).isEmpty
        ? rating.isEmpty ? reason : rating : context.join([rating, reason], separator: 0x20))
    return reading
  }

  /// `id (★★★) – NAME`: a bracket of symbols is a rating, and is put before the reason.
  private func withoutRating(_ leading: LeadingPapers) -> (rating: Range<Int>, leading: LeadingPapers) {
    let rest = context.trimmed(leading.rest)
    guard context.starts(rest, with: "("),
      let close = brackets.closingBracket(of: rest.lowerBound, in: rest.prefix(LabelLimits.rating)),
      symbols.symbolsEnd(rest.lowerBound + 1..<close) == close
    else { return (0..<0, leading) }
    var copy = leading
    copy.rest = close + 1..<leading.rest.upperBound
    return (rest.lowerBound..<close + 1, copy)
  }

  /// `NAME` of `[[id|NAME]]`.
  private func withoutWikiEnd(_ name: Range<Int>) -> Range<Int> {
    let isWikiEnd = name.count > 2 && context.starts(name.upperBound - 2..<name.upperBound, with: "]]")
    guard isWikiEnd, !context.bytes[name].contains(UInt8(ascii: "[")) else { return name }
    return name.lowerBound..<name.upperBound - 2
  }

  /// `… NAME: Subtitle:** reason`: the colon at the end of the bold ends the name, and no earlier one.
  private func nameInBold(_ rest: Range<Int>, _ isStrongOpen: Bool) -> (name: Range<Int>, reason: Range<Int>)?
  {
    guard isStrongOpen, separators.middleDot(in: rest) == nil, let close = marks.firstStrongMark(in: rest)
    else { return nil }
    let name = rest.lowerBound..<close
    guard marks.withoutColon(name) != context.trimmed(name) else { return nil }
    return (name, close..<rest.upperBound)
  }
}
