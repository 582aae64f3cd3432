import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

/// All that OPML and the CSV bundle declare exact or encoded of sections comes back.
@Suite("Recovery of sections") struct SectionRecoveryTests {
  private static let seeds = Int(ProcessInfo.processInfo.environment["LOSS_SEEDS"] ?? "") ?? 60

  private func expectSame(
    _ sections: [Digest.Section], _ preamble: [Digest.Block], _ digest: Digest, _ comment: Comment
  ) {
    let found = Digest(sections: sections).cleanedSections
    let expected = digest.cleanedSections
    #expect(found.count == expected.count, comment)
    for (found, expected) in zip(found, expected) {
      #expect(found.heading == expected.heading, comment)
      for (found, expected) in zip(found.entries, expected.entries) { #expect(found == expected, comment) }
      #expect(found == expected, comment)
    }
    #expect(preamble.cleaned == digest.metadata.preamble.cleaned, comment)
  }

  private func expectRecovery(_ digest: Digest, _ comment: Comment) throws {
    for profile in OPMLOptions.Profile.allCases where profile != .plain {
      let exporter = OPMLExporter(options: OPMLOptions(profile: profile))
      let read = try readOPML(exporter.export(digest).files[0].bytes)
      expectSame(read.sections, read.metadata.preamble, digest, "\(comment), OPML with \(profile)")
    }
    let bundle = try CSVRecovery.digest(CSVBundleExporter().export(digest).files)
    // Declared degraded, and reported: what parts a list is written as a comma inside a tag.
    var expected = digest
    for index in expected.sections.indices {
      expected.sections[index].entries = expected.sections[index].entries.map(\.withTagsOfLists)
    }
    expectSame(bundle.sections, bundle.metadata.preamble, expected, "\(comment), CSV")
  }

  @Test("every section, entry and block comes back", arguments: 0..<seeds)
  func recoversGeneratedDigests(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    try expectRecovery(generator.digest(), "seed \(seed)")
  }

  /// JATS has no place for a node without words, so that a digest with such nodes comes back as another one.
  private func expectRecoveryOfJATS(_ digest: Digest, _ comment: Comment) throws {
    let read = try readBack(digest)
    expectSame(read.sections, read.metadata.preamble, digest, "\(comment), JATS")
  }

  private func readBack(_ digest: Digest) throws -> Digest {
    let bytes = JATSExporter().export(digest).files[0].bytes
    var read = try JATSImporter().read(SourceDocument(name: "a.xml", bytes: bytes)).digest
    read.normalise()
    return read
  }

  @Test(
    "so does the markup of real digests", .enabled(if: SharedFolder.isPresent), arguments: CorpusDigests.paths
  )
  func recoversMarkupFromJATS(path: String) throws {
    let digest = try CorpusDigests.read(path)
    var (expected, found) = (MarkupList(), MarkupList())
    digest.accept(&expected)
    try readBack(digest).accept(&found)
    for (found, expected) in zip(found.texts, expected.texts) { #expect(found == expected) }
    #expect(found.texts.count == expected.texts.count)
  }

  @Test("every section, entry and block of every kind comes back from JATS")
  func recoversEveryNodeFromJATS() throws {
    try expectRecoveryOfJATS(EveryNodeDigest.make(), "every node")
    try expectRecoveryOfJATS(WholeDigest.digest, "whole")
  }

  @Test("so they do of real digests", .enabled(if: SharedFolder.isPresent), arguments: CorpusDigests.paths)
  func recoversTheCorpusFromJATS(path: String) throws {
    try expectRecoveryOfJATS(CorpusDigests.read(path), "\(path)")
  }

  @Test("so they do of real digests", .enabled(if: SharedFolder.isPresent), arguments: CorpusDigests.paths)
  func recoversTheCorpus(path: String) throws { try expectRecovery(CorpusDigests.read(path), "\(path)") }
}

/// The markup of every text that says something, but line breaks, which JATS degrades.
private struct MarkupList: DigestVisitor {
  var texts: [[Inline]] = []

  mutating func visit(text: RichText) {
    guard text.plainText.contains(where: { !$0.isWhitespace }) else { return }
    texts.append(text.inlines.map { if case .lineBreak = $0 { .text(" ") } else { $0 } })
  }
}

extension Digest.Entry {
  fileprivate var withTagsOfLists: Digest.Entry {
    switch self {
    case .idea(var idea):
      idea.tags = idea.tags.map {
        $0.split(separator: "; ", omittingEmptySubsequences: false).joined(separator: ", ")
      }
      return .idea(idea)
    case .topic(var topic):
      topic.children = topic.children.map(\.withTagsOfLists)
      return .topic(topic)
    default: return self
    }
  }
}
