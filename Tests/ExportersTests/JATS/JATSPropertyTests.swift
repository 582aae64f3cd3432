import DigestExporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@Suite struct JATSPropertyTests {
  private static let seeds = Array(UInt64(1)...300)

  @Test("J1, J3, J4: any digest is valid against our schema, its ids are unique, every rid resolves")
  func writesValidArticlesForAnyDigest() throws {
    let schema = Array(
      try Data(contentsOf: SharedFolder.packageRoot.appendingPathComponent("schemas/jats-subset.rng")))
    let dump = ProcessInfo.processInfo.environment["JATS_DUMP_DIRECTORY"].map(URL.init(fileURLWithPath:))
    for seed in JATSPropertyTests.seeds {
      var random = RandomDigest(seed: seed)
      let bytes = JATSExporter().export(random.digest()).files[0].bytes
      if let dump { try Data(bytes).write(to: dump.appendingPathComponent("\(seed).xml")) }
      #expect(try RelaxNG.violations(in: bytes, against: schema) == [], "seed \(seed)")
      let root = try XMLElement.parse(bytes)
      let ids = (["sec", "table-wrap", "ref"].flatMap(root.descendants)).compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "seed \(seed)")
      let references = Set(root.descendants("ref").compactMap { $0["id"] })
      #expect(root.descendants("xref").allSatisfy { references.contains($0["rid"] ?? "") }, "seed \(seed)")
    }
  }

  @Test("J1, J5, J8: any record is valid against our schema, too")
  func writesValidReferencesForAnyRecord() throws {
    let schema = Array(
      try Data(contentsOf: SharedFolder.packageRoot.appendingPathComponent("schemas/jats-subset.rng")))
    let dump = ProcessInfo.processInfo.environment["JATS_DUMP_DIRECTORY"].map(URL.init(fileURLWithPath:))
    for seed in 0..<150 {
      var generator = HostileDigestGenerator(seed: UInt64(seed))
      let bytes = JATSExporter().export(generator.digest()).files[0].bytes
      if let dump { try Data(bytes).write(to: dump.appendingPathComponent("hostile-\(seed).xml")) }
      #expect(try RelaxNG.violations(in: bytes, against: schema) == [], "seed \(seed)")
    }
  }

  @Test func writesEverySignOfAnyDigestInDocumentOrder() throws {
    for seed in JATSPropertyTests.seeds {
      var random = RandomDigest(seed: seed)
      let digest = random.digest()
      let result = JATSExporter().export(digest)
      let root = try XMLElement.parse(result.files[0].bytes)
      let missing = WordCollector.firstMissing(of: digest, in: JATSText.words(root), bySign: true)
      #expect(missing == nil, "seed \(seed)")
    }
  }

  @Test("M2: the same digest gives the same bytes")
  func writesTheSameBytesAgain() {
    for seed in JATSPropertyTests.seeds.prefix(20) {
      var random = RandomDigest(seed: seed)
      let digest = random.digest()
      #expect(JATSExporter().export(digest).files[0].bytes == JATSExporter().export(digest).files[0].bytes)
    }
  }
}
