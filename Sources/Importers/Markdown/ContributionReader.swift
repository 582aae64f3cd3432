import DigestModel
import DigestSyntax
import DigestText

/// `**id – what – Suy nghĩ:** remark` and its relatives.
extension DigestReader {
  func contributions(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in entryItems(blocks) {
      switch part {
      case .block(let block):
        entries += (block.kind == .table ? contributionRows(block) : nil) ?? [.block(self.block(block))]
      case .item(let item):
        for item in paperUnits(item) { entries += contributionEntries(item, isFirst: entries.isEmpty) }
      }
    }
    return entries
  }

  private func contributionEntries(_ item: EntryItem, isFirst: Bool) -> [Digest.Entry] {
    if let shared = contributionsBelow(item) { return shared.map { .contribution($0) } }
    if let shared = contributionsBelowName(item) { return shared }
    if let contribution = contribution(item) { return [.contribution(contribution)] }
    if let group = group(item, entries: contributions) { return group }
    reportUntyped(item, "contribution", isFirst: isFirst)
    return untyped(item)
  }

  /// `**id**` with a bullet for each contribution of that paper below.
  private func contributionsBelow(_ item: EntryItem) -> [Digest.Contribution]? {
    guard !item.below.isEmpty, item.below.allSatisfy(\.isList),
      let leading = leadingPapers(in: trimmed(joined(item.lines))), isBare(leading.rest)
    else { return nil }
    var result: [Digest.Contribution] = []
    reportJoiningWords(leading)
    for case .item(let inner) in entryItems(item.below) {
      let line = trimmed(joined(inner.lines))
      // `Suy nghĩ: …` as a bullet of its own: the bullets are the parts of one contribution.
      guard leadingPapers(in: line) == nil, remarkLabel(atStartOf: line) == nil else { return nil }
      let papers = LeadingPapers(
        papers: leading.papers, rest: line, isStrongOpen: false, isCodeOpen: false)
      result.append(contribution(inner, papers))
    }
    return result
  }

  /// `**NAME (id)**` with a bullet for each contribution of that paper below, told by their remarks. The line stands
  /// before them, since none of them alone has the name.
  private func contributionsBelowName(_ item: EntryItem) -> [Digest.Entry]? {
    let line = trimmed(joined(item.lines))
    guard item.below.count == 1, item.below[0].isList, leadingPapers(in: line) == nil,
      let named = namedPapers(in: line), isBare(named.leading.rest)
    else { return nil }
    var result: [Digest.Entry] = item.isHeading ? [heading(item)] : [.block(.paragraph(richText(line)))]
    for case .item(let inner) in entryItems(item.below) {
      let line = trimmed(joined(inner.lines))
      guard leadingPapers(in: line) == nil, remarkLabel(atStartOf: line) == nil,
        label(in: line, oneOf: Self.remarkLabels) != nil
      else { return nil }
      let papers = LeadingPapers(
        papers: named.leading.papers, rest: line, isStrongOpen: false, isCodeOpen: false)
      result.append(.contribution(contribution(inner, papers)))
    }
    reportNumber(item.enumerator)
    return result
  }

