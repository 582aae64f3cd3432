extension Digest {
  /// A line of the tree, or of a free list, about one paper or several together.
  public struct PaperMention: Hashable, Sendable {
    /// At least one.
    public var papers: [Citation]
    /// `NEO` of `id | NEO: text`, where the source gives one.
    public var name: RichText?
    /// What the line says of the papers.
    public var summary: RichText?
    /// `(Duplicate of …)`, `(Đã liệt kê ở …)`, `(Lưu ý: Survey)`: what is said of the listing, not of the paper.
    public var note: RichText?
    /// Whether the line says that the paper is listed elsewhere.
    public var isDuplicate: Bool
    /// What hangs below the line.
    public var details: [Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a line about papers; by default nothing more than their ids.
    public init(
      papers: [Citation], name: RichText? = nil, summary: RichText? = nil, note: RichText? = nil,
      isDuplicate: Bool = false, details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.papers = papers
      self.name = name
      self.summary = summary
      self.note = note
      self.isDuplicate = isDuplicate
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest.PaperMention: DescribedEntry {
  @inlinable package static var blank: Self { Self(papers: []) }
  @inlinable package static var typeName: String { "paper" }
  @inlinable package static var noun: String { "a line about papers" }
  @inlinable package static var kind: Digest.Section.Kind { .topicTree }
  @inlinable package var entry: Digest.Entry { .paper(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.papers(&papers, isRequired: true)
    walk.text("name", &name, .name)
    walk.text("summary", &summary)
    walk.text("note", &note)
    walk.flag("duplicate", &isDuplicate)
    walk.blocks("details", &details)
  }
}
