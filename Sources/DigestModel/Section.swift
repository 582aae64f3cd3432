extension Digest {
  /// One section of a digest.
  public struct Section: Hashable, Sendable {
    /// What a section is about.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case topicTree, highlights, contributions, gaps, ideas, readingList, reflection
      /// Any section whose name is none of the known ones.
      case other
    }

    /// What it is about.
    public var kind: Kind
    /// The number as written, `1.`; `nil` where there is none.
    public var enumerator: String?
    /// The heading as written, without the number and without bold around all of it: `TOPIC_TREE`.
    /// Empty for entries that stand in no section.
    public var heading: RichText
    /// What it holds, in order.
    public var entries: [Entry]
    /// Where its heading stands in the source.
    public var anchor: SourceAnchor

    /// Makes a section.
    public init(
      kind: Kind, enumerator: String? = nil, heading: RichText, entries: [Entry], anchor: SourceAnchor = .none
    ) {
      self.kind = kind
      self.enumerator = enumerator
      self.heading = heading
      self.entries = entries
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// What a section or a topic holds, in document order. Each kind of section has its kind of entry, and any section
  /// can hold `block`s: what no recogniser typed stays where it stood.
  public indirect enum Entry: Hashable, Sendable {
    /// A topic with what hangs below it.
    case topic(Topic)
    /// A line about papers.
    case paper(PaperMention)
    /// A line of the tree that says that there is nothing, or that it is elsewhere: `(Trống)`, `(Covered under …)`.
    case placeholder(RichText)
    /// The ranked table.
    case highlights(HighlightTable)
    /// A novel technique.
    case contribution(Contribution)
    /// An open problem.
    case gap(Gap)
    /// A research idea.
    case idea(Idea)
    /// An entry of the reading list.
    case reading(ReadingItem)
    /// Text that no recogniser typed.
    case block(Block)

    /// Where it stands in the source.
    public var anchor: SourceAnchor {
      switch self {
      case .topic(let topic): topic.anchor
      case .paper(let mention): mention.anchor
      case .placeholder(let text): text.anchor
      case .highlights(let table): table.anchor
      case .contribution(let contribution): contribution.anchor
      case .gap(let gap): gap.anchor
      case .idea(let idea): idea.anchor
      case .reading(let item): item.anchor
      case .block(let block): block.anchor
      }
    }
  }
}
