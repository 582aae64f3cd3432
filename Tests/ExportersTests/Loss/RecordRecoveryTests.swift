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
        for part in Set(found.parts.keys).union(expected.parts.keys) {
          #expect(found[part] == expected[part], "seed \(seed), \(paper.id), \(part)")
        }
      }
    }
  }
}
