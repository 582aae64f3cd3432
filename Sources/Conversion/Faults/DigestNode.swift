import DigestModel

/// A node of a digest as the search for a fault sees it: its children can be left out, and what remains is still a
/// digest. An entry of a kind that is not named here has no children, so that the search ends at it.
indirect enum DigestNode {
  case collection(DigestCollection)
  case digest(Digest)
  case metadata(Digest.Metadata)
  case section(Digest.Section)
  case entry(Digest.Entry)
  case row(Digest.Highlight)
  case part(Digest.Gap.Part)
  case field(Digest.Idea.Field)
  case item(Digest.List.Item)
  case block(Digest.Block)
  /// A paper that has a record.
  case record(Paper)

  /// What messages call it.
  var noun: String {
    switch self {
    case .collection: "digests"
    case .digest: "digest"
    case .metadata: "metadata"
    case .section: "section"
    case .entry(.topic): "topic"
    case .entry(.block), .block: "block"
    case .entry: "entry"
    case .row: "row"
    case .part: "part"
    case .field: "field"
    case .item: "list item"
    case .record: "record"
    }
  }

  var anchor: SourceAnchor {
    switch self {
    case .collection: .none
    case .digest(let digest): digest.metadata.anchor
    case .metadata(let metadata): metadata.anchor
    case .section(let section): section.anchor
    case .entry(let entry): entry.anchor
    case .row(let row): row.anchor
    case .part(let part): part.anchor
    case .field(let field): field.anchor
    case .item(let item): item.anchor
    case .block(let block): block.anchor
    case .record(let paper): paper.record.anchor
    }
  }

  /// In document order; the records last.
  var children: [DigestNode] {
    switch self {
    case .collection(let collection): collection.digests.map(Self.digest)
    case .digest(let digest):
      [.metadata(digest.metadata)] + digest.sections.map(Self.section)
        + digest.papers.filter { !$0.record.isEmpty }.map(Self.record)
    case .metadata(let metadata): metadata.preamble.map(Self.block)
    case .section(let section): section.entries.map(Self.entry)
    case .entry(let entry): Self.children(of: entry)
    case .part(let part): part.parts.map(Self.part) + part.details.map(Self.block)
    case .field(let field): field.content.map(Self.block)
    case .item(let item): item.blocks.map(Self.block)
    case .block(let block): Self.children(of: block)
    case .row, .record: []
    }
  }

  private static func children(of entry: Digest.Entry) -> [DigestNode] {
    switch entry {
    case .topic(let topic): topic.children.map(Self.entry)
    case .highlights(let table): table.rows.map(row)
    case .gap(let gap): gap.parts.map(part)
    case .idea(let idea): idea.fields.map(field)
    case .paper(let mention): mention.details.map(Self.block)
    case .contribution(let contribution): contribution.details.map(Self.block)
    case .reading(let item): item.details.map(Self.block)
    case .block(let block): children(of: block)
    default: []
    }
  }

  private static func children(of block: Digest.Block) -> [DigestNode] {
    switch block {
    case .list(let list): list.items.map(item)
    case .quote(let quote): quote.blocks.map(Self.block)
    default: []
    }
  }
}

// MARK: Leaving children out

extension DigestNode {
  /// The node with these of its children only.
  /// - Parameter kept: from `children`, in their order; each may itself have lost children.
  func keeping(_ kept: [DigestNode]) -> DigestNode {
    switch self {
    case .collection: return .collection(DigestCollection(ordered: kept.digests))
    case .digest:
      var digest = Digest(sections: kept.sections, papers: kept.records)
      for case .metadata(let metadata) in kept { digest.metadata = metadata }
      digest.normalise()
      return .digest(digest)
    case .metadata(var metadata):
      metadata.preamble = kept.blocks
      return .metadata(metadata)
    case .section(var section):
      section.entries = kept.entries
      return .section(section)
    case .entry(let entry): return .entry(Self.entry(entry, keeping: kept))
    case .part(var part):
      (part.parts, part.details) = (kept.parts, kept.blocks)
      return .part(part)
    case .field(var field):
      field.content = kept.blocks
      return .field(field)
    case .item(var item):
      item.blocks = kept.blocks
      return .item(item)
    case .block(let block): return .block(Self.block(block, keeping: kept))
    case .row, .record: return self
    }
  }

  private static func entry(_ entry: Digest.Entry, keeping kept: [DigestNode]) -> Digest.Entry {
    switch entry {
    case .topic(var topic):
      topic.children = kept.entries
      return .topic(topic)
    case .highlights(var table):
      table.rows = kept.rows
      return .highlights(table)
    case .gap(var gap):
      gap.parts = kept.parts
      return .gap(gap)
    case .idea(var idea):
      idea.fields = kept.fields
      return .idea(idea)
    case .paper(var mention):
      mention.details = kept.blocks
      return .paper(mention)
    case .contribution(var contribution):
      contribution.details = kept.blocks
      return .contribution(contribution)
    case .reading(var item):
      item.details = kept.blocks
      return .reading(item)
    case .block(let block): return .block(Self.block(block, keeping: kept))
    default: return entry
    }
  }

  private static func block(_ block: Digest.Block, keeping kept: [DigestNode]) -> Digest.Block {
    switch block {
    case .list(var list):
      list.items = kept.items
      return .list(list)
    case .quote(var quote):
      quote.blocks = kept.blocks
      return .quote(quote)
    default: return block
    }
  }
}

extension [DigestNode] {
  fileprivate var digests: [Digest] { compactMap { if case .digest(let it) = $0 { it } else { nil } } }
  fileprivate var sections: [Digest.Section] {
    compactMap { if case .section(let it) = $0 { it } else { nil } }
  }
  fileprivate var entries: [Digest.Entry] { compactMap { if case .entry(let it) = $0 { it } else { nil } } }
  fileprivate var rows: [Digest.Highlight] { compactMap { if case .row(let it) = $0 { it } else { nil } } }
  fileprivate var parts: [Digest.Gap.Part] { compactMap { if case .part(let it) = $0 { it } else { nil } } }
  fileprivate var fields: [Digest.Idea.Field] {
    compactMap { if case .field(let it) = $0 { it } else { nil } }
  }
  fileprivate var items: [Digest.List.Item] { compactMap { if case .item(let it) = $0 { it } else { nil } } }
  fileprivate var blocks: [Digest.Block] { compactMap { if case .block(let it) = $0 { it } else { nil } } }
  fileprivate var records: [Paper] { compactMap { if case .record(let it) = $0 { it } else { nil } } }
}
