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
    return (appearances.map { PaperJoin.paper(of: $0, digests) }, places)
  }
}
