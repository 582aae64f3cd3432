import TextBytes

/// What md4c must not be given as it is.
enum MarkdownPreparation {
  /// What md4c is given instead of a text, of the same length: blank lines that follow one another or a heading are
  /// blanks of the line before, and the sign of a comparison (`>10x`, `>=90%`) is a letter, so that it begins no quote.
  /// `nil` for a text with neither.
  ///
  /// md4c 0.4.8, at a blank line inside a list that ends no paragraph, takes the last bytes that it has stored for a
  /// block. They may be the offset of a line, and one of 4 modulo 256 reads as a list item: the list below then swallows
  /// its own siblings. `1.  **NAME**` at the beginning of a file has that offset.
  /// - Complexity: O(n).
  static func prepared(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var copy: [UInt8]?
    var isBlankLine = true
    var start = 0
    /// The line end before, where a blank line behind it is to be part of its line.
    var before: Range<Int>?
    var i = 0
    while i < buffer.count {
      let byte = buffer[i]
      // Letters, most of all there is: on to what can matter behind one.
      if byte > UInt8(ascii: ">") {
        isBlankLine = false
        i = buffer.firstOffset(
          from: i &+ 1, where: { $0 == UInt8(ascii: ">") || $0.isNewline },
          { min($0 ^ UInt8(ascii: ">"), min($0 ^ 0x0A, $0 ^ 0x0D)) })
        continue
      }
      guard byte.isNewline else {
        isBlankLine = isBlankLine && byte.isBlank
        if byte == UInt8(ascii: ">"), isComparison(buffer, at: i) {
          if copy == nil { copy = Array(buffer) }
          copy?[i] = UInt8(ascii: "x")
        }
        i &+= 1
        continue
      }
      let end = i &+ (byte == 0x0D && i &+ 1 < buffer.count && buffer[i &+ 1] == 0x0A ? 2 : 1)
      if isBlankLine, let before {
        if copy == nil { copy = Array(buffer) }
        for k in before { copy?[k] = 0x20 }
      }
      before = isBlankLine || isHeading(buffer, start..<i) ? i..<end : nil
      isBlankLine = true
      start = end
      i = end
    }
    return copy
  }
}

/// Whether a line is a heading with `#`, behind any list markers.
private func isHeading(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  var i = line.lowerBound
  while i < line.upperBound, buffer[i].isBlank || buffer[i].isDigit || "*-+.)".utf8.contains(buffer[i]) {
    i &+= 1
  }
  let lower = i
  while i < line.upperBound, buffer[i] == UInt8(ascii: "#") { i &+= 1 }
  return 1...6 ~= i &- lower && (i == line.upperBound || buffer[i].isBlank)
}

/// Whether a `>` stands before a digit or `=`, and behind a blank or at the beginning of a line.
private func isComparison(_ buffer: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  guard i + 1 < buffer.count, buffer[i + 1].isDigit || buffer[i + 1] == UInt8(ascii: "=") else {
    return false
  }
  return i == 0 || buffer[i - 1].isSpace
}
