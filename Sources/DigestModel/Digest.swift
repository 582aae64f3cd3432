/// A digest in its normalised form: every word and every paper id of the input, typed where a recogniser knew the
/// part and kept as blocks where none did.
public struct Digest: Hashable, Sendable {
  /// What is known of the digest as a whole.
  public var metadata: Metadata
  /// In document order; a kind can occur more than once.
  public var sections: [Section]
  /// Every paper that is named anywhere or has a record, in the order of first mention: what the source says of it
  /// (`record`) and what `normalise()` derives from the sections.
  public var papers: [Paper]

  /// Makes a digest, by default an empty one. `normalise()` derives the index of papers from the sections.
  public init(metadata: Metadata = Metadata(), sections: [Section] = [], papers: [Paper] = []) {
    self.metadata = metadata
    self.sections = sections
    self.papers = papers
  }
}

extension Digest {
  /// Puts the papers in the order that another digest of the same papers has them in.
  /// - Complexity: O(n).
  package mutating func orderPapers(as other: Digest) {
    guard papers.count == other.papers.count, zip(papers, other.papers).contains(where: { $0.id != $1.id })
    else { return }
    let numbers = Dictionary(papers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let order = other.papers.compactMap { numbers[$0.id] }
    if order.count == papers.count { papers = order.map { papers[$0] } }
  }
}
