import DigestModel
import Syntax
import TextBytes

/// What lines and items of ideas look like: titles, labels, steps, fields.
extension DigestReader {
  /// Whether a heading begins with a sign such as ✨ or with `Idea 2:`.
  func isIdeaTitle(_ line: Range<Int>) -> Bool {
    let title = unwrapped(line)
    return ideaMarkerEnd(title) != nil || ideaLabel(title) != nil
  }

  /// Behind a sign at the beginning: `✨`, `💡`, with its variation selector.
  func ideaMarkerEnd(_ range: Range<Int>) -> Int? {
    scalarsEnd(range.prefix(16)) { scalar in
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        || "★☆✦✧✪✯".unicodeScalars.contains(scalar)
    }
  }

  /// A line that begins an idea: with a sign such as ✨, or `**Idea 2: …**`, or a line that is bold as a whole.
  func beginsIdea(_ line: Range<Int>, isFirst: Bool, isOnly: Bool) -> Bool {
    let line = trimmed(line)
    if ideaMarkerEnd(line) != nil { return true }
    guard let bold = leadingStrong(line) else { return isFirst && isOnly && ideaLabel(line) != nil }
    guard trimmed(bold.rest).isEmpty else { return false }
    if ideaMarkerEnd(bold.inside) != nil || ideaLabel(bold.inside) != nil { return true }
    // `**Motivation:**` alone is a field whose text follows.
    return isFirst && withoutColon(bold.inside) == trimmed(bold.inside)
      && !IdeaRoles.isFieldName(string(bold.inside))
  }

  func isIdeaItem(_ item: MarkdownBlock) -> Bool {
    guard let first = item.children.first, case .paragraph = first.kind, let line = first.lines.first else {
      return false
    }
    let title = trimmed(line)
    if ideaMarkerEnd(title) != nil { return true }
    if let bold = leadingStrong(title) {
      if ideaMarkerEnd(bold.inside) != nil || ideaLabel(bold.inside) != nil { return true }
      // `1. **Title**` with fields below.
      return trimmed(bold.rest).isEmpty && !IdeaRoles.isFieldName(string(bold.inside))
        && item.children.dropFirst().contains { $0.isList && $0.children.contains { fieldItem($0) != nil } }
    }
    return ideaLabel(title) != nil
  }

  /// `Idea 2`, `Idea 3 (Moon-shot)`, `Ý tưởng 1` with the colon or dash behind it.
  func ideaLabel(_ range: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    let range = trimmed(range)
    for word in IdeaRoles.ideaWords where text.bytes[range].starts(with: word) {
      var i = skipBlanks(range.lowerBound + word.count, range.upperBound)
      if i < range.upperBound, text.bytes[i] == UInt8(ascii: "#") { i += 1 }
      let digits = i
      while i < range.upperBound, text.bytes[i].isDigit { i += 1 }
      guard i > digits else { continue }
      var end = i
      let bracket = skipBlanks(i, range.upperBound)
      if bracket < range.upperBound, text.bytes[bracket] == UInt8(ascii: "("),
        let close = closingBracket(of: bracket, in: bracket..<range.upperBound),
        separator(at: close + 1, range.upperBound) != nil
      {
        end = close + 1
      }
      guard
        let separator = separator(at: end, range.upperBound) ?? pointSeparator(end, range.upperBound)
      else {
        continue
      }
      return (range.lowerBound..<end, separator.next..<range.upperBound)
    }
    return nil
  }

  private func pointSeparator(_ i: Int, _ end: Int) -> (kind: Separator, next: Int)? {
    guard i < end, text.bytes[i] == UInt8(ascii: ".") else { return nil }
    return (.dot, skipBlanks(i + 1, end))
  }

  /// `1.` or `1)` at the beginning of a line of a paragraph: behind its delimiter.
  func stepMarker(_ line: Range<Int>) -> Int? {
    var i = line.lowerBound
    while i < line.upperBound, text.bytes[i].isDigit { i += 1 }
    guard i > line.lowerBound, i - line.lowerBound <= 3, i + 1 < line.upperBound,
      text.bytes[i] == UInt8(ascii: ".") || text.bytes[i] == UInt8(ascii: ")"),
      text.bytes[i + 1].isBlank
    else { return nil }
    return i + 1
  }

  /// Behind a bullet that Markdown does not know, at the beginning of a line of a paragraph.
  func plainBulletEnd(_ line: Range<Int>) -> Int? {
    for bullet: StaticString in ["– ", "— ", "• ", "◦ ", "○ ", "▪ ", "‣ "]
    where starts(line, with: bullet) {
      return line.lowerBound + bullet.utf8CodeUnitCount
    }
    return nil
  }

  /// - Parameter isBulleted: whether other items of its list are known fields.
  func fieldItem(_ item: MarkdownBlock, isBulleted: Bool = false) -> (
    label: Range<Int>, rest: Range<Int>, below: [MarkdownBlock]
  )? {
    guard let first = item.children.first, case .paragraph = first.kind,
      let (label, rest) = fieldLabel(joined(first.lines), isBulleted: isBulleted)
    else { return nil }
    return (label, rest, Array(item.children.dropFirst()))
  }
}
