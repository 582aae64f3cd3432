extension Digest {
  /// A novel technique of a paper with a remark on it.
  public struct Contribution: Hashable, Sendable {
    /// The papers it is from.
    public var papers: [Citation]
    /// What is new.
    public var technique: RichText?
    /// The word before the remark as written, `Suy nghĩ`; `nil` where there is none.
    public var remarkLabel: RichText?
    /// What the digest thinks of it.
    public var remark: RichText?
    /// The word before a second remark as written, in `– a remark. *Suy nghĩ: an opinion.*`; `nil` where there is none.
    public var opinionLabel: RichText?
    /// The second remark, which has a label of its own.
    public var opinion: RichText?
    /// `Đóng góp dữ liệu` of a trailing `(Đóng góp dữ liệu)`, without the brackets.
    public var kindTag: RichText?
    /// What hangs below.
    public var details: [Block]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a contribution; by default nothing more than the ids of its papers.
    public init(
      papers: [Citation], technique: RichText? = nil, remarkLabel: RichText? = nil, remark: RichText? = nil,
      opinionLabel: RichText? = nil, opinion: RichText? = nil, kindTag: RichText? = nil,
      details: [Block] = [], anchor: SourceAnchor = .none
    ) {
      self.papers = papers
      self.technique = technique
      self.remarkLabel = remarkLabel
      self.remark = remark
      self.opinionLabel = opinionLabel
      self.opinion = opinion
      self.kindTag = kindTag
      self.details = details
      self.anchor = anchor
    }
  }
}

extension Digest.Contribution: DescribedEntry {
  @inlinable package static var blank: Self { Self(papers: []) }
  @inlinable package static var typeName: String { "contribution" }
  @inlinable package static var noun: String { "a contribution" }
  @inlinable package static var kind: Digest.Section.Kind { .contributions }
  @inlinable package var entry: Digest.Entry { .contribution(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.papers(&papers, isRequired: false)
    walk.text("technique", &technique)
    walk.text("remarkLabel", &remarkLabel, .label)
    walk.text("remark", &remark)
    walk.text("opinionLabel", &opinionLabel, .label)
    walk.text("opinion", &opinion)
    walk.text("kindTag", &kindTag)
    walk.blocks("details", &details)
  }
}
