import DigestDiagnostics
import DigestModel

/// Papers that are cited but that the topic tree does not list, where there is a tree that lists papers.
struct PaperNotInTreeCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/paper-not-in-tree", .warning,
    "A paper is cited in a section but the topic tree does not list it, so it has no topic: it comes out without "
      + "keywords. Either the tree forgot it, or the citation has a wrong id, or it is an older paper that is meant "
      + "as context; then the finding can be ignored.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    let papers = subject.digest.papers
    guard papers.contains(where: \.isInTopicTree) else { return [] }
    var nearest = NearestPapers(subject.digest)
    return papers.compactMap { paper in
      guard !paper.isInTopicTree, let first = paper.mentions.first else { return nil }
      return Diagnostic(
        Self.id, "\(quoted("\(paper.id)")) is cited here but the topic tree does not list it",
        at: subject.location(of: first.citation.anchor), notes: others(paper.mentions.dropFirst(), subject),
        help: nearest.paper(like: paper).map { "add it to the tree, or did you mean \(quoted("\($0)"))?" }
          ?? "add it to the tree, or mend the id")
    }
  }

  private func others(_ mentions: ArraySlice<Paper.Mention>, _ subject: CheckSubject) -> [Diagnostic.Note] {
    guard let next = mentions.first else { return [] }
    let more = mentions.count > 1 ? ", and \(mentions.count - 1) more" : ""
    return [Diagnostic.Note("cited here, too\(more)", at: subject.location(of: next.citation.anchor))]
  }
}

/// Papers of the tree whose ids look like others, and that have the same name: one digit off alone is chance, since the
/// ids of a month follow each other.
private struct NearestPapers {
  private let listed: [Paper]
  private let digest: Digest
  /// What the digest calls each paper; made when first asked for.
  private lazy var names = Dictionary(grouping: PaperNameUses(of: digest).all, by: \.paper).mapValues {
    Dictionary($0.map { ($0.key, $0.written) }, uniquingKeysWith: { first, _ in first })
  }

  init(_ digest: Digest) {
    self.digest = digest
    listed = digest.papers.filter(\.isInTopicTree)
  }

  /// The one listed paper that could be meant.
  mutating func paper(like paper: Paper) -> PaperID? {
    let near = listed.filter { areNear(Array("\($0.id)".utf8), Array("\(paper.id)".utf8)) }
    guard !near.isEmpty else { return nil }
    let same = near.filter { haveSameName($0, paper) }
    return same.count == 1 ? same[0].id : nil
  }

  /// Whether ids differ in one digit, or in two neighbours that changed places.
  private func areNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    let differences = a.indices.filter { a[$0] != b[$0] }
    switch differences.count {
    case 1: return true
    case 2:
      let (i, k) = (differences[0], differences[1])
      return k == i + 1 && a[i] == b[k] && a[k] == b[i]
    default: return false
    }
  }

  private mutating func haveSameName(_ a: Paper, _ b: Paper) -> Bool {
    let (first, second) = (names[a.id] ?? [:], names[b.id] ?? [:])
    if first.keys.contains(where: { second[$0] != nil }) { return true }
    return first.values.contains { says(b, $0) } || second.values.contains { says(a, $0) }
  }

  /// Whether what the digest says of a paper holds a name.
  private func says(_ paper: Paper, _ name: String) -> Bool {
    paper.mentions.contains { $0.text.map { PaperName.stands(name, in: $0.plainText) } ?? false }
      || paper.keywords.contains { PaperName.key($0) == PaperName.key(name) }
  }
}
