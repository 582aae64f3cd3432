import DigestModel

/// What one digest of several says of a paper.
struct NoteAppearance {
  /// What the digest is called beside the others.
  let label: String
  /// What its note would call its parts.
  let words: NoteWords
  /// The paper as that digest has it.
  let paper: Paper
  let remarks: [NoteCollector.Remark]
}

/// Writes the notes of several digests: one a paper with what each digest says of it, one a topic of any digest.
///
/// The name of a note follows from the digest that names the paper first, so it stays when a month is added.
struct NoteCollection {
  private let collection: DigestCollection
  private let labels: [String]
  private let words: [NoteWords]
  private let names: [String]
  private let topics: NoteTopics
  private let remarks: [[PaperID: [NoteCollector.Remark]]]
  private(set) var losses = LossLog()

  init(_ digests: DigestCollection) {
    var losses = LossLog()
    let safe = digests.digests.map { digest in
      var links = LossLog()
      defer { losses.append(links.losses) }
      return digest.withSafeLinks(&links)
    }
    let collection = DigestCollection(ordered: safe)
    self.collection = collection
    let labels = collection.labels
    self.labels = labels
    words = safe.map { NoteWords(language: $0.metadata.language) }
    var keys = CitationKeys()
    names = collection.papers.map { NoteName.paper(collection.paper(of: $0.appearances[0]), &keys) }
    var topics = NoteTopics()
    for (paper, name) in zip(collection.papers, names) {
      let months = NoteTopics.months(
        paper.appearances.map { (labels[$0.digest], collection.paper(of: $0).topics) })
      for topic in paper.paper.topics {
        topics.add(paper.paper, named: name, below: topic, months: months[topic] ?? [])
      }
    }
    self.topics = topics
    let collectors = safe.map { NoteCollector($0, topics, namesPeriod: true) }
    remarks = collectors.map(\.remarks)
    for collector in collectors { losses.append(collector.losses.losses) }
    self.losses = losses
  }

  mutating func files() -> [OutputFile] {
    // Its language stays when a month is added.
    let words = words.first ?? NoteWords(language: nil)
    var files: [OutputFile] = []
    for (paper, name) in zip(collection.papers, names) {
      var note = PaperNote(paper.paper, key: name, words, topics, in: appearances(of: paper))
      let bytes = note.write()
      losses.append(note.losses.losses)
      files.append(OutputFile(name: "\(name).md", bytes: NoteChecksum.sealed(bytes)))
    }
    files += topics.files(words)
    losses.recordCompletions(of: collection.papers.map(\.paper))
    return files
  }

  private func appearances(of paper: CollectedPaper) -> [NoteAppearance] {
    paper.appearances.map { appearance in
      let own = collection.paper(of: appearance)
      return NoteAppearance(
        label: labels[appearance.digest], words: words[appearance.digest], paper: own,
        remarks: remarks[appearance.digest][own.id] ?? [])
    }
  }
}
