import DigestText

/// Several digests as one: mostly the months of some years.
///
/// Each digest stays as it is; what the collection adds is one index of the papers over all of them. It is derived, so it
/// is made anew from other digests rather than changed.
///
/// ```swift
/// let collection = DigestCollection([september, october])
/// for paper in collection.papers where paper.appearances.count > 1 { print(paper.paper.id) }
/// ```
public struct DigestCollection: Sendable {
  /// In the order of their periods; those without one follow in the order in which they were given. Two of one period
  /// are in the order of the names of their sources.
  public let digests: [Digest]
  /// Every paper of any digest once, in the order of its first appearance.
  public let papers: [CollectedPaper]
  /// The collected paper of each paper of each digest: `places[digest][paper]` is an index into `papers`.
  package let places: [[Int]]

  /// Makes a collection of digests that are normalised: their indices of papers are up to date.
  /// - Complexity: O(n) in the size of the digests, and O(n log n) in their number.
  public init(_ digests: [Digest]) {
    self.init(ordered: Self.order(of: digests).map { digests[$0] })
  }

  /// - Parameter ordered: in the order that `order(of:)` gives.
  package init(ordered: [Digest]) {
    digests = ordered
    var index = CollectionIndex()
    for digest in ordered { for paper in digest.papers { index.add(paper) } }
    (papers, places) = index.collected(ordered)
  }

  private init(_ digests: [Digest], _ papers: [CollectedPaper], _ places: [[Int]]) {
    self.digests = digests
    self.papers = papers
    self.places = places
  }

  /// The same collection with its papers in another order.
  /// - Parameter order: the number of each paper, once.
  package func ordered(by order: [Int]) -> DigestCollection {
    var numbers = [Int](repeating: 0, count: papers.count)
    for (place, number) in order.enumerated() { numbers[number] = place }
    return DigestCollection(digests, order.map { papers[$0] }, places.map { $0.map { numbers[$0] } })
  }

  /// Where each digest of a collection stands among those that were given.
  package static func order(of digests: [Digest]) -> [Int] {
    digests.indices.sorted { a, b in
      let (first, second) = (digests[a].metadata, digests[b].metadata)
      switch (first.period, second.period) {
      case (nil, nil): return a < b
      case (nil, _?): return false
      case (_?, nil): return true
      case (let period?, let other?) where period != other: return period < other
      default: break
      }
      let names = (first.source?.name ?? "", second.source?.name ?? "")
      if names.0 != names.1 { return names.0 < names.1 }
      let sums = (first.source?.sha256 ?? "", second.source?.sha256 ?? "")
      return sums.0 != sums.1 ? sums.0 < sums.1 : a < b
    }
  }

  /// The paper of a digest that an appearance names.
  public func paper(of appearance: CollectedPaper.Appearance) -> Paper {
    digests[appearance.digest].papers[appearance.paper]
  }

  /// What each digest is called beside others, in their order: its period; where it has none, or shares it, also its
  /// title or the name of its source. No two are called the same.
  public var labels: [String] {
    let periods = digests.map { $0.metadata.period?.description }
    var uses: [String: Int] = [:]
    for case let period? in periods { uses[period, default: 0] += 1 }
    var taken: Set<String> = []
    return digests.enumerated().map { number, digest in
      let period = periods[number]
      var label = period ?? ""
      if period.map({ uses[$0] != 1 }) ?? true {
        let name = digest.metadata.title?.plainText ?? digest.metadata.source?.name ?? "digest \(number + 1)"
        label = period.map { "\($0) (\(name))" } ?? name
      }
      if !taken.insert(label).inserted {
        label += " [\(number + 1)]"
        taken.insert(label)
      }
      return label
    }
  }

  /// What a file of the collection is called: the first and the last period, `2024-09--2026-04`; `nil` where no digest
  /// has one.
  public var periodName: String? {
    let periods = digests.compactMap(\.metadata.period)
    guard let first = periods.first, let last = periods.last else { return nil }
    return first == last ? "\(first)" : "\(first)--\(last)"
  }

  /// What formats with a title call it, in which each digest has its own.
  package var title: String { periodName.map { "Digests \($0)" } ?? "Digests" }
}

/// A paper of a collection: what all of its digests say of it together, and what each says.
public struct CollectedPaper: Sendable {
  /// Its place in one digest.
  public struct Appearance: Hashable, Sendable {
    /// Index into `DigestCollection.digests`.
    public var digest: Int
    /// Index into the papers of that digest.
    public var paper: Int
  }

  /// The records of all digests in one: of two values the earlier digest's counts. Names, topics, keywords and mentions
  /// are those of all digests in their order, and the rank is the best one. The number of a mention's section is that of
  /// its own digest.
  public var paper: Paper
  /// Where it stands, in the order of the digests.
  public var appearances: [Appearance]
  /// What two digests say differently of it; the first is what `paper` says.
  public var conflicts: [Paper.Record.Conflict]
}
