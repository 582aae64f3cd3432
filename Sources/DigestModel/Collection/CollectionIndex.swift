/// Finds the papers that are one, whatever ids each digest has for them.
struct CollectionIndex {
  /// For each paper of each digest, in order, an earlier one that is the same paper, or itself.
  private var earlier: [Int] = []
  private var numbers: [PaperID: Int] = [:]

  mutating func add(_ paper: Paper) {
    let number = earlier.count
    earlier.append(number)
    note(paper.id, of: number)
    // An address that a record names besides does not say that two are one paper.
    for id in paper.record.identifiers where id.scheme != .url { note(id.withoutVersion, of: number) }
  }

  private mutating func note(_ id: PaperID, of number: Int) {
    guard let known = numbers[id] else {
      numbers[id] = number
      return
    }
    let (a, b) = (first(of: known), first(of: number))
    earlier[max(a, b)] = min(a, b)
  }

  private mutating func first(of number: Int) -> Int {
    var number = number
    while earlier[number] != number {
      earlier[number] = earlier[earlier[number]]
      number = earlier[number]
    }
    return number
  }

  /// - Parameter digests: those whose papers were added, in that order.
  /// - Returns: the papers, and which of them each paper of each digest is.
  mutating func collected(_ digests: [Digest]) -> (papers: [CollectedPaper], places: [[Int]]) {
    var places: [[Int]] = []
    var appearances: [[CollectedPaper.Appearance]] = []
    // Of the first paper of each number.
    var collected = [Int](repeating: 0, count: earlier.count)
    var number = 0
    for (digest, papers) in digests.lazy.map(\.papers).enumerated() {
      var own: [Int] = []
      own.reserveCapacity(papers.count)
      for paper in papers.indices {
        let first = first(of: number)
        if first == number {
          collected[number] = appearances.count
          appearances.append([])
        }
        own.append(collected[first])
        appearances[collected[first]].append(CollectedPaper.Appearance(digest: digest, paper: paper))
        number += 1
      }
      places.append(own)
    }
    return (appearances.map { CollectedPaper($0, digests) }, places)
  }
}

extension CollectedPaper {
  fileprivate init(_ appearances: [Appearance], _ digests: [Digest]) {
    self.appearances = appearances
    conflicts = []
    paper = digests[appearances[0].digest].papers[appearances[0].paper]
    for appearance in appearances.dropFirst() { join(digests[appearance.digest].papers[appearance.paper]) }
    let primary = paper.id
    paper.record.identifiers.removeAll { $0 == primary }
  }

  private mutating func join(_ other: Paper) {
    joinID(other)
    conflicts += paper.record.merge(other.record)
    if let version = other.version, version > paper.version ?? 0 { paper.version = version }
    paper.month = paper.month ?? other.month
    join(\.names, other)
    join(\.topics, other)
    join(\.keywords, other)
    paper.rank = [paper.rank, other.rank].compactMap(\.self).min()
    paper.mentions += other.mentions
  }

  /// The best of the two ids counts, as when a list is read; the other leads to the same paper.
  private mutating func joinID(_ other: Paper) {
    guard other.id != paper.id else {
      if paper.id.subjectClass == nil { paper.id.subjectClass = other.id.subjectClass }
      return
    }
    let isBetter = other.id.scheme.rank < paper.id.scheme.rank
    let second = isBetter ? paper.id : other.id
    if isBetter {
      paper.id = other.id
      paper.version = nil
    }
    if !paper.record.identifiers.contains(second) { paper.record.identifiers.append(second) }
  }

  private mutating func join<Element: Hashable>(_ path: WritableKeyPath<Paper, [Element]>, _ other: Paper) {
    let theirs = other[keyPath: path]
    if theirs.isEmpty || theirs == paper[keyPath: path] { return }
    var seen = Set(paper[keyPath: path])
    paper[keyPath: path] += theirs.filter { seen.insert($0).inserted }
  }
}
