extension Digest {
  /// One section of a digest.
  public struct Section: Hashable, Sendable {
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
