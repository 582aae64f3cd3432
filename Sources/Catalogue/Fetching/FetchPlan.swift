import DigestModel

/// Which papers are to be fetched.
package struct FetchPlan: Sendable {
  /// To be asked for: without version, each once, in the order in which they were added.
  package private(set) var wanted: [PaperID] = []
  /// Known already.
  package private(set) var known: [PaperID] = []
  /// That no service knew when they were last asked for, not long ago.
  package private(set) var denied: [(id: PaperID, denial: CatalogueDenial)] = []
  /// Papers without an id that a service answers for, by the ids that they have.
  package private(set) var unfetchable: [PaperID] = []
  /// What tells a paper from others.
  private var seen: Set<PaperID> = []
  private let catalogue: (any PaperCatalogue)?
  private let asksAgain: Bool

  /// - Parameters:
  ///   - catalogue: what is not to be asked for again; `nil` to ask for all.
  ///   - asksAgain: whether to ask for what no service knew lately.
  package init(catalogue: (any PaperCatalogue)?, asksAgain: Bool = false) {
    self.catalogue = catalogue
    self.asksAgain = asksAgain
  }

  /// Whether a service may know a paper by now that it did not know.
  package static func isOld(_ denial: CatalogueDenial) -> Bool { denial.age >= 30 }

  /// - Throws: where the catalogue cannot be read.
  package mutating func add(_ id: PaperID) throws(CatalogueError) {
    try add(Paper(id: id))
  }

  /// Adds a paper by the first of its ids for which a service answers, ids of arXiv before others.
  /// - Returns: that id; `nil` where it has none.
  /// - Throws: where the catalogue cannot be read.
  @discardableResult
  package mutating func add(_ paper: Paper) throws(CatalogueError) -> PaperID? {
    let ids = ([paper.id] + paper.record.identifiers).map(\.withoutVersion)
    let fetched =
      ids.first { $0.scheme == .arxiv } ?? ids.first { !FetchService.services(for: $0).isEmpty }
    guard seen.insert(fetched ?? paper.id.withoutVersion).inserted else { return fetched }
    guard let fetched else {
      unfetchable.append(paper.id)
      return nil
    }
    if try isKnown(fetched) {
      known.append(fetched)
    } else if !asksAgain, let denial = try catalogue?.denial(of: fetched), !Self.isOld(denial) {
      denied.append((fetched, denial))
    } else {
      wanted.append(fetched)
    }
    return fetched
  }

  /// A record without a title or without authors is not enough to cite the paper.
  private func isKnown(_ id: PaperID) throws(CatalogueError) -> Bool {
    guard let record = try catalogue?.entry(of: id)?.record else { return false }
    return record.title != nil && !record.contributors.isEmpty
  }

  /// DOIs by which papers of arXiv have been published, of which the catalogue does not know where: the journal of an
  /// article is known to the one who registered it.
  /// - Parameter catalogue: what is known by now.
  /// - Throws: where the catalogue cannot be read.
  package func publications(in catalogue: any PaperCatalogue) throws(CatalogueError) -> [PaperID] {
    var found: [PaperID] = []
    for id in known + wanted where id.scheme == .arxiv {
      guard let entry = try catalogue.entry(of: id), entry.record.container == nil,
        !entry.sources.contains(FetchService.crossref.name),
        !entry.sources.contains(FetchService.dataCite.name)
      else { continue }
      for doi in entry.record.identifiers where doi.scheme == .doi && !found.contains(doi) {
        let denial = asksAgain ? nil : try catalogue.denial(of: doi)
        if denial.map(Self.isOld) ?? true { found.append(doi) }
      }
    }
    return found
  }

  /// How many papers are asked for at each service first, and in how many requests.
  package var requests: [(service: FetchService, papers: Int, requests: Int)] {
    FetchService.allCases.compactMap { service in
      let papers = wanted.count { FetchService.services(for: $0).first == service }
      return papers == 0 ? nil : (service, papers, (papers + service.batchSize - 1) / service.batchSize)
    }
  }
}
