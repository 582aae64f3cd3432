import DigestModel
import Syntax
import TextBytes

/// The topic tree: nested lists of labels and paper lines.
extension DigestReader {
  func topicTree(_ blocks: [MarkdownBlock]) -> [Entry] {
    var entries: [Entry] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      switch block.kind {
      case .bulletList, .orderedList: for item in block.children { entries += treeEntries(item) }
      case .heading(let level):
        // Topics as headings: what follows, up to a heading of the same level, hangs below.
        var end = index + 1
        while end < blocks.count {
          if case .heading(let next) = blocks[end].kind, next <= level { break }
          end += 1
        }
        let children = topicTree(Array(blocks[(index + 1)..<end]))
        entries.append(topic(joined(block.lines), enumerator: nil, children: children, range: block.range))
        index = end
        continue
      case .paragraph: entries += treeParagraph(block)
      default: entries.append(.block(self.block(block)))
      }
      index += 1
    }
    return entries
  }

  /// A paragraph of its own: paper lines without bullets, a placeholder, or text.
  private func treeParagraph(_ block: MarkdownBlock) -> [Entry] {
    if block.lines.contains(where: { leadingPapers(in: $0) != nil }) {
      return units(block.lines).map { unit in
        let line = joined(unit)
        return paperEntry(line, range: line)?.entry ?? .block(.paragraph(richText(line)))
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
  private func treeEntries(_ item: MarkdownBlock) -> [Entry] {
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
    var entries: [Entry] = []
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
  private func bulletWithNumber(_ item: MarkdownBlock, _ list: MarkdownBlock) -> [Entry] {
    var entries: [Entry] = []
    for (number, inner) in list.children.enumerated() {
      var copy = inner
      if number == list.children.count - 1 { copy.children += item.children.dropFirst() }
      entries += treeEntries(copy)
    }
    return entries
  }

  private func treeEntries(
    line: Range<Int>, enumerator: Range<Int>?, below: [MarkdownBlock], range: Range<Int>
  ) -> [Entry] {
    let line = trimmed(line)
    if let (found, holdsBlocks) = paperEntry(line, range: range) {
      var entry = found
      if case .topic(var topic) = entry, topic.enumerator == nil {
        topic.enumerator = enumerator.map(string)
        entry = .topic(topic)
      } else if let enumerator {
        reportNumber(enumerator)
      }
      return [attach(below, to: entry, holdsBlocks: holdsBlocks)]
    }
    if below.isEmpty, isPlaceholder(line) {
      let words = enumerator.map { text.join([$0, line], separator: 0x20) } ?? line
      return [.placeholder(richText(words))]
    }
    if below.isEmpty, reportBadID(in: line) {
      let item = EntryItem(
        enumerator: enumerator ?? 0..<0, lines: [line], below: [], range: range, isListItem: enumerator != nil
      )
      return untyped(item)
    }
    return [topic(line, enumerator: enumerator, children: topicTree(below), range: range)]
  }

  /// Puts what hangs below a paper line where it belongs: below the topic of `**Label:** id | text`, else into the
  /// details of the mention.
  private func attach(_ below: [MarkdownBlock], to entry: Entry, holdsBlocks: Bool) -> Entry {
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

  private func topic(
    _ line: Range<Int>, enumerator: Range<Int>?, children: [Entry], range: Range<Int>
  ) -> Entry {
    var label = withoutColon(unwrapped(withoutColon(line)))
    var number = enumerator.map(string)
    if number == nil, let end = Enumerator.end(in: text.bytes[label]) {
      let rest = trimmed(end..<label.upperBound)
      if !rest.isEmpty {
        number = string(label.lowerBound..<end)
        label = withoutColon(unwrapped(withoutColon(rest)))
      }
    }
    return .topic(
      Topic(enumerator: number, label: richText(label), children: children, anchor: anchor(range)))
  }

  /// `(Trống)`, `` `(Trống)` ``, `*(None)*`: a bracket over the whole line.
  func isPlaceholder(_ line: Range<Int>) -> Bool {
    let inside = unwrapped(line)
    guard inside.count >= 2, text.bytes[inside.lowerBound] == UInt8(ascii: "(") else { return false }
    var end = inside.upperBound
    if text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard text.bytes[end - 1] == UInt8(ascii: ")") else { return false }
    return closingBracket(of: inside.lowerBound, in: inside.lowerBound..<end) == end - 1
  }

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
