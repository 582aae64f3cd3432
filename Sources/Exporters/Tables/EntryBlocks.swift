import DigestModel

/// Makes rows of the table of blocks: of free text, and of an entry without a table of its own. That is an item whose `info` is the entry's
/// type, and below it a paragraph for each text, whose `info` is the key of that part.
struct EntryBlocks: EntryWalk, PartReading {
  var collector: TableCollector
  private let context: TableCollector.Context
  private let position: Int
  private var kind = Digest.Section.Kind.other
  /// The item that is being written.
  private var item = Item()

  private struct Item {
    var row = 0
    var id: String?
    var childCount = 0
  }

  init(_ collector: consuming TableCollector, position: Int, _ context: TableCollector.Context) {
    self.collector = collector
    self.position = position
    self.context = context
  }

  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    kind = Entry.kind
    add(entry, name: Entry.typeName, TableCollector.Owner(id: context.topicID, position: position))
  }

  mutating func visit(block: Digest.Block) {
    kind = context.sectionKind == .topicTree ? .other : context.sectionKind
    collector.add(block, TableCollector.Owner(id: context.topicID, position: position), kind, context)
  }

  private mutating func add(_ described: some Described, name: String, _ owner: TableCollector.Owner) {
    let outer = item
    item = Item(row: collector.blocks.count)
    item.id = collector.add(.listItem, owner, at: described.anchor, context, info: name.snakeCased)
    described.parts(to: &self)
    item = outer
  }

  private mutating func nextChild() -> TableCollector.Owner {
    item.childCount += 1
    return TableCollector.Owner(id: context.topicID, parent: item.id, position: item.childCount)
  }

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    collector.blocks[item.row].enumerator = number
  }

  mutating func read(papers: [Citation]) {
    for paper in papers { collector.cite(paper, kind, .subject, item.id, context) }
  }

  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    let row = collector.add(
      .paragraph, nextChild(), text: .rich(text), at: text.anchor, context, info: key.snakeCased)
    collector.cite(in: text, kind, row, context)
  }

  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    _ = collector.add(.paragraph, nextChild(), text: .text(plain), at: anchor, context, info: key.snakeCased)
  }

  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {
    read("role", plain: role.rawValue, at: collector.blocks[item.row].anchor)
  }

  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    for block in blocks { collector.add(block, nextChild(), kind, context) }
  }

  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    for entry in entries { collector.add(entry, position: nextChild().position, context) }
  }

  mutating func read(_ key: String, part: some Described, name: String) {
    add(part, name: name, nextChild())
  }
}
