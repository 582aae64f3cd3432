extension Paper {
  /// One place that names a paper.
  public struct Mention: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case topicTree, highlight, contribution, gap, idea, reading, reflection, other
    }

    /// In what kind of section it stands.
    public var kind: Kind
    /// The id as written there, with its place.
    public var citation: Citation
    /// What the tree, the ranked table or the reading list says of the paper there; `nil` for a citation in prose.
    public var text: RichText?
    /// The index of the section in `Digest.sections`; `nil` for the preamble.
    public var section: Int?

    /// Makes a mention.
    /// - Parameter section: an index into `Digest.sections`; `nil` for the preamble.
    public init(kind: Kind, citation: Citation, text: RichText?, section: Int?) {
      self.kind = kind
      self.citation = citation
      self.text = text
      self.section = section
    }
  }
}
