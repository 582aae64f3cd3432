import DigestModel
import DigestSyntax
import DigestText

// Items of lists, and the items and paragraphs inside them.
extension PaperListReader {
  /// A list of fields below a paragraph with the title.
  mutating func readFields(_ list: MarkdownBlock, below waiting: [MarkdownBlock]) -> Bool {
    guard let title = waiting.last, list.children.count < 16 else { return false }
    let head = text(title)
    guard isStyled(head) || isShort(head), !list.children.contains(where: isOwnEntry) else { return false }
    let below = texts(of: [list], ownEntriesToo: true)
    let ids = Set(
      below.flatMap(\.links).compactMap { $0.paper?.withoutVersion }.filter { $0.scheme == .arxiv })
    guard ids.count < 2 else { return false }
    let entry = ListEntry(shape: .heading, head: head, below: below, anchor: context.anchor(title.range))
    let before = papers.count
    add(ListEntryReader(entry).papers())
    if papers.count > before { labels.removeAll { $0.level >= 7 } }
    return papers.count > before
  }

  /// A list of fields that are about one paper, the title among them.
  mutating func readFieldList(_ list: MarkdownBlock) -> Bool {
    guard list.children.count > 1, list.children.count < 30 else { return false }
    let heads = list.children.compactMap { $0.children.first }.filter(\.isLeafText).map { text($0) }
    let fields = heads.compactMap { FieldLabel.read($0, $0.range)?.field }
    guard fields.count > 1, fields.contains(.title) || fields.contains(.paper),
      fields.contains(.authors) || fields.contains(.title)
    else { return false }
    let entry = ListEntry(shape: .item, head: ListText(), below: heads, anchor: context.anchor(list.range))
    let found = ListEntryReader(entry).papers()
    add(found)
    return !found.isEmpty
  }

  mutating func readItems(_ items: [MarkdownBlock]) {
    let before = papers.count
    var withoutID: [ListedPaper] = []
    for item in items {
      let count = papers.count
      readItem(item)
      if papers.count == count, let paper = paperWithoutID(item) { withoutID.append(paper) }
    }
    // In a list of papers, what looks like one is one.
    let found = papers.count - before
    if found > 0, found * 4 >= withoutID.count { add(withoutID) }
  }

  func paperWithoutID(_ item: MarkdownBlock) -> ListedPaper? {
    guard let first = item.children.first, first.isLeafText else { return nil }
    let below = texts(of: item.children.dropFirst(), ownEntriesToo: false)
    return ListEntryReader(
      ListEntry(shape: .item, head: text(first), below: below, anchor: context.anchor(item.range))
    ).paperWithoutID()
  }

  mutating func readItem(_ item: MarkdownBlock) {
    guard let first = item.children.first, first.isLeafText else {
      readBlocks(item.children[...])
      return
    }
    let head = text(first)
    if head.links.isEmpty, item.children.count == 1, isMetaOfLast(head) { return }
    let count = papers.count
    defer { isRightAfterPaper = papers.count > count }
    let rest = item.children.dropFirst()
    let own = rest.filter(\.isList).flatMap(\.children).filter(isOwnEntry)
    let before = papers.count
    let isOnlyLabel = !own.isEmpty && head.links.allSatisfy { $0.paper == nil }
    if !isOnlyLabel {
      let below = texts(of: rest, ownEntriesToo: false)
      add(
        ListEntryReader(
          ListEntry(shape: .item, head: head, below: below, anchor: context.anchor(item.range))
        ).papers())
    }
    for block in rest where block.kind == .table { readTable(block) }
    guard !own.isEmpty else {
      if papers.count == before {
        for list in rest where list.isList { for item in list.children { readItem(item) } }
      }
      return
    }
    let isGroup = papers.count == before && isOnlyLabel
    let words = TitleShape.withoutSigns(head.string(head.range))
    let level = (labels.last.map { max($0.level, 7) } ?? 7) + 1
    if isGroup, !words.isEmpty, words.utf8.count < 100 { labels.append((level, words)) }
    for item in isOnlyLabel ? rest.filter(\.isList).flatMap(\.children) : own { readItem(item) }
    labels.removeAll { $0.level >= level }
  }

  /// Whether an item of a list is about a paper of its own, or about several.
  func isOwnEntry(_ item: MarkdownBlock) -> Bool {
    guard let first = item.children.first, first.isLeafText else {
      return item.children.contains { $0.isList && $0.children.contains(where: isOwnEntry) }
    }
    let head = text(first)
    if FieldLabel.read(head, head.range) != nil { return false }
    let entry = ListEntry(shape: .item, head: head, anchor: .none)
    if head.links.contains(where: { $0.paper != nil }), !ListEntryReader(entry).papers().isEmpty {
      return true
    }
    let lists = item.children.dropFirst().filter(\.isList)
    guard !lists.isEmpty else { return false }
    if lists.contains(where: { $0.children.contains(where: isOwnEntry) }) { return true }
    let below = texts(of: item.children.dropFirst(), ownEntriesToo: false)
    return !ListEntryReader(ListEntry(shape: .item, head: head, below: below, anchor: .none)).papers().isEmpty
  }

  /// The texts of blocks below an entry.
  func texts(of blocks: some Sequence<MarkdownBlock>, ownEntriesToo: Bool) -> [ListText] {
    var texts: [ListText] = []
    for block in blocks {
      switch block.kind {
      case .paragraph, .heading: texts.append(text(block))
      case .bulletList, .orderedList:
        for item in block.children where ownEntriesToo || !isOwnEntry(item) {
          texts += self.texts(of: item.children, ownEntriesToo: ownEntriesToo)
        }
      case .item, .quote: texts += self.texts(of: block.children, ownEntriesToo: ownEntriesToo)
      case .table, .code, .indentedCode, .thematicBreak: break
      }
    }
    return texts
  }
}
