import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

/// Several digests as one article.
@Suite struct JATSCollectionTests {
  private static func read(_ bytes: [UInt8]) throws -> [Digest] {
    let result = try JATSImporter().read(SourceDocument(name: "d.xml", bytes: bytes))
    #expect(result.diagnostics.map(\.summary) == [])
    return result.digests.map { digest in
      var digest = digest
      digest.normalise()
      return digest
    }
  }

  private static func write(_ digests: [Digest]) -> [UInt8] {
    JATSExporter().export(DigestCollection(digests)).files[0].bytes
  }

  private static func hostile(_ seed: Int, _ count: Int) -> [Digest] {
    (0..<count).map { number in
      var generator = HostileDigestGenerator(seed: UInt64(seed * count + number))
      var digest = generator.digest()
      digest.normalise()
      return digest
    }
  }

  @Test(
    "J1, J3, J4, J10: any collection is valid against our schema, its ids are unique, every rid resolves",
    arguments: 0..<60)
  func writesValidArticles(seed: Int) throws {
    let schema = Array(
      try Data(contentsOf: SharedFolder.packageRoot.appendingPathComponent("schemas/jats-subset.rng")))
    let random = (0..<3).map { number in
      var random = RandomDigest(seed: UInt64(seed * 3 + number + 1))
      return random.digest()
    }
    let dump = ProcessInfo.processInfo.environment["JATS_DUMP_DIRECTORY"].map(URL.init(fileURLWithPath:))
    for (name, digests) in [("random", random), ("hostile", Self.hostile(seed, 3))] {
      let bytes = Self.write(digests)
      if let dump { try Data(bytes).write(to: dump.appendingPathComponent("merged-\(name)-\(seed).xml")) }
      #expect(try RelaxNG.violations(in: bytes, against: schema) == [], "\(name)")
      let root = try XMLElement.parse(bytes)
      let ids = ["sec", "table-wrap", "ref"].flatMap(root.descendants).compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "\(name)")
      let targets = Set(ids)
      let rids = ["xref", "named-content"].flatMap(root.descendants).compactMap { $0["rid"] }
      #expect(rids.allSatisfy(targets.contains), "\(name)")
      #expect(root.descendants("ref-list").count <= 1, "\(name)")
    }
  }

  @Test("what was read is written and read again as it is", arguments: 0..<20)
  func keepsAllParts(seed: Int) throws {
    let digests = try (0..<4).map { number in
      let source = DigestGenerator(seed: UInt64(seed * 4 + number)).markdown
      var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: source)).digest
      digest.normalise()
      return digest
    }
    let first = try Self.read(Self.write(digests))
    #expect(first.count == 4)
    let again = try Self.read(Self.write(first))
    for (number, digest) in again.enumerated() {
      #expect(digest.metadata == first[number].metadata, "\(number)")
      #expect(digest.sections == first[number].sections, "\(number)")
      #expect(digest.papers == first[number].papers, "\(number)")
    }
  }

  @Test("each digest is what its own article would be read as", arguments: 0..<30)
  func readsEachDigest(seed: Int) throws {
    let collection = DigestCollection(Self.hostile(seed, 3))
    let back = try Self.read(Self.write(collection.digests))
    for (number, digest) in collection.digests.enumerated() {
      let alone = try #require(try Self.read(JATSExporter().export(digest).files[0].bytes).first)
      // Publisher and date of a digest have no element in a section, so they keep their place.
      #expect(Set(back[number].metadata.extra.map(\.key)) == Set(alone.metadata.extra.map(\.key)))
      var (metadata, expected) = (back[number].metadata, alone.metadata)
      (metadata.extra, expected.extra) = ([], [])
      #expect(metadata == expected, "\(number)")
      #expect(back[number].sections == alone.sections, "\(number)")
      // Two papers may be one where another digest says so.
      let ids = Set(back[number].papers.flatMap { [$0.id] + $0.record.identifiers })
      #expect(ids.isSuperset(of: digest.papers.map(\.id)), "\(number)")
    }
  }

  @Test func writesOneDigestAsItIsAlone() {
    let digest = WholeDigest.digest
    #expect(Self.write([digest]) == JATSExporter().export(digest).files[0].bytes)
  }

  private static func month(_ period: String, _ text: String) throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text)).digest
    digest.metadata.period = YearMonth(period)
    digest.metadata.language = "en"
    digest.normalise()
    return digest
  }

  @Test("J10: a paper of several months has one reference, which names them")
  func writesEachPaperOnce() throws {
    let digests = [
      try Self.month("2024-10", "## TOPIC_TREE\n\n- A\n  - 2409.10000v2: KITE: again\n  - 2410.10000: new\n"),
      try Self.month("2024-09", "# Kites\n\n## TOPIC_TREE\n\n- A\n  - 2409.10000: KITE: flies\n"),
    ]
    let root = try XMLElement.parse(Self.write(digests))
    #expect(root.descendants("article-title").first?.text == "Digests 2024-09--2024-10")
    #expect(root.descendants("pub-date").map { $0["iso-8601-date"] } == ["2024-09", "2024-10"])
    let sections = root.descendants("sec").filter { $0["sec-type"] == "digest" }
    #expect(sections.map { $0["id"] } == ["digest-1", "digest-2"])
    #expect(
      root.descendants("sec").map { $0["id"] } == [
        "digest-1", "digest-1-sec-1", "digest-2", "digest-2-sec-1",
      ])
    #expect(
      root.descendants("xref").map { $0["rid"] } == ["ref-2409.10000", "ref-2409.10000", "ref-2410.10000"])
    let references = root.descendants("ref")
    #expect(references.map { $0["id"] } == ["ref-2409.10000", "ref-2410.10000"])
    #expect(
      references.map { reference in
        reference.descendants("named-content").filter { $0["content-type"] == "digest" }.map { $0["rid"] }
      } == [["digest-1", "digest-2"], ["digest-2"]])
    let back = try Self.read(Self.write(digests))
    #expect(back == DigestCollection(digests).digests)
  }
}
