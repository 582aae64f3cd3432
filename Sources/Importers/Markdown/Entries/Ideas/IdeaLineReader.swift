import DigestSyntax
import DigestText

/// What lines and items of ideas look like: titles, labels, fields.
struct IdeaLineReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let symbols: SymbolReader
  let separators: SeparatorReader
  let fields: FieldReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    symbols = SymbolReader(context)
    separators = SeparatorReader(context)
    fields = FieldReader(context)
  }

  /// Whether a heading begins with a sign such as ✨ or with `Idea 2:`.
  func isIdeaTitle(_ line: Range<Int>) -> Bool {
    let title = marks.unwrapped(line)
    return ideaMarkerEnd(title) != nil || ideaLabel(title) != nil
  }

  /// Whether a heading groups ideas: `### In short` above headings or items that begin ideas.
  func isGroupOfIdeas(_ block: MarkdownBlock, _ level: Int, next: MarkdownBlock?) -> Bool {
    guard let next, !isIdeaTitle(context.joined(block.lines)) else { return false }
    switch next.kind {
    case .heading(let inner): return inner > level && isIdeaTitle(context.joined(next.lines))
    case .paragraph:
      return next.lines.first.map { isIdeaTitle($0) && beginsIdea($0, next: next.lines.dropFirst().first) }
        ?? false
    case .bulletList, .orderedList: return next.children.contains(where: isIdeaItem)
    default: return false
    }
  }

  /// The offset after the sign that a range begins with: `✨`, `💡`, with its variation selector.
  func ideaMarkerEnd(_ range: Range<Int>) -> Int? {
    symbols.scalarsEnd(range.prefix(LabelLimits.ideaSign)) { scalar in
      scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
        || IdeaWords.stars.contains(scalar)
    }
  }

  /// Whether a line begins an idea: with a sign such as ✨, with `**Idea 2: …**`, or because it is bold as a whole.
  /// Without marks, `Idea 2: …` begins one alone or above the first field.
  /// - Parameter next: the next line of the same paragraph.
  func beginsIdea(_ line: Range<Int>, isFirst: Bool = true, next: Range<Int>?) -> Bool {
    let line = context.trimmed(line)
    if ideaMarkerEnd(line) != nil { return true }
    guard let bold = marks.leadingStrong(line) else {
      let isAbove = next.map { fields.fieldLabel($0, isBulleted: false) != nil } ?? isFirst
      return isAbove && ideaLabel(line) != nil
    }
    // `**✨ Idea 1: Title** ⭐⭐`
    if ideaLabel(symbols.withoutSymbols(bold.inside)) != nil, bold.rest.count <= LabelLimits.afterIdeaTitle {
      return true
    }
    guard context.trimmed(bold.rest).isEmpty else { return false }
    if ideaMarkerEnd(bold.inside) != nil { return true }
    // `**Motivation:**` alone is a field whose text follows.
    return isFirst && marks.withoutColon(bold.inside) == context.trimmed(bold.inside)
      && !FieldNames.isFieldName(context.string(bold.inside))
  }

  func isIdeaItem(_ item: MarkdownBlock) -> Bool {
    guard let first = item.children.first, case .paragraph = first.kind, let line = first.lines.first else {
      return false
    }
    let title = context.trimmed(line)
    if ideaMarkerEnd(title) != nil { return true }
    if let bold = marks.leadingStrong(title) {
      if ideaMarkerEnd(bold.inside) != nil || ideaLabel(bold.inside) != nil { return true }
      // `1. **Title**` with fields below.
      return context.trimmed(bold.rest).isEmpty && !FieldNames.isFieldName(context.string(bold.inside))
        && item.children.dropFirst().contains { $0.isList && $0.children.contains { fieldItem($0) != nil } }
    }
    return ideaLabel(title) != nil
  }

  /// `Idea 2`, `Idea 3 (Moon-shot)`, `Ý tưởng 1` with the colon or dash after it.
  func ideaLabel(_ range: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    let range = context.trimmed(range)
    for word in Self.numbering where context.bytes[range].starts(with: word) {
      var i = context.skipBlanks(range.lowerBound + word.count, range.upperBound)
      if i < range.upperBound, context.bytes[i] == UInt8(ascii: "#") { i += 1 }
      let digits = i
      while i < range.upperBound, context.bytes[i].isDigit { i += 1 }
      guard i > digits else { continue }
      var end = i
      let bracket = context.skipBlanks(i, range.upperBound)
      if bracket < range.upperBound, context.bytes[bracket] == UInt8(ascii: "("),
        let close = brackets.closingBracket(of: bracket, in: bracket..<range.upperBound),
        separators.separator(at: close + 1, range.upperBound) != nil
      {
        end = close + 1
      }
      guard
        let separator = separators.separator(at: end, range.upperBound)
          ?? pointSeparator(end, range.upperBound)
      else {
        continue
      }
      return (range.lowerBound..<end, separator.next..<range.upperBound)
    }
    return nil
  }

  private static let numbering = IdeaWords.numbering.map { Array($0.utf8) }

  private func pointSeparator(_ i: Int, _ end: Int) -> (kind: Separator, next: Int)? {
    guard i < end, context.bytes[i] == UInt8(ascii: ".") else { return nil }
    return (.dot, context.skipBlanks(i + 1, end))
  }

  /// The label of a list item that is a field, its text, and the blocks below.
  /// - Parameter isBulleted: whether other items of its list are known fields.
  func fieldItem(_ item: MarkdownBlock, isBulleted: Bool = false) -> (
    label: Range<Int>, rest: Range<Int>, below: [MarkdownBlock]
  )? {
    guard let first = item.children.first, case .paragraph = first.kind else { return nil }
    let below = Array(item.children.dropFirst())
    // `**Motivation**` on a line of its own, what it is on the next.
    if first.lines.count > 1, let (label, rest) = fields.fieldLabel(first.lines[0], isBulleted: isBulleted),
      context.trimmed(rest).isEmpty
    {
      return (label, context.joined(Array(first.lines.dropFirst())), below)
    }
    return fields.fieldLabel(context.joined(first.lines), isBulleted: isBulleted).map {
      ($0.label, $0.rest, below)
    }
  }

  /// A list cut where a line begins with the name of a field and stands no farther in than the bullets. To CommonMark
  /// such a line continues an item; here it begins a paragraph between two lists.
  func cutAtFields(_ list: MarkdownBlock) -> [MarkdownBlock] {
    // Most lists have no wrapped lines.
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
      item.children[item.children.count - 1] = MarkdownBlock.paragraph(Array(last.lines[..<cut]))
      item.range = item.range.lowerBound..<max(item.range.lowerBound, last.lines[cut - 1].upperBound)
      parts += [
        MarkdownBlock.list(items + [item], like: list), MarkdownBlock.paragraph(Array(last.lines[cut...])),
      ]
      items = []
    }
    if !items.isEmpty { parts.append(MarkdownBlock.list(items, like: list)) }
    return parts
  }

  private func fieldLine(_ paragraph: MarkdownBlock, of item: MarkdownBlock) -> Int? {
    guard paragraph.lines.count > 1 else { return nil }
    let marker = context.column(of: item.range.lowerBound)
    return paragraph.lines.indices.dropFirst().first { i in
      let line = paragraph.lines[i]
      guard context.column(of: line.lowerBound) <= marker,
        let field = fields.fieldLabel(line, isBulleted: false)
      else {
        return false
      }
      return FieldNames.isKnown(context.string(field.label))
    }
  }
}
