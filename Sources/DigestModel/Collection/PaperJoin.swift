/// Joins what several digests say of one paper.
struct PaperJoin {
  private var paper: Paper
  private var conflicts: [Paper.Record.Conflict] = []
  private var ids: Set<PaperID>
  private var names: Set<String>
  private var topics: Set<[String]>
  private var keywords: Set<String>

  static func paper(of appearances: [CollectedPaper.Appearance], _ digests: [Digest]) -> CollectedPaper {
    let first = digests[appearances[0].digest].papers[appearances[0].paper]
    // Most papers are in one digest.
    guard appearances.count > 1 else {
      return CollectedPaper(paper: first, appearances: appearances, conflicts: [])
    }
    var join = PaperJoin(first)
    for appearance in appearances.dropFirst() {
      join.add(digests[appearance.digest].papers[appearance.paper])
    }
    let primary = join.paper.id
    join.paper.record.identifiers.removeAll { $0 == primary }
    return CollectedPaper(paper: join.paper, appearances: appearances, conflicts: join.conflicts)
  }

  /// One paper of two of one digest.
  static func joined(_ paper: Paper, _ other: Paper) -> Paper {
    var join = PaperJoin(paper)
    join.add(other)
    return join.paper
  }

  private init(_ paper: Paper) {
    self.paper = paper
    ids = Set(paper.record.identifiers)
    names = Set(paper.names)
    topics = Set(paper.topics)
    keywords = Set(paper.keywords)
  }

  private mutating func add(_ other: Paper) {
    addID(other)
    var record = other.record
    for id in record.identifiers { add(id) }
    record.identifiers = []
    conflicts += paper.record.merge(record)
    if other.id == paper.id, let version = other.version, version > paper.version ?? 0 {
      paper.version = version
    }
    paper.month = paper.month ?? other.month
    paper.names += other.names.filter { names.insert($0).inserted }
    paper.topics += other.topics.filter { topics.insert($0).inserted }
    paper.keywords += other.keywords.filter { keywords.insert($0).inserted }
    paper.rank = [paper.rank, other.rank].compactMap(\.self).min()
    paper.mentions += other.mentions
  }

  /// The best of the two ids counts, as when a list is read; the other leads to the same paper.
  private mutating func addID(_ other: Paper) {
    guard other.id != paper.id else {
      if paper.id.subjectClass == nil { paper.id.subjectClass = other.id.subjectClass }
      return
    }
    guard other.id.scheme.rank < paper.id.scheme.rank else { return add(other.id) }
    add(paper.id)
    paper.id = other.id
    paper.version = nil
  }

  private mutating func add(_ id: PaperID) {
    if ids.insert(id).inserted { paper.record.identifiers.append(id) }
  }
}

extension Paper {
  /// Adds what is said of another paper that turns out to be this one; of two values this one's counts.
  package mutating func join(_ other: Paper) { self = PaperJoin.joined(self, other) }
}
