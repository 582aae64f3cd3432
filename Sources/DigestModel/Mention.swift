extension Paper {
  /// One place that names a paper.
  public struct Mention: Hashable, Sendable {
    /// In what it stands: a typed entry, or a section of that kind. A topic's label and a line's prose count as `other`.
    public var kind: Digest.Section.Kind
    /// The id as written there, with its place.
    public var citation: Citation
    /// What the tree, the ranked table or the reading list says of the paper there; `nil` for a citation in prose.
    public var text: RichText?
    /// The index of the section in `Digest.sections`; `nil` for the preamble.
    public var section: Int?

    /// Makes a mention.
    /// - Parameter section: an index into `Digest.sections`; `nil` for the preamble.
    public init(kind: Digest.Section.Kind, citation: Citation, text: RichText?, section: Int?) {
      self.kind = kind
      self.citation = citation
      self.text = text
      self.section = section
    }
  }
}
