import DigestDiagnostics
import DigestModel

/// Leaves out a digest that is there twice: the same file, or the same digest in another format.
struct DistinctDigests {
  /// What is cheap to compare. Nearly all digests differ in it.
  private struct Key: Hashable {
    var period: YearMonth?
    var title: RichText?
    var sections: Int
    var papers: Int
    var first: PaperID?
    var last: PaperID?

    init(_ digest: Digest) {
      period = digest.metadata.period
      title = digest.metadata.title
      sections = digest.sections.count
      papers = digest.papers.count
      first = digest.papers.first?.id
      last = digest.papers.last?.id
    }
  }

  /// In the order in which they were added.
  private(set) var digests: [MergedDigest] = []
  private(set) var findings: [Diagnostic] = []
  private var known: [Key: [Int]] = [:]

  mutating func add(_ source: MergedDigest) {
    let key = Key(source.digest)
    guard let index = known[key]?.first(where: { digests[$0].digest.says(sameAs: source.digest) }) else {
      known[key, default: []].append(digests.count)
      digests.append(source)
      return
    }
    findings.append(
      Diagnostic(
        MergeDiagnostics.sameDigest, "the same digest a second time; it is left out", at: source.start,
        notes: [.init("the first is here", at: digests[index].start)]))
  }
}

extension Digest {
  /// Whether the other says the same, whatever file it was first read from.
  fileprivate func says(sameAs other: Digest) -> Bool {
    var (own, theirs) = (metadata, other.metadata)
    own.source = nil
    theirs.source = nil
    return own == theirs && sections == other.sections && papers == other.papers
  }
}
