import DigestDiagnostics
import DigestModel

/// Papers that two places call by different names: mostly one of the ids is wrong.
struct TwoNamesCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/paper-with-two-names", .warning,
    "The digest calls one id by two names that have nothing in common. Mostly one of the two lines has a wrong id. "
      + "Only made-up names are compared, such as `Emu3`, and not where the digest says both of the paper.")

  let ids = [Self.id]

  /// How many names of a paper are compared with each other; no digest that people read has so many.
  private static let mostNames = 200

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var uses: [PaperID: [PaperNameUses.Use]] = [:]
    // Brackets hold names of methods, too.
    for use in PaperNameUses(of: subject.digest).all where use.source != .bracket {
      if uses[use.paper, default: []].count < Self.mostNames { uses[use.paper, default: []].append(use) }
    }
    return subject.digest.papers.compactMap { paper in
      guard let uses = uses[paper.id], uses.count > 1 else { return nil }
      return finding(for: paper, uses, subject)
    }
  }

  private func finding(for paper: Paper, _ uses: [PaperNameUses.Use], _ subject: CheckSubject) -> Diagnostic?
  {
    for (index, first) in uses.enumerated() where first.source == .field {
      for other in uses[(index + 1)...]
      where NameDifference.areDifferent(first.written, other.written)
        && !NameDifference.says(paper, first.written, other.written)
      {
        return Diagnostic(
          Self.id,
          "\(quoted("\(paper.id)")) is called \(quoted(other.written)) here but \(quoted(first.written)) elsewhere",
          at: subject.location(of: other.anchor),
          notes: [
            Diagnostic.Note(
              "it is called \(quoted(first.written)) here", at: subject.location(of: first.anchor))
          ],
          help: "mend the id or the name that is wrong")
      }
    }
    return nil
  }
}
