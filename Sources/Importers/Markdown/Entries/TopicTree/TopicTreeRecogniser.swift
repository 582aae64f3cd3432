import DigestModel
import DigestSyntax
import DigestText

/// The topic tree: nested lists of labels and paper lines.
struct TopicTreeRecogniser: SectionRecogniser {
  static let kind = Digest.Section.Kind.topicTree

  let context: MarkdownContext
  let marks: MarkReader
  let markers: MarkerReader
  let papers: PaperReader
  let badIDs: BadIDReader
  let textOutlines: TextOutline
  let blockReader: BlockReader
  let items: EntryItemReader
  let topics: TopicReader
  let placeholders: PlaceholderReader
  let paperLines: PaperLineReader
  let topicTables: TopicTableReader
  let encoded: EncodedPartReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    markers = MarkerReader(context)
    papers = PaperReader(context)
    badIDs = BadIDReader(context)
    textOutlines = TextOutline(context)
    blockReader = BlockReader(context)
    items = EntryItemReader(context)
    topics = TopicReader(context)
    placeholders = PlaceholderReader(context)
    paperLines = PaperLineReader(context)
    topicTables = TopicTableReader(context)
    encoded = EncodedPartReader(context)
  }

  func entries(of body: [MarkdownBlock]) -> [Digest.Entry] {
    tree(textOutlines.textOutline(body).map { [$0] } ?? body)
  }

  private func tree(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .bulletList, .orderedList: for item in block.children { entries += treeEntries(item) }
      case .heading(let level):
        // A heading is a topic: what follows, up to a heading of its level, belongs to it.
        let end = items.end(ofHeading: level, at: index, in: blocks)
        let children = tree(Array(blocks[(index + 1)..<end]))
        entries.append(
          .topic(topics.topic(context.joined(block.lines), children: children, range: block.range)))
        index = end
        continue
      case .paragraph:
        if let (label, end) = labelParagraph(blocks, at: index) {
          let children = tree(Array(blocks[(index + 1)..<end]))
          entries.append(.topic(topics.topic(label, children: children, range: block.range)))
          index = end
          continue
        }
        entries += treeParagraph(block)
      case .table: entries += blockReader.entries(block, rows: topicTables.topicRows)
      default: entries.append(.block(blockReader.block(block)))
      }
      index += 1
    }
    return entries
  }

  /// A topic whose label is a paragraph in bold: what follows, up to a label of its rank, belongs to it.
  private func labelParagraph(_ blocks: [MarkdownBlock], at index: Int) -> (label: Range<Int>, end: Int)? {
    guard let rank = labelRank(blocks[index]) else { return nil }
    var end = index + 1
    var hasList = false
    while end < blocks.count {
      if case .heading = blocks[end].kind { break }
      if case .thematicBreak = blocks[end].kind { break }
      if let next = labelRank(blocks[end]), next <= rank { break }
      hasList = hasList || blocks[end].isList
      end += 1
    }
    return hasList ? (context.joined(blocks[index].lines), end) : nil
  }

  /// How deep a label is by its number: `I.` 1, `A.` 2, `1.` 3, `1.1` 4, `a.` 9, none 1; `nil` for what is not a label.
  private func labelRank(_ block: MarkdownBlock) -> Int? {
    guard case .paragraph = block.kind, block.lines.count == 1 else { return nil }
    let line = context.trimmed(block.lines[0])
    guard let bold = marks.leadingStrong(line), marks.withoutColon(bold.rest).isEmpty,
      papers.leadingPapers(in: line) == nil
    else {
      return nil
    }
    let (number, _) = markers.withoutEnumerator(bold.inside)
    guard let first = context.bytes[number].first else { return 1 }
    if first.isDigit { return 2 + Enumerator.depth(of: context.bytes[number]) }
    if !first.isUppercase { return 9 }
    return "IVX".utf8.contains(first) ? 1 : 2
  }

  /// A paragraph of its own: paper lines without bullets, a placeholder, or text.
  private func treeParagraph(_ block: MarkdownBlock) -> [Digest.Entry] {
    if block.lines.contains(where: { papers.leadingPapers(in: $0) != nil }) {
      return units(block.lines).map { unit in
        let line = context.joined(unit)
        return paperLines.paperEntry(line, range: line, isLeaf: true)?.entry
          ?? .block(.paragraph(context.richText(line)))
      }
    }
    let line = context.trimmed(context.joined(block.lines))
    if placeholders.isPlaceholder(line) { return [.placeholder(context.richText(line))] }
    return [.block(blockReader.block(block))]
  }

  /// Lines in groups, each but the first beginning with a paper id.
  private func units(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var units: [[Range<Int>]] = []
    for line in lines {
      if units.isEmpty || papers.leadingPapers(in: line) != nil {
        units.append([line])
      } else {
        units[units.count - 1].append(line)
      }
    }
    return units
  }

  /// The entries of one list item: a topic, a paper line, a placeholder; several where lines had no bullets.
  private func treeEntries(_ item: MarkdownBlock) -> [Digest.Entry] {
    guard let first = item.children.first else { return [] }
    var enumerator: Range<Int>?
    if case .item(let number) = item.kind, !number.isEmpty { enumerator = number }
    guard case .paragraph = first.kind else {
      if encoded.isPart(first) { return encodedEntries(first, below: Array(item.children.dropFirst())) }
      if let enumerator { items.reportNumber(enumerator) }
      if case .orderedList = first.kind { return bulletWithNumber(item, first) }
      return tree(item.children)
    }
    let rest = Array(item.children.dropFirst())
    let lines = units(first.lines)
    var entries: [Digest.Entry] = []
    for (number, unit) in lines.enumerated() {
      let isLast = number == lines.count - 1
      entries += treeEntries(
        line: context.joined(unit), enumerator: number == 0 ? enumerator : nil, below: isLast ? rest : [],
        range: lines.count == 1 ? item.range : (unit[0].lowerBound..<unit[unit.count - 1].upperBound))
    }
    // Paper lines without bullets below a label belong to it.
    if lines.count > 1, case .topic(var topic) = entries[0], topic.children.isEmpty {
      topic.children = Array(entries.dropFirst())
      return [.topic(topic)]
    }
    return entries
  }

  private func treeEntries(
    line: Range<Int>, enumerator: Range<Int>?, below: [MarkdownBlock], range: Range<Int>
  ) -> [Digest.Entry] {
    let line = context.trimmed(line)
    if let (found, holdsBlocks) = paperLines.paperEntry(line, range: range, isLeaf: below.isEmpty) {
      var entry = found
      if case .topic(var topic) = entry, topic.enumerator == nil {
        topic.enumerator = enumerator.map(context.enumerator)
        entry = .topic(topic)
      } else if let enumerator {
        items.reportNumber(enumerator)
      }
      return [attach(below, to: entry, holdsBlocks: holdsBlocks)]
    }
    if below.isEmpty, placeholders.isPlaceholder(line) || placeholders.isEmptyWord(line) {
      let words = enumerator.map { context.join([$0, line], separator: 0x20) } ?? line
      return [.placeholder(context.richText(words))]
    }
    if below.isEmpty, let (label, note) = placeholders.emptyTopic(line) {
      let topic = topics.topic(
        label, enumerator: enumerator, children: [.placeholder(context.richText(note))], range: range)
      return [.topic(topic)]
    }
    if below.isEmpty, badIDs.report(in: line) {
      let item = EntryItem(
        enumerator: enumerator ?? 0..<0, lines: [line], below: [], range: range, isListItem: enumerator != nil
      )
      return items.untyped(item)
    }
    return [.topic(topics.topic(line, enumerator: enumerator, children: tree(below), range: range))]
  }

  /// An encoded entry; what stands below a topic are its children.
  private func encodedEntries(_ block: MarkdownBlock, below: [MarkdownBlock]) -> [Digest.Entry] {
    let entry = encoded.entry(block) ?? .block(blockReader.block(block))
    guard case .topic(var topic) = entry else { return [entry] + tree(below) }
    topic.children += tree(below)
    return [.topic(topic)]
  }

  /// `*   1. Label`: to CommonMark a bullet that holds an ordered list, followed by what belongs to the label. The last
  /// label gets it back.
  private func bulletWithNumber(_ item: MarkdownBlock, _ list: MarkdownBlock) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for (number, inner) in list.children.enumerated() {
      var copy = inner
      if number == list.children.count - 1 { copy.children += item.children.dropFirst() }
      entries += treeEntries(copy)
    }
    return entries
  }

  /// Puts what stands below a paper line where it belongs: below the topic of `**Label:** id | text`, else into the
  /// details of the mention.
  private func attach(_ below: [MarkdownBlock], to entry: Digest.Entry, holdsBlocks: Bool) -> Digest.Entry {
    guard !below.isEmpty else { return entry }
    switch entry {
    case .topic(var topic):
      topic.children += tree(below)
      return .topic(topic)
    case .paper(var mention):
      mention.details = below.map { blockReader.block($0) }
      return .paper(mention)
    default: return entry
    }
  }
}
