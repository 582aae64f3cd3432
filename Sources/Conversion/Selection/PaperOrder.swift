import DigestDiagnostics
import DigestModel

/// In which order papers are listed, and how many of them are kept: `--sort rank,date:desc`, `--top 10`.
///
/// The order is that of lists of papers: entries of bibliographies, rows of tables, references. Rows of ranked tables are
/// put in the same order; the topic tree and prose stay as they are.
public struct PaperOrder: Hashable, Sendable {
  /// What papers are compared by.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    /// The best rank.
    case rank
    /// When it was published, or the month of its id.
    case date
    /// The title, or where there is none the name.
    case title
    /// The first name that digests use.
    case name
    /// The family name of the first author.
    case author
    /// The id.
    case id
    /// How many places name it.
    case mentions
    /// The first topic.
    case topic
  }

  /// A key, and whether the greatest comes first.
  public struct Step: Hashable, Sendable {
    /// What is compared.
    public var key: Key
    /// Whether the greatest comes first. Papers without the key come last in any case.
    public var isDescending: Bool

    /// Makes a step; by default the least comes first.
    public init(_ key: Key, isDescending: Bool = false) {
      self.key = key
      self.isDescending = isDescending
    }
  }

  /// What counts where the steps before say that papers are the same; those that are the same to the end stay in their
  /// order. Empty where papers are not sorted.
  public var steps: [Step]
  /// How many papers are kept, the first ones; `nil` for all. Without steps these are those of the best rank.
  public var limit: Int?

  /// Makes an order; by default papers stay as they are.
  public init(_ steps: [Step] = [], limit: Int? = nil) {
    self.steps = steps
    self.limit = limit
  }

  /// The numbers of papers in this order.
  func order(of papers: [Paper], by steps: [Step]) -> [Int] {
    let keys = papers.map { paper in steps.map { OrderKey(paper, $0.key) } }
    return papers.indices.sorted { first, second in
      for (number, step) in steps.enumerated() {
        let order = keys[first][number].order(to: keys[second][number], isDescending: step.isDescending)
        if order != 0 { return order < 0 }
      }
      return first < second
    }
  }

  private var cuttingSteps: [Step] { steps.isEmpty ? [Step(.rank)] : steps }

  /// The papers that `limit` keeps, by their numbers.
  private func first(of papers: [Paper]) -> Set<Int>? {
    guard let limit, limit < papers.count else { return nil }
    return Set(order(of: papers, by: cuttingSteps).prefix(limit))
  }
}

extension PaperOrder {
  /// A digest in this order.
  func apply(to digest: inout Digest) {
    if let first = first(of: digest.papers) {
      let ids = Set(first.map { digest.papers[$0].id })
      SelectedDigest.keep({ ids.contains($0.id) }, in: &digest)
    }
    guard !steps.isEmpty else { return }
    sortRows(of: &digest)
    digest.papers = order(of: digest.papers, by: steps).map { digest.papers[$0] }
  }

  /// A collection in this order.
  func applied(to collection: DigestCollection) -> DigestCollection {
    var collection = collection
    if let first = first(of: collection.papers.map(\.paper)) {
      var digests: [Digest] = []
      for (number, digest) in collection.digests.enumerated() {
        var digest = digest
        let ids = Set(
          digest.papers.indices.filter { first.contains(collection.places[number][$0]) }
            .map { digest.papers[$0].id })
        if ids.isEmpty, !digest.papers.isEmpty { continue }
        SelectedDigest.keep({ ids.contains($0.id) }, in: &digest)
        digests.append(digest)
      }
      collection = DigestCollection(ordered: digests)
    }
    guard !steps.isEmpty else { return collection }
    var digests = collection.digests
    for number in digests.indices {
      let papers = digests[number].papers
      sortRows(of: &digests[number])
      digests[number].papers = order(of: papers, by: steps).map { papers[$0] }
    }
    collection = DigestCollection(ordered: digests)
    return collection.ordered(by: order(of: collection.papers.map(\.paper), by: steps))
  }

  /// Rows of several papers stand where the first of these does.
  private func sortRows(of digest: inout Digest) {
    let index = PaperNumbers(digest.papers)
    var places = [Int](repeating: 0, count: digest.papers.count)
    for (place, number) in order(of: digest.papers, by: steps).enumerated() { places[number] = place }
    for section in digest.sections.indices {
      for entry in digest.sections[section].entries.indices {
        guard case .highlights(var table) = digest.sections[section].entries[entry] else { continue }
        let keys = table.rows.map { row in
          row.papers.lazy.compactMap { index[$0.id] }.first.map { places[$0] } ?? .max
        }
        table.rows = table.rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { table.rows[$0] }
        digest.sections[section].entries[entry] = .highlights(table)
      }
    }
  }
}

/// A value to sort by.
private enum OrderKey {
  case number(Int)
  case text([UInt8])
  case date(PartialDate)
  case id(PaperID)
  case missing

  init(_ paper: Paper, _ key: PaperOrder.Key) {
    func text(_ text: String?) -> OrderKey { text.map { .text(SearchText($0).bytes) } ?? .missing }
    switch key {
    case .rank: self = paper.rank.map(OrderKey.number) ?? .missing
    case .date:
      self = (paper.record.date?.start ?? paper.month.map { PartialDate($0) }).map(OrderKey.date) ?? .missing
    case .title: self = text(paper.record.title?.plainText ?? paper.names.first)
    case .name: self = text(paper.names.first)
    case .author: self = text(paper.record.authors.first?.familyText)
    case .id: self = .id(paper.id)
    case .mentions: self = .number(paper.mentions.count)
    case .topic: self = text(paper.topics.first?.joined(separator: " > "))
    }
  }

  /// Below 0 where this comes first.
  func order(to other: OrderKey, isDescending: Bool) -> Int {
    let order: Int
    switch (self, other) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.number(let a), .number(let b)): order = a < b ? -1 : a > b ? 1 : 0
    case (.text(let a), .text(let b)):
      order = a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
    case (.date(let a), .date(let b)): order = a.fullOrder(to: b)
    case (.id(let a), .id(let b)): order = a == b ? 0 : a < b ? -1 : 1
    default: return 0
    }
    return isDescending ? -order : order
  }
}

extension PartialDate {
  /// A year comes before its months, and a month before its days.
  fileprivate func fullOrder(to other: PartialDate) -> Int {
    let a = (year, month ?? 0, day ?? 0)
    let b = (other.year, other.month ?? 0, other.day ?? 0)
    return a < b ? -1 : a > b ? 1 : 0
  }
}
