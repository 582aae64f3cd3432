import DigestSyntax
import DigestText

/// The marks of emphasis and code in a line.
struct MarkReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context

  }

  /// Calls `body` with each offset outside code spans until it returns false.
  func forEachOutsideCode(_ range: Range<Int>, _ body: (Int) -> Bool) {
    let bytes = context.bytes
    var search = CodeSpanSearch()
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "`") {
        i = bytes.withUnsafeBufferPointer { bytes in
          range.lowerBound
            + search.end(ofSpanAt: i - range.lowerBound, in: UnsafeBufferPointer(rebasing: bytes[range]))
        }
        continue
      }
      if !body(i) { return }
      i += 1
    }
  }

  /// Calls `body` with the offset of each asterisk outside code spans until it returns false.
  private func forEachAsterisk(in range: Range<Int>, _ body: (Int) -> Bool) {
    context.bytes.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[range])
      var search = CodeSpanSearch()
      var i = 0
      while true {
        i = bytes.firstOffset(
          from: i, where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`") },
          { min($0 ^ UInt8(ascii: "*"), $0 ^ UInt8(ascii: "`")) })
        guard i < bytes.count else { return }
        if bytes[i] == UInt8(ascii: "`") {
          i = search.end(ofSpanAt: i, in: bytes)
        } else {
          guard body(range.lowerBound + i) else { return }
          i &+= 1
        }
      }
    }
  }

  /// The offset of the first `**` of a range outside code spans.
  func firstStrongMark(in range: Range<Int>) -> Int? {
    var found: Int?
    forEachAsterisk(in: range) { i in
      guard context.starts(i..<range.upperBound, with: "**") else { return true }
      found = i
      return false
    }
    return found
  }

  /// A range cut out of a text where a `**` may be open, without the marks that have no partner inside it.
  /// - Parameter isStrongOpen: whether a `**` is open at the beginning; on return, at the end.
  func clippedInline(_ range: Range<Int>, isStrongOpen: inout Bool) -> Range<Int> {
    let wasStrongOpen = isStrongOpen
    var runs: [Int] = []
    var skip = 0
    forEachAsterisk(in: range) { i in
      guard i >= skip, i + 1 < range.upperBound,
        context.bytes[i + 1] == UInt8(ascii: "*"),
        i == range.lowerBound || context.bytes[i - 1] != UInt8(ascii: "\\")
      else { return true }
      let isOpen = wasStrongOpen != (runs.count % 2 == 1)
      if !isOpen, let end = loneAsterisks(at: i, in: range) {
        skip = end
        return true
      }
      runs.append(i)
      skip = i + 2
      return true
    }
    var lone: [Int] = []
    if isStrongOpen, !runs.isEmpty { lone.append(runs.removeFirst()) }
    let endsOpen = runs.count % 2 == 1
    if endsOpen, let last = runs.last { lone.append(last) }
    isStrongOpen = lone.isEmpty || endsOpen ? isStrongOpen || endsOpen : false
    guard !lone.isEmpty else { return context.trimmed(range) }
    var ranges: [Range<Int>] = []
    var lower = range.lowerBound
    for run in lone {
      if run > lower { ranges.append(lower..<run) }
      lower = run + 2
    }
    if range.upperBound > lower { ranges.append(lower..<range.upperBound) }
    ranges = ranges.filter { !context.trimmed($0).isEmpty }
    guard !ranges.isEmpty else { return range.lowerBound..<range.lowerBound }
    return context.trimmed(context.join(ranges, separator: nil))
  }

  /// The offset after asterisks with blanks on both sides, which open nothing: `a ** b`.
  private func loneAsterisks(at start: Int, in range: Range<Int>) -> Int? {
    guard start > range.lowerBound, context.bytes[start - 1].isBlank else { return nil }
    var end = start
    while end < range.upperBound, context.bytes[end] == UInt8(ascii: "*") { end += 1 }
    return end < range.upperBound && context.bytes[end].isBlank ? end : nil
  }

  /// The inside of a range that is wrapped in `**…**`, `*…*` or `` `…` `` as a whole, else the range.
  func unwrapped(_ range: Range<Int>) -> Range<Int> {
    let range = context.trimmed(range)
    for mark: StaticString in ["**", "__", "*", "`"] {
      let count = mark.utf8CodeUnitCount
      guard range.count > 2 * count, context.starts(range, with: mark),
        context.starts(range.upperBound - count..<range.upperBound, with: mark)
      else { continue }
      let inside = range.lowerBound + count..<range.upperBound - count
      guard !contains(inside, mark) else { return range }
      return context.trimmed(inside)
    }
    return range
  }

  private func contains(_ range: Range<Int>, _ mark: StaticString) -> Bool {
    guard range.count >= mark.utf8CodeUnitCount else { return false }
    for i in range.lowerBound...(range.upperBound - mark.utf8CodeUnitCount)
    where context.starts(i..<range.upperBound, with: mark) {
      return true
    }
    return false
  }

  /// A range without a full stop at its end, the ideographic one included.
  func withoutStop(_ range: Range<Int>) -> Range<Int> {
    for stop in Signs.fullStops {
      let end = range.upperBound - stop.utf8CodeUnitCount
      if end >= range.lowerBound, context.starts(end..<range.upperBound, with: stop) {
        return range.lowerBound..<end
      }
    }
    return range
  }

  /// A range without a colon at its end.
  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    let range = context.trimmed(range)
    guard let last = range.last else { return range }
    if context.bytes[last] == UInt8(ascii: ":") { return context.trimmed(range.lowerBound..<last) }
    if range.count >= 3, context.starts(last - 2..<range.upperBound, with: "：") {
      return context.trimmed(range.lowerBound..<last - 2)
    }
    return range
  }

  /// A range without a colon at its beginning.
  func withoutLeadingColon(_ range: Range<Int>) -> Range<Int> {
    let range = context.trimmed(range)
    for colon: StaticString in [":", "："] where context.starts(range, with: colon) {
      return context.trimmed(range.lowerBound + colon.utf8CodeUnitCount..<range.upperBound)
    }
    return range
  }

  /// The inside of a `**…**` that a line begins with, and what follows it.
  func leadingStrong(_ line: Range<Int>) -> (inside: Range<Int>, rest: Range<Int>)? {
    let line = context.trimmed(line)
    guard context.starts(line, with: "**"), line.count > 4 else { return nil }
    guard let close = firstStrongMark(in: line.lowerBound + 2..<line.upperBound), close > line.lowerBound + 2
    else { return nil }
    return (line.lowerBound + 2..<close, close + 2..<line.upperBound)
  }

  func leadingEmphasis(_ line: Range<Int>) -> (inside: Range<Int>, rest: Range<Int>)? {
    guard context.starts(line, with: "*"), !context.starts(line, with: "**"),
      let close = context.bytes[(line.lowerBound + 1)..<line.upperBound].firstIndex(of: UInt8(ascii: "*"))
    else { return nil }
    return (line.lowerBound + 1..<close, close + 1..<line.upperBound)
  }

  /// A range without the asterisk at its end that closes emphasis whose beginning was cut off.
  func withoutClosingAsterisk(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, context.bytes[last] == UInt8(ascii: "*"),
      range.count < 2 || context.bytes[last - 1] != UInt8(ascii: "*")
    else { return range }
    return context.trimmed(range.lowerBound..<last)
  }

  /// Whether a line is bold as a whole; a colon may follow.
  func isBold(_ line: Range<Int>) -> Bool {
    leadingStrong(line).map { withoutColon($0.rest).isEmpty } ?? false
  }
}
