import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Notes: one a paper and a topic, safe names, links that lead somewhere, and nothing of a person's is overwritten.
struct NotesExporterTests {
  @Test("a key that is too long for a name, or names a device, is not the name of a note")
  func namesNotesSafely() {
    func name(_ key: String) -> String {
      var keys = CitationKeys()
      return NoteName.paper(
        Paper(id: PaperFixture.id("2409.10000"), record: Paper.Record(citationKey: key)), &keys)
    }
    let longest = String(repeating: "k", count: 100)
    #expect(name(longest) == longest)
    for key in [longest + "k", "CON", "lpt1", "topic_a"] { #expect(name(key) == "arxiv_2409_10000") }
  }

  private static let source = """
    # Digest

    ## TOPIC_TREE

    - Vision
      - Video
        - 2409.10000 | KITE: a kite that flies
        - 2409.10001 | a second one

    ## SOTA_HIGHLIGHTS

    | Rank | Paper | Keywords | Idea |
    | --- | --- | --- | --- |
    | 1 | 2409.10000 | deep kites, C# | It flies. |
    """

  private static func digest(_ text: String = source, language: String? = "en") throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text)).digest
    digest.normalise()
    digest.metadata.language = language
    return digest
  }

  private static func text(_ file: OutputFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test func writesANoteForAPaper() throws {
    let files = NotesExporter().export(try Self.digest()).files
    let note = try #require(files.first)
    let topic = try #require(files.last?.name?.dropLast(3))
    #expect(note.name == "arxiv_2409_10000.md")
    #expect(
      withoutChecksum(Self.text(note)) == """
        ---
        title: KITE
        id: '2409.10000'
        aliases:
          - KITE
        alias: arxiv_2409_10000
        date: '2024-09'
        arxiv: '2409.10000'
        url: https://arxiv.org/abs/2409.10000
        tags:
          - deep-kites
          - C
        topics:
          - Vision > Video
        rank: 1
        ---

        # KITE

        ## Summary

        a kite that flies

        ## What stands out

        **Idea:** It flies.

        ## Filed under

        - [[\(topic)]] — Vision > Video

        ## Links

        - arXiv: <https://arxiv.org/abs/2409.10000>

        """)
  }

  @Test func writesANoteForATopic() throws {
    let files = NotesExporter().export(try Self.digest()).files
    let names = files.compactMap(\.name).map { String($0.dropLast(3)) }
    try #require(files.count == 4)
    #expect(
      withoutChecksum(Self.text(files[3])) == """
        ---
        title: Video
        aliases:
          - Video
        alias: \(names[3])
        ---

        # Video

        [[\(names[2])]] — Vision

        ## Papers

        - [[arxiv_2409_10000]] — KITE
        - [[arxiv_2409_10001]]

        """)
  }

  @Test(arguments: 0..<40)
  func namesAreSafeAndLinksLeadToNotes(seed: Int) {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    let files = NotesExporter().export(generator.digest()).files
    let names = Set(files.compactMap { $0.name?.lowercased() })
    #expect(names.count == files.count)
    for file in files {
      let name = file.name?.dropLast(3) ?? ""
      #expect(
        name.utf8.allSatisfy {
          $0 == UInt8(ascii: "_") || Character(UnicodeScalar($0)).isLetter
            || Character(UnicodeScalar($0)).isNumber
        })
      #expect(NotesExporter().mayReplace(file.bytes), "seed \(seed), \(name)")
    }
  }

  @Test func keepsNamesThatADeviceHas() {
    let paper = Paper(id: PaperID("2409.10000")!, record: Paper.Record(citationKey: "AUX"))
    var digest = Digest(papers: [paper])
    digest.normalise()
    #expect(NotesExporter().export(digest).files.map(\.name) == ["arxiv_2409_10000.md"])
  }

  @Test func anyChangeByAPersonShows() throws {
    let note = try #require(NotesExporter().export(try Self.digest()).files.first).bytes
    let exporter = NotesExporter()
    #expect(exporter.mayReplace(note))
    for index in note.indices {
      var changed = note
      changed[index] ^= 1
      #expect(!exporter.mayReplace(changed), "byte \(index)")
    }
    #expect(!exporter.mayReplace(note + Array("mine\n".utf8)))
    #expect(!exporter.mayReplace(Array("mine\n".utf8)))
    #expect(!exporter.mayReplace([]))
  }

  @Test func lineEndsDoNotCountAsAChange() throws {
    let note = try #require(NotesExporter().export(try Self.digest()).files.first).bytes
    #expect(NotesExporter().mayReplace(note.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }))
  }

  @Test func aNoteIsReadAsARecordOfItsPaper() throws {
    let yaml = """
      - title: A Paper
        authors: [Ann Bee, Cee van Dee]
        arxiv: '2409.10000'
        doi: 10.1000/182
        date: '2024-09-13'
        venue: Journal of Kites
        names: [KITE]
        topics: [[Vision, Video]]
        tags: [kites]
        rank: 2
        citationKey: bee2024
      """
    var digest = try YAMLImporter().read(SourceDocument(name: "d.yaml", text: yaml)).digest
    digest.normalise()
    let note = try #require(NotesExporter().export(digest).files.first)
    #expect(note.name == "bee2024.md")
    let read = try Self.digest(Self.text(note)).papers.first?.record
    let record = try #require(read)
    #expect(record.title == digest.papers[0].record.title)
    #expect(record.authors == digest.papers[0].record.authors)
    #expect(record.date == digest.papers[0].record.date)
    #expect(record.container == "Journal of Kites")
    #expect(record.identifiers == digest.papers[0].record.identifiers)
    #expect(record.names == ["KITE"])
    #expect(record.topics == [["Vision", "Video"]])
    #expect(record.keywords == ["kites"])
    #expect(record.rank == 2)
    #expect(record.citationKey == "bee2024")
    #expect(record.extra.isEmpty)
  }

  @Test func sizeIsLinearInTheDigest() throws {
    func size(_ count: Int) throws -> Int {
      var text = "## TOPIC_TREE\n\n- Vision\n"
      for k in 0..<count { text += "  - 2409.\(10_000 + k) | words\n" }
      return NotesExporter().export(try Self.digest(text)).files.reduce(0) { $0 + $1.bytes.count }
    }
    let (small, large) = (try size(50), try size(500))
    #expect(large < 11 * small)
  }

  @Test(arguments: ["en", "vi", "de", "fr", "es", "zh", "ja"])
  func noHeadingIsTheNameOfASection(language: String) throws {
    let words = NoteWords(language: language)
    let headings =
      [words.abstract, words.links, words.topics, words.papers]
      + [Digest.Section.Kind.topicTree, .highlights, .contributions, .readingList, .other].map(words.heading)
    for heading in headings {
      let digest = try Self.digest("## \(heading)\n\nWords of 2411.00001.\n")
      #expect(digest.sections.map(\.kind) == [.other], "\(heading)")
    }
  }
}

/// A note without the line of its checksum, whose digits say nothing to a reader.
func withoutChecksum(_ note: String?) -> String {
  (note ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.hasPrefix("checksum: ") }.joined(separator: "\n")
}
