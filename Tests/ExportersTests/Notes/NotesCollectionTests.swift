import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Notes of several digests: one a paper, with what each digest says of it.
@Suite struct NotesCollectionTests {
  private static func digest(_ period: String, _ text: String) throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text)).digest
    digest.metadata.period = YearMonth(period)
    digest.metadata.language = "en"
    digest.normalise()
    return digest
  }

  private static let september = """
    # Digest

    ## TOPIC_TREE

    - Vision
      - 2409.10000 | KITE: a kite that flies
      - 2409.10001 | a second one

    ## SOTA_HIGHLIGHTS

    | Rank | Paper | Idea |
    | --- | --- | --- |
    | 4 | 2409.10000 | It flies. |
    """
  private static let october = """
    # Digest

    ## TOPIC_TREE

    - Vision
      - 2409.10000 | KITE: still in the air
    - Sound
      - 2409.10000 | it hums
      - 2410.10000 | C: a third one

    ## SOTA_HIGHLIGHTS

    | Rank | Paper | Idea |
    | --- | --- | --- |
    | 2 | 2409.10000 | It hums. |
    """

  private static func files(_ digests: [Digest]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: NotesExporter().export(
        DigestCollection(digests)
      ).files.map {
        ($0.name ?? "", String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  private static func months() throws -> [Digest] {
    [try digest("2024-10", october), try digest("2024-09", september)]
  }

  @Test func writesWhatEachDigestSaysOfAPaper() throws {
    let files = Self.files(try Self.months())
    let vision = try #require(
      files.keys.first { $0.hasPrefix("topic_Vision") || $0.hasPrefix("topic_vision") })
    let sound = try #require(files.keys.first { $0.hasPrefix("topic_Sound") || $0.hasPrefix("topic_sound") })
    #expect(files.count == 5)
    #expect(
      withoutChecksum(files["arxiv_2409_10000.md"]) == """
        ---
        title: KITE
        id: '2409.10000'
        aliases:
          - KITE
        alias: arxiv_2409_10000
        date: '2024-09'
        arxiv: '2409.10000'
        url: https://arxiv.org/abs/2409.10000
        topics:
          - Vision
          - Sound
        rank: 2
        digests:
          - '2024-09'
          - '2024-10'
        ranks:
          - '2024-09: 4'
          - '2024-10: 2'
        ---

        # KITE

        ## 2024-09

        ### Summary

        a kite that flies

        ### What stands out

        **Idea:** It flies.

        ## 2024-10

        ### Summary

        - still in the air
        - it hums

        ### What stands out

        **Idea:** It hums.

        ## Filed under

        - [[\(vision.dropLast(3))]] — Vision (2024-09, 2024-10)
        - [[\(sound.dropLast(3))]] — Sound (2024-10)

        ## Links

        - arXiv: <https://arxiv.org/abs/2409.10000>

        """)
    #expect(
      withoutChecksum(files[vision]).hasSuffix(
        """
        ## Papers

        - [[arxiv_2409_10000]] — KITE (2024-09, 2024-10)
        - [[arxiv_2409_10001]] (2024-09)

        """))
  }

  @Test func keepsNamesAndNotesWhenAMonthIsAdded() throws {
    let months =
      try Self.months() + [try Self.digest("2024-11", "## READING_LIST\n\n- 2410.10000 – C · again\n")]
    let (before, after) = (Self.files(Array(months[..<2])), Self.files(months))
    #expect(Set(after.keys) == Set(before.keys))
    // The new month says something of one paper alone: only that note is another.
    #expect(before.filter { after[$0.key] != $0.value }.map(\.key) == ["arxiv_2410_10000.md"])
    let alone = NotesExporter().export(months[1]).files.compactMap(\.name)
    #expect(Set(alone).isSubset(of: before.keys))
  }

  @Test("a paper keeps its name where a later month knows a better id")
  func keepsNamesWhateverLaterIDs() throws {
    let doi = try #require(PaperID("10.1000/182"))
    let arxiv = try #require(PaperID("2410.10000"))
    var first = Digest(papers: [Paper(id: doi)])
    first.metadata.period = YearMonth("2024-09")
    var record = Paper.Record()
    record.identifiers = [doi]
    var second = Digest(papers: [Paper(id: arxiv, record: record)])
    second.metadata.period = YearMonth("2024-10")
    first.normalise()
    second.normalise()
    let name = try #require(NotesExporter().export(first).files.first?.name)
    #expect(Self.files([first, second]).keys.sorted() == [name])
  }

  @Test func writesOneDigestAsItIsAlone() throws {
    let digest = try Self.digest("2024-09", Self.september)
    let alone = NotesExporter().export(digest).files
    let merged = NotesExporter().export(DigestCollection([digest])).files
    #expect(merged.map(\.bytes) == alone.map(\.bytes))
  }

  @Test(arguments: 0..<40)
  func namesAreUniqueAndLinksLeadSomewhere(seed: Int) {
    let collection = DigestCollection(HostileDigestGenerator.digests(seed: seed))
    let files = NotesExporter().export(collection).files
    let names = Set(files.compactMap { $0.name?.dropLast(3).lowercased() })
    #expect(names.count == files.count)
    for file in files {
      #expect(NotesExporter().mayReplace(file.bytes))
      let text = String(decoding: file.bytes, as: UTF8.self)
      for line in text.split(separator: "\n") where line.hasPrefix("- [[") {
        let name = line.dropFirst(4).prefix { $0 != "]" }
        #expect(names.contains(name.lowercased()), "\(file.name ?? "")")
      }
    }
  }
}
