import DigestModel
import Exporters
import Foundation
import Testing

/// Issue "every format, exact", item 7: all that OPML declares exact or encoded comes back.
@Suite("Recovery of OPML") struct OPMLRecoveryTests {
  private static let seeds = Int(ProcessInfo.processInfo.environment["LOSS_SEEDS"] ?? "") ?? 60

  @Test("every section, entry and block comes back", arguments: 0..<seeds)
  func recoversGeneratedDigests(seed: Int) throws {
    var generator = DigestGenerator(seed: UInt64(seed), marksWords: true)
    let digest = generator.digest()
    for profile in OPMLOptions.Profile.allCases {
      let read = try OPMLReader(
        OPMLExporter(options: OPMLOptions(profile: profile)).export(digest).files[0].bytes)
      let found = Digest(sections: read.sections).cleanedSections
      let expected = digest.cleanedSections
      #expect(found.count == expected.count, "seed \(seed)")
      for (found, expected) in zip(found, expected) {
        let place: Comment = "seed \(seed), \(profile)"
        #expect(found.heading == expected.heading, place)
        for (found, expected) in zip(found.entries, expected.entries) { #expect(found == expected, place) }
        #expect(found == expected, place)
      }
      #expect(read.preamble.cleaned == digest.metadata.preamble.cleaned, "seed \(seed)")
    }
  }
}
