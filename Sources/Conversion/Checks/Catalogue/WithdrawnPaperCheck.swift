import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Papers that their authors have withdrawn.
struct WithdrawnPaperCheck: CatalogueCheck {
  static let id = DiagnosticID(
    "catalogue/withdrawn", .warning,
    "The authors have withdrawn the paper, mostly because of an error or because it was published twice. The reason stands "
      + "in the comment of its page. What the digest says of it should not be relied on.")

  let ids = [Self.id]

  func findings(in subject: CatalogueSubject) -> [Diagnostic] {
    subject.papers.compactMap { paper in
      guard let entry = subject.entries[paper.id], entry.isWithdrawn else { return nil }
      let comment = entry.record.details[.comment].map { Diagnostic.Note(quoted($0, limit: 80)) }
      return Diagnostic(
        Self.id, "\(quoted("\(paper.id)")) has been withdrawn by its authors",
        at: subject.location(of: paper),
        notes: [comment].compactMap(\.self), help: "leave it out, or say so")
    }
  }
}
