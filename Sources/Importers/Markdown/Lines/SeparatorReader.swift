import DigestText

/// What separates the parts of a line.
enum Separator { case pipe, dash, dot, colon }

/// The signs that separate the parts of a line: bars, dashes, dots, colons.
struct SeparatorReader {
  let context: MarkdownContext
  let marks: MarkReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
  }

  /// The separator that a range begins with, and the offset after it; blanks around it do not count.
  func separator(at start: Int, _ end: Int) -> (kind: Separator, next: Int)? {
    let i = context.skipBlanks(start, end)
    guard i < end else { return nil }
    let bytes = context.bytes
    func isSign(_ sign: StaticString) -> Bool {
      i + sign.utf8CodeUnitCount <= end && bytes.holds(sign, at: i)
    }
    let kind: Separator
    let count: Int
    switch bytes[i] {
    case UInt8(ascii: "|"): (kind, count) = (.pipe, isSign("||") ? 2 : 1)
    case UInt8(ascii: "\\"):
      guard isSign("\\|") else { return nil }
      (kind, count) = (.pipe, 2)
    case UInt8(ascii: ":"): (kind, count) = (.colon, 1)
    case UInt8(ascii: "-"):
      let isDouble = isSign("--")
      guard i + 1 == end || isDouble || bytes[i + 1].isSpace else { return nil }
      (kind, count) = (.dash, isDouble ? 2 : 1)
    default:
      guard bytes[i].isNonASCII else { return nil }
      if isSign("→") || longDashLength(at: i, end) > 0 {
        (kind, count) = (.dash, 3)
      } else if isSign("｜") {
        (kind, count) = (.pipe, 3)
      } else if isSign("：") {
        (kind, count) = (.colon, 3)
      } else {
        let length = dotLength(at: i, end)
        guard length > 0 else { return nil }
        (kind, count) = (.dot, length)
      }
    }
    return (kind, context.skipBlanks(i + count, end))
  }

  /// The last or first ` – ` (or ` — `, ` - `) of a range outside code spans.
  func dash(in range: Range<Int>, last: Bool) -> Range<Int>? {
    let bytes = context.bytes
    var found: Range<Int>?
    marks.forEachOutsideCode(range) { i in
      guard i > range.lowerBound, bytes[i] == UInt8(ascii: "-") || bytes[i] == 0xE2 else { return true }
      let length = bytes[i] == UInt8(ascii: "-") ? 1 : longDashLength(at: i, range.upperBound)
      guard length > 0 else { return true }
      let followsSpace =
        bytes[i - 1].isBlank || i - 1 > range.lowerBound && context.spaceLength(at: i - 2, i) == 2
      guard followsSpace || bytes[i - 1] == UInt8(ascii: "*"), i + length < range.upperBound,
        context.skipBlanks(i + length, range.upperBound) > i + length
      else { return true }
      found = i..<i + length
      return last
    }
    return found
  }

  /// The first ` -> `, ` → ` or ` => ` of a range outside code spans.
  func arrow(in range: Range<Int>) -> Range<Int>? {
    let bytes = context.bytes
    var found: Range<Int>?
    marks.forEachOutsideCode(range) { i in
      guard i > range.lowerBound, bytes[i - 1].isBlank, bytes[i].isNonASCII || bytes[i].isPunctuation,
        let arrow = Signs.arrowsBetween.first(where: { context.starts(i..<range.upperBound, with: $0) })
      else { return true }
      found = i..<i + arrow.utf8CodeUnitCount
      return false
    }
    return found
  }

  /// The first ` · `, ` • ` or the like of a range outside code spans.
  func middleDot(in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    marks.forEachOutsideCode(range) { i in
      let length = dotLength(at: i, range.upperBound)
      guard length > 0 else { return true }
      found = i..<i + length
      return false
    }
    return found
  }

  /// The length of the en dash, em dash, figure dash, bar or minus sign at an offset, else 0.
  func longDashLength(at i: Int, _ end: Int) -> Int {
    let bytes = context.bytes
    guard bytes[i] == 0xE2, i + 2 < end else { return 0 }
    let isDash = bytes[i + 1] == 0x80 && 0x92...0x95 ~= bytes[i + 2]
    return isDash || bytes[i + 1] == 0x88 && bytes[i + 2] == 0x92 ? 3 : 0
  }

  /// The length of the middle dot (`·`, `•` and the like) at an offset, else 0.
  func dotLength(at i: Int, _ end: Int) -> Int {
    let first = context.bytes[i]
    guard first == 0xC2 || first == 0xE2 || first == 0xE3 else { return 0 }
    if context.starts(i..<end, with: "·") { return 2 }
    for dot in Signs.middleDots where context.starts(i..<end, with: dot) { return 3 }
    return 0
  }

  /// A range without dashes at its end.
  func withoutDash(_ range: Range<Int>) -> Range<Int> {
    var range = context.trimmed(range)
    while range.count >= 1 {
      if range.count >= 3, longDashLength(at: range.upperBound - 3, range.upperBound) > 0 {
        range = context.trimmed(range.lowerBound..<range.upperBound - 3)
      } else if range.count >= 2, context.bytes[range.upperBound - 1] == UInt8(ascii: "-"),
        context.bytes[range.upperBound - 2].isBlank
      {
        range = context.trimmed(range.lowerBound..<range.upperBound - 1)
      } else {
        return range
      }
    }
    return range
  }

  /// A range without separators at its end: ` –`, ` |`, ` ·`, `:`, ` -`.
  func withoutSeparator(_ range: Range<Int>) -> Range<Int> {
    var range = withoutDash(range)
    while let last = range.last {
      if context.bytes[last] == UInt8(ascii: "|") || context.bytes[last] == UInt8(ascii: ":") {
        range = withoutDash(range.lowerBound..<last)
      } else if let dot = [2, 3].first(where: {
        last + 1 - $0 >= range.lowerBound && dotLength(at: last + 1 - $0, range.upperBound) == $0
      }) {
        range = withoutDash(range.lowerBound..<last + 1 - dot)
      } else {
        break
      }
    }
    return range
  }

  /// The offset after the `<br>` or `<br/>` at an offset.
  func breakEnd(_ i: Int, _ end: Int) -> Int? {
    for mark in Signs.breaks where context.starts(i..<end, with: mark) {
      return i + mark.utf8CodeUnitCount
    }
    return nil
  }
}
