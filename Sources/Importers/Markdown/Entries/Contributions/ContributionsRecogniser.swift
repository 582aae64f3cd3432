import DigestModel
import DigestSyntax
import DigestText

/// Contributions: `**id – technique – Suy nghĩ:** remark` and its relatives.
struct ContributionsRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.contributions

  let context: MarkdownContext
  let marks: MarkReader
  let labels: LabelFinder
  let papers: PaperReader
  let blockReader: BlockReader
  let items: EntryItemReader
  let lineReader: ContributionLineReader
  let contributionTables: ContributionTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    labels = LabelFinder(context)
    papers = PaperReader(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    lineReader = ContributionLineReader(context)
    contributionTables = ContributionTableReader(context)
  }

  func entries(of blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in items.parts(of: blocks) {
      switch part {
      case .block(let block): entries += blockReader.entries(block, rows: contributionTables.contributionRows)
      case .item(let item):
        for item in items.paperUnits(item) { entries += contributionEntries(item, isFirst: entries.isEmpty) }
      }
    }
    return entries
  }

  func isEntryTitle(_ line: Range<Int>) -> Bool { papers.leadingPapers(in: line) != nil }

  func isPartOfEntry(_ item: MarkdownBlock) -> Bool { papers.namesPaper(item) }

  private func contributionEntries(_ item: EntryItem, isFirst: Bool) -> [Digest.Entry] {
    if let shared = contributionsBelow(item) { return shared.map { .contribution($0) } }
    if let shared = contributionsBelowName(item) { return shared }
    if let contribution = contribution(item) { return [.contribution(contribution)] }
    if let group = items.group(item, entries: entries(of:)) { return group }
    items.reportUntyped(item, "contribution", isFirst: isFirst)
    return items.untyped(item)
  }

  /// `**id**` with a bullet for each contribution of that paper below.
  private func contributionsBelow(_ item: EntryItem) -> [Digest.Contribution]? {
    guard !item.below.isEmpty, item.below.allSatisfy(\.isList),
      let leading = papers.leadingPapers(in: context.trimmed(context.joined(item.lines))),
      isBare(leading.rest)
    else { return nil }
    var result: [Digest.Contribution] = []
    papers.reportJoiningWords(leading)
    for case .item(let inner) in items.parts(of: item.below) {
      let line = context.trimmed(context.joined(inner.lines))
      // `Suy nghĩ: …` as a bullet of its own: the bullets are the parts of one contribution.
      guard papers.leadingPapers(in: line) == nil, lineReader.remarkLabel(atStartOf: line) == nil else {
        return nil
      }
      let papers = LeadingPapers(
        papers: leading.papers, rest: line, isStrongOpen: false, isCodeOpen: false)
      result.append(contribution(inner, papers))
    }
    return result
  }

  /// `**NAME (id)**` with a bullet for each contribution of that paper below, recognised by their remarks. The line
  /// stays before them, since the name belongs to none of them alone.
  private func contributionsBelowName(_ item: EntryItem) -> [Digest.Entry]? {
    let line = context.trimmed(context.joined(item.lines))
    guard item.below.count == 1, item.below[0].isList, papers.leadingPapers(in: line) == nil,
      let named = papers.namedPapers(in: line), isBare(named.leading.rest)
    else { return nil }
    var result: [Digest.Entry] =
      item.isHeading ? [items.heading(item)] : [.block(.paragraph(context.richText(line)))]
    for case .item(let inner) in items.parts(of: item.below) {
      let line = context.trimmed(context.joined(inner.lines))
      guard papers.leadingPapers(in: line) == nil, lineReader.remarkLabel(atStartOf: line) == nil,
        labels.label(in: line, oneOf: RemarkWords.labels) != nil
      else { return nil }
      let papers = LeadingPapers(
        papers: named.leading.papers, rest: line, isStrongOpen: false, isCodeOpen: false)
      result.append(.contribution(contribution(inner, papers)))
    }
    items.reportNumber(item.enumerator)
    return result
  }

  /// Whether a range holds nothing but marks.
  private func isBare(_ range: Range<Int>) -> Bool {
    context.bytes[range].allSatisfy { $0.isSpace || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":") }
  }

  private func contribution(_ item: EntryItem) -> Digest.Contribution? {
    let line = context.trimmed(context.joined(item.lines))
    if let leading = papers.leadingPapers(in: line) { return contribution(item, leading) }
    if let (sign, leading) = papers.papersAfterSign(in: line) {
      var contribution = contribution(item, leading)
      if !sign.isEmpty, contribution.kindTag == nil { contribution.kindTag = context.richText(sign) }
      return contribution
    }
    guard let named = papers.namedPapers(in: line) else { return nil }
    // The name is part of the technique: it is put before what follows the ids.
    var leading = named.leading
    var before = named.before
    if leading.isStrongOpen, context.starts(before, with: "**") {
      before = before.lowerBound + 2..<before.upperBound
    }
    let rest = context.trimmed(leading.rest)
    leading.rest =
      rest.isEmpty
      ? before : context.join([before, rest], separator: context.starts(rest, with: ":") ? nil : 0x20)
    return contribution(item, leading)
  }

  private func contribution(_ item: EntryItem, _ leading: LeadingPapers) -> Digest.Contribution {
    items.reportNumber(item.enumerator)
    papers.reportJoiningWords(leading)
    var contribution = Digest.Contribution(papers: leading.papers, anchor: context.anchor(item.range))
    var (rest, isStrongOpen) = lineReader.afterIDs(leading)
    var parts = lineReader.split(rest, isStrongOpen: isStrongOpen)
    contribution.technique = context.richTextIfAny(
      marks.withoutColon(marks.clippedInline(parts.technique, isStrongOpen: &isStrongOpen)))
    if parts.label == nil, let label = lineReader.remarkLabel(atStartOf: parts.remark) {
      parts.label = label
      parts.remark = label.mark.upperBound..<parts.remark.upperBound
    }
    var below = item.below
    if let label = parts.label {
      contribution.remarkLabel = context.richText(label.words)
      _ = marks.clippedInline(label.mark, isStrongOpen: &isStrongOpen)
      rest = labels.withoutBracket(parts.remark, openedBefore: label)
    } else if context.trimmed(parts.remark).isEmpty, let found = lineReader.takeRemark(&below) {
      contribution.remarkLabel = context.richText(found.label.words)
      parts.label = found.label
      rest = found.remark
      isStrongOpen = false
    } else {
      rest = parts.remark
    }
    if let opinion = parts.opinion ?? opinion(in: &rest) ?? opinion(below: &below, parts.label) {
      contribution.opinionLabel = context.richText(opinion.label.words)
      var opened = false
      var text = marks.clippedInline(
        labels.withoutBracket(opinion.text, openedBefore: opinion.label), isStrongOpen: &opened)
      contribution.kindTag = takeKind(from: &text)
      if opinion.label.opensEmphasis { text = marks.withoutClosingAsterisk(text) }
      contribution.opinion = context.richTextIfAny(text)
    }
    contribution.details = blockReader.blocks(below)
    var remark = marks.clippedInline(rest, isStrongOpen: &isStrongOpen)
    if parts.label?.opensEmphasis == true { remark = marks.withoutClosingAsterisk(remark) }
    contribution.kindTag = contribution.kindTag ?? takeKind(from: &remark)
    contribution.remark = context.richTextIfAny(papers.openMarks.wrapped(remark, as: leading))
    return contribution
  }

  /// Takes the bracket with the kind of the contribution off the end of a text.
  private func takeKind(from text: inout Range<Int>) -> RichText? {
    guard let kind = lineReader.kindTag(text) else { return nil }
    text = context.trimmed(text.lowerBound..<kind.bracket.lowerBound)
    return context.richText(kind.inside)
  }

  /// Takes the opinion off the end of a remark.
  private func opinion(in remark: inout Range<Int>) -> (label: FoundLabel, text: Range<Int>)? {
    guard let found = lineReader.opinion(in: remark) else { return nil }
    remark = found.before
    return (found.label, found.text)
  }

  /// Takes the opinion out of what stands below a remark without a label.
  private func opinion(below: inout [MarkdownBlock], _ label: FoundLabel?) -> (
    label: FoundLabel, text: Range<Int>
  )? {
    guard label == nil, let found = lineReader.takeRemark(&below) else { return nil }
    return (found.label, found.remark)
  }
}
