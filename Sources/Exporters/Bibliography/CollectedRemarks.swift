import DigestModel

/// What several digests say of each paper, each remark with the digest that it is from.
struct CollectedRemarks: Sendable {
  private let collection: DigestCollection
  private let labels: [String]
  private let remarks: [[PaperID: BibliographyWalk.Remarks]]

  /// - Parameter remarks: what each digest says of its papers.
  init(_ collection: DigestCollection, _ remarks: [[PaperID: BibliographyWalk.Remarks]]) {
    self.collection = collection
    self.remarks = remarks
    labels = collection.labels
  }

  /// The remarks on the collected paper at a position, in the order of the digests. The first of each digest begins with its period.
  func remarks(at position: Int) -> BibliographyWalk.Remarks {
    var all = BibliographyWalk.Remarks()
    var last: Int?
    for appearance in collection.papers[position].appearances {
      guard let own = remarks[appearance.digest][collection.paper(of: appearance).id] else { continue }
      for (name, anchor) in own.names { all.add(name: name, at: anchor) }
      for var line in own.lines {
        if last != appearance.digest {
          line.label = [labels[appearance.digest], line.label].compactMap(\.self).joined(separator: ": ")
          last = appearance.digest
        }
        all.lines.append(line)
      }
    }
    return all
  }

  /// `2024-09: rank 3`, for each digest that names the paper. Where the digests differ in its topics, each has its own.
  func notes(at position: Int) -> [String] {
    let collected = collection.papers[position]
    var topics: Set<[[String]]> = []
    for appearance in collected.appearances { topics.insert(collection.paper(of: appearance).topics) }
    let showsTopics = topics.count > 1
    return collected.appearances.map { appearance in
      let paper = collection.paper(of: appearance)
      let parts =
        (paper.rank.map { ["rank \($0)"] } ?? [])
        + (showsTopics ? paper.topics.map { $0.joined(separator: " > ") } : [])
      return ([labels[appearance.digest]] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")]))
        .joined(separator: ": ")
    }
  }
}