  /// Nothing but marks.
  private func isBare(_ range: Range<Int>) -> Bool {
    text.bytes[range].allSatisfy { $0.isSpace || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":") }
  }

  private func contribution(_ item: EntryItem) -> Digest.Contribution? {
    let line = trimmed(joined(item.lines))
    if let leading = leadingPapers(in: line) { return contribution(item, leading) }
    if let (sign, leading) = papersBehindSign(in: line) {
      var contribution = contribution(item, leading)
      if !sign.isEmpty, contribution.kindTag == nil { contribution.kindTag = richText(sign) }
      return contribution
    }
    guard let named = namedPapers(in: line) else { return nil }
    // The name is part of the technique: it is put before what follows the ids.
    var leading = named.leading
    var before = named.before
    if leading.isStrongOpen, starts(before, with: "**") { before = before.lowerBound + 2..<before.upperBound }
    let rest = trimmed(leading.rest)
    leading.rest =
      rest.isEmpty ? before : text.join([before, rest], separator: starts(rest, with: ":") ? nil : 0x20)
    return contribution(item, leading)
  }

  private func contribution(_ item: EntryItem, _ leading: LeadingPapers) -> Digest.Contribution {
    reportNumber(item.enumerator)
    reportJoiningWords(leading)
    var contribution = Digest.Contribution(papers: leading.papers, anchor: anchor(item.range))
    var (rest, isStrongOpen) = behindIDs(leading)
    var parts = split(rest, isStrongOpen: isStrongOpen)
    contribution.technique = richTextIfAny(withoutColon(piece(parts.technique, isStrongOpen: &isStrongOpen)))
    if parts.label == nil, let label = remarkLabel(atStartOf: parts.remark) {
      parts.label = label
      parts.remark = label.mark.upperBound..<parts.remark.upperBound
    }
    var below = item.below
    if let label = parts.label {
      contribution.remarkLabel = richText(label.words)
      _ = piece(label.mark, isStrongOpen: &isStrongOpen)
      rest = withoutBracket(parts.remark, openedBefore: label)
    } else if trimmed(parts.remark).isEmpty, let found = takeRemark(&below) {
      contribution.remarkLabel = richText(found.label.words)
      parts.label = found.label
      rest = found.remark
      isStrongOpen = false
    } else {
      rest = parts.remark
    }
    contribution.details = blocks(below)
    var remark = piece(rest, isStrongOpen: &isStrongOpen)
    if parts.label?.opensEmphasis == true { remark = withoutClosingAsterisk(remark) }
    if let kind = kindTag(remark) {
      contribution.kindTag = richText(kind.inside)
      remark = trimmed(remark.lowerBound..<kind.bracket.lowerBound)
    }
    contribution.remark = richTextIfAny(remark)
    return contribution
  }

  /// What follows the ids and their separator; `**id:** what` closes its bold before it says anything.
  private func behindIDs(_ leading: LeadingPapers) -> (rest: Range<Int>, isStrongOpen: Bool) {
    var rest = leading.rest
    var isStrongOpen = leading.isStrongOpen
    if let separator = separator(at: rest.lowerBound, rest.upperBound) {
      rest = separator.next..<rest.upperBound
    }
    if isStrongOpen, starts(rest, with: "**") {
      isStrongOpen = false
      rest = rest.lowerBound + 2..<rest.upperBound
      if let separator = separator(at: rest.lowerBound, rest.upperBound) {
        rest = separator.next..<rest.upperBound
      }
    }
    return (rest, isStrongOpen)
  }

  /// Takes the bullet or paragraph `Suy nghĩ: …` out of what hangs below a contribution.
  private func takeRemark(_ below: inout [MarkdownBlock]) -> (label: FoundLabel, remark: Range<Int>)? {
    for (number, list) in below.enumerated() {
      if case .paragraph = list.kind {
        // What stands on the lines before it stays.
        let first = list.lines.firstIndex { remarkLabel(atStartOf: $0) != nil }
        guard let first else { continue }
        let line = trimmed(joined(Array(list.lines[first...])))
        guard let label = remarkLabel(atStartOf: line) else { continue }
        below[number] = paragraph(Array(list.lines[..<first]))
        if first == 0 { below.remove(at: number) }
        return (label, label.mark.upperBound..<line.upperBound)
      }
      guard list.isList else { continue }
      for (position, item) in list.children.enumerated() where item.children.count == 1 {
        guard case .paragraph = item.children[0].kind else { continue }
        let line = trimmed(joined(item.children[0].lines))
        guard let label = remarkLabel(atStartOf: line) else { continue }
        below[number].children.remove(at: position)
        if below[number].children.isEmpty { below.remove(at: number) }
        return (label, label.mark.upperBound..<line.upperBound)
      }
    }
    return nil
  }

  private struct ContributionParts {
    var technique: Range<Int>
    var label: FoundLabel?
    var remark: Range<Int>
  }

  /// What and remark: parted by the remark's label; else by the `**` that closes around the what; else by the last dash.
  private func split(_ rest: Range<Int>, isStrongOpen: Bool) -> ContributionParts {
    let close = isStrongOpen ? firstStrongMark(in: rest) : nil
    let label = label(in: rest, oneOf: Self.remarkLabels)
    // `**NAME:** what – Suy nghĩ: …`: the bold closes around a name, what it is follows.
    let isNameClosed =
      close.map { withoutColon(rest.lowerBound..<$0) != trimmed(rest.lowerBound..<$0) } ?? false
    if let label, isNameClosed || (close.map { label.mark.lowerBound <= $0 + 4 } ?? true) {
      return ContributionParts(
        technique: withoutSeparator(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let close, let parts = split(rest, atLabelBefore: close) { return parts }
    if let close, !trimmed(close + 2..<rest.upperBound).isEmpty {
      let start = separator(at: close + 2, rest.upperBound)?.next ?? close + 2
      // The mark stays with the what, whose bold it closes.
      return ContributionParts(
        technique: withoutDash(rest.lowerBound..<close + 2), remark: start..<rest.upperBound)
    }
    if let label {
      return ContributionParts(
        technique: withoutSeparator(rest.lowerBound..<label.mark.lowerBound), label: label,
        remark: label.mark.upperBound..<rest.upperBound)
    }
    if let dash = dash(in: rest, last: true) {
      return ContributionParts(
        technique: rest.lowerBound..<dash.lowerBound, remark: dash.upperBound..<rest.upperBound)
    }
    return ContributionParts(technique: rest, remark: rest.upperBound..<rest.upperBound)
  }

  /// `… – Đánh giá cá nhân:**`: a remark's label of several words that the bold closes behind.
  private func split(_ rest: Range<Int>, atLabelBefore close: Int) -> ContributionParts? {
    let inside = trimmed(rest.lowerBound..<close)
    let words = withoutColon(inside)
    guard words != inside, let dash = dash(in: words, last: true) else { return nil }
    let label = trimmed(dash.upperBound..<words.upperBound)
    guard !label.isEmpty, label.count <= 48,
      Self.longRemarkLabels.match(text.bytes, at: label.lowerBound, before: label.upperBound) != nil
    else { return nil }
    return ContributionParts(
      technique: rest.lowerBound..<dash.lowerBound,
      label: FoundLabel(words: label, mark: dash.upperBound..<inside.upperBound, opensEmphasis: false),
      remark: close..<rest.upperBound)
  }

  /// `(Đóng góp dữ liệu)` behind the end of a sentence.
  private func kindTag(_ remark: Range<Int>) -> (bracket: Range<Int>, inside: Range<Int>)? {
    var end = remark.upperBound
    if end > remark.lowerBound, text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > remark.lowerBound + 2, text.bytes[end - 1] == UInt8(ascii: ")"),
      let open = text.bytes[remark.lowerBound..<end].lastIndex(of: UInt8(ascii: "(")),
      end - open <= 90, open > remark.lowerBound
    else { return nil }
    let before = trimmed(remark.lowerBound..<open)
    let inside = trimmed(open + 1..<end - 1)
    guard !inside.isEmpty, let last = before.last,
      ".!?".utf8.contains(text.bytes[last])
        || Self.kindWords.match(text.bytes, at: inside.lowerBound, before: inside.upperBound) != nil,
      !text.bytes[inside].contains(UInt8(ascii: ")"))
    else { return nil }
    return (open..<remark.upperBound, inside)
  }

  /// The label that a remark begins with, also `(Suy nghĩ: …)`.
  private func remarkLabel(atStartOf remark: Range<Int>) -> FoundLabel? {
    let remark = trimmed(remark)
    let head = remark.lowerBound..<min(remark.upperBound, remark.lowerBound + 64)
    guard var label = label(in: head, oneOf: Self.remarkLabels) else { return nil }
    if label.mark.lowerBound == remark.lowerBound + 1, isBracket(at: remark.lowerBound, closedAtEndOf: remark)
    {
      label.mark = remark.lowerBound..<label.mark.upperBound
      label.isInBracket = true
    }
    return label.mark.lowerBound == remark.lowerBound ? label : nil
  }

  /// Whether a column of a table is headed like a remark.
  func isRemarkLabel(_ header: Range<Int>) -> Bool {
    let words = unwrapped(header)
    return !words.isEmpty
      && Self.remarkLabels.match(text.bytes, at: words.lowerBound, before: words.upperBound) != nil
  }

  private static let kindWords = LabelSet([
    "Đóng góp", "Loại đóng góp", "Contribution", "Data contribution", "Dataset contribution",
    "Method contribution",
  ])
  private static let longRemarkLabels = LabelSet([
    "Suy nghĩ", "Nhận xét", "Nhận định", "Đánh giá", "Ý kiến", "Bình luận", "Quan điểm", "Cảm nhận",
    "Lời bình",
    "Ý nghĩa", "Tác động", "Thought", "Opinion", "Remark", "Comment", "My ", "Personal", "Assessment",
    "Significance", "Why it matters", "Take",
  ])
  private static let remarkLabels = LabelSet([
    "Suy nghĩ", "Suy nghĩ cá nhân", "Suy nghĩ của tôi", "Suy nghĩ thêm", "Nhận định", "Quan điểm", "Nhận xét",
    "Ý kiến", "Bình luận", "Thoughts", "Thought", "Opinion", "Remark", "Remarks",
    "Comment",
    "Comments", "My take", "Take", "Reflection", "想法", "思考", "看法", "感想", "点评", "评论", "评价", "个人看法",
    "所感", "考察", "コメント", "생각", "의견", "Gedanke", "Réflexion", "Avis", "Reflexión",
  ])
}
