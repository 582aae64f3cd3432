import DigestText

/// Finds mathematics between dollar signs by the rule of pandoc's `tex_math_dollars`: a non-space follows the sign that
/// opens and precedes the one that closes, and no digit follows that. So `$5 and $10` are prices, and `H$_2$O` has a
/// formula. What opens is closed by the very next sign, or is text.
///
/// It is told of the runs of dollar signs of a text in order.
package struct MathSearch {
  package struct Span {
    /// With the dollar signs.
    package var range: Range<Int>
    package var isDisplay: Bool

    /// Without them.
    var content: Range<Int> {
      let marks = isDisplay ? 2 : 1
      return range.lowerBound + marks..<range.upperBound - marks
    }
  }

  private var opener: Range<Int>?

  package init() {}

  /// Forgets what is open: mathematics does not reach over code.
  mutating func reset() { opener = nil }

  /// The formula that a run of dollar signs closes, if it does.
  package mutating func close(at run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Span? {
    let before = opener
    opener = nil
    guard run.count <= 2 else { return nil }
    if let before, let span = span(from: before, to: run, in: bytes) {
      // `$a$$b$` is two formulas.
      if span.range.upperBound < run.upperBound { open(span.range.upperBound..<run.upperBound, in: bytes) }
      return span
    }
    open(run, in: bytes)
    return nil
  }

  private mutating func open(_ run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    guard run.upperBound < bytes.count, case let next = bytes[run.upperBound] else { return }
    guard run.count == 2 || !next.isSpace else { return }
    // `5$, 10$`
    let isPrice = run.lowerBound > 0 && bytes[run.lowerBound - 1].isDigit && ",.;:!?)".utf8.contains(next)
    if !isPrice { opener = run }
  }

  private func span(
    from opener: Range<Int>, to run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Span? {
    guard opener.count <= run.count else { return nil }
    let span = Span(
      range: opener.lowerBound..<run.lowerBound + opener.count, isDisplay: opener.count == 2)
    let end = span.range.upperBound
    guard !span.content.isEmpty, end == bytes.count || !bytes[end].isDigit else { return nil }
    let content = UnsafeBufferPointer(rebasing: bytes[span.content])
    guard let first = content.first, let last = content.last, !Self.endsALink(content) else { return nil }
    if span.isDisplay, first.isSpace || last.isSpace {
      // `$$ x^2 $$` is a formula, `from $$ to $$` is not.
      return content.contains { "\\^_={".utf8.contains($0) } ? span : nil
    }
    return first.isSpace || last.isSpace ? nil : span
  }

  /// Whether the text of a link ends in it that began before: `[from $5](address) to $`.
  private static func endsALink(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    var depth = 0
    for (i, byte) in content.enumerated() {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        if depth == 0, i + 1 < content.count, content[i + 1] == UInt8(ascii: "(") { return true }
        depth = max(0, depth - 1)
      }
    }
    return false
  }
}
