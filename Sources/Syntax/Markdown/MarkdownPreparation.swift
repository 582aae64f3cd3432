import DigestText

/// What md4c must not be given as it is.
enum MarkdownPreparation {
  /// What md4c is given instead of a text, of the same length: blank lines that follow one another or a heading are
  /// blanks of the line before; the sign of a comparison (`>10x`, `>=90%`) is a letter, so that it begins no quote; and so
  /// is the colon behind a paper id in brackets (`[2311.00001]: Title`), which defines no link.
  /// `nil` for a text with none of them.
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
    func replace(_ places: Range<Int>, by byte: UInt8) {
      if copy == nil { copy = Array(buffer) }
      for k in places { copy?[k] = byte }
    }
    func replaceColonBehindID(in line: Range<Int>) {
      if let colon = colonBehindID(buffer, line) { replace(colon..<colon &+ 1, by: UInt8(ascii: "x")) }
    }
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
          replace(i..<i &+ 1, by: UInt8(ascii: "x"))
        }
        i &+= 1
        continue
      }
      let end = i &+ (byte == 0x0D && i &+ 1 < buffer.count && buffer[i &+ 1] == 0x0A ? 2 : 1)
      if isBlankLine, let before { replace(before, by: 0x20) }
      if !isBlankLine { replaceColonBehindID(in: start..<i) }
      before = isBlankLine || isHeading(buffer, start..<i) ? i..<end : nil
      isBlankLine = true
      start = end
      i = end
    }
    replaceColonBehindID(in: start..<buffer.count)
    return copy
  }
}

/// The colon in `[2311.00001]: Title`, behind any markers of lists and quotes. Before an address it defines a link
/// (CommonMark 0.30, section 4.7).
private func colonBehindID(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
  var i = line.lowerBound
  while i < line.upperBound, buffer[i].isBlank || buffer[i].isDigit || ">*-+.)".utf8.contains(buffer[i]) {
    i &+= 1
  }
  guard i < line.upperBound, buffer[i] == UInt8(ascii: "["),
    let colon = endOfID(buffer, i &+ 1..<line.upperBound), colon &+ 1 < line.upperBound,
    buffer[colon - 1] == UInt8(ascii: "]"), buffer[colon] == UInt8(ascii: ":")
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

/// Behind `2311.00001v2]` or `hep-th/9901001]`, with `arXiv:` before it or without.
private func endOfID(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  var i = range.lowerBound
  func digits() -> Int {
    let lower = i
    while i < range.upperBound, buffer[i].isDigit { i &+= 1 }
    return i &- lower
  }
  let prefix: StaticString = "arxiv:"
  var k = 0
  while k < prefix.utf8CodeUnitCount, i &+ k < range.upperBound,
    buffer[i &+ k] | 0x20 == prefix.utf8Start[k] | 0x20
  {
    k &+= 1
  }
  if k == prefix.utf8CodeUnitCount { i &+= k }
  let archive = i
  while i < range.upperBound,
    buffer[i].isLetter || buffer[i] == UInt8(ascii: "-") || buffer[i] == UInt8(ascii: ".")
  {
    i &+= 1
  }
  if i > archive {
    guard i < range.upperBound, buffer[i] == UInt8(ascii: "/") else { return nil }
    i &+= 1
    guard digits() == 7 else { return nil }
  } else {
    guard digits() == 4, i < range.upperBound, buffer[i] == UInt8(ascii: ".") else { return nil }
    i &+= 1
    guard 4...5 ~= digits() else { return nil }
  }
  if i < range.upperBound, buffer[i] == UInt8(ascii: "v") {
    i &+= 1
    guard digits() > 0 else { return nil }
  }
  return i < range.upperBound ? i &+ 1 : nil
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
