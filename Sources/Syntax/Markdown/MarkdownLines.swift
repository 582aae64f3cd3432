import DigestText

/// The lines of a Markdown text and what they look like. Offsets are into the bytes that it was made of; they have to
/// live as long as it does.
struct MarkdownLines {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  subscript(i: Int) -> UInt8 { bytes[i] }
  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[range] }

  // MARK: - Where lines are

  func lineStart(_ i: Int) -> Int {
    var k = i
    while k > 0, !bytes[k - 1].isNewline { k -= 1 }
    return k
  }

  /// The offset of the line's terminator, or the end.
  func lineEnd(_ i: Int) -> Int {
    bytes.firstOffset(from: i, where: \.isNewline) { min($0 ^ 0x0A, $0 ^ 0x0D) }
  }

  func lineAfter(_ end: Int) -> Int {
    guard end < count else { return count }
    if bytes[end] == 0x0D, end + 1 < count, bytes[end + 1] == 0x0A { return end + 2 }
    return end + 1
  }

  func skipBlanks(_ i: Int, to end: Int) -> Int {
    var k = i
    while k < end, bytes[k].isBlank { k += 1 }
    return k
  }

  /// `end` without the blanks before it.
  func trimmedEnd(_ end: Int, from start: Int = 0) -> Int {
    var k = end
    while k > start, bytes[k - 1].isBlank { k -= 1 }
    return k
  }

  /// The start of the next line that has more than blanks.
  func nextTextLine(from start: Int) -> Int? {
    var line = start
    while line < count {
      let end = skipBlanks(line, to: count)
      if end < count, !bytes[end].isNewline { return line }
      line = lineAfter(end)
    }
    return nil
  }

  /// The first line at or after `start` with this look. What md4c swallowed, a link reference definition, may stand
  /// before a block without text of its own.
  func nextLine(from start: Int, where hasLook: (Range<Int>) -> Bool) -> Int? {
    var line = start
    while line < count {
      let end = lineEnd(line)
      if hasLook(line..<end) { return line }
      line = lineAfter(end)
    }
    return nil
  }

  // MARK: - What stands on them

  /// Whether a line ends like a thematic break: three or more of one mark, blanks between them.
  func isRule(_ line: Range<Int>) -> Bool {
    var marks = 0
    var end = trimmedEnd(line.upperBound)
    guard end > line.lowerBound, case let mark = bytes[end - 1], "*-_".utf8.contains(mark) else {
      return false
    }
    while end > line.lowerBound, bytes[end - 1] == mark || bytes[end - 1].isBlank {
      if bytes[end - 1] == mark { marks += 1 }
      end -= 1
    }
    return marks >= 3
  }

  /// Whether a line is a code fence, after any markers of quotes and list items.
  func opensFence(_ line: Range<Int>) -> Bool {
    var i = line.lowerBound
    while i < line.upperBound, bytes[i].isBlank || bytes[i].isDigit || ">*-+.)".utf8.contains(bytes[i]) {
      i += 1
    }
    guard i + 2 < line.upperBound, bytes[i] == UInt8(ascii: "`") || bytes[i] == UInt8(ascii: "~") else {
      return false
    }
    return bytes[i] == bytes[i + 1] && bytes[i] == bytes[i + 2]
  }

  func isFence(_ start: Int, _ end: Int, mark: UInt8, length: Int) -> Bool {
    var i = skipBlanks(start, to: end)
    var count = 0
    while i < end, bytes[i] == mark {
      i += 1
      count += 1
    }
    return count >= length && i == trimmedEnd(end, from: i)
  }

  /// The end of a list marker at `i`, or `nil`.
  func markerEnd(_ i: Int, _ end: Int) -> Int? {
    var k = i
    switch bytes[i] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): k += 1
    case 0x30...0x39:
      while k < end, bytes[k].isDigit { k += 1 }
      guard k < end, bytes[k] == UInt8(ascii: ".") || bytes[k] == UInt8(ascii: ")") else { return nil }
      k += 1
    default: return nil
    }
    return k >= end || bytes[k].isSpace ? k : nil
  }
}
