public import DigestCatalogue
public import DigestDiagnostics
import DigestModel

/// One question asked of a digest and a catalogue of papers. A check is a file here and a line in `CatalogueChecks.all`.
protocol CatalogueCheck: Sendable {
  /// What it can find.
  var ids: [DiagnosticID] { get }

  /// Every finding, in any order.
  /// - Throws: where the catalogue cannot be read.
  func findings(in subject: CatalogueSubject) throws(CatalogueError) -> [Diagnostic]
}

/// A digest with the places of its nodes, and what a catalogue knows of its papers: each is looked up once.
struct CatalogueSubject {
  let check: CheckSubject
  let catalogue: any PaperCatalogue
  /// By the ids of the digest's papers; without those that the catalogue does not know.
  let entries: [PaperID: CatalogueEntry]

  init(_ check: CheckSubject, _ catalogue: any PaperCatalogue) throws(CatalogueError) {
    self.check = check
    self.catalogue = catalogue
    let ids = check.digest.papers.map(\.id).filter { $0.scheme != .title }
    var entries: [PaperID: CatalogueEntry] = [:]
    for (id, entry) in zip(ids, try catalogue.entries(of: ids)) { entries[id] = entry }
    self.entries = entries
  }

  var papers: [Paper] { check.digest.papers }

  func location(of anchor: SourceAnchor) -> SourceLocation? { check.location(of: anchor) }

  /// Where the digest first names a paper.
  func location(of paper: Paper) -> SourceLocation? {
    location(of: paper.mentions.first?.citation.anchor ?? paper.anchor)
  }
}

/// The checks of `digest-convert check` that ask a catalogue of papers.
public enum CatalogueChecks {
  static let all: [any CatalogueCheck] = [
    UnknownPaperCheck(), OtherPaperCheck(), WithdrawnPaperCheck(), NewerVersionCheck(), PublishedPaperCheck(),
    SameWorkCheck(),
  ]

  static let ids = all.flatMap(\.ids)

  /// What all of them find, unordered: renderers sort.
  /// - Parameters:
  ///   - subject: a digest with the places of its nodes.
  ///   - catalogue: what is known of papers.
  /// - Throws: where the catalogue cannot be read.
  public static func findings(
    in subject: CheckSubject, against catalogue: any PaperCatalogue
  ) throws(CatalogueError) -> [Diagnostic] {
    let subject = try CatalogueSubject(subject, catalogue)
    var found: [Diagnostic] = []
    for check in all { found += try check.findings(in: subject) }
    return found
  }
}
