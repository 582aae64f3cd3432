import DigestDiagnostics
import DigestModel

/// Papers whose id is of a later month than the digest's.
struct LaterPaperCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/paper-after-period", .warning,
    "The id of a paper is of a month after the month of the digest, so the paper did not exist when the digest was "
      + "written. Mostly a digit of the id is wrong; or the month of the digest is, then `--period` sets it.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    guard let period = subject.digest.metadata.period else { return [] }
    return subject.digest.papers.compactMap { paper in
      guard let month = paper.month, month > period, let first = paper.mentions.first else { return nil }
      return Diagnostic(
        Self.id, "\(quoted("\(paper.id)")) is of \(month), after the digest's month \(period)",
        at: subject.location(of: first.citation.anchor), help: "mend the id, or give the month with --period")
    }
  }
}
