import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Several digests in one Markdown file read back to the same digests.
@Suite struct MarkdownCollectionTests {
  private static func read(_ bytes: [UInt8]) throws -> (digests: [Digest], findings: [String]) {
    let result = try MarkdownImporter().read(SourceDocument(name: "d.md", bytes: bytes))
    let digests = result.digests.map { digest in
      var digest = digest
      digest.normalise()
      return digest
    }
    return (digests, result.diagnostics.map(\.description))
  }

  private static func read(_ text: String) throws -> (digests: [Digest], findings: [String]) {
    try read(Array(text.utf8))
  }

  private static func write(_ collection: DigestCollection) -> ExportResult {
    MarkdownRoundTripTests.exporter.export(collection)
  }

  private static func text(_ collection: DigestCollection) -> String {
    String(decoding: write(collection).files[0].bytes, as: UTF8.self)
  }

  private func expectRoundTrip(_ digests: [Digest], _ name: String) throws {
    let collection = DigestCollection(digests)
    let result = Self.write(collection)
    #expect(result.losses.losses.isEmpty, "\(name)")
    let back = try Self.read(result.files[0].bytes)
    try #require(back.digests.count == collection.digests.count, "\(name)")
    for (number, digest) in back.digests.enumerated() {
      #expect(digest.metadata == collection.digests[number].metadata, "\(name), \(number)")
      #expect(digest.sections == collection.digests[number].sections, "\(name), \(number)")
      #expect(digest.papers == collection.digests[number].papers, "\(name), \(number)")
    }
    #expect(Self.write(DigestCollection(back.digests)).files[0].bytes == result.files[0].bytes, "\(name)")
  }

  @Test(arguments: 0..<40)
  func readsBackDigestsWithHostileText(seed: Int) throws {
    try expectRoundTrip(HostileDigestGenerator.digests(seed: seed), "seed \(seed)")
  }

  @Test(arguments: 0..<10)
  func readsBackDigestsOfEveryLayout(seed: Int) throws {
    let digests = try (0..<4).flatMap { number in
      try Self.read(DigestGenerator(seed: UInt64(seed * 4 + number)).markdown).digests
    }
    try expectRoundTrip(digests, "seed \(seed)")
  }

  private static func list(_ period: String, _ line: String) throws -> Digest {
    var digest = try #require(try read("## READING_LIST\n\n- \(line)\n").digests.first)
    digest.metadata.period = YearMonth(period)
    return digest
  }

  @Test func writesAHeadingForEachDigest() throws {
    var october = try Self.list("2024-10", "2410.10000 – B · reason")
    october.metadata.title = RichText(plain: "What was read")
    let digests = [october, try Self.list("2024-09", "2409.10000 – A · reason")]
    #expect(
      Self.text(DigestCollection(digests)) == """
        ---
        digest: 2
        title: Digests 2024-09--2024-10
        layout: digests
        digests:
          - period: '2024-09'
          - title: What was read
            period: '2024-10'
        ---

        <!-- digest 1 -->

        # 2024-09

        ## READING_LIST

        - **2409.10000** – A · reason

        <!-- digest 2 -->

        # What was read (2024-10)

        ## READING_LIST

        - **2410.10000** – B · reason

        """)
    try expectRoundTrip(digests, "months")
  }

  @Test func writesOneDigestAsItIsAlone() throws {
    let digest = try Self.list("2024-09", "2409.10000 – A · reason")
    let alone = MarkdownRoundTripTests.write(digest)
    #expect(Self.write(DigestCollection([digest])).files[0].bytes == alone)
  }

  @Test func tellsMarksFromLinesOfATextThatLookLikeThem() throws {
    var digests = try ["2024-09", "2024-10"].map { try Self.list($0, "2409.10000 – A · reason") }
    let lines = "<!-- digest 1 -->\n<!-- digest-2 2 -->\n\n# A heading\n"
    digests[0].sections[0].entries.append(.block(.code(Digest.CodeBlock(info: "html", text: lines))))
    #expect(Self.text(DigestCollection(digests)).contains("\n<!-- digest-3 2 -->\n\n# 2024-10\n"))
    try expectRoundTrip(digests, "marks")
  }

  @Test func keepsWhatAPersonWritesAndMoves() throws {
    let digests = try ["2024-09", "2024-10"].map { try Self.list($0, "2409.10000 – A · reason") }
    let text = Self.text(DigestCollection(digests))
    let end = try #require(text.range(of: "<!-- digest 1"))
    let (front, body) = (String(text[..<end.lowerBound]), String(text[end.lowerBound...]))
    let second = try #require(body.range(of: "<!-- digest 2"))
    // A line above the first mark is of the digest below it.
    let above = try Self.read(front + "My words.\n\n" + body)
    #expect(above.findings.isEmpty)
    #expect(above.digests.map(\.sections) == digests.map(\.sections))
    #expect(
      String(decoding: YAMLExporter().export(above.digests[0]).files[0].bytes, as: UTF8.self).contains(
        "My words."))
    // The order of the front matter counts.
    let moved = try Self.read(front + body[second.lowerBound...] + "\n" + body[..<second.lowerBound])
    #expect(moved.digests == digests)
  }

  @Test func reportsAMarkThatIsGone() throws {
    let digests = try ["2024-09", "2024-10"].map { try Self.list($0, "2409.10000 – A · reason") }
    let lines = Self.text(DigestCollection(digests)).split(separator: "\n", omittingEmptySubsequences: false)
    let result = try Self.read(lines.filter { $0 != "<!-- digest 2 -->" }.joined(separator: "\n"))
    #expect(
      result.findings == [
        "d.md:7:5: warning: the text has no line '<!-- digest 2 -->', where this digest would begin [markdown/encoded-part]"
      ])
    #expect(result.digests.map(\.metadata.period) == digests.map(\.metadata.period))
    // All of the text is of the first.
    #expect(result.digests[0].sections.count >= 2)
  }
}
