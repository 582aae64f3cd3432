import DigestModel
import DigestSyntax

/// The parts of a gap: prose cut at its labels, and the bullets below.
struct GapPartReader {
  let context: MarkdownContext
  let marks: MarkReader
  let labels: LabelFinder
  let blockReader: BlockReader
  let items: EntryItemReader
  let gapMarks: GapMarkReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    labels = LabelFinder(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    gapMarks = GapMarkReader(context)
  }

  /// A gap has no place for the number of an ordered list, so it stands before the title, as in the source.
  func numbered(_ number: Range<Int>, _ words: Range<Int>?) -> Range<Int>? {
    if number.isEmpty { return words }
    guard let words, !context.trimmed(words).isEmpty else { return number }
    return context.join([number, context.trimmed(words)], separator: 0x20)
  }

  /// Cuts prose at its labels.
  /// - Parameter number: the number of the list item that begins with the prose; it stands before the first label.
  func parts(of range: Range<Int>, range whole: Range<Int>, number: Range<Int> = 0..<0) -> [Digest.Gap.Part] {
    var parts: [Digest.Gap.Part] = []
    var number = number
    var rest = context.trimmed(range)
    var role = Digest.Gap.Part.Role.body
    var mark: FoundLabel?
    func add(_ upper: Int) {
      var isStrongOpen = false
      var body = marks.clippedInline(rest.lowerBound..<upper, isStrongOpen: &isStrongOpen)
      if let mark { body = labels.withoutBracket(body, openedBefore: mark) }
      if mark?.opensEmphasis == true { body = marks.withoutClosingAsterisk(body) }
      guard !body.isEmpty || mark != nil || !number.isEmpty else { return }
      defer { number = 0..<0 }
      let lower = mark?.mark.lowerBound ?? rest.lowerBound
      parts.append(
        Digest.Gap.Part(
          role: role, label: numbered(number, mark?.words).map { context.richText($0) },
          text: context.richTextIfAny(body),
          anchor: context.anchor(lower..<max(lower, upper))))
    }
    // Only the first label can be one of a gap: later on, `Thách thức: …` is prose.
    if let gapMark = labels.label(in: rest, oneOf: GapWords.gaps), gapMark.mark.lowerBound == rest.lowerBound
    {
      (role, mark) = (.gap, gapMark)
      rest = gapMark.mark.upperBound..<rest.upperBound
    }
    while let next = labels.label(in: rest, oneOf: GapWords.opportunities) {
      add(next.mark.lowerBound)
      (role, mark) = (.opportunity, next)
      rest = next.mark.upperBound..<rest.upperBound
    }
    add(rest.upperBound)
    return parts
  }

  /// What stands below a gap or a point: bullets become parts, any other block the details of a part.
  func partsBelow(_ blocks: [MarkdownBlock]) -> [Digest.Gap.Part] {
    var result: [Digest.Gap.Part] = []
    for part in items.parts(of: blocks) {
      switch part {
      case .block(let block):
        result.append(
          Digest.Gap.Part(
            role: .body, details: [blockReader.block(block)], anchor: context.anchor(block.range)))
      case .item(let item) where item.isListItem: result.append(point(item))
      case .item(let item):
        if item.isHeading, let role = gapMarks.partRole(context.joined(item.lines)) {
          let label = marks.withoutColon(marks.unwrapped(marks.withoutColon(context.joined(item.lines))))
          result.append(
            Digest.Gap.Part(
              role: role, label: context.richText(label), parts: partsBelow(item.below),
              anchor: context.anchor(item.range)))
          continue
        }
        result += parts(of: context.joined(item.lines), range: item.range)
        result += partsBelow(item.below)
      }
    }
    return result
  }

  /// A bullet: with a label it has the label's role; one with several parts, or with bullets below, groups them.
  private func point(_ item: EntryItem) -> Digest.Gap.Part {
    let line = context.trimmed(context.joined(item.lines))
    var inner = parts(of: line, range: item.range, number: item.enumerator)
    let below = partsBelow(item.below)
    if inner.count == 1 {
      inner[0].anchor = context.anchor(item.range)
      if inner[0].role == .body { inner[0].role = .point }
      inner[0].parts = below
      return inner[0]
    }
    return Digest.Gap.Part(role: .point, parts: inner + below, anchor: context.anchor(item.range))
  }
}
