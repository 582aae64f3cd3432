public import DigestModel

/// How many papers and topics digests have, what they share, and what they name most.
public struct DigestStatistics: Sendable {
  /// One digest.
  public struct DigestCount: Hashable, Sendable {
    /// What it is called beside the others: its month.
    public var label: String
    /// Its month; `nil` where it has none.
    public var period: YearMonth?
    /// How many papers it has.
    public var papers: Int
    /// How many of them are in no digest before it.
    public var new: Int
    /// How many topics its papers are listed under, those above them included.
    public var topics: Int

    /// How many of its papers are in a digest before it.
    public var again: Int { papers - new }
  }

  /// A month, or all digests without one.
  public struct MonthCount: Hashable, Sendable {
    /// `nil` for digests without a month.
    public var month: YearMonth?
    /// How many papers are in no digest of a month before.
    public var new: Int
    /// How many papers are.
    public var again: Int
    /// How many papers there are up to this month.
    public var total: Int
  }

  /// Two digests with papers of both.
  public struct Sharing: Hashable, Sendable {
    /// The number of a digest in `digests`.
    public var first: Int
    /// That of a later one.
    public var second: Int
    /// How many papers are in both.
    public var papers: Int
  }

  /// A word and how often it is there.
  public struct Count: Hashable, Sendable {
    /// A tag, an author, a topic, or what a paper is called.
    public var name: String
    /// The id of a paper; `nil` for others.
    public var id: PaperID?
    /// How many places name the paper, or how many papers have the word.
    public var count: Int
  }

  /// In the order of their months.
  public let digests: [DigestCount]
  /// How many papers there are in all.
  public let papers: Int
  /// How many topics.
  public let topics: Int
  /// How many papers are in how many digests: the first is in one.
  public let papersByDigests: [Int]
  /// Months with a digest, in order; digests without a month come last.
  public let months: [MonthCount]
  /// The pairs of digests that share papers, those with the most first.
  public let sharing: [Sharing]
  /// All papers, those with the most places first.
  public let mostNamed: [Count]
  /// All tags, those of the most papers first, in the spelling that comes first.
  public let tags: [Count]
  /// All authors, those of the most papers first.
  public let authors: [Count]
  /// All topics, as paths from the top, those of the most papers first.
  public let mostUsedTopics: [Count]

  /// Counts.
  /// - Complexity: O(n) in the papers and their places, and O(d²) for a paper of d digests.
  public init(_ collection: DigestCollection) {
    let firsts = collection.papers.map { $0.appearances[0].digest }
    digests = Self.digests(collection, firsts)
    papers = collection.papers.count
    months = Self.months(collection)
    var byDigests: [Int] = []
    var shared: [[Int]: Int] = [:]
    for paper in collection.papers {
      let digests = Self.digests(of: paper)
      while byDigests.count < digests.count { byDigests.append(0) }
      byDigests[digests.count - 1] += 1
      for (place, first) in digests.enumerated() {
        for second in digests[(place + 1)...] { shared[[first, second], default: 0] += 1 }
      }
    }
    papersByDigests = byDigests
    sharing = shared.map { Sharing(first: $0.key[0], second: $0.key[1], papers: $0.value) }
      .sorted { ($1.papers, $0.first, $0.second) < ($0.papers, $1.first, $1.second) }
    let all = collection.papers.map(\.paper)
    mostNamed = Self.sorted(
      all.map { paper in
        let name = paper.names.first ?? paper.record.title?.plainText ?? ""
        return Count(name: name, id: paper.id, count: paper.mentions.count)
      })
    tags = Self.counted(all.map { $0.keywords + $0.record.keywords })
    authors = Self.counted(all.map { $0.record.authors.map(\.displayText) })
    mostUsedTopics = Self.counted(all.map { Self.paths(of: $0).map { $0.joined(separator: " > ") } })
    topics = Set(all.flatMap(Self.paths)).count
  }

  // MARK: Counting

  /// The digests of a paper, each once, in order.
  private static func digests(of paper: CollectedPaper) -> [Int] {
    var digests: [Int] = []
    for appearance in paper.appearances where digests.last != appearance.digest {
      digests.append(appearance.digest)
    }
    return digests
  }

  /// The topics of a paper and those above them.
  private static func paths(of paper: Paper) -> Set<[String]> {
    Set(paper.topics.flatMap { path in path.indices.map { Array(path[...$0]) } })
  }

  private static func digests(_ collection: DigestCollection, _ firsts: [Int]) -> [DigestCount] {
    let labels = collection.labels
    return collection.digests.enumerated().map { number, digest in
      let papers = Set(collection.places[number])
      return DigestCount(
        label: labels[number], period: digest.metadata.period, papers: papers.count,
        new: papers.count { firsts[$0] == number }, topics: Set(digest.papers.flatMap(paths)).count)
    }
  }

  private static func months(_ collection: DigestCollection) -> [MonthCount] {
    var months: [MonthCount] = []
    var seen: Set<Int> = []
    var current: Set<Int> = []
    func close(_ period: YearMonth?) {
      let new = current.subtracting(seen).count
      seen.formUnion(current)
      months.append(MonthCount(month: period, new: new, again: current.count - new, total: seen.count))
      current = []
    }
    for (number, digest) in collection.digests.enumerated() {
      if number > 0, digest.metadata.period != collection.digests[number - 1].metadata.period {
        close(collection.digests[number - 1].metadata.period)
      }
      current.formUnion(collection.places[number])
    }
    if let last = collection.digests.last { close(last.metadata.period) }
    return months
  }

  /// How many papers have each word, whatever its case.
  private static func counted(_ words: [[String]]) -> [Count] {
    var counts: [Count] = []
    var numbers: [SearchText: Int] = [:]
    for list in words {
      var seen: Set<SearchText> = []
      for word in list {
        let key = SearchText(word)
        guard !key.isEmpty, seen.insert(key).inserted else { continue }
        if let number = numbers[key] {
          counts[number].count += 1
        } else {
          numbers[key] = counts.count
          counts.append(Count(name: word, id: nil, count: 1))
        }
      }
    }
    return sorted(counts)
  }

  /// The most first; equal ones in their order.
  private static func sorted(_ counts: [Count]) -> [Count] {
    counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
      \.element)
  }
}
