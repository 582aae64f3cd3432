import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Lines `key:: value` with what they stand under.
struct PropertyBlock {
  var members: [LocatedMember] = []
  /// The text above them.
  var title: LocatedNode?
  /// The ids in it.
  var ids: [LocatedNode] = []
  var range = SourceRange(at: 0)
}

/// Finds the properties of a document, each with the line that it belongs to.
struct PropertyFinder {
  private let context: MarkdownContext
  private(set) var blocks: [PropertyBlock] = []

  /// The properties among blocks in order.
  static func blocks(_ blocks: [MarkdownBlock], _ context: MarkdownContext) -> [PropertyBlock] {
    guard PropertyLine.mayStand(in: context.bytes) else { return [] }
    var finder = PropertyFinder(context: context)
    finder.read(blocks)
    return finder.blocks
  }

  private init(context: MarkdownContext) { self.context = context }

  private mutating func read(_ siblings: [MarkdownBlock]) {
    var head: MarkdownBlock?
    var found = PropertyBlock()
    for block in siblings {
      if let member = property(block) {
        found.members.append(member)
        continue
      }
      if block.isList, head != nil {
        // `- key:: value` below the line that it is about.
        found.members += block.children.compactMap(property(ofItem:))
        for item in block.children where property(ofItem: item) == nil { read(item.children) }
        continue
      }
      end(&found, below: head)
      head = block.lines.isEmpty ? nil : block
      read(block.children)
    }
    end(&found, below: head)
  }

  private mutating func end(_ found: inout PropertyBlock, below head: MarkdownBlock?) {
    guard let first = found.members.first, let last = found.members.last else { return }
    found.range = SourceRange(first.keyRange.lower, max(first.keyRange.upper, last.value.range.upper))
    if let head { describe(&found, by: context.trimmed(context.joined(head.lines))) }
    blocks.append(found)
    found = PropertyBlock()
  }

  private func describe(_ block: inout PropertyBlock, by line: Range<Int>) {
    let text = context.richText(line)
    let range = SourceRange(
      context.sourceOffset(line.lowerBound),
      context.sourceOffset(max(line.lowerBound, line.upperBound - 1)) + 1)
    var seen: Set<PaperID> = []
    for citation in text.citations where seen.insert(citation.id.withoutVersion).inserted {
      block.ids.append(LocatedNode(text: citation.id.description, range: range))
    }
    let words = MarkReader(context).unwrapped(line)
    if !words.isEmpty { block.title = LocatedNode(text: context.string(words), range: range) }
  }

  private func property(ofItem item: MarkdownBlock) -> LocatedMember? {
    item.children.count == 1 ? property(item.children[0]) : nil
  }

  /// `PropertyRepair` has made a paragraph of each such line.
  private func property(_ block: MarkdownBlock) -> LocatedMember? {
    guard block.kind == .paragraph, block.lines.count == 1,
      let colon = PropertyLine.endOfKey(context.bytes, block.lines[0])
    else { return nil }
    let line = block.lines[0]
    let value = context.trimmed(colon + 2..<line.upperBound)
    let place = { (range: Range<Int>) in
      SourceRange(context.sourceOffset(range.lowerBound), context.sourceOffset(range.upperBound))
    }
    return LocatedMember(
      key: context.string(line.lowerBound..<colon), keyRange: place(line.lowerBound..<colon),
      value: LocatedNode(text: context.string(value), range: place(value)))
  }
}
