import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// What is written as Markdown reads back to the same digest, and written again it is the same file.
struct MarkdownRoundTripTests {
  @Test(arguments: 0..<60)
  func readsBackDigestsOfEveryLayout(seed: Int) throws {
    let source = DigestGenerator(seed: UInt64(seed)).markdown
    try expectRoundTrip(try Self.read(Array(source.utf8)), "seed \(seed)")
  }

  @Test(arguments: 0..<150)
  func readsBackDigestsWithHostileText(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    try expectRoundTrip(generator.digest(), "seed \(seed)")
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs ../shared"))
  func readsBackTheCorpus() throws {
    var files = ["corpus/2024-09.md"]
    files += try SharedFolder.files(in: "corpus/excerpts").map { "corpus/excerpts/\($0)" }
    for file in files {
      let digest = try Self.read(try SharedFolder.bytes(file))
      try expectRoundTrip(digest, file)
      let bytes = Self.write(digest)
      let isPlain = !String(decoding: bytes, as: UTF8.self).contains("```yaml digest")
      #expect(isPlain, "\(file): a part is encoded")
    }
  }

  @Test(arguments: 0..<30)
  func isTheSameFileByWayOfYAML(seed: Int) throws {
    let source = DigestGenerator(seed: UInt64(seed)).markdown
    let digest = try Self.read(Array(source.utf8))
    let yaml = YAMLExporter().export(digest).files[0].bytes
    let again = try YAMLImporter().read(SourceDocument(name: "d.yaml", bytes: yaml)).digest
    #expect(Self.write(again) == Self.write(digest))
  }

  @Test func keepsMembersThatAreNamedLikeOurs() throws {
    let keys = [
      "digest", "title", "period", "papers", "layout", "recordsOfText", "preamble", "extra", "date", "own",
    ]
    var digest = try Self.read(Array("# READING_LIST\n\n- 2409.10000 – A · reason\n".utf8))
    digest.metadata.extra = keys.map { ExtraField(key: $0, value: .string("value of \($0)")) }
    try expectRoundTrip(digest, "extra")
  }

  @Test func encodesAnEntryThatWouldBeReadAsSomethingElse() throws {
    var digest = try Self.read(Array("## READING_LIST\n\n- 2409.10000 – A · reason\n".utf8))
    let paragraph = RichText(markdown: "2409.10001 – B · not an item")
    digest.sections[0].entries.append(.block(.paragraph(paragraph)))
    digest.normalise()
    try expectRoundTrip(digest, "paragraph")
    let text = String(decoding: Self.write(digest), as: UTF8.self)
    #expect(
      text == """
        ---
        digest: 2
        ---

        ## READING_LIST

        - **2409.10000** – A · reason

        ```yaml digest
        type: paragraph
        text: '2409.10001 – B · not an item'
        ```

        """)
  }

  @Test func writesAListOfPapersForPeople() throws {
    let yaml = """
      - title: Kites That Fly in the Rain
        authors: [Ann Bee, Cee Dee]
        arxiv: '2409.10000'
        date: '2024-09-13'
        tags: [kites]
      """
    var digest = try YAMLImporter().read(SourceDocument(name: "d.yaml", text: yaml)).digest
    digest.normalise()
    try expectRoundTrip(digest, "list")
    #expect(
      String(decoding: Self.write(digest), as: UTF8.self) == """
        ---
        digest: 2
        layout: papers
        papers:
          - id: '2409.10000'
            tags: [kites]
        ---

        # Papers

        - **Kites That Fly in the Rain** — Ann Bee, Cee Dee (2024-09-13). [arXiv:2409.10000](https://arxiv.org/abs/2409.10000)

        """)
  }

  @Test func keepsWhatAPersonAddsToAList() throws {
    let list = """
      ---
      digest: 2
      layout: papers
      ---

      # Papers

      - **Kites That Fly in the Rain** — Ann Bee (2024). [arXiv:2409.10000](https://arxiv.org/abs/2409.10000)

      """
    #expect(try Self.read(Array(list.utf8)).sections.isEmpty)
    for addition in ["Words of mine.", "- an item of mine", "> mine", "| a |\n| --- |\n| mine |"] {
      let digest = try Self.read(Array((list + "\n" + addition + "\n").utf8))
      let bytes = YAMLExporter().export(digest).files[0].bytes
      #expect(String(decoding: bytes, as: UTF8.self).contains("mine"), "\(addition)")
    }
  }

  /// The front matter says which papers there are and in which order, the lines say most of each.
  @Test func keepsTheOrderOfAListOfPapersWithAndWithoutIDs() throws {
    let yaml = """
      - title: Kites That Fly in the Rain
        authors: [Ann Bee]
        year: 2020
        publisher: Kite Press
      - title: Boats That Swim in the Wind
        authors: [Cee Dee]
        doi: 10.1000/182
        date: '2021'
      """
    var digest = try YAMLImporter().read(SourceDocument(name: "d.yaml", text: yaml)).digest
    digest.normalise()
    try expectRoundTrip(digest, "order")
    let text = String(decoding: Self.write(digest), as: UTF8.self)
    #expect(!text.contains("recordsOfText") && !text.contains("title: Boats"), "\(text)")
  }

  @Test func reportsAnEncodedPartThatSomebodyBroke() throws {
    let text = """
      ---
      digest: 2
      ---

      ## READING_LIST

      ```yaml digest
      type: reading
      paper: ['2409.10000']
      ```
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text))
    #expect(
      result.diagnostics.map(\.description) == [
        "d.md:9:1: warning: reading has no key 'paper' [markdown/encoded-part]"
      ])
    #expect(result.digest.sections[0].entries.count == 1)
  }

  @Test func leavesCodeOfOtherFilesAlone() throws {
    let text = "## READING_LIST\n\n- 2409.10000 – A · b\n\n```yaml digest\ntype: paragraph\ntext: x\n```\n"
    let digest = try Self.read(Array(text.utf8))
    guard case .block(.code(let code)) = digest.sections[0].entries.last else {
      Issue.record("no code block")
      return
    }
    #expect(code.info == "yaml digest")
    try expectRoundTrip(digest, "code")
  }

  @Test func survivesTruncationAtEveryByte() throws {
    var generator = HostileDigestGenerator(seed: 7)
    let bytes = Self.write(generator.digest())
    for count in 0..<min(bytes.count, 3000) {
      let source = SourceDocument(name: "d.md", bytes: Array(bytes[..<count]))
      do { _ = try MarkdownImporter().read(source) } catch {}
    }
  }

  // MARK: - Support

  private func expectRoundTrip(_ digest: Digest, _ name: String) throws {
    let result = Self.exporter.export(digest)
    #expect(result.losses.losses.isEmpty, "\(name)")
    let bytes = result.files[0].bytes
    let back = try Self.read(bytes)
    #expect(back.metadata == digest.metadata, "\(name)")
    #expect(back.sections == digest.sections, "\(name)")
    #expect(back.papers == digest.papers, "\(name)")
    #expect(Self.write(back) == bytes, "\(name)")
  }

  static let exporter = MarkdownExporter { bytes in
    do { return try read(bytes) } catch { return nil }
  }

  static func write(_ digest: Digest) -> [UInt8] { exporter.export(digest).files[0].bytes }

  static func read(_ bytes: [UInt8]) throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", bytes: bytes)).digest
    digest.normalise()
    return digest
  }
}
