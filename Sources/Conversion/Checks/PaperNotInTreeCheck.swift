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
    let listed = papers.filter(\.isInTopicTree).map(\.id.description)
    return papers.compactMap { paper in
      guard !paper.isInTopicTree, let first = paper.mentions.first else { return nil }
      let name = "\(paper.id)"
      return Diagnostic(
        Self.id, "\(quoted(name)) is cited here but the topic tree does not list it",
        at: subject.location(of: first.citation.anchor), notes: others(paper.mentions.dropFirst(), subject),
        help: help(for: name, listed))
    }
  }

  private func others(_ mentions: ArraySlice<Paper.Mention>, _ subject: CheckSubject) -> [Diagnostic.Note] {
    guard let next = mentions.first else { return [] }
    let more = mentions.count > 1 ? ", and \(mentions.count - 1) more" : ""
    return [Diagnostic.Note("cited here, too\(more)", at: subject.location(of: next.citation.anchor))]
  }

  /// An id with one digit off is the likeliest slip.
  private func help(for id: String, _ listed: [String]) -> String {
    let bytes = Array(id.utf8)
    let near = listed.filter { candidate in
      candidate.utf8.count == bytes.count && zip(candidate.utf8, bytes).count { $0 != $1 } == 1
    }
    if near.count == 1 { return "add it to the tree, or did you mean \(quoted(near[0]))?" }
    return "add it to the tree, or mend the id"
  }
}
