import DigestText

/// Changes to a text that md4c would misread.
enum MarkdownPreparation {
  /// What md4c is given instead of a text, of the same length; `nil` for a text that it can be given as it is.
  ///
  /// Blank lines that follow one another or a heading become blanks of the line before. The sign of a comparison
  /// (`>10x`, `>=90%`) becomes a letter, so that it does not begin a quote, and so does the colon of `[label]: words`
  /// where the label is text, so that it does not define a link.
  ///
  /// md4c 0.4.8, at a blank line inside a list that ends no paragraph, takes the last bytes that it has stored for a
  /// block. They may be the offset of a line, and one of 4 modulo 256 reads as a list item: the list below then swallows
  /// its own siblings. `1.  **NAME**` at the beginning of a file has that offset.
  ///
  /// It also looks for the line of each bracket from the first line of the paragraph on. Where lines go on for long without
  /// a blank one, it gets no more brackets: of all that they can mean only definitions of links are blocks, and those
  /// become paragraphs anyway.
  /// - Complexity: O(n).
  static func prepared(
    _ buffer: UnsafeBufferPointer<UInt8>, isTextLabel: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [UInt8]? {
    var copy: [UInt8]?
    var isBlankLine = true
    var start = 0
    /// The line end before, where a blank line after it is to be part of its line.
    var before: Range<Int>?
    func replace(_ places: Range<Int>, by byte: UInt8) {
      if copy == nil { copy = Array(buffer) }
      for k in places { copy?[k] = byte }
    }
    func replaceColon(in line: Range<Int>) {
      if let colon = colonAfterTextLabel(buffer, line, isTextLabel: isTextLabel) {
        replace(colon..<colon &+ 1, by: UInt8(ascii: "x"))
      }
    }
    /// How many lines there have been since the last blank one.
    var lines = 0
    func replaceBrackets(in line: Range<Int>) {
      lines += 1
      guard lines > mostLinesWithBrackets else { return }
      for k in line where buffer[k] == UInt8(ascii: "[") { replace(k..<k &+ 1, by: UInt8(ascii: "x")) }
    }
    var i = 0
    while i < buffer.count {
      let byte = buffer[i]
      // Most bytes are letters: skip to what can matter after one.
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
          replace(i..<i &+ 1, by: UInt8(ascii: "x"))
        }
        i &+= 1
        continue
      }
      let end = i &+ (byte == 0x0D && i &+ 1 < buffer.count && buffer[i &+ 1] == 0x0A ? 2 : 1)
      if isBlankLine, let before { replace(before, by: 0x20) }
      if isBlankLine {
        lines = 0
      } else {
        replaceColon(in: start..<i)
        replaceBrackets(in: start..<i)
      }
      before = isBlankLine || isHeading(buffer, start..<i) ? i..<end : nil
      isBlankLine = true
      start = end
      i = end
    }
    replaceColon(in: start..<buffer.count)
    replaceBrackets(in: start..<buffer.count)
    return copy
  }

  private static let mostLinesWithBrackets = 5000
}

/// The colon in `[label]: words`, after any markers of lists and quotes, where such a label is text.
///
/// Before an address it defines a link all the same (CommonMark 0.30, section 4.7).
private func colonAfterTextLabel(
  _ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isTextLabel: (UnsafeBufferPointer<UInt8>) -> Bool
) -> Int? {
  var i = line.lowerBound
  while i < line.upperBound, isPartOfMarker(buffer[i]) { i &+= 1 }
  guard i < line.upperBound, buffer[i] == UInt8(ascii: "["),
    let end = buffer[i..<line.upperBound].firstIndex(of: UInt8(ascii: "]")), end > i &+ 1,
    case let colon = end &+ 1, colon &+ 1 < line.upperBound, buffer[colon] == UInt8(ascii: ":"),
    isTextLabel(UnsafeBufferPointer(rebasing: buffer[(i &+ 1)..<end]))
  else { return nil }
  var word = colon &+ 1
  while word < line.upperBound, buffer[word].isBlank { word &+= 1 }
  guard word < line.upperBound, buffer[word] != UInt8(ascii: "<") else { return nil }
  var k = word
  while k < line.upperBound, !buffer[k].isBlank {
    // `https://…`, `mailto:…`, `/path`, `#place`
    if buffer[k] == UInt8(ascii: "/") || buffer[k] == UInt8(ascii: "#") || buffer[k] == UInt8(ascii: "@") {
      return nil
    }
    k &+= 1
  }
  return colon
}

/// Whether a byte can stand in the markers of quotes and list items, or between them.
private func isPartOfMarker(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
    UInt8(ascii: ")"):
    return true
  default: return byte.isBlank || byte.isDigit
  }
}

/// Whether a line is a heading with `#`, after any list markers.
private func isHeading(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  var i = line.lowerBound
  while i < line.upperBound, isPartOfMarker(buffer[i]) { i &+= 1 }
  let lower = i
  while i < line.upperBound, buffer[i] == UInt8(ascii: "#") { i &+= 1 }
  return 1...6 ~= i &- lower && (i == line.upperBound || buffer[i].isBlank)
}

/// Whether a `>` stands before a digit or `=`, and after a blank or at the beginning of a line.
private func isComparison(_ buffer: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  guard i + 1 < buffer.count, buffer[i + 1].isDigit || buffer[i + 1] == UInt8(ascii: "=") else {
    return false
  }
  return i == 0 || buffer[i - 1].isSpace
}
