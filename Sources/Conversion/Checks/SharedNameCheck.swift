import DigestDiagnostics
import DigestModel

/// Names that two papers share: mostly one of the ids is wrong.
struct SharedNameCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/name-of-two-papers", .warning,
    "The digest gives the same name to two ids. Two papers seldom have one name; mostly one of the ids is wrong. "
      + "Names are compared without regard to case, spaces and punctuation.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var names: [[UInt8]: Int] = [:]
    var uses: [[PaperNameUses.Use]] = []
    for use in PaperNameUses(of: subject.digest).all {
      if let index = names[use.key] {
        uses[index].append(use)
      } else {
        names[use.key] = uses.count
        uses.append([use])
      }
    }
    return uses.compactMap { uses in
      guard let first = uses.first, let other = uses.first(where: { $0.paper != first.paper }),
        // What three papers have in common is a method that they use, not a name of theirs.
        Set(uses.map(\.paper)).count == 2
      else { return nil }
      return Diagnostic(
        Self.id,
        "\(quoted(other.written)) names \(quoted("\(other.paper)")) here but \(quoted("\(first.paper)")) before",
        at: subject.location(of: other.anchor),
        notes: [
          Diagnostic.Note("\(quoted("\(first.paper)")) is named here", at: subject.location(of: first.anchor))
        ],
        help: "mend the id that is wrong")
    }
  }
}
