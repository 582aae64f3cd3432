import DigestModel

/// The papers of some file, for the question which of them are in it.
///
/// Two papers are one where merging would say so: they share an id of any scheme, whatever its version. An address that
/// a record names besides its id does not count.
public struct PaperSet: Sendable {
  private var ids: Set<PaperID> = []

  /// An empty set.
  public init() {}

  /// The papers of digests.
  /// - Complexity: O(n) in the papers.
  public init(_ digests: [Digest]) {
    for digest in digests { for paper in digest.papers { ids.formUnion(paper.identities) } }
  }

  /// Whether a paper is in it.
  public func contains(_ paper: Paper) -> Bool { paper.identities.contains(where: ids.contains) }
}

extension Paper {
  /// What tells whether another is the same paper.
  var identities: [PaperID] {
    [id.withoutVersion] + record.identifiers.filter { $0.scheme != .url }.map(\.withoutVersion)
  }
}
