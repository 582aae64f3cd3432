import DigestModel

/// The papers of a digest by the ids that they have besides the one that counts.
struct PaperAliases {
  private var papers: [PaperID: PaperID] = [:]

  init(_ papers: [Paper]) { self.init(papers, ids: papers.map(\.id)) }

  /// - Parameter ids: what each of the papers is called instead.
  init(_ papers: [Paper], ids: [PaperID]) {
    for (paper, id) in zip(papers, ids) {
      // An address alone does not say that two are one paper.
      for other in paper.record.identifiers where other.scheme != .url {
        self.papers[other.withoutVersion] = id
      }
    }
    for (paper, id) in zip(papers, ids) {
      // A DOI may be written in other letters than those that count.
      let isWritten = paper.id.label == id.label && id.scheme != .doi
      self.papers[paper.id] = isWritten ? nil : id
    }
  }

  /// The id of the paper; `nil` for an id that is none of these.
  subscript(id: PaperID) -> PaperID? { papers.isEmpty ? nil : papers[id.withoutVersion] }

  /// The same with the ids that count; the spelling stays.
  func resolved(_ citations: [Citation]) -> [Citation] {
    papers.isEmpty ? citations : citations.map(resolved)
  }

  func resolved(_ citation: Citation) -> Citation {
    self[citation.id].map { Citation($0, written: citation.written, anchor: citation.anchor) } ?? citation
  }
}
