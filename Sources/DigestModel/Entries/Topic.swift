extension Digest {
  /// A node of the topic tree.
  public struct Topic: Hashable, Sendable {
    /// As written, `II.`, `A.`, `1.`; `nil` where there is none.
    public var enumerator: String?
    /// The topic's name.
    public var label: RichText
    /// Topics, papers, placeholders and blocks, mixed, in order.
    public var children: [Entry]
    /// Where it stands in the source.
    public var anchor: SourceAnchor

    /// Makes a topic; without arguments beyond the label it has no number and nothing below it.
    public init(
      enumerator: String? = nil, label: RichText, children: [Entry] = [], anchor: SourceAnchor = .none
    ) {
      self.enumerator = enumerator
      self.label = label
      self.children = children
      self.anchor = anchor
    }
  }
}

extension Digest.Topic: DescribedEntry {
  @inlinable package static var blank: Self { Self(label: RichText(plain: "")) }
  @inlinable package static var typeName: String { "topic" }
  @inlinable package static var noun: String { "a topic" }
  @inlinable package static var kind: Digest.Section.Kind { .topicTree }
  @inlinable package var entry: Digest.Entry { .topic(self) }

  @inlinable package mutating func describe(to walk: inout some PartWalk) {
    walk.number("enumerator", &enumerator, at: anchor)
    walk.text("label", always: &label)
    walk.entries("children", &children)
  }
}
