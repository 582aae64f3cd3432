import DigestExporters
import DigestImporters
import DigestTestSupport
import Foundation
import Testing

@testable import DigestModel

/// What OPML declares exact or encoded comes back, the index of papers with it.
@Suite("Round trip through OPML") struct OPMLRoundTripTests {
  private static let seeds = Int(ProcessInfo.processInfo.environment["LOSS_SEEDS"] ?? "") ?? 60
  private static let forms = OPMLOptions.Profile.allCases.filter { $0 != .plain }.flatMap { profile in
    OPMLOptions.TextForm.allCases.map { OPMLOptions(profile: profile, textForm: $0) }
  }

  private func expectSame(_ digest: Digest, _ comment: Comment) throws {
    for options in Self.forms {
      let bytes = OPMLExporter(options: options).export(digest).files[0].bytes
      var read = try readOPML(bytes)
      read.normalise()
      let metadata = (read.metadata, digest.metadata)
      let place: Comment = "\(comment), \(options)"
      #expect(
        metadata.0.title.flatMap { RecoveredPaper.words($0.plainText) }
          == metadata.1.title.flatMap { RecoveredPaper.words($0.plainText) }, place)
      #expect(metadata.0.language == metadata.1.language.flatMap(RecoveredPaper.words), place)
      #expect(metadata.0.period == metadata.1.period, place)
      expectSamePapers(read, digest, place)
      // What was read and is written again is the same file.
      #expect(OPMLExporter(options: options).export(read).files[0].bytes == bytes, place)
    }
  }

  private func expectSamePapers(_ read: Digest, _ digest: Digest, _ comment: Comment) {
    #expect(read.papers.map(\.id) == digest.papers.map(\.id), comment)
    for (found, expected) in zip(read.papers, digest.papers) {
      #expect(found.version == expected.version, comment)
      #expect(found.id.subjectClass == expected.id.subjectClass, comment)
      #expect(found.rank == expected.rank, comment)
      #expect(found.mentions.map(\.kind) == expected.mentions.map(\.kind), comment)
    }
  }

  @Test(
    "real digests come back with their papers and mentions", .enabled(if: SharedFolder.isPresent),
    arguments: CorpusDigests.paths)
  func corpus(path: String) throws { try expectSame(CorpusDigests.read(path), "\(path)") }

  /// Markup is degraded, so that a generated digest comes back as another one. That one has no markup to lose.
  @Test("a digest that was read comes back whole", arguments: 0..<seeds)
  func generated(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    for options in Self.forms {
      let exporter = OPMLExporter(options: options)
      var first = try readOPML(exporter.export(generator.digest()).files[0].bytes)
      first.normalise()
      var second = try readOPML(exporter.export(first).files[0].bytes)
      second.normalise()
      #expect(second.metadata == first.metadata, "seed \(seed), \(options)")
      #expect(second.sections == first.sections, "seed \(seed), \(options)")
      #expect(second.papers == first.papers, "seed \(seed), \(options)")
    }
  }

  @Test("a title like that of an untitled digest stays") func keepsTitle() throws {
    var digest = Digest(metadata: Digest.Metadata(period: YearMonth(year: 2024, month: 9)))
    #expect(try readOPML(OPMLExporter().export(digest).files[0].bytes).metadata.title == nil)
    digest.metadata.title = RichText(plain: "Digest 2024-09")
    #expect(
      try readOPML(OPMLExporter().export(digest).files[0].bytes).metadata.title == digest.metadata.title)
  }

  @Test("mathematics stays mathematics, a price does not become it") func keepsMathematics() throws {
    let texts = [#"costs \$5 and \$10"#, "$x_1 < y$ and $$z$$", #"a \$ sign"#, "$5 and $x$"].map {
      RichText(markdown: $0)
    }
    var digest = Digest.ofParagraphs([])
    digest.sections[0].entries = texts.map { .block(.paragraph($0)) }
    let read = try readOPML(OPMLExporter().export(digest).files[0].bytes)
    for (entry, text) in zip(read.sections[0].entries, texts) {
      guard case .block(.paragraph(let found)) = entry else {
        Issue.record("not a paragraph")
        continue
      }
      #expect(found.inlines == text.inlines)
    }
  }
}
