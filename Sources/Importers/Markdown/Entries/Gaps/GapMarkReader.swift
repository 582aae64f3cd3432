import DigestModel
import DigestText

/// Labels that tell gaps from opportunities.
struct GapMarkReader {
  let context: MarkdownContext
  let marks: MarkReader
  let separators: SeparatorReader
  let labels: LabelFinder

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    separators = SeparatorReader(context)
    labels = LabelFinder(context)
  }

  /// The role of the part that a line is the bare label of: `Opportunities`, `**Gap:**`.
  func partRole(_ line: Range<Int>) -> Digest.Gap.Part.Role? {
    let words = marks.withoutColon(marks.unwrapped(marks.withoutColon(line)))
    guard !words.isEmpty else { return nil }
    func isLabel(_ labels: LabelSet) -> Bool {
      context.length(of: labels, atStartOf: words) == words.count
    }
    return isLabel(GapWords.opportunities) ? .opportunity : isLabel(GapWords.gaps) ? .gap : nil
  }

  /// Whether a line begins with `Gap 2: …` without marks.
  func isNumberedGap(_ line: Range<Int>) -> Bool {
    let line = context.trimmed(line)
    guard let first = line.first,
      let count = context.length(of: GapWords.gaps, atStartOf: line)
    else { return false }
    let number = context.skipBlanks(first + count, line.upperBound)
    let end = context.bytes[number..<line.upperBound].firstIndex { !$0.isDigit } ?? line.upperBound
    return end > number && separators.separator(at: end, line.upperBound) != nil
  }

  /// Whether a line begins with a mark such as `*Gaps:*` or `Cơ hội:`.
  func isMarked(_ line: Range<Int>) -> Bool {
    let line = context.trimmed(line)
    // Long enough for any mark, and short enough not to search all of the prose.
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + LabelLimits.atStart)
    return [GapWords.gaps, GapWords.opportunities].contains { words in
      labels.label(in: head, oneOf: words)?.mark.lowerBound == line.lowerBound
    }
  }
}
