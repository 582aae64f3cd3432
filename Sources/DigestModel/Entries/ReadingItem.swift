extension Digest {
  /// An entry of the reading list.
  public struct ReadingItem: Hashable, Sendable {
    /// The number as written, `1.`; `nil` in a bullet list.
    public var enumerator: String?
    /// The papers to read.
    public var papers: [Citation]
    /// What the list calls them.
    public var name: RichText?
    /// Why to read them.
    public var reason: RichText?
    /// What hangs below.
    public var details: [Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes an entry of the reading list; by default an empty one.
    public init(
      enumerator: String? = nil, papers: [Citation], name: RichText? = nil, reason: RichText? = nil,
      details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.enumerator = enumerator
      self.papers = papers
      self.name = name
      self.reason = reason
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest.ReadingItem: DescribedEntry {
  @inlinable package static var blank: Self { Self(papers: []) }
  @inlinable package static var typeName: String { "reading" }
  @inlinable package static var noun: String { "a reading item" }
  @inlinable package static var kind: Digest.Section.Kind { .readingList }
  @inlinable package var entry: Digest.Entry { .reading(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.number("enumerator", &enumerator, at: anchor)
    walk.papers(&papers, isRequired: false)
    walk.text("name", &name, .name)
    walk.text("reason", &reason)
    walk.blocks("details", &details)
  }
}
