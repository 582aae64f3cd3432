import DigestModel

/// Which papers of a collection each digest names, and what it says of them.
struct CollectedPapers {
  /// A paper in one digest.
  struct Appearance {
    /// Index into the papers of the collection.
    var paper: Int
    /// As the digest has it. Two of its papers are one where another digest says so.
    var own: Paper
  }

  let collection: DigestCollection
  /// For each digest, in the order of its papers.
  let appearances: [[Appearance]]
  private let labels: [String]

  init(_ collection: DigestCollection) {
    self.collection = collection
    labels = collection.labels
    appearances = zip(collection.digests, collection.places).map { digest, places in
      var found: [Appearance] = []
      var positions: [Int: Int] = [:]
      for (paper, collected) in zip(digest.papers, places) {
        if let position = positions[collected] {
          found[position].own.join(paper)
        } else {
          positions[collected] = found.count
          found.append(Appearance(paper: collected, own: paper))
        }
      }
      return found
    }
  }

  /// The record of a digest in the table of digests.
  func row(of number: Int) -> DigestRow {
    let own = appearances[number]
    let new = own.count { collection.papers[$0.paper].appearances.first?.digest == number }
    return DigestRow(
      position: number + 1, label: labels[number], metadata: collection.digests[number].metadata,
      paperCount: own.count, newPaperCount: new)
  }

  /// The digests that name a paper, each once.
  func appearances(of paper: CollectedPaper) -> [PaperRow.Appearance] {
    var found: [PaperRow.Appearance] = []
    var last: Int?
    for appearance in paper.appearances {
      let rank = collection.paper(of: appearance).rank
      if appearance.digest == last, let position = found.indices.last {
        found[position].rank = [found[position].rank, rank].compactMap(\.self).min()
      } else {
        found.append(PaperRow.Appearance(label: labels[appearance.digest], rank: rank))
      }
      last = appearance.digest
    }
    return found
  }

  /// The ids that a digest uses for papers that have another in the collection.
  func aliases(in number: Int) -> PaperAliases {
    let papers = collection.digests[number].papers
    return PaperAliases(papers, ids: collection.places[number].map { collection.papers[$0].paper.id })
  }
}
