import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Papers of which an older version is cited than the newest that the catalogue knows.
struct NewerVersionCheck: CatalogueCheck {
  static let id = DiagnosticID(
    "catalogue/newer-version", .note,
    "The digest cites a version of the paper, and there is a newer one. That may be meant; an id without a version always "
      + "leads to the newest.")

  let ids = [Self.id]

  func findings(in subject: CatalogueSubject) -> [Diagnostic] {
    subject.papers.compactMap { paper in
      guard let version = paper.version, let latest = subject.entries[paper.id]?.latestVersion,
        latest > version
      else { return nil }
      let cited = paper.mentions.first { $0.citation.id.version == version }?.citation.anchor
      return Diagnostic(
        Self.id, "\(quoted("\(paper.versionedID)")) is cited, but version \(latest) is the newest",
        at: cited.flatMap(subject.location) ?? subject.location(of: paper))
    }
  }
}
