import DigestDiagnostics
import DigestModel
import DigestText

/// Contributions that are said twice.
struct RepeatedContributionCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/contribution-said-twice", .warning,
    "Two contributions of a paper say the same, or two papers have a contribution with the same words and the same "
      + "remark: then one of the ids is wrong. Case, spaces and punctuation do not count.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var seen: [Words: Digest.Contribution] = [:]
    return contributions(subject.entries(of: .contributions)).compactMap { contribution in
      let keys = self.keys(contribution)
      let first = keys.lazy.compactMap { seen[$0] }.first
      for key in keys where seen[key] == nil { seen[key] = contribution }
      guard let first else { return nil }
      return Diagnostic(
        Self.id, summary(contribution, first), at: subject.location(of: contribution.anchor),
        notes: [Diagnostic.Note("the first is here", at: subject.location(of: first.anchor))],
        help: Set(ids(contribution)).isDisjoint(with: ids(first))
          ? "mend the id that is wrong, or remove one" : "remove one")
    }
  }

  private struct Words: Hashable {
    /// `nil` where the remark is the same, too.
    var paper: PaperID?
    var words: [UInt8]
  }

  /// Fewer letters say too little to be the same by more than chance.
  private static let fewestLetters = 12

  /// By what another contribution would be the same.
  private func keys(_ contribution: Digest.Contribution) -> [Words] {
    let technique = PaperName.key(contribution.technique?.plainText ?? "")
    guard technique.count >= Self.fewestLetters else { return [] }
    let remarks = [contribution.remark, contribution.opinion].compactMap { $0?.plainText }.joined()
    let whole = technique + [0] + PaperName.key(remarks)
    let isRemarked = whole.count > technique.count + Self.fewestLetters
    return ids(contribution).map { Words(paper: $0, words: technique) }
      + (isRemarked ? [Words(paper: nil, words: whole)] : [])
  }

  private func ids(_ contribution: Digest.Contribution) -> [PaperID] {
    contribution.papers.map(\.id.withoutVersion)
  }

  private func summary(_ contribution: Digest.Contribution, _ first: Digest.Contribution) -> String {
    let papers = ids(contribution)
    if let shared = papers.first(where: ids(first).contains) {
      return "the same contribution of \(quoted("\(shared)")) is said a second time"
    }
    guard let paper = papers.first, let other = ids(first).first else {
      return "a contribution is said a second time"
    }
    return "a contribution of \(quoted("\(other)")) is said of \(quoted("\(paper)")), too"
  }

  private func contributions(_ entries: [Digest.Entry]) -> [Digest.Contribution] {
    entries.compactMap { if case .contribution(let contribution) = $0 { contribution } else { nil } }
  }
}
