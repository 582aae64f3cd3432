import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestTestSupport
import Testing

@testable import DigestModel

/// What JATS, OPML and CSV declare exact or encoded of a paper's record can be read back.
@Suite("Recovery of records") struct RecordRecoveryTests {
  private func digests(_ seed: Int) -> [Digest] {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    return [generator.digest(), generator.digest()]
  }

  private func words(_ topics: [[String]]) -> [[String]] {
    topics.map { $0.compactMap(RecoveredPaper.words) }.filter { !$0.isEmpty }
  }

  /// Expects the same parts of what was written and what was read.
  private func expectSame(_ found: RecordParts, _ expected: RecordParts, _ comment: Comment) {
    for part in Set(found.parts.keys).union(expected.parts.keys) {
      #expect(found[part] == expected[part], "\(part), \(comment)")
    }
  }

  @Test("O5: attributes of ours hold all that a record says", arguments: 0..<60)
  func recoversFromOPML(seed: Int) throws {
    for digest in digests(seed) {
      for profile in OPMLOptions.Profile.allCases where profile != .plain {
        let exporter = OPMLExporter(options: OPMLOptions(profile: profile))
        let records = try readOPML(exporter.export(digest).files[0].bytes).papers
        for paper in digest.papers where !paper.record.isEmpty {
          let read = records.first { $0.id.withoutVersion == paper.id }
          let found = try #require(read, "seed \(seed), \(paper.id)")
          expectSame(
            RecordParts(found.record), RecordParts(paper.record), "seed \(seed), \(paper.id), \(profile)")
          #expect(
            found.record.names.map(RecoveredPaper.words) == paper.record.names.map(RecoveredPaper.words))
        }
      }
    }
  }

  @Test("C5: the tables about papers hold all that a record says", arguments: 0..<60)
  func recoversFromCSV(seed: Int) throws {
    for digest in digests(seed) {
      let read = try CSVRecovery.digest(CSVBundleExporter().export(digest).files).papers
      #expect(read.map(\.id) == digest.papers.map(\.id), "seed \(seed)")
      for (found, paper) in zip(read, digest.papers) {
        var expected = RecordParts(paper.record)
        // Wherever they are from.
        expected.change("topics") { _ in
          paper.topics.compactMap { path in
            let words = path.compactMap(RecoveredPaper.words)
            return words.isEmpty ? nil : words.joined(separator: "|")
          }
        }
        expected.change("rank") { _ in paper.rank.map { [String($0)] } ?? [] }
        expectSame(RecordParts(found.record), expected, "seed \(seed), \(paper.id)")
        #expect(found.version == paper.version)
        #expect(found.record.names.map(RecoveredPaper.words) == paper.names.map(RecoveredPaper.words))
      }
    }
  }

  @Test("J5: the reference of a paper says all that its record does", arguments: 0..<60)
  func recoversFromJATS(seed: Int) throws {
    for digest in digests(seed) {
      let bytes = JATSExporter().export(digest).files[0].bytes
      var read = try JATSImporter().read(SourceDocument(name: "a.xml", bytes: bytes)).digest
      read.normalise()
      var papers: [PaperID: Paper] = [:]
      for paper in read.papers { papers[paper.id] = paper }
      for paper in digest.papers where paper.id.scheme != .title {
        let comment: Comment = "seed \(seed), \(paper.id)"
        let found = try #require(papers[paper.id], comment)
        #expect(found.record.type == paper.record.type, comment)
        #expect(found.version == paper.version, comment)
        #expect(found.rank == paper.rank, comment)
        #expect(words(found.topics) == words(paper.topics), comment)
        var parts = RecordParts(found.record, joinsParticles: true)
        var expected = RecordParts(paper.record, joinsParticles: true)
        // Compared above, where it follows from the rest, too.
        for part in ["type", "rank", "topics"] {
          parts.change(part) { _ in [] }
          expected.change(part) { _ in [] }
        }
        for part in ["identifiers"] {
          parts.change(part) { $0.sorted() }
          expected.change(part) { $0.sorted() }
        }
        expectSame(parts, expected, comment)
      }
    }
  }
}
