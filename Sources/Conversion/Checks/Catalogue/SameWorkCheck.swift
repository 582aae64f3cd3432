import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Works that the digest cites by two identifiers: a preprint and its DOI.
struct SameWorkCheck: CatalogueCheck {
  static let id = DiagnosticID(
    "catalogue/same-work", .warning,
    "The digest cites one work by two identifiers, that of the preprint and its DOI for example, so it is two papers for "
      + "every output: two entries of a bibliography, each with a part of what the digest says.")

  let ids = [Self.id]

  func findings(in subject: CatalogueSubject) -> [Diagnostic] {
    var first: [PaperID: Paper] = [:]
    var found: [Diagnostic] = []
    for paper in subject.papers {
      guard let entry = subject.entries[paper.id] else { continue }
      let ids =
        [entry.id, paper.id] + entry.record.identifiers.filter { $0.scheme != .url && $0.scheme != .isbn }
      // Two papers of arXiv can share a DOI: a paper and its erratum.
      if let other = ids.lazy.compactMap({ first[$0] }).first(where: { !areBothPreprints($0, paper) }) {
        found.append(finding(paper, other, subject))
      }
      for id in ids where first[id] == nil { first[id] = paper }
    }
    return found
  }

  private func areBothPreprints(_ a: Paper, _ b: Paper) -> Bool {
    a.id.scheme == .arxiv && b.id.scheme == .arxiv
  }

  private func finding(_ paper: Paper, _ first: Paper, _ subject: CatalogueSubject) -> Diagnostic {
    Diagnostic(
      Self.id, "\(quoted("\(paper.id)")) is the same work as \(quoted("\(first.id)"))",
      at: subject.location(of: paper),
      notes: [
        Diagnostic.Note("it is cited here as \(quoted("\(first.id)"))", at: subject.location(of: first))
      ],
      help: "cite it by one of them")
  }
}
