import DigestExporters
import DigestTestSupport
import Testing

@testable import DigestModel

/// What JATS, OPML and CSV declare exact or encoded of a paper's record can be read back.
@Suite("Recovery of records") struct RecordRecoveryTests {
  private func digests(_ seed: Int) -> [Digest] {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    return [generator.digest(), generator.digest()]
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
        let records = try OPMLReader(exporter.export(digest).files[0].bytes).records
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
      let reader = CSVRecordReader(try CSVBundleExporter().export(digest).files)
      for paper in digest.papers {
        var expected = RecordParts(paper.record)
        // Wherever they are from.
        expected.change("topics") { _ in
          paper.topics.compactMap { path in
            let words = path.compactMap(RecoveredPaper.words)
            return words.isEmpty ? nil : words.joined(separator: "|")
          }
        }
        // The best of all ranks has a column.
        expected.change("rank") { _ in [] }
        expectSame(reader.parts(of: paper.id.label), expected, "seed \(seed), \(paper.id)")
      }
    }
  }

  @Test("J5: the reference of a paper says all that its record does", arguments: 0..<60)
  func recoversFromJATS(seed: Int) throws {
    for digest in digests(seed) {
      let root = try XMLElement.parse(JATSExporter().export(digest).files[0].bytes)
      for (paper, citation) in zip(digest.papers, root.descendants("element-citation")) {
        var found = JATSRecordReader(citation, of: paper.id).parts
        var expected = RecordParts(paper.record, joinsParticles: true)
        // The title of a book is its source; without a title a name or the id stands there.
        if ["book", "thesis"].contains(citation["publication-type"]), paper.venue == nil {
          let source = found["container"]
          found.change("title") { _ in source }
          found.change("container") { _ in [] }
        }
        if expected["title"].isEmpty { found.change("title") { _ in [] } }
        if expected["date"].isEmpty { found.change("date") { _ in [] } }
        // What everybody knows of an arXiv id.
        if expected["container"].isEmpty { found.change("container") { $0 == ["arXiv"] ? [] : $0 } }
        // Most types have a word of their own in JATS.
        if found["type"].isEmpty { expected.change("type") { _ in [] } }
        expectSame(found, expected, "seed \(seed), \(paper.id)")
      }
    }
  }
}
