import DigestCatalogue
import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestConversion

/// How many of the faults of a digest the checks find, and how many findings are none. Prints both.
@Suite("Checks against a catalogue, on digests with known faults") struct FaultSetTests {
  struct Score: CustomStringConvertible {
    var found: [FaultSet.Kind: Int] = [:]
    var made: [FaultSet.Kind: Int] = [:]
    var falseAlarms: [String] = []

    var hits: Int { found.values.reduce(0, +) }
    var precision: Double { Double(hits) / Double(max(1, hits + falseAlarms.count)) }
    var recall: Double { Double(hits) / Double(max(1, made.values.reduce(0, +))) }

    var description: String {
      let kinds = FaultSet.Kind.allCases.map { "\($0.rawValue) \(found[$0] ?? 0)/\(made[$0] ?? 0)" }
      func percent(_ share: Double) -> String { "\(Int((share * 1000).rounded()))‰" }
      return "precision \(percent(precision)), recall \(percent(recall)): " + kinds.joined(separator: ", ")
    }

    mutating func add(_ other: Score) {
      found.merge(other.found, uniquingKeysWith: +)
      made.merge(other.made, uniquingKeysWith: +)
      falseAlarms += other.falseAlarms
    }
  }

  private func score(_ set: FaultSet) throws -> Score {
    let source = SourceDocument(name: "d.md", text: set.text)
    let read = try Converter().read(source)
    let subject = CheckSubject(digest: read.digest, sourceMap: read.sourceMap)
    let table = LineTable(source.bytes)
    let counted = Set([UnknownPaperCheck.noSuchPaper] + OtherPaperCheck().ids)
    var lines: [Int: Diagnostic] = [:]
    for finding in try CatalogueChecks.findings(in: subject, against: set.catalogue)
    where counted.contains(finding.id) {
      let place = try #require(finding.location)
      lines[table.position(of: place.range.lower).line] = finding
    }
    var score = Score()
    let all = set.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, fault) in set.faults {
      let finding = lines[number]
      if let fault {
        score.made[fault, default: 0] += 1
        if finding != nil { score.found[fault, default: 0] += 1 }
      } else if let finding {
        score.falseAlarms.append("\(all[number - 1]): \(finding)")
      }
    }
    return score
  }

  /// The sets of all styles and seeds together, since a single false alarm is two in a hundred of one set.
  private func expect(
    _ title: String, seeds: [UInt64], recall: Double, named: Double,
    _ set: (FaultSet.Style, UInt64) throws -> FaultSet
  ) throws {
    var (total, withNames) = (Score(), Score())
    for style in FaultSet.Style.allCases {
      for seed in seeds {
        let score = try score(set(style, seed))
        print("\(title), \(style), seed \(seed): \(score)")
        for alarm in score.falseAlarms { print("  false alarm: \(alarm)") }
        total.add(score)
        if style != .nameless { withNames.add(score) }
      }
    }
    print("\(title), all of them: \(total)")
    #expect(total.precision >= 0.98, "\(total)")
    #expect(total.recall >= recall, "\(total)")
    #expect(withNames.recall >= named, "\(withNames)")
  }

  // Most names lead to a paper, or show that one is not meant. A wrong name that is nowhere but in its own paper's
  // abstract, an invented id without a name, and the id of another line without a name leave no trace.
  @Test("made papers, with a catalogue of all papers")
  func findsFaultsInACatalogueOfAll() throws {
    try expect("all papers", seeds: [1, 2], recall: 0.55, named: 0.7) { style, seed in
      var records = MadeRecords(seed: seed)
      let entries = records.entries(500)
      let others = records.entries(500)
      return FaultSet(entries, lines: 500, style: style, seed: seed, others: others) { records.entry($0) }
    }
  }

  @Test("made papers, with a catalogue of those of the digest")
  func findsFaultsInASmallCatalogue() throws {
    try expect("its papers", seeds: [3, 4], recall: 0.55, named: 0.7) { style, seed in
      var records = MadeRecords(seed: seed)
      return FaultSet(records.entries(500), lines: 500, style: style, seed: seed, others: []) { _ in nil }
    }
  }

  // A title has few of the words that can be said of its paper, so only names and near ids count.
  @Test("made papers, with a catalogue without abstracts")
  func findsFaultsByTitlesAlone() throws {
    try expect("titles alone", seeds: [5, 6], recall: 0.25, named: 0.35) { style, seed in
      var records = MadeRecords(seed: seed)
      let entries = records.entries(500)
      let others = records.entries(500)
      return FaultSet(entries, lines: 500, style: style, seed: seed, others: others) { records.entry($0) }
        .withoutAbstracts
    }
  }

  // Ten digests of 50 lines a style: the corpus has some fifty records. They are of physics, and few have names; most of
  // what is wrong about them is an id that the small catalogue does not know.
  @Test(
    "real papers", .enabled(if: SharedFolder.isPresent, "skipped: ../shared with records of arXiv is absent"))
  func findsFaultsOfRealPapers() throws {
    let entries = try Self.realEntries()
    try expect("\(entries.count) real papers", seeds: Array(1...10), recall: 0.15, named: 0.1) {
      style, seed in
      FaultSet(entries, lines: 50, style: style, seed: seed, others: []) { _ in nil }
    }
  }

  /// The records of arXiv in the corpus, with the name that stands before the colon of a title.
  private static func realEntries() throws -> [CatalogueEntry] {
    let folder = "corpus/readers/arxiv"
    var files = try SharedFolder.files(in: "\(folder)/arxiv-api-2026").map {
      "\(folder)/arxiv-api-2026/\($0)"
    }
    files += ["\(folder)/arxiv-snapshot/snapshot-25.jsonl", "\(folder)/arxiv-api-old/2025-10-query.xml"]
    var entries: [PaperID: CatalogueEntry] = [:]
    for file in files {
      let source = SourceDocument(name: file, bytes: try SharedFolder.bytes(file))
      let papers: [Paper]
      do { papers = try Converter().read(source).digest.papers } catch { continue }
      for paper in papers where paper.record.abstract != nil && paper.id.scheme == .arxiv {
        entries[paper.id] = CatalogueEntry(id: paper.id, record: paper.record, sources: [file])
      }
    }
    return entries.values.sorted { $0.id < $1.id }
  }
}
