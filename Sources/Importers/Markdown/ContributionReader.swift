import DigestModel
import Syntax
import TextBytes

/// `**id – what – Suy nghĩ:** remark` and its relatives.
extension DigestReader {
  func contributions(_ blocks: [MarkdownBlock]) -> [Entry] {
    var entries: [Entry] = []
    for part in entryItems(blocks) {
      switch part {
      case .block(let block): entries.append(.block(self.block(block)))
      case .item(let item):
        if let contribution = contribution(item) {
          entries.append(.contribution(contribution))
        } else {
          reportUntyped(item, "contribution", isFirst: entries.isEmpty)
          entries += untyped(item)
        }
      }
    }
    return entries
  }

  private func contribution(_ item: EntryItem) -> Contribution? {
    let line = trimmed(joined(item.lines))
    guard let leading = leadingPapers(in: line) else { return nil }
    var contribution = Contribution(papers: leading.papers, anchor: anchor(item.range))
    contribution.details = self.blocks(item.below)
    var rest = leading.rest
    var isStrongOpen = leading.isStrongOpen
    if let separator = separator(at: rest.lowerBound, rest.upperBound) {
      rest = separator.next..<rest.upperBound
    }
    let parts = split(rest, isStrongOpen: isStrongOpen)
    contribution.technique = richTextIfAny(piece(parts.technique, isStrongOpen: &isStrongOpen))
    if let label = parts.label {
      contribution.remarkLabel = richText(label.words)
      _ = piece(label.mark, isStrongOpen: &isStrongOpen)
    }
    var remark = piece(parts.remark, isStrongOpen: &isStrongOpen)
    if parts.label?.opensEmphasis == true { remark = withoutClosingAsterisk(remark) }
    if let kind = kindTag(remark) {
      contribution.kindTag = richText(kind.inside)
      remark = trimmed(remark.lowerBound..<kind.bracket.lowerBound)
    }
    contribution.remark = richTextIfAny(remark)
    return contribution
  }

  private struct ContributionParts {
    var technique: Range<Int>
    var label: FoundLabel?
    var remark: Range<Int>
  }

