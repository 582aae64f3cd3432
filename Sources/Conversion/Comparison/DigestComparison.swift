public import DigestModel

/// What two digests, or two collections of digests, say differently.
///
/// ```swift
/// let comparison = DigestComparison(of: september, with: october)
/// for paper in comparison.came { print(paper.id) }
/// ```
///
/// Papers are the same where merging would say so. The order of papers and entries, and the numbers of sections and
/// topics, are not compared.
public struct DigestComparison: Sendable {
  /// A paper, as messages name it.
  public struct PaperName: Hashable, Sendable {
    /// The id that counts.
    public var id: PaperID
    /// What digests call it.
    public var name: String?
    /// Its title.
    public var title: String?

    init(_ paper: Paper) {
      id = paper.id
      name = paper.names.first
      title = paper.record.title?.plainText
    }
  }

  /// A part of a paper, a section or a digest that changed, with what one side alone says.
  public struct Change: Hashable, Sendable {
    /// `topic`, `rank`, `title`, `text of gaps`.
    public var part: String
    /// What only the first says; empty where that is nothing.
    public var before: [String]
    /// What only the second says.
    public var after: [String]
  }

  /// A paper of both with what changed.
  public struct ChangedPaper: Hashable, Sendable {
    /// As the second calls it.
    public var paper: PaperName
    /// Each part once.
    public var changes: [Change]
  }

  /// A topic with its papers.
  public struct TopicCount: Hashable, Sendable {
    /// Labels from the top.
    public var path: [String]
    /// How many papers are listed under it or below.
    public var papers: Int
  }

  /// A section.
  public struct SectionName: Hashable, Sendable {
    /// What it is about.
    public var kind: Digest.Section.Kind
    /// As written.
    public var heading: String
  }

  /// A section of both in which text that names no paper changed.
  public struct ChangedSection: Hashable, Sendable {
    /// As the second has it.
    public var section: SectionName
    /// The texts that one side alone has.
    public var change: Change
  }

  /// Papers of the second alone.
  public internal(set) var came: [PaperName] = []
  /// Papers of the first alone.
  public internal(set) var went: [PaperName] = []
  /// Papers of both that are not the same.
  public internal(set) var changed: [ChangedPaper] = []
  /// How many papers are the same.
  public internal(set) var same = 0
  /// Topics of the second alone.
  public internal(set) var topicsThatCame: [TopicCount] = []
  /// Topics of the first alone.
  public internal(set) var topicsThatWent: [TopicCount] = []
  /// Sections of the second alone.
  public internal(set) var sectionsThatCame: [SectionName] = []
  /// Sections of the first alone.
  public internal(set) var sectionsThatWent: [SectionName] = []
  /// Sections of both whose own text changed.
  public internal(set) var changedSections: [ChangedSection] = []
  /// Title, language and month.
  public internal(set) var metadata: [Change] = []
  /// Whether only the presence of papers was compared.
  public let isOfPresence: Bool

  /// Whether nothing differs.
  public var isEmpty: Bool {
    came.isEmpty && went.isEmpty && changed.isEmpty && topicsThatCame.isEmpty && topicsThatWent.isEmpty
      && sectionsThatCame.isEmpty && sectionsThatWent.isEmpty && changedSections.isEmpty && metadata.isEmpty
  }

  /// Compares two digests.
  public init(of first: Digest, with second: Digest) {
    self.init(of: DigestCollection([first]), with: DigestCollection([second]))
  }

  /// Compares two collections of digests.
  /// - Parameters:
  ///   - first: the older one, or one's own.
  ///   - second: the newer one, or a library.
  ///   - comparesPresence: whether only papers are compared, and only whether both have them.
  /// - Complexity: O(n) in the size of the digests, and O(n log n) in the number of what differs.
  public init(
    of first: DigestCollection, with second: DigestCollection, comparesPresence: Bool = false
  ) {
    isOfPresence = comparesPresence
    let sides = (ComparedSide(first), ComparedSide(second))
    comparePapers(sides.0, sides.1)
    if comparesPresence { return }
    topicsThatCame = sides.1.topics(beyond: sides.0)
    topicsThatWent = sides.0.topics(beyond: sides.1)
    sectionsThatCame = sides.1.sections(beyond: sides.0)
    sectionsThatWent = sides.0.sections(beyond: sides.1)
    for section in [.preamble] + sides.1.sections {
      guard let before = sides.0.texts(of: section), let after = sides.1.texts(of: section),
        let change = Change("text", before, after)
      else { continue }
      changedSections.append(ChangedSection(section: section, change: change))
    }
    metadata = sides.0.metadata.compactMap { part, before in
      Change(part, before, sides.1.metadata.first { $0.part == part }?.values ?? [])
    }
  }

  private mutating func comparePapers(_ first: ComparedSide, _ second: ComparedSide) {
    let pairs = DigestCollection(ordered: [Digest(papers: first.papers), Digest(papers: second.papers)])
    for pair in pairs.papers {
      let before = pair.appearances.filter { $0.digest == 0 }.map(\.paper)
      let after = pair.appearances.filter { $0.digest == 1 }.map(\.paper)
      // Where one side has several for one of the other, the first is it.
      let both = before.isEmpty || after.isEmpty ? 0 : 1
      went += before.dropFirst(both).map { PaperName(first.papers[$0]) }
      came += after.dropFirst(both).map { PaperName(second.papers[$0]) }
      guard both == 1 else { continue }
      let changes = isOfPresence ? [] : first.changes(of: before[0], to: after[0], of: second)
      if changes.isEmpty {
        same += 1
      } else {
        changed.append(ChangedPaper(paper: PaperName(second.papers[after[0]]), changes: changes))
      }
    }
  }
}

extension DigestComparison.Change {
  /// - Returns: `nil` where both have the same values, each as often.
  init?(_ part: String, _ before: [String], _ after: [String]) {
    if before == after { return nil }
    var counts: [String: Int] = [:]
    for value in before { counts[value, default: 0] += 1 }
    let came = after.filter { value in
      guard let count = counts[value], count > 0 else { return true }
      counts[value] = count - 1
      return false
    }
    counts = [:]
    for value in after { counts[value, default: 0] += 1 }
    let went = before.filter { value in
      guard let count = counts[value], count > 0 else { return true }
      counts[value] = count - 1
      return false
    }
    if came.isEmpty, went.isEmpty { return nil }
    self.init(part: part, before: went, after: came)
  }
}
