/// Brackets, and what stands inside them.
struct BracketReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context

  }

  /// What stands in the bracket of any kind that opens at an offset, and where it ends.
  func bracket(at open: Int, in range: Range<Int>) -> (inside: Range<Int>, end: Int)? {
    for (opening, closing) in Signs.brackets where context.starts(open..<range.upperBound, with: opening) {
      var depth = 0
      var i = open
      while i < range.upperBound {
        if context.starts(i..<range.upperBound, with: opening) {
          depth += 1
        } else if context.starts(i..<range.upperBound, with: closing) {
          depth -= 1
          let end = i + closing.utf8CodeUnitCount
          if depth == 0 { return (open + opening.utf8CodeUnitCount..<i, end) }
        }
        i += 1
      }
    }
    return nil
  }

  /// The offset of the bracket that closes the one at `open`.
  func closingBracket(of open: Int, in range: Range<Int>) -> Int? {
    var depth = 0
    for i in open..<range.upperBound {
      if context.bytes[i] == UInt8(ascii: "(") { depth += 1 }
      if context.bytes[i] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  private func openingBracket(of close: Int, in range: Range<Int>) -> Int? {
    let (opening, closing) =
      context.bytes[close] == UInt8(ascii: ")")
      ? (UInt8(ascii: "("), UInt8(ascii: ")")) : (UInt8(ascii: "["), UInt8(ascii: "]"))
    var depth = 0
    for i in stride(from: close, through: range.lowerBound, by: -1) {
      if context.bytes[i] == closing { depth += 1 }
      if context.bytes[i] == opening {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  /// The bracket that a range ends with; `whole` includes marks around it and a full stop.
  func trailingBracket(_ range: Range<Int>) -> (whole: Range<Int>, inside: Range<Int>)? {
    var end = range.upperBound
    if end > range.lowerBound, context.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    var marks = 0
    while end > range.lowerBound, "*_`".utf8.contains(context.bytes[end - 1]) {
      end -= 1
      marks += 1
    }
    guard end > range.lowerBound else { return nil }
    let close = context.bytes[end - 1]
    guard close == UInt8(ascii: ")") || close == UInt8(ascii: "]") else { return nil }
    guard var open = openingBracket(of: end - 1, in: range), open + 1 < end - 1 else { return nil }
    let inside = open + 1..<end - 1
    while marks > 0, open > range.lowerBound, "*_`".utf8.contains(context.bytes[open - 1]) {
      open -= 1
      marks -= 1
    }
    return marks == 0 ? (open..<range.upperBound, inside) : nil
  }

  /// Whether a range begins and ends with full-width brackets: `（无）`.
  func isInWideBrackets(_ range: Range<Int>) -> Bool {
    range.count > 6 && context.starts(range, with: "（")
      && context.starts(range.upperBound - 3..<range.upperBound, with: "）")
  }

  /// `NAME` of `(NAME)`.
  func withoutBrackets(_ range: Range<Int>) -> Range<Int> {
    if isInWideBrackets(range) {
      return context.trimmed(range.lowerBound + 3..<range.upperBound - 3)
    }
    guard context.starts(range, with: "("),
      closingBracket(of: range.lowerBound, in: range) == range.upperBound - 1
    else {
      return range
    }
    return context.trimmed(range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Whether a bracket opens at an offset and the range ends with one.
  func isBracket(at offset: Int, closedAtEndOf range: Range<Int>) -> Bool {
    guard context.bytes[offset] == UInt8(ascii: "("), let last = context.trimmed(range).last else {
      return false
    }
    let end = context.bytes[last] == UInt8(ascii: ".") ? last - 1 : last
    return end > offset && context.bytes[end] == UInt8(ascii: ")")
  }
}