  /// What and remark: parted by the remark's label; else by the `**` that closes around the what; else by the last dash.
  private func split(_ rest: Range<Int>, isStrongOpen: Bool) -> ContributionParts {
    let close = isStrongOpen ? firstStrongMark(in: rest) : nil
    let label = label(in: rest, oneOf: Self.remarkLabels)
    if let label, close.map({ label.mark.lowerBound <= $0 + 4 }) ?? true {
      return ContributionParts(
        technique: withoutDash(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let close, !trimmed(close + 2..<rest.upperBound).isEmpty {
      let start = separator(at: close + 2, rest.upperBound)?.next ?? close + 2
      // The mark stays with the what, whose bold it closes.
      return ContributionParts(
        technique: withoutDash(rest.lowerBound..<close + 2), remark: start..<rest.upperBound)
    }
    if let label {
      return ContributionParts(
        technique: withoutDash(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let dash = dash(in: rest, last: true) {
      return ContributionParts(
        technique: rest.lowerBound..<dash.lowerBound, remark: dash.upperBound..<rest.upperBound)
    }
    return ContributionParts(technique: rest, remark: rest.upperBound..<rest.upperBound)
  }

  /// Without ` – ` at the end.
  func withoutDash(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    while range.count >= 1 {
      if range.count >= 3,
        starts(range.upperBound - 3..<range.upperBound, with: "–")
          || starts(range.upperBound - 3..<range.upperBound, with: "—")
      {
        range = trimmed(range.lowerBound..<range.upperBound - 3)
      } else if range.count >= 2, text.bytes[range.upperBound - 1] == UInt8(ascii: "-"),
        text.bytes[range.upperBound - 2].isBlank
      {
        range = trimmed(range.lowerBound..<range.upperBound - 1)
      } else {
        return range
      }
    }
    return range
  }

  /// `(Đóng góp dữ liệu)` behind the end of a sentence.
  private func kindTag(_ remark: Range<Int>) -> (bracket: Range<Int>, inside: Range<Int>)? {
    var end = remark.upperBound
    if end > remark.lowerBound, text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > remark.lowerBound + 2, text.bytes[end - 1] == UInt8(ascii: ")"),
      let open = text.bytes[remark.lowerBound..<end].lastIndex(of: UInt8(ascii: "(")),
      end - open <= 90, open > remark.lowerBound
    else { return nil }
    let before = trimmed(remark.lowerBound..<open)
    guard let last = before.last, ".!?".utf8.contains(text.bytes[last]) else { return nil }
    let inside = trimmed(open + 1..<end - 1)
    guard !inside.isEmpty, !text.bytes[inside].contains(UInt8(ascii: ")")) else { return nil }
    return (open..<remark.upperBound, inside)
  }

  // MARK: - Labels

  /// A label found in running text: its words, and the whole mark with asterisks, colon and dash.
  struct FoundLabel {
    var words: Range<Int>
    var mark: Range<Int>
    /// Whether the mark begins an emphasis that goes on behind it: `*Suy nghĩ: opinion.*`.
    var opensEmphasis: Bool
  }

  /// Without the asterisk that closes an emphasis whose beginning was cut off.
  func withoutClosingAsterisk(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, text.bytes[last] == UInt8(ascii: "*"),
      range.count < 2 || text.bytes[last - 1] != UInt8(ascii: "*")
    else { return range }
    return trimmed(range.lowerBound..<last)
  }

  /// The first place where one of the labels stands with a colon: `Suy nghĩ:`, `Suy nghĩ:**`, `*Suy nghĩ:*`.
  func label(in range: Range<Int>, oneOf labels: LabelSet) -> FoundLabel? {
    var start = range.lowerBound
    while start < range.upperBound {
      let words = text.bytes.withUnsafeBufferPointer { labels.first(in: $0, start..<range.upperBound) }
      guard let words else { return nil }
      guard let mark = mark(around: words, in: range) else {
        start = words.upperBound
        continue
      }
      let opened = words.lowerBound - mark.lowerBound
      let closes = mark.last.map {
        text.bytes[$0] == UInt8(ascii: "*") || text.bytes[$0] == UInt8(ascii: "_")
      }
      let isClosedBeforeColon = text.bytes[words.upperBound..<mark.upperBound].contains(UInt8(ascii: "*"))
      return FoundLabel(
        words: words, mark: mark, opensEmphasis: opened == 1 && closes != true && !isClosedBeforeColon)
    }
    return nil
  }

  /// The asterisks before the words, and the colon with asterisks behind them.
  private func mark(around words: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    var lower = words.lowerBound
    while lower > range.lowerBound,
      text.bytes[lower - 1] == UInt8(ascii: "*") || text.bytes[lower - 1] == UInt8(ascii: "_")
    {
      lower -= 1
    }
    let opened = words.lowerBound - lower
    var upper = words.upperBound
    var closed = 0
    func skipMarks() {
      // No more marks than were opened, or the two of a bold that began before the label.
      while upper < range.upperBound, closed < max(opened, 2),
        text.bytes[upper] == UInt8(ascii: "*") || text.bytes[upper] == UInt8(ascii: "_")
      {
        upper += 1
        closed += 1
      }
    }
    skipMarks()
    upper = skipBlanks(upper, range.upperBound)
    if starts(upper..<range.upperBound, with: ":") {
      upper += 1
    } else if starts(upper..<range.upperBound, with: "：") {
      upper += 3
    } else {
      return nil
    }
    // Keep unpaired marks for `piece` to sort out: only a pair that wraps the label goes with it.
    if opened > 0 { skipMarks() }
    return lower..<upper
  }

  private static let remarkLabels = LabelSet([
    "Suy nghĩ", "Nhận xét", "Ý kiến", "Bình luận", "Thoughts", "Thought", "Opinion", "Remark", "Remarks",
    "Comment",
    "Comments", "My take", "Take", "Reflection", "想法", "看法", "所感", "Gedanke", "Réflexion",
  ])
}
