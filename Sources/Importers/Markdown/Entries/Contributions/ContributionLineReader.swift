import DigestSyntax

/// The parts of a contribution's line.
struct ContributionParts {
  var technique: Range<Int>
  var label: FoundLabel?
  var remark: Range<Int>
  /// A second remark with a label of its own: `– remark. *Suy nghĩ: opinion.*`
  var opinion: (label: FoundLabel, text: Range<Int>)?
}

/// Cuts the line of a contribution into technique, remark and kind.
struct ContributionLineReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let separators: SeparatorReader
  let labels: LabelFinder

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    separators = SeparatorReader(context)
    labels = LabelFinder(context)
  }

  /// What follows the ids and their separator; in `**id:** what` the bold closes before the text.
  func afterIDs(_ leading: LeadingPapers) -> (rest: Range<Int>, isStrongOpen: Bool) {
    var rest = leading.rest
    var isStrongOpen = leading.isStrongOpen
    if let separator = separators.separator(at: rest.lowerBound, rest.upperBound) {
      rest = separator.next..<rest.upperBound
    }
    if isStrongOpen, context.starts(rest, with: "**") {
      isStrongOpen = false
      rest = rest.lowerBound + 2..<rest.upperBound
      if let separator = separators.separator(at: rest.lowerBound, rest.upperBound) {
        rest = separator.next..<rest.upperBound
      }
    }
    return (rest, isStrongOpen)
  }

  /// Takes the bullet or paragraph `Suy nghĩ: …` out of what stands below a contribution.
  func takeRemark(_ below: inout [MarkdownBlock]) -> (label: FoundLabel, remark: Range<Int>)? {
    for (number, list) in below.enumerated() {
      if case .paragraph = list.kind {
        // What stands on the lines before it stays.
        let first = list.lines.firstIndex { remarkLabel(atStartOf: $0) != nil }
        guard let first else { continue }
        let line = context.trimmed(context.joined(Array(list.lines[first...])))
        guard let label = remarkLabel(atStartOf: line) else { continue }
        below[number] = MarkdownBlock.paragraph(Array(list.lines[..<first]))
        if first == 0 { below.remove(at: number) }
        return (label, label.mark.upperBound..<line.upperBound)
      }
      guard list.isList else { continue }
      for (position, item) in list.children.enumerated() where item.children.count == 1 {
        guard case .paragraph = item.children[0].kind else { continue }
        let line = context.trimmed(context.joined(item.children[0].lines))
        guard let label = remarkLabel(atStartOf: line) else { continue }
        below[number].children.remove(at: position)
        if below[number].children.isEmpty { below.remove(at: number) }
        return (label, label.mark.upperBound..<line.upperBound)
      }
    }
    return nil
  }

  /// Cuts a line into the technique and the remark: at the remark's label, else where bold ends, else at the last dash.
  func split(_ rest: Range<Int>, isStrongOpen: Bool) -> ContributionParts {
    let close = isStrongOpen ? marks.firstStrongMark(in: rest) : nil
    let label = labels.label(in: rest, oneOf: RemarkWords.labels)
    // `**NAME:** what – Suy nghĩ: …`: the bold holds only a name.
    let isNameClosed =
      close.map { marks.withoutColon(rest.lowerBound..<$0) != context.trimmed(rest.lowerBound..<$0) } ?? false
    if let label, isNameClosed || (close.map { label.mark.lowerBound <= $0 + 4 } ?? true) {
      if close == nil, let parts = splitTwice(rest, at: label) { return parts }
      return ContributionParts(
        technique: separators.withoutSeparator(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let close, let parts = split(rest, atLabelBefore: close) { return parts }
    if let close, !context.trimmed(close + 2..<rest.upperBound).isEmpty {
      let start = separators.separator(at: close + 2, rest.upperBound)?.next ?? close + 2
      // The mark stays with the technique, whose bold it closes.
      return ContributionParts(
        technique: separators.withoutDash(rest.lowerBound..<close + 2), remark: start..<rest.upperBound)
    }
    if let label {
      return ContributionParts(
        technique: separators.withoutSeparator(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let dash = separators.dash(in: rest, last: true) {
      return ContributionParts(
        technique: rest.lowerBound..<dash.lowerBound, remark: dash.upperBound..<rest.upperBound)
    }
    return ContributionParts(technique: rest, remark: rest.upperBound..<rest.upperBound)
  }

  /// `what – remark. *Suy nghĩ: opinion.*` without bold: a sentence ends before the label, which is marked.
  private func splitTwice(_ rest: Range<Int>, at label: FoundLabel) -> ContributionParts? {
    let before = context.trimmed(rest.lowerBound..<label.mark.lowerBound)
    // Without marks, `NAME – what. Suy nghĩ: remark` is as likely, and so it is after a name in bold.
    guard label.mark.lowerBound < label.words.lowerBound, endsSentence(before),
      let dash = separators.dash(in: before, last: true), !marks.isBold(before.lowerBound..<dash.lowerBound)
    else { return nil }
    return ContributionParts(
      technique: rest.lowerBound..<dash.lowerBound, remark: dash.upperBound..<before.upperBound,
      opinion: (label, label.mark.upperBound..<rest.upperBound))
  }

  /// The label inside a remark after which an opinion follows: at the end of a sentence, or in marks or a bracket.
  func opinion(in remark: Range<Int>) -> (label: FoundLabel, before: Range<Int>, text: Range<Int>)? {
    let remark = context.trimmed(remark)
    guard let label = labels.label(in: remark, oneOf: RemarkWords.labels) else { return nil }
    let before = separators.withoutDash(remark.lowerBound..<label.mark.lowerBound)
    let isMarked = label.mark.lowerBound < label.words.lowerBound
    guard !before.isEmpty, endsSentence(before) || isMarked else { return nil }
    return (label, before, label.mark.upperBound..<remark.upperBound)
  }

  /// Whether a range ends with a full stop or the like, marks and brackets after it aside.
  private func endsSentence(_ range: Range<Int>) -> Bool {
    var range = context.trimmed(range)
    while let last = range.last, "*_)\"".utf8.contains(context.bytes[last]) {
      range = range.lowerBound..<last
    }
    return range.last.map { ".!?".utf8.contains(context.bytes[$0]) } == true
      || marks.withoutStop(range) != range
  }

  /// `… – Đánh giá cá nhân:**`: a remark's label of several words at the end of the bold.
  func split(_ rest: Range<Int>, atLabelBefore close: Int) -> ContributionParts? {
    let inside = context.trimmed(rest.lowerBound..<close)
    let words = marks.withoutColon(inside)
    guard words != inside, let dash = separators.dash(in: words, last: true) else { return nil }
    let label = context.trimmed(dash.upperBound..<words.upperBound)
    guard !label.isEmpty, label.count <= LabelLimits.remark,
      context.length(of: RemarkWords.longLabels, atStartOf: label) != nil
    else { return nil }
    return ContributionParts(
      technique: rest.lowerBound..<dash.lowerBound,
      label: FoundLabel(words: label, mark: dash.upperBound..<inside.upperBound, opensEmphasis: false),
      remark: close..<rest.upperBound)
  }

  /// `(Đóng góp dữ liệu)` after the end of a sentence.
  func kindTag(_ remark: Range<Int>) -> (bracket: Range<Int>, inside: Range<Int>)? {
    var end = remark.upperBound
    if end > remark.lowerBound, context.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > remark.lowerBound + 2, context.bytes[end - 1] == UInt8(ascii: ")"),
      let open = context.bytes[remark.lowerBound..<end].lastIndex(of: UInt8(ascii: "(")),
      end - open <= LabelLimits.kind, open > remark.lowerBound
    else { return nil }
    let before = context.trimmed(remark.lowerBound..<open)
    let inside = context.trimmed(open + 1..<end - 1)
    guard !inside.isEmpty, let last = before.last,
      ".!?".utf8.contains(context.bytes[last])
        || context.length(of: RemarkWords.kinds, atStartOf: inside) != nil,
      !context.bytes[inside].contains(UInt8(ascii: ")"))
    else { return nil }
    return (open..<remark.upperBound, inside)
  }

  /// The label that a remark begins with, also `(Suy nghĩ: …)`.
  func remarkLabel(atStartOf remark: Range<Int>) -> FoundLabel? {
    let remark = context.trimmed(remark)
    let head = remark.lowerBound..<min(remark.upperBound, remark.lowerBound + LabelLimits.atStart)
    guard var label = labels.label(in: head, oneOf: RemarkWords.labels) else { return nil }
    if label.mark.lowerBound == remark.lowerBound + 1,
      brackets.isBracket(at: remark.lowerBound, closedAtEndOf: remark)
    {
      label.mark = remark.lowerBound..<label.mark.upperBound
      label.isInBracket = true
    }
    return label.mark.lowerBound == remark.lowerBound ? label : nil
  }
}
