import DigestText

/// Lines that begin with the label of a field.
struct FieldReader {
  let context: MarkdownContext
  let marks: MarkReader
  let separators: SeparatorReader
  let symbols: SymbolReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    separators = SeparatorReader(context)
    symbols = SymbolReader(context)
  }

  /// Reads `· **Motivation:** text`, `**Motivation**: text`, `Motivation: text`: the label without its colon, and the rest.
  /// - Parameter isBulleted: whether the line is an item of a list of fields. A short label needs no marks and no known
  ///   word there.
  func fieldLabel(_ line: Range<Int>, isBulleted: Bool) -> (label: Range<Int>, rest: Range<Int>)? {
    var line = context.trimmed(line)
    var hasBullet = false
    for (bullet, isBeforeBold) in Signs.fieldBullets where context.starts(line, with: bullet) {
      let rest = line.lowerBound + bullet.utf8CodeUnitCount..<line.upperBound
      if isBeforeBold, !context.starts(rest, with: " **") { continue }
      line = context.trimmed(rest)
      hasBullet = true
    }
    // `🎯 **Motivation:** text`: the sign stays with the label.
    if let end = symbols.symbolsEnd(line), isSignedField(line),
      let (label, rest) = fieldLabel(end..<line.upperBound, isBulleted: isBulleted)
    {
      return (context.join([context.trimmed(line.lowerBound..<end), label], separator: 0x20), rest)
    }
    if let marked = marks.leadingStrong(line) ?? marks.leadingEmphasis(line) {
      return markedLabel(marked.inside, marked.rest)
    }
    return plainLabel(line, isListed: hasBullet || isBulleted)
  }

  /// `**Motivation:** text`, `**Motivation.** text`, `**Motivation** – text`.
  private func markedLabel(
    _ inside: Range<Int>, _ rest: Range<Int>
  ) -> (label: Range<Int>, rest: Range<Int>)? {
    let label = marks.withoutColon(inside)
    guard label.count <= LabelLimits.field else { return nil }
    if label != context.trimmed(inside) { return (label, context.trimmed(rest)) }
    let words = marks.withoutStop(label)
    if words != label, FieldNames.isFieldName(context.string(words)) { return (words, context.trimmed(rest)) }
    if context.trimmed(rest).isEmpty, FieldNames.isFieldName(context.string(label)) {
      return (label, context.trimmed(rest))
    }
    guard let separator = separators.separator(at: rest.lowerBound, rest.upperBound),
      separator.kind == .colon || separator.kind == .dash && FieldNames.isKnown(context.string(label))
    else { return nil }
    return (label, context.trimmed(separator.next..<rest.upperBound))
  }

  /// `Motivation: text`, `Motivation – text`.
  private func plainLabel(_ line: Range<Int>, isListed: Bool) -> (label: Range<Int>, rest: Range<Int>)? {
    guard let (colon, next) = plainColon(line) else {
      let head = line.prefix(LabelLimits.fieldBeforeDash)
      guard let dash = separators.dash(in: head, last: false) ?? separators.arrow(in: head) else {
        return nil
      }
      let label = context.trimmed(line.lowerBound..<dash.lowerBound)
      guard FieldNames.isFieldName(context.string(label)) else { return nil }
      return (label, context.trimmed(dash.upperBound..<line.upperBound))
    }
    let label = context.trimmed(line.lowerBound..<colon)
    let name = context.string(label)
    let isShort = name.utf8.split(separator: 0x20).count <= LabelLimits.wordsOfListedField
    guard FieldNames.isKnown(name) || isListed && isShort else { return nil }
    return (label, context.trimmed(next..<line.upperBound))
  }

  /// The colon that ends a label without marks, and the offset after it.
  private func plainColon(_ line: Range<Int>) -> (colon: Int, next: Int)? {
    let head = line.prefix(LabelLimits.field)
    for i in head.dropFirst() {
      if context.bytes[i] == UInt8(ascii: ":") {
        // `motivation:: text`
        if context.starts(i..<line.upperBound, with: ":: ") { return (i, i + 2) }
        return i + 1 == line.upperBound || context.bytes[i + 1].isBlank ? (i, i + 1) : nil
      }
      if context.bytes[i] == 0xEF, context.starts(i..<line.upperBound, with: "：") { return (i, i + 3) }
    }
    return nil
  }

  /// Whether a sign stands before the name of a field: `🎯 **Motivation:** text`, `**⚠️ Risk**`. `✨` is the sign of ideas.
  func isSignedField(_ line: Range<Int>) -> Bool {
    let line = context.trimmed(line)
    let rest = symbols.withoutSymbols(line)
    guard let bold = marks.leadingStrong(rest) else {
      guard rest != line, !context.starts(line, with: IdeaWords.sign) else { return false }
      return FieldNames.isFieldName(
        context.string(marks.withoutColon(plainColon(rest).map { rest.lowerBound..<$0.colon } ?? rest)))
    }
    let name = symbols.withoutSymbols(bold.inside)
    guard rest != line || name != context.trimmed(bold.inside),
      !context.starts(line, with: IdeaWords.sign),
      !context.starts(context.trimmed(bold.inside), with: IdeaWords.sign)
    else { return false }
    let label = marks.withoutColon(name)
    let hasColon =
      label != name || context.starts(context.trimmed(bold.rest), with: ":")
      || context.starts(context.trimmed(bold.rest), with: "：")
    return hasColon
      ? FieldNames.isKnown(context.string(label)) : FieldNames.isOnlyFieldName(context.string(label))
  }
}
