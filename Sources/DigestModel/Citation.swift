/// One place where a paper is named by its id.
public struct Citation: Hashable, Sendable {
  /// With the version, where one is named.
  public var id: PaperID
  /// The id as written, `arXiv:2409.10000v2`; equal to the canonical spelling in most digests.
  public var written: String
  /// Where it stands in the source.
  public var anchor: SourceAnchor

  /// Names a paper.
  /// - Parameter written: the id as written; `nil` for its canonical spelling.
  public init(_ id: PaperID, written: String? = nil, anchor: SourceAnchor = .none) {
    self.id = id
    self.written = written ?? id.description
    self.anchor = anchor
  }
}
