public import DigestDiagnostics
public import DigestImporters
import DigestModel

/// How many papers a selection left of what was read.
public struct SelectionCount: Hashable, Sendable {
  /// Those that are kept.
  public var kept: Int
  /// All that were read.
  public var all: Int

  /// Makes a count; by default of nothing.
  public init(kept: Int = 0, all: Int = 0) {
    self.kept = kept
    self.all = all
  }

  /// Counts the papers of two runs.
  public static func + (a: SelectionCount, b: SelectionCount) -> SelectionCount {
    SelectionCount(kept: a.kept + b.kept, all: a.all + b.all)
  }

  /// `kept 12 of 99 papers`
  public var summary: String { "kept \(kept) of \(counted(all, "paper"))" }

  /// What to say where nothing was kept.
  public var noPaper: Diagnostic {
    Diagnostic(SelectionDiagnostics.noPaper, "none of \(counted(all, "paper")) is selected", at: nil)
  }
}

/// What a selection leaves of a digest.
///
/// Each paper that is kept keeps what the digest says of it: its names, its topics, its rank. `DigestCut` says what becomes
/// of the sections.
enum SelectedDigest {
  /// The digest without what the expression leaves out.
  /// - Returns: whether anything is left of it.
  static func select(_ selection: Selection, in digest: inout Digest) -> Bool {
    let facts = PaperFacts(digest, selection)
    // One answer a paper, unless the expression asks for sections.
    let asksForSections = selection.program.asksForSections
    var kept: [Set<Int?>] = []
    for number in digest.papers.indices {
      let places = asksForSections ? facts.places[number] : [facts.places[number][0]]
      let fitting = Set(places.filter { facts.answer(paper: number, in: $0) })
      kept.append(asksForSections || fitting.isEmpty ? fitting : Set(facts.places[number]))
    }
    let texts = ([nil] + digest.sections.indices.map { $0 }).map { facts.answer(section: $0) != .no }
    let isWhole = texts.allSatisfy { $0 } && kept.indices.allSatisfy { kept[$0] == Set(facts.places[$0]) }
    if isWhole { return true }
    let index = PaperNumbers(digest.papers)
    digest.cut(
      DigestCut(
        keeps: { id, section in index[id].map { kept[$0].contains(section) } ?? false },
        keepsAnywhere: { id in index[id].map { !kept[$0].isEmpty } ?? false },
        keepsText: { section in texts[section.map { $0 + 1 } ?? 0] }))
    return !digest.papers.isEmpty || !digest.sections.isEmpty
  }

  /// The digest with some of its papers.
  static func keep(_ kept: (Paper) -> Bool, in digest: inout Digest) {
    let isKept = digest.papers.map(kept)
    if isKept.allSatisfy({ $0 }) { return }
    let index = PaperNumbers(digest.papers)
    let keeps = { (id: PaperID) in index[id].map { isKept[$0] } ?? false }
    digest.cut(DigestCut(keeps: { id, _ in keeps(id) }, keepsAnywhere: keeps, keepsText: { _ in true }))
  }
}

extension Digest {
  /// Cuts the sections and renews the index of papers.
  fileprivate mutating func cut(_ cut: DigestCut) {
    let before = papers
    var cut = cut
    cut.leftOutBefore = metadata.leftOut
    metadata.leftOut = Set(cut.cut(&self).map(\.withoutVersion))
    papers = before.filter { cut.keepsAnywhere($0.id) }
    // What does not follow from the sections any more is said outright; `normalise` takes out what still does.
    for index in papers.indices {
      let paper = papers[index]
      papers[index].record.names = (paper.names + paper.record.names).unique
      papers[index].record.topics = (paper.topics + paper.record.topics).unique
      papers[index].record.rank = paper.rank
    }
    normalise()
    let keywords = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.keywords) })
    for index in papers.indices {
      let lost = (keywords[papers[index].id] ?? []).filter { !papers[index].keywords.contains($0) }
      papers[index].record.keywords = (papers[index].record.keywords + lost).unique
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of the first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension ImportResult {
  /// Remembers which papers there are before some are left out.
  mutating func noteAllPapers() {
    unselected = digests.map { digest in
      Digest(
        papers: digest.papers.map { paper in
          Paper(id: paper.id, record: Paper.Record(identifiers: paper.record.identifiers))
        })
    }
  }

  /// What a selection leaves of it.
  /// - Complexity: O(n) in the size of the digests, times the conditions.
  public func selecting(_ selection: Selection) -> ImportResult {
    var result = self
    result.noteAllPapers()
    result.select(selection)
    return result
  }

  /// Selects papers in all digests of a source.
  ///
  /// Of several digests those of which nothing is left go, and so do those that had papers and have none.
  mutating func select(_ selection: Selection) {
    let isOne = furtherDigests.isEmpty
    var kept: [Digest] = []
    for var digest in digests {
      let hadPapers = !digest.papers.isEmpty
      let isLeft = SelectedDigest.select(selection, in: &digest)
      if isOne || isLeft && !(hadPapers && digest.papers.isEmpty) { kept.append(digest) }
    }
    digest = kept.first ?? Digest(metadata: digest.metadata)
    furtherDigests = Array(kept.dropFirst())
  }
}

extension ImportResult {
  /// How many papers a selection left in all digests; `nil` without one.
  public var selectionCount: SelectionCount? {
    if unselected.isEmpty { return nil }
    func count(_ digests: [Digest]) -> Int {
      digests.count == 1 ? digests[0].papers.count : DigestCollection(ordered: digests).papers.count
    }
    return SelectionCount(kept: count(digests), all: count(unselected))
  }
}
