import DigestModel
import DigestSyntax
import DigestText

/// What lines and items of ideas look like: titles, labels, steps, fields.
extension DigestReader {
  /// Whether a heading begins with a sign such as ✨ or with `Idea 2:`.
  func isIdeaTitle(_ line: Range<Int>) -> Bool {
    let title = unwrapped(line)
    return ideaMarkerEnd(title) != nil || ideaLabel(title) != nil
  }

  /// `### In short` above ideas that say so themselves.
  func isGroupOfIdeas(_ block: MarkdownBlock, _ level: Int, next: MarkdownBlock?) -> Bool {
    guard let next, !isIdeaTitle(joined(block.lines)) else { return false }
    switch next.kind {
    case .heading(let inner): return inner > level && isIdeaTitle(joined(next.lines))
    case .paragraph:
      return next.lines.first.map { isIdeaTitle($0) && beginsIdea($0, next: next.lines.dropFirst().first) }
        ?? false
    case .bulletList, .orderedList: return next.children.contains(where: isIdeaItem)
    default: return false
    }
  }

  /// Behind a sign at the beginning: `✨`, `💡`, with its variation selector.
  func ideaMarkerEnd(_ range: Range<Int>) -> Int? {
    scalarsEnd(range.prefix(16)) { scalar in
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        || "★☆✦✧✪✯".unicodeScalars.contains(scalar)
    }
  }

  /// A line that begins an idea: with a sign such as ✨, or `**Idea 2: …**`, or a line that is bold as a whole. Without
  /// marks, `Idea 2: …` stands alone or above the first field.
  /// - Parameter next: the next line of the same paragraph.
  func beginsIdea(_ line: Range<Int>, isFirst: Bool = true, next: Range<Int>?) -> Bool {
    let line = trimmed(line)
    if ideaMarkerEnd(line) != nil { return true }
    guard let bold = leadingStrong(line) else {
      let isAbove = next.map { fieldLabel($0, isBulleted: false) != nil } ?? isFirst
      return isAbove && ideaLabel(line) != nil
    }
    // `**✨ Idea 1: Title** ⭐⭐`
    if ideaLabel(withoutSymbols(bold.inside)) != nil, bold.rest.count <= 120 { return true }
    guard trimmed(bold.rest).isEmpty else { return false }
    if ideaMarkerEnd(bold.inside) != nil { return true }
    // `**Motivation:**` alone is a field whose text follows.
    return isFirst && withoutColon(bold.inside) == trimmed(bold.inside)
      && !IdeaRoles.isFieldName(string(bold.inside))
  }

  /// Without emoji and other symbols at the beginning.
  func withoutSymbols(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    return symbolsEnd(range).map { trimmed($0..<range.upperBound) } ?? range
  }

  /// `🎯 **Motivation:** text`, `**⚠️ Risk**`: the name of a field behind a sign. `✨` is the sign of ideas.
  func isSignedField(_ line: Range<Int>) -> Bool {
    let line = trimmed(line)
    let rest = withoutSymbols(line)
    guard let bold = leadingStrong(rest) else {
      guard rest != line, !starts(line, with: "✨") else { return false }
      return IdeaRoles.isFieldName(
        string(withoutColon(plainColon(rest).map { rest.lowerBound..<$0.colon } ?? rest)))
    }
    let name = withoutSymbols(bold.inside)
    guard rest != line || name != trimmed(bold.inside),
      !starts(line, with: "✨"), !starts(trimmed(bold.inside), with: "✨")
    else { return false }
    let label = withoutColon(name)
    let hasColon =
      label != name || starts(trimmed(bold.rest), with: ":") || starts(trimmed(bold.rest), with: "：")
    return hasColon ? IdeaRoles.isKnown(string(label)) : IdeaRoles.isOnlyFieldName(string(label))
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

  /// `1.`, `1)` or `a)` at the beginning of a line of a paragraph: behind its delimiter.
  func stepMarker(_ line: Range<Int>) -> Int? {
    var i = line.lowerBound
    if line.count > 2, text.bytes[i].isLetter, text.bytes[i + 1] == UInt8(ascii: ")"),
      text.bytes[i + 2].isBlank
    {
      return i + 2
    }
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
    guard let first = item.children.first, case .paragraph = first.kind else { return nil }
    let below = Array(item.children.dropFirst())
    // `**Motivation**` on a line of its own, what it is on the next.
    if first.lines.count > 1, let (label, rest) = fieldLabel(first.lines[0], isBulleted: isBulleted),
      trimmed(rest).isEmpty
    {
      return (label, joined(Array(first.lines.dropFirst())), below)
    }
    return fieldLabel(joined(first.lines), isBulleted: isBulleted).map { ($0.label, $0.rest, below) }
  }

  /// A list cut where a line begins with the name of a field and stands no farther in than the bullets: to CommonMark
  /// it is wrapped text of an item. The lines become paragraphs between the lists.
  func cutAtFields(_ list: MarkdownBlock) -> [MarkdownBlock] {
    // Few items are wrapped at all.
    guard list.children.contains(where: { ($0.children.last?.lines.count ?? 0) > 1 }) else { return [list] }
    var parts: [MarkdownBlock] = []
    var items: [MarkdownBlock] = []
    for item in list.children {
      guard let last = item.children.last, case .paragraph = last.kind, let cut = fieldLine(last, of: item)
      else {
        items.append(item)
        continue
      }
      var item = item
      item.children[item.children.count - 1] = paragraph(Array(last.lines[..<cut]))
      item.range = item.range.lowerBound..<max(item.range.lowerBound, last.lines[cut - 1].upperBound)
      parts += [listOf(items + [item], like: list), paragraph(Array(last.lines[cut...]))]
      items = []
    }
    if !items.isEmpty { parts.append(listOf(items, like: list)) }
    return parts
  }

  private func fieldLine(_ paragraph: MarkdownBlock, of item: MarkdownBlock) -> Int? {
    guard paragraph.lines.count > 1 else { return nil }
    let marker = column(of: item.range.lowerBound)
    return paragraph.lines.indices.dropFirst().first { i in
      let line = paragraph.lines[i]
      guard column(of: line.lowerBound) <= marker, let field = fieldLabel(line, isBulleted: false) else {
        return false
      }
      return IdeaRoles.isKnown(string(field.label))
    }
  }
}
