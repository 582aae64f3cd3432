import DigestModel
import DigestSyntax

/// Finds the sections: the name decides, not the number and not the kind of heading.
struct SectionSplitter {
  let context: MarkdownContext
  let marks: MarkReader
  let markers: MarkerReader
  let papers: PaperReader
  let headings: SectionHeadings
  /// What is known of each kind of section.
  let contents: (Digest.Section.Kind) -> any SectionContents
  /// The blocks that lines of a paragraph would be after a blank line.
  let reread: ([Range<Int>]) -> [MarkdownBlock]

  init(
    _ context: MarkdownContext, headings: SectionHeadings,
    contents: @escaping (Digest.Section.Kind) -> any SectionContents,
    reread: @escaping ([Range<Int>]) -> [MarkdownBlock]
  ) {
    self.contents = contents
    self.reread = reread
    self.context = context
    marks = MarkReader(context)
    markers = MarkerReader(context)
    papers = PaperReader(context)
    self.headings = headings
  }

  func split(_ blocks: [MarkdownBlock]) -> DocumentDraft {
    var draft = DocumentDraft()
    // After a greeting, a heading of the first level is the title only where it is the only one.
    let firstLevel = blocks.count { $0.kind == .heading(level: 1) }
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        addHeading(block, level, isOnlyOne: firstLevel == 1, before: blocks[(index + 1)...], to: &draft)
      case .paragraph: addParagraph(block, to: &draft)
      case .bulletList, .orderedList: addList(block, to: &draft)
      default: draft.add(block)
      }
    }
    takeTitle(&draft)
    return draft
  }

  /// A heading below the first level can be the title, too: `## Digest of May` above sections with deeper headings, or
  /// right above sections without headings.
  private func takeTitle(_ draft: inout DocumentDraft) {
    guard draft.title == nil, let first = draft.sections.first, first.kind == .other, first.level != nil,
      first.enumerator.isEmpty
    else { return }
    let rest = draft.sections.dropFirst()
    guard let next = rest.first, next.kind != .other else { return }
    let areDeeper = rest.allSatisfy { $0.level ?? 0 > first.level ?? 0 }
    guard areDeeper || first.body.isEmpty && rest.allSatisfy({ $0.level == nil }) else { return }
    draft.title = first.heading
    draft.preamble += first.body
    draft.sections.removeFirst()
  }

  private func addHeading(
    _ block: MarkdownBlock, _ level: Int, isOnlyOne: Bool, before rest: ArraySlice<MarkdownBlock>,
    to draft: inout DocumentDraft
  ) {
    let line = context.trimmed(context.joined(block.lines))
    let (enumerator, name) = markers.withoutEnumerator(marks.unwrapped(line))
    if let mark = EncodedPartReader(context).sectionMark(rest.first) {
      draft.sections.append(
        SectionDraft(
          kind: mark.kind, enumerator: enumerator, heading: name, level: level, body: [],
          start: block.range.lowerBound))
      return
    }
    var kind = headings.kind(named: name)
    if let last = draft.sections.last, kind == last.kind, let above = last.level, level > above,
      !headings.isInCapitals(name)
    {
      // `### Gaps` below `## GAPS_AND_OPPORTUNITIES` names the section again.
      kind = nil
    }
    if kind == nil {
      if draft.sections.isEmpty, draft.preamble.isEmpty || isOnlyOne, draft.title == nil, level == 1 {
        draft.title = line
        return
      }
      // Part of the section: a deeper heading, or an unknown one where sections are lines in bold.
      if let last = draft.sections.last, last.kind != .other || last.level != nil,
        level > last.level ?? 0 || isEntry(line, of: last)
      {
        draft.add(block)
        return
      }
      if let last = draft.sections.last, isGroup(enumerator, level, of: last, before: rest) {
        draft.sections[draft.sections.count - 1].hasGroups = last.hasGroups || last.body.isEmpty
        draft.add(block)
        return
      }
    }
    draft.sections.append(
      SectionDraft(
        kind: kind ?? .other, enumerator: enumerator,
        heading: kind == nil && enumerator.isEmpty ? line : name,
        level: level, body: [], start: block.range.lowerBound))
  }

  /// Whether a heading of the section's own level is an entry.
  private func isEntry(_ line: Range<Int>, of section: SectionDraft) -> Bool {
    contents(section.kind).isEntryTitle(line)
  }

  /// Whether a heading of the section's own level groups its entries: `### Vision` below `### NOVEL_TECH_CONTRIBUTIONS`.
  /// It follows the section's heading immediately or follows another group, and what stands below it may be part of the
  /// section; or it has entries below. A number that succeeds the section's begins a section.
  private func isGroup(
    _ number: Range<Int>, _ level: Int, of section: SectionDraft, before rest: ArraySlice<MarkdownBlock>
  ) -> Bool {
    guard section.kind != .other, level == section.level,
      !Enumerator.continues(context.bytes[section.enumerator], context.bytes[number])
    else { return false }
    let isFirst = section.body.allSatisfy { $0.kind == .thematicBreak }
    if section.hasGroups || isFirst { return mayHoldEntries(rest, below: level, of: section.kind) }
    for block in rest {
      if case .heading = block.kind { return false }
      if block.isList, block.children.contains(where: contents(section.kind).isPartOfEntry) { return true }
    }
    return false
  }

  /// Whether what stands below a heading, up to the next of its level, may be part of a section of a kind. Where every
  /// entry names a paper, text without any is another section's: an empty one does not swallow what follows it.
  private func mayHoldEntries(
    _ blocks: ArraySlice<MarkdownBlock>, below level: Int, of kind: Digest.Section.Kind
  ) -> Bool {
    guard kind.everyEntryNamesAPaper else { return true }
    let content = blocks.prefix { block in
      if case .heading(let other) = block.kind { other > level } else { true }
    }
    let hasText = content.contains { $0.kind != .thematicBreak }
    return !hasText || content.contains(where: namesPaper)
  }

  private func namesPaper(_ block: MarkdownBlock) -> Bool {
    block.children.contains(where: namesPaper)
      || block.lines.contains { line in
        context.bytes[line].withContiguousStorageIfAvailable { !PaperIDScanner.scan($0).isEmpty } ?? false
      }
  }

  /// Whether a bold line or list item is part of a section, since the known sections have headings with `#`. A name
  /// with a number or in capitals begins a section nevertheless.
  private func isBelowHeading(_ found: FoundHeading, _ draft: DocumentDraft) -> Bool {
    guard let last = draft.sections.last, last.level != nil, last.kind != .other else { return false }
    return found.enumerator.isEmpty
      && !headings.isInCapitals(marks.leadingStrong(found.name)?.inside ?? found.name)
  }

  private func addParagraph(_ block: MarkdownBlock, to draft: inout DocumentDraft) {
    var start = 0
    for (number, line) in block.lines.enumerated() {
      // In the middle of a paragraph a heading is nothing but the name.
      let isAlone =
        number == 0 || (marks.leadingStrong(line).map { marks.withoutColon($0.rest).isEmpty } ?? true)
      guard isAlone, let found = headings.sectionHeading(line, allowsPlain: false),
        !isBelowHeading(found, draft)
      else {
        continue
      }
      if number > start { addLines(block, start..<number, to: &draft) }
      draft.sections.append(
        SectionDraft(
          kind: found.kind, enumerator: found.enumerator, heading: found.name, level: nil, body: [],
          start: number == 0 ? block.range.lowerBound : line.lowerBound))
      start = number + 1
    }
    if start == 0 { draft.add(block) } else { addLines(block, start..<block.lines.count, to: &draft) }
  }

  /// Adds lines of a paragraph that follow a heading in it, as the blocks they would be after a blank line.
  private func addLines(_ block: MarkdownBlock, _ lines: Range<Int>, to draft: inout DocumentDraft) {
    for inner in below(Array(block.lines[lines])) { draft.add(inner) }
  }

  private func below(_ lines: [Range<Int>]) -> [MarkdownBlock] {
    guard !lines.isEmpty else { return [] }
    guard lines.count > 1 || startsBlock(lines[0]) else { return [MarkdownBlock.paragraph(lines)] }
    return reread(lines)
  }

  private func startsBlock(_ line: Range<Int>) -> Bool {
    guard let first = context.bytes[line].first else { return false }
    return "*-+|#>`0123456789".utf8.contains(first) || markers.plainBulletEnd(line) != nil
  }

  private func addList(_ list: MarkdownBlock, to draft: inout DocumentDraft) {
    let headings = list.children.map { item in
      itemHeading(item).flatMap { isBelowHeading($0, draft) ? nil : $0 }
    }
    guard headings.contains(where: { $0 != nil }) else {
      draft.add(list)
      return
    }
    for (item, heading) in zip(list.children, headings) {
      guard let first = item.children.first, let heading = heading ?? unknownHeading(item) else {
        addItem(item, of: list, to: &draft)
        continue
      }
      var enumerator = heading.enumerator
      if case .item(let number) = item.kind, !number.isEmpty { enumerator = number }
      draft.sections.append(
        SectionDraft(
          kind: heading.kind, enumerator: enumerator, heading: heading.name, level: nil,
          body: below(Array(first.lines.dropFirst())) + item.children.dropFirst(),
          start: item.range.lowerBound))
    }
  }

  /// An item between sections belongs to the one before; neighbours stay one list.
  private func addItem(_ item: MarkdownBlock, of list: MarkdownBlock, to draft: inout DocumentDraft) {
    let section = draft.sections.count - 1
    if section >= 0, case let block = draft.sections[section].body.count - 1, block >= 0,
      case let last = draft.sections[section].body[block].range,
      draft.sections[section].body[block].kind == list.kind,
      let end = draft.sections[section].body[block].children.last?.range.upperBound,
      list.range.contains(last.lowerBound), end <= item.range.lowerBound
    {
      // In place, since a copy of the list for each item would take quadratic time.
      draft.sections[section].body[block].children.append(item)
      draft.sections[section].body[block].range = last.lowerBound..<item.range.upperBound
      return
    }
    draft.add(MarkdownBlock(kind: list.kind, range: item.range, children: [item]))
  }

  private func itemHeading(_ item: MarkdownBlock) -> FoundHeading? {
    guard let first = item.children.first, let line = first.lines.first else { return nil }
    switch first.kind {
    case .paragraph: return headings.sectionHeading(line, allowsPlain: item.children.count > 1)
    case .heading: return headings.sectionHeading(line, allowsPlain: true)
    default: return nil
    }
  }

  /// `8. **EXTRA_PART**` among known sections: bold as a whole and in capitals.
  private func unknownHeading(_ item: MarkdownBlock) -> FoundHeading? {
    guard case .item(let number) = item.kind, !number.isEmpty, let first = item.children.first,
      case .paragraph = first.kind, let line = first.lines.first, let bold = marks.leadingStrong(line),
      context.trimmed(bold.rest).isEmpty
        || context.bytes[context.trimmed(bold.rest)].first == UInt8(ascii: "("),
      headings.isInCapitals(bold.inside), papers.leadingPapers(in: bold.inside) == nil
    else { return nil }
    return FoundHeading(kind: .other, enumerator: 0..<0, name: context.trimmed(line))
  }
}

extension Digest.Section.Kind {
  /// Whether an entry of such a section begins with a paper or has one in its row.
  fileprivate var everyEntryNamesAPaper: Bool {
    switch self {
    case .topicTree, .highlights, .contributions, .readingList: true
    default: false
    }
  }
}
