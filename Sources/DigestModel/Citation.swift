/// One place where a paper is named by its id.
public struct Citation: Hashable, Sendable {
  public var id: PaperID
  /// The id as written, `arXiv:2409.10000v2`; equal to the canonical spelling in most digests.
  public var written: String
  public var anchor: SourceAnchor

  public init(_ id: PaperID, written: String? = nil, anchor: SourceAnchor = .none) {
    self.id = id
    self.written = written ?? id.description
    self.anchor = anchor
  }
}
