import DigestText

/// Numbers and bullets at the beginning of a line.
struct MarkerReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context

  }

  func withoutEnumerator(_ range: Range<Int>) -> (enumerator: Range<Int>, rest: Range<Int>) {
    let range = context.trimmed(range)
    guard let end = Enumerator.end(in: context.bytes[range]) else { return (0..<0, range) }
    return (range.lowerBound..<end, context.trimmed(end..<range.upperBound))
  }

  /// The offset after `1.`, `1)` or `a)` at the beginning of a line of a paragraph.
  func stepMarker(_ line: Range<Int>) -> Int? {
    var i = line.lowerBound
    if line.count > 2, context.bytes[i].isLetter, context.bytes[i + 1] == UInt8(ascii: ")"),
      context.bytes[i + 2].isBlank
    {
      return i + 2
    }
    while i < line.upperBound, context.bytes[i].isDigit { i += 1 }
    guard i > line.lowerBound, i - line.lowerBound <= NumberLimits.digits, i + 1 < line.upperBound,
      context.bytes[i] == UInt8(ascii: ".") || context.bytes[i] == UInt8(ascii: ")"),
      context.bytes[i + 1].isBlank
    else { return nil }
    return i + 1
  }

  /// The offset after a bullet that Markdown does not know, at the beginning of a line of a paragraph.
  func plainBulletEnd(_ line: Range<Int>) -> Int? {
    for bullet in Signs.bulletsInParagraph
    where context.starts(line, with: bullet) {
      return line.lowerBound + bullet.utf8CodeUnitCount
    }
    return nil
  }

  /// The offset after a bullet that Markdown does not know and a blank.
  func unicodeBulletEnd(_ line: Range<Int>) -> Int? {
    guard let first = line.first, context.bytes[first].isNonASCII else { return nil }
    return Signs.bullets.first { line.count > $0.utf8CodeUnitCount && context.starts(line, with: $0) }.map {
      line.lowerBound + $0.utf8CodeUnitCount
    }
  }

  func bulletEnd(_ line: Range<Int>) -> Int? {
    guard line.count > 2, "*-+".utf8.contains(context.bytes[line.lowerBound]),
      context.bytes[line.lowerBound + 1].isBlank
    else { return nil }
    return line.lowerBound + 2
  }
}
