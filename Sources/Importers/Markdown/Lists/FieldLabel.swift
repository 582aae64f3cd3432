import DigestText

/// What a field below an entry holds.
enum ListField: Sendable {
  case title, authors, date, venue, paper, links, abstract, keywords
  /// Known, but not part of a record.
  case ignored
}

/// The label that a line of an entry begins with: `**Authors:** `, `📅 Date: `, `- Paper — `.
struct FieldLabel {
  let field: ListField
  /// Where the value begins.
  let value: Int

  private static let longest = 40

  static func read(_ text: ListText, _ range: Range<Int>) -> FieldLabel? {
    var start = range.lowerBound
    while start < range.upperBound,
      text.isSpace(start) || LeadReader.isSymbol(text.scalars[start])
        || "*-_•>+[(".unicodeScalars.contains(text.scalars[start])
    {
      start += 1
    }
    for i in start..<min(range.upperBound, start + longest) {
      if text.isLink(i) || text.scalars[i] == "\n" { return nil }
      let isColon = text.scalars[i] == ":" || text.scalars[i] == "："
      let isMarkEnd =
        i > start && !text.styles[start].isEmpty && text.styles[i].intersection(text.styles[start]).isEmpty
      guard isColon || isMarkEnd || isDash(text, i, range.upperBound) else { continue }
      let label = text.string(start..<i)
      guard let field = ListFieldWords.field(label) else { return nil }
      var value = i
      while value < range.upperBound,
        text.isSpace(value) || ":：-–—]*".unicodeScalars.contains(text.scalars[value])
      {
        value += 1
      }
      return FieldLabel(field: field, value: value)
    }
    return nil
  }

  private static func isDash(_ text: ListText, _ i: Int, _ end: Int) -> Bool {
    "-–—".unicodeScalars.contains(text.scalars[i]) && i > 0 && text.isSpace(i - 1) && i + 1 < end
      && text.isSpace(i + 1)
  }
}
