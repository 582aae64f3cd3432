import DigestText

/// Finds labels such as `Opportunity:` in running text.
struct LabelFinder {
  let context: MarkdownContext
  let brackets: BracketReader
  let symbols: SymbolReader
  let separators: SeparatorReader

  init(_ context: MarkdownContext) {
    self.context = context
    brackets = BracketReader(context)
    symbols = SymbolReader(context)
    separators = SeparatorReader(context)
  }

  /// A range without the bracket at its end that closes around a label and all that follows it: `(Suy nghĩ: …)`.
  func withoutBracket(_ range: Range<Int>, openedBefore label: FoundLabel) -> Range<Int> {
    guard label.isInBracket else { return range }
    let range = context.trimmed(range)
    var end = range.upperBound
    if let last = range.last, context.bytes[last] == UInt8(ascii: ".") { end -= 1 }
    guard end > range.lowerBound, context.bytes[end - 1] == UInt8(ascii: ")") else { return range }
    return range.lowerBound..<end - 1
  }

  /// The first place where a colon follows one of the labels: `Suy nghĩ:`, `Suy nghĩ:**`, `*Suy nghĩ:*`.
  func label(in range: Range<Int>, oneOf labels: LabelSet) -> FoundLabel? {
    var start = range.lowerBound
    while start < range.upperBound {
      let words = context.bytes.withUnsafeBufferPointer { labels.first(in: $0, start..<range.upperBound) }
      guard let words else { return nil }
      guard let mark = mark(around: words, in: range) else {
        start = words.upperBound
        continue
      }
      return FoundLabel(
        words: mark.words, mark: mark.range, opensEmphasis: mark.opensEmphasis,
        isInBracket: brackets.isBracket(at: mark.range.lowerBound, closedAtEndOf: range))
    }
    return nil
  }

  private func isMark(_ i: Int) -> Bool {
    context.bytes[i] == UInt8(ascii: "*") || context.bytes[i] == UInt8(ascii: "_")
  }

  /// The asterisks before the words, an arrow or bracket before those, and the colon and asterisks after the words. A
  /// number may follow the words (`Cơ hội 2:`); where marks wrap the words a dash is enough (`**Cơ hội** – …`).
  private func mark(
    around words: Range<Int>, in range: Range<Int>
  ) -> (words: Range<Int>, range: Range<Int>, opensEmphasis: Bool)? {
    var lower = words.lowerBound
    while lower > range.lowerBound, isMark(lower - 1) { lower -= 1 }
    let opened = words.lowerBound - lower
    var upper = words.upperBound
    let digits = context.skipBlanks(upper, range.upperBound)
    var number = digits
    while number < range.upperBound, number - digits < NumberLimits.digitsAfterLabel,
      context.bytes[number].isDigit
    { number += 1 }
    let hasNumber = number > digits
    if hasNumber { upper = number }
    let end = upper
    while upper < range.upperBound, upper - end < opened + 2, isMark(upper) { upper += 1 }
    let closed = upper - end
    upper = context.skipBlanks(upper, range.upperBound)
    if context.starts(upper..<range.upperBound, with: ":") {
      upper += 1
    } else if context.starts(upper..<range.upperBound, with: "：") {
      upper += 3
    } else if opened >= 2, let stop = stopEnd(end, range.upperBound), closed == 0,
      stop + 1 < range.upperBound, isMark(stop), isMark(stop + 1)
    {
      // `**Cơ hội.** text`
      upper = stop
    } else if opened > 0, closed >= opened, upper < range.upperBound,
      let dash = separators.separator(at: upper, range.upperBound), dash.kind == .dash
    {
      upper = dash.next
    } else {
      return nil
    }
    // Only a pair of marks that wraps the label belongs to it; `clippedInline` deals with the others.
    let colon = upper
    while upper < range.upperBound, closed + upper - colon < opened, isMark(upper) { upper += 1 }
    let isWrapped = closed + upper - colon >= opened
    // `**Gap 1: a title.**` is a title with a number, not a label.
    if hasNumber, !isWrapped { return nil }
    return (
      words.lowerBound..<end, withArrow(lower, range)..<upper, opened == 1 && !isWrapped
    )
  }

  /// The offset after the full stop at an offset.
  private func stopEnd(_ i: Int, _ end: Int) -> Int? {
    Signs.fullStops.first { context.starts(i..<end, with: $0) }.map { i + $0.utf8CodeUnitCount }
  }

  /// Where the emoji that end at an offset begin; the offset if there are none.
  private func symbolStart(before end: Int, _ start: Int) -> Int {
    var lower = end
    while lower > start, context.bytes[lower - 1].isNonASCII {
      var i = lower - 1
      while i > start, context.bytes[i].isContinuation { i -= 1 }
      guard symbols.symbolsEnd(i..<lower) == lower else { break }
      lower = i
    }
    return lower
  }

  /// Where a mark begins, with the arrow or bracket before it: `→ Cơ hội:`, `(Cơ hội:`.
  private func withArrow(_ lower: Int, _ range: Range<Int>) -> Int {
    guard lower > range.lowerBound else { return lower }
    if context.bytes[lower - 1] == UInt8(ascii: "("), brackets.isBracket(at: lower - 1, closedAtEndOf: range)
    {
      return lower - 1
    }
    var i = lower
    while i > range.lowerBound, context.bytes[i - 1].isBlank { i -= 1 }
    let symbol = symbolStart(before: i, range.lowerBound)
    if symbol < i { return symbol }
    for arrow in Signs.arrowsBeforeLabel {
      let count = arrow.utf8CodeUnitCount
      if i - count >= range.lowerBound, context.starts(i - count..<i, with: arrow) { return i - count }
    }
    return lower
  }
}
