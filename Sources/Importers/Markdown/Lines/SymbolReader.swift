import DigestText

/// Emoji and other symbols before words.
struct SymbolReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context

  }

  /// The offset after the emoji and other symbols that a range begins with.
  func symbolsEnd(_ range: Range<Int>) -> Int? {
    scalarsEnd(range.prefix(LabelLimits.symbols)) { scalar in
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F || scalar.value == 0x200D
        || scalar.properties.generalCategory == .otherSymbol
    }
  }

  /// The offset after a digit in a key, `1️⃣`: the digit, U+FE0F and U+20E3.
  func keycapEnd(_ range: Range<Int>) -> Int? {
    guard let first = range.first, context.bytes[first].isDigit,
      context.starts(first + 1..<range.upperBound, with: "\u{FE0F}\u{20E3}")
    else { return nil }
    return first + 7
  }

  /// The offset after the characters beyond ASCII that a range begins with and that pass a test; `nil` for none.
  func scalarsEnd(_ range: Range<Int>, where isTaken: (Unicode.Scalar) -> Bool) -> Int? {
    guard let first = range.first, context.bytes[first].isNonASCII else { return nil }
    var count = 0
    for scalar in String(decoding: context.bytes[range], as: UTF8.self).unicodeScalars {
      // U+FFFD stands for a character that the range cuts in two.
      guard isTaken(scalar), scalar != "\u{FFFD}" else { break }
      count += UTF8.width(scalar)
    }
    return count > 0 ? range.lowerBound + count : nil
  }

  /// A range without emoji and other symbols at its beginning.
  func withoutSymbols(_ range: Range<Int>) -> Range<Int> {
    let range = context.trimmed(range)
    return symbolsEnd(range).map { context.trimmed($0..<range.upperBound) } ?? range
  }
}
