import DigestText

/// The lines at the beginning of a source, before it is parsed.
struct SourceLines {
  let bytes: [UInt8]

  /// The line at an offset, without its end; `nil` at the end of the source.
  func line(at start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, !bytes[end].isNewline { end += 1 }
    return start..<end
  }

  /// Where the next line begins.
  func next(after line: Range<Int>) -> Int {
    var next = line.upperBound
    if next < bytes.count, bytes[next] == 0x0D { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A { next += 1 }
    return next
  }

  func isBlank(_ line: Range<Int>) -> Bool { bytes[line].allSatisfy(\.isBlank) }

  /// A range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a line is a mark, blanks after it aside.
  func isFence(_ line: Range<Int>, _ mark: StaticString) -> Bool {
    let text = trimmed(line)
    return text.lowerBound == line.lowerBound && bytes.holds(mark, in: text)
  }
}
