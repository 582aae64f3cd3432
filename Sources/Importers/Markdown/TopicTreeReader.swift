import DigestModel
import DigestSyntax
import DigestText

/// The topic tree: nested lists of labels and paper lines.
extension DigestReader {
  func topicTree(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .bulletList, .orderedList: for item in block.children { entries += treeEntries(item) }
      case .heading(let level):
        // Topics as headings: what follows, up to a heading of the same level, hangs below.
        let end = end(ofHeading: level, at: index, in: blocks)
        let children = topicTree(Array(blocks[(index + 1)..<end]))
        entries.append(.topic(topic(joined(block.lines), children: children, range: block.range)))
        index = end
        continue
      case .paragraph:
        if let (label, end) = labelParagraph(blocks, at: index) {
          let children = topicTree(Array(blocks[(index + 1)..<end]))
          entries.append(.topic(topic(label, children: children, range: block.range)))
          index = end
          continue
        }
        entries += treeParagraph(block)
      case .table: entries += topicRows(block) ?? [.block(self.block(block))]
      default: entries.append(.block(self.block(block)))
      }
      index += 1
    }
    return entries
  }

  /// A topic whose label is a paragraph of its own, bold as a whole: what follows, up to a label of its rank, hangs
  /// below it.
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
    return hasList ? (joined(blocks[index].lines), end) : nil
  }

  /// How deep a label is by its number, `I.` 1, `A.` 2, `1.` 3, `1.1` 4, `a.` 9, none 1; `nil` for what is no label.
  private func labelRank(_ block: MarkdownBlock) -> Int? {
    guard case .paragraph = block.kind, block.lines.count == 1 else { return nil }
    let line = trimmed(block.lines[0])
    guard let bold = leadingStrong(line), withoutColon(bold.rest).isEmpty, leadingPapers(in: line) == nil
    else {
      return nil
    }
    let (number, _) = withoutEnumerator(bold.inside)
    guard let first = text.bytes[number].first else { return 1 }
    if first.isDigit { return 2 + Enumerator.depth(of: text.bytes[number]) }
    if !first.isUppercase { return 9 }
    return "IVX".utf8.contains(first) ? 1 : 2
  }

  /// A paragraph of its own: paper lines without bullets, a placeholder, or text.
  private func treeParagraph(_ block: MarkdownBlock) -> [Digest.Entry] {
    if block.lines.contains(where: { leadingPapers(in: $0) != nil }) {
      return units(block.lines).map { unit in
        let line = joined(unit)
        return paperEntry(line, range: line, isLeaf: true)?.entry ?? .block(.paragraph(richText(line)))
      }
    }
    let line = trimmed(joined(block.lines))
    if isPlaceholder(line) { return [.placeholder(richText(line))] }
    return [.block(self.block(block))]
  }

  /// Lines grouped so that each group begins with a paper id, but for the first.
  private func units(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var units: [[Range<Int>]] = []
    for line in lines {
      if units.isEmpty || leadingPapers(in: line) != nil {
        units.append([line])
      } else {
        units[units.count - 1].append(line)
      }
    }
    return units
  }

  /// The entries of one list item: a topic, a paper line, a placeholder; several where lines were run together.
  private func treeEntries(_ item: MarkdownBlock) -> [Digest.Entry] {
    guard let first = item.children.first else { return [] }
    var enumerator: Range<Int>?
    if case .item(let number) = item.kind, !number.isEmpty { enumerator = number }
    guard case .paragraph = first.kind else {
      if let enumerator { reportNumber(enumerator) }
      if case .orderedList = first.kind { return bulletWithNumber(item, first) }
      return topicTree(item.children)
    }
    let rest = Array(item.children.dropFirst())
    let lines = units(first.lines)
    var entries: [Digest.Entry] = []
    for (number, unit) in lines.enumerated() {
      let isLast = number == lines.count - 1
      entries += treeEntries(
        line: joined(unit), enumerator: number == 0 ? enumerator : nil, below: isLast ? rest : [],
        range: lines.count == 1 ? item.range : (unit[0].lowerBound..<unit[unit.count - 1].upperBound))
    }
    // Un-bulleted paper lines below a label are its children.
    if lines.count > 1, case .topic(var topic) = entries[0], topic.children.isEmpty {
      topic.children = Array(entries.dropFirst())
      return [.topic(topic)]
    }
    return entries
  }

  /// `*   1. Label`: to CommonMark a bullet that holds an ordered list, and what hangs below the label follows that
  /// list. The last label gets it back.
  private func bulletWithNumber(_ item: MarkdownBlock, _ list: MarkdownBlock) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for (number, inner) in list.children.enumerated() {
      var copy = inner
      if number == list.children.count - 1 { copy.children += item.children.dropFirst() }
      entries += treeEntries(copy)
    }
    return entries
  }

  private func treeEntries(
    line: Range<Int>, enumerator: Range<Int>?, below: [MarkdownBlock], range: Range<Int>
  ) -> [Digest.Entry] {
    let line = trimmed(line)
    if let (found, holdsBlocks) = paperEntry(line, range: range, isLeaf: below.isEmpty) {
      var entry = found
      if case .topic(var topic) = entry, topic.enumerator == nil {
        topic.enumerator = enumerator.map(self.enumerator)
        entry = .topic(topic)
      } else if let enumerator {
        reportNumber(enumerator)
      }
      return [attach(below, to: entry, holdsBlocks: holdsBlocks)]
    }
    if below.isEmpty, isPlaceholder(line) || isEmptyWord(line) {
      let words = enumerator.map { text.join([$0, line], separator: 0x20) } ?? line
      return [.placeholder(richText(words))]
    }
    if below.isEmpty, let (label, note) = emptyTopic(line) {
      let topic = topic(
        label, enumerator: enumerator, children: [.placeholder(richText(note))], range: range)
      return [.topic(topic)]
    }
    if below.isEmpty, reportBadID(in: line) {
      let item = EntryItem(
        enumerator: enumerator ?? 0..<0, lines: [line], below: [], range: range, isListItem: enumerator != nil
      )
      return untyped(item)
    }
    return [.topic(topic(line, enumerator: enumerator, children: topicTree(below), range: range))]
  }

  /// Puts what hangs below a paper line where it belongs: below the topic of `**Label:** id | text`, else into the
  /// details of the mention.
  private func attach(_ below: [MarkdownBlock], to entry: Digest.Entry, holdsBlocks: Bool) -> Digest.Entry {
    guard !below.isEmpty else { return entry }
    switch entry {
    case .topic(var topic):
      topic.children += topicTree(below)
      return .topic(topic)
    case .paper(var mention):
      mention.details = below.map { block($0) }
      return .paper(mention)
    default: return entry
    }
  }

  /// A topic of its label as written: marks around it, a colon behind it and the number before it are taken off.
  /// - Parameter enumerator: the number of its list item, if it has one.
  func topic(
    _ line: Range<Int>, enumerator: Range<Int>? = nil, children: [Digest.Entry], range: Range<Int>
  ) -> Digest.Topic {
    var label = withoutColon(unwrapped(withoutColon(line)))
    var number = enumerator.map(self.enumerator)
    if number == nil, let end = Enumerator.end(in: text.bytes[label]) {
      let rest = trimmed(end..<label.upperBound)
      if !rest.isEmpty {
        number = self.enumerator(label.lowerBound..<end)
        label = withoutColon(unwrapped(withoutColon(rest)))
      }
    }
    return Digest.Topic(enumerator: number, label: richText(label), children: children, anchor: anchor(range))
  }

  /// `(Trống)`, `` `(Trống)` ``, `*(None)*`, `（无）`: a bracket over the whole line.
  func isPlaceholder(_ line: Range<Int>) -> Bool {
    let inside = unwrapped(line)
    if inside.count > 6, starts(inside, with: "（"),
      starts(inside.upperBound - 3..<inside.upperBound, with: "）")
    {
      return true
    }
    guard inside.count >= 2, text.bytes[inside.lowerBound] == UInt8(ascii: "(") else { return false }
    var end = inside.upperBound
    if text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard text.bytes[end - 1] == UInt8(ascii: ")") else { return false }
    return closingBracket(of: inside.lowerBound, in: inside.lowerBound..<end) == end - 1
  }

  /// `**Other:** (Trống)`: a label and its placeholder on one line.
  private func emptyTopic(_ line: Range<Int>) -> (label: Range<Int>, note: Range<Int>)? {
    if let (note, inside) = trailingBracket(line), note.lowerBound > line.lowerBound, isEmptyWord(inside) {
      return (trimmed(line.lowerBound..<note.lowerBound), note)
    }
    // `Other: none`
    guard let colon = text.bytes[line].lastIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      case let note = trimmed(colon + 1..<line.upperBound), !note.isEmpty, note.count <= 16, isEmptyWord(note)
    else { return nil }
    return (trimmed(line.lowerBound..<colon + 1), note)
  }

  /// `Trống`, `N/A`, `[None]`, `—`: words that say that nothing stands here.
  private func isEmptyWord(_ line: Range<Int>) -> Bool {
    var words = unwrapped(line)
    while let first = words.first, let last = words.last, words.count > 2,
      "[_(".utf8.contains(text.bytes[first]),
      "]_)".utf8.contains(text.bytes[last])
    {
      words = trimmed(first + 1..<last)
    }
    while let last = words.last, text.bytes[last] == UInt8(ascii: ".") { words = words.lowerBound..<last }
    guard !words.isEmpty else { return false }
    if Self.emptyPhrases.match(text.bytes, at: words.lowerBound, before: words.upperBound) != nil {
      return true
    }
    let count = Self.emptyWords.match(text.bytes, at: words.lowerBound, before: words.upperBound)
    return count == words.count
      || words.allSatisfy { text.bytes[$0] == UInt8(ascii: "-") }
      || longDashLength(at: words.lowerBound, words.upperBound) == words.count
  }

  private static let emptyWords = LabelSet([
    "Trống", "Không có", "None", "N/A", "Empty", "Nothing", "Nil", "Chưa có", "无", "暂无", "なし", "없음",
  ])
  private static let emptyPhrases = LabelSet([
    "Không có paper", "Không có bài", "Không có công trình", "Không có nghiên cứu", "Không có mục",
    "Không có nội dung",
    "Hiện không có", "Hiện tại không có", "Hiện chưa có", "Chưa có paper", "Chưa có bài", "Trống trong",
    "Trống –",
    "No papers", "No paper ", "No new papers", "No entries", "None in", "None this", "Not applicable",
  ])

  /// The offset of the bracket that closes the one at `open`.
  func closingBracket(of open: Int, in range: Range<Int>) -> Int? {
    var depth = 0
    for i in open..<range.upperBound {
      if text.bytes[i] == UInt8(ascii: "(") { depth += 1 }
      if text.bytes[i] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }
}
