import DigestModel

/// Which papers are to be fetched.
package struct FetchPlan: Sendable {
  /// To be asked for: without version, each once, in the order in which they were added.
  package private(set) var wanted: [PaperID] = []
  /// Known already.
  package private(set) var known: [PaperID] = []
  /// Papers without an id that a service answers for, by the ids that they have.
  package private(set) var unfetchable: [PaperID] = []
  /// What tells a paper from others.
  private var seen: Set<PaperID> = []
  private let catalogue: (any PaperCatalogue)?

  /// - Parameter catalogue: what is not to be asked for again; `nil` to ask for all.
  package init(catalogue: (any PaperCatalogue)?) { self.catalogue = catalogue }

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
    if try isKnown(fetched) { known.append(fetched) } else { wanted.append(fetched) }
    return fetched
  }

  /// A record without a title or without authors is not enough to cite the paper.
  private func isKnown(_ id: PaperID) throws(CatalogueError) -> Bool {
    guard let record = try catalogue?.entry(of: id)?.record else { return false }
    return record.title != nil && !record.contributors.isEmpty
  }

  /// How many papers are asked for at each service first, and in how many requests.
  package var requests: [(service: FetchService, papers: Int, requests: Int)] {
    FetchService.allCases.compactMap { service in
      let papers = wanted.count { FetchService.services(for: $0).first == service }
      return papers == 0 ? nil : (service, papers, (papers + service.batchSize - 1) / service.batchSize)
    }
  }
}
