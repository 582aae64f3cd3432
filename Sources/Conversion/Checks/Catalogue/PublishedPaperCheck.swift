import DigestCatalogue
import DigestDiagnostics
import DigestModel

/// Preprints that have been published since, of which the digest does not say so.
struct PublishedPaperCheck: CatalogueCheck {
  static let id = DiagnosticID(
    "catalogue/published", .note,
    "The paper is cited as a preprint and has been published since: the catalogue knows its DOI or where it appeared. "
      + "`convert` with the catalogue writes them into the outputs.")

  let ids = [Self.id]

  func findings(in subject: CatalogueSubject) -> [Diagnostic] {
    subject.papers.compactMap { paper in
      guard paper.id.scheme == .arxiv, let entry = subject.entries[paper.id] else { return nil }
      let own = paper.record
      let isSaid =
        own.identifiers.contains { $0.scheme == .doi } && own.catalogueSource(of: .identifiers) == nil
        || paper.venue != nil && own.catalogueSource(of: .detail(.container)) == nil
      guard !isSaid else { return nil }
      let published = Paper(id: paper.id, record: entry.record)
      let doi = entry.record.identifiers.first { $0.scheme == .doi }
      let places = [published.venue.map { quoted($0) }, doi.map { quoted("\($0)") }].compactMap(\.self)
      guard !places.isEmpty else { return nil }
      return Diagnostic(
        Self.id, "\(quoted("\(paper.id)")) has been published: \(places.joined(separator: ", "))",
        at: subject.location(of: paper))
    }
  }
}
