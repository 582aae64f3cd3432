import DigestDiagnostics
import DigestModel

/// Ranks of a table of highlights that are missing or given twice.
struct RankCheck: DigestCheck {
  static let gap = DiagnosticID(
    "digest/rank-gap", .warning,
    "The ranks of the highlights leave a number out, so a row may have been lost on the way.")
  static let tie = DiagnosticID(
    "digest/rank-tie", .warning,
    "Two rows of the highlights have the same rank. Outputs that sort by rank then have no order to follow.")

  let ids = [Self.gap, Self.tie]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    subject.entries(of: .highlights).flatMap { entry -> [Diagnostic] in
      guard case .highlights(let table) = entry else { return [] }
      return findings(in: table.rows, subject)
    }
  }

  private func findings(in rows: [Digest.Highlight], _ subject: CheckSubject) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var first: [Int: SourceAnchor] = [:]
    for row in rows {
      guard let rank = row.rank else { continue }
      if let before = first[rank] {
        found.append(
          Diagnostic(
            Self.tie, "rank \(rank) is given a second time", at: subject.location(of: row.anchor),
            notes: [Diagnostic.Note("the first is here", at: subject.location(of: before))],
            help: "give each row a rank of its own"))
      } else {
        first[rank] = row.anchor
      }
    }
    var expected = 1
    for (rank, anchor) in first.sorted(by: { $0.key < $1.key }) where rank >= expected {
      if rank > expected {
        let missing = rank - expected == 1 ? "rank \(expected) is" : "ranks \(expected) to \(rank - 1) are"
        found.append(
          Diagnostic(
            Self.gap, "\(missing) missing before rank \(rank)", at: subject.location(of: anchor),
            help: "add the row, or number the rows anew"))
      }
      expected = rank + 1
    }
    return found
  }
}
