import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@Suite struct SelectionTests {
  /// Every kind of section, papers that stand together, prose that names papers and prose that names none.
  static let digest = """
    # Digest 2024-09

    The month in short. 2409.10001 leads.

    ## TOPIC_TREE

    - Vision
      - Generation
        - 2409.10001 | ALPHA: sees, better than 2409.10002
        - 2409.10002 | BETA: paints
      - (Empty)
    - Speech
      - 2409.10003 | GAMMA: speaks
      - A note on nothing.

    ## SOTA_HIGHLIGHTS

    | Rank | PaperID | Keywords | Impact |
    | --- | --- | --- | --- |
    | 1 | 2409.10001 | Sight, Fast | High |
    | 2 | 2409.10003 | Sound | Low |

    ## NOVEL_TECH_CONTRIBUTIONS

    - **2409.10001 – A lens – Thoughts:** clear
    - **2409.10002 – A brush – Thoughts:** soft

    ## GAPS_AND_OPPORTUNITIES

    - **Light:** 2409.10001 needs it.
    - **Ink:** 2409.10002 needs it.
    - **Time:** nobody has it.

    ## READING_LIST

    - **2409.10003** – GAMMA · first
    - **2409.10001** – ALPHA · second

    ## META_REFLECTION

    A quiet month.

    ### Painting

    2409.10002 dries.

    ### Seeing

    - 2409.10001 looks
    - 2409.10003 listens
    """

  private func selected(_ expression: String, from text: String = digest) throws -> ImportResult {
    var options = ConversionOptions()
    options.selection = try Selection(expression)
    return try Converter(options: options).read(SourceDocument(name: "2024-09.md", text: text))
  }

  private func ids(_ expression: String) throws -> [String] {
    try selected(expression).digest.papers.map { $0.id.value.suffix(1) }.map(String.init)
  }

  @Test(arguments: [
    ("rank <= 1", "1"), ("rank > 1", "3"), ("rank != 1", "23"), ("not rank = 1", "23"), ("rank >= 1", "13"),
    ("topic = vision", "12"), ("topic = \"Vision > Generation\"", "12"), ("topic ~ pee", "3"),
    ("topic = Gen", ""),
    ("name = gamma", "3"), ("name ~ a", "123"), ("name = ''", ""), ("title = ''", "123"),
    ("tag = fast", "1"), ("tag ~ s", "13"), ("text ~ \"needs it\"", "12"), ("text ~ better", "1"),
    ("id = 2409.10002v3", "2"), ("id = https://arxiv.org/abs/2409.10002", "2"), ("id ~ 1000", "123"),
    ("in reading-list", "13"), ("in READING_LIST", "13"), ("in gaps", "12"), ("in ideas", ""),
    ("since 2024-09", "123"), ("since 2024-10", ""), ("until 2024", "123"), ("date = 2024-09", "123"),
    ("date < 2024-09", ""), ("period = 2024-09", "123"), ("period != 2024-09", ""),
    ("rank = 1 or rank = 2 and name = alpha", "1"), ("(rank = 1 or rank = 2) and not name = alpha", "3"),
    ("not in gaps and not rank = 1", "3"), ("section = reading-list", "31"), ("section ~ tree", "123"),
    ("section = highlights and rank = 2", "3"), ("name = Älpha", "1"),
  ])
  func keepsThePapersThatFit(expression: String, expected: String) throws {
    #expect(try ids(expression).joined() == expected, "\(expression)")
  }

  @Test func leavesAConsistentDigest() throws {
    let digest = try selected("rank = 1").digest
    let expected = """
      # Digest 2024-09

      The month in short. 2409.10001 leads.

      ## TOPIC_TREE

      - Vision
        - Generation
          - 2409.10001 | ALPHA: sees, better than 2409.10002
        - (Empty)

      ## SOTA_HIGHLIGHTS

      | Rank | PaperID | Keywords | Impact |
      | --- | --- | --- | --- |
      | 1 | 2409.10001 | Sight, Fast | High |

      ## NOVEL_TECH_CONTRIBUTIONS

      - **2409.10001 – A lens – Thoughts:** clear

      ## GAPS_AND_OPPORTUNITIES

      - **Light:** 2409.10001 needs it.
      - **Time:** nobody has it.

      ## READING_LIST

      - **2409.10001** – ALPHA · second

      ## META_REFLECTION

      A quiet month.

      ### Seeing

      - 2409.10001 looks
      """
    let wanted = try Converter().read(SourceDocument(name: "2024-09.md", text: expected)).digest
    #expect(digest.sections == wanted.sections)
    #expect(digest.metadata.preamble == wanted.metadata.preamble)
    #expect(digest.papers.map(\.id.value) == ["2409.10001"])
    #expect(digest.metadata.leftOut.map(\.value) == ["2409.10002"])
  }

  @Test func aSectionIsAPlace() throws {
    let digest = try selected("section = highlights").digest
    #expect(digest.sections.map(\.kind) == [.highlights])
    #expect(digest.metadata.preamble.isEmpty)
    let paper = try #require(digest.papers.first)
    #expect(paper.names == ["ALPHA"] && paper.topics == [["Vision", "Generation"]] && paper.rank == 1)
    #expect(
      try selected("not section = gaps and rank = 1").digest.sections.map(\.kind)
        == [.topicTree, .highlights, .contributions, .readingList, .reflection])
    // A month that does not fit has no text either.
    #expect(try selected("since 2024-10").digest.sections.isEmpty)
    #expect(try selected("rank = 9").digest.sections.map(\.kind) == [.gaps, .reflection])
  }

  @Test func keepsPlaces() throws {
    let read = try selected("rank = 2")
    let row = try #require(read.digest.papers.first?.mentions.first { $0.kind == .highlights })
    let place = try #require(read.sourceMap.range(of: row.citation.anchor))
    let bytes = Array(Self.digest.utf8)
    #expect(String(decoding: bytes[place.lower..<place.upper], as: UTF8.self) == "2409.10003")
    #expect(read.selectionCount == SelectionCount(kept: 1, all: 3))
  }

  @Test func splitsLinesOfSeveralPapers() throws {
    let text = """
      ## TOPIC_TREE

      - Vision
        - 2409.10001, 2409.10002 | ALPHA & BETA: both

      ## SOTA_HIGHLIGHTS

      | Rank | PaperID |
      | --- | --- |
      | 1 | 2409.10001 |
      """
    let papers = try selected("rank = 1", from: text).digest.papers
    #expect(papers.map(\.id.value) == ["2409.10001"])
    #expect(papers.first?.names == ["ALPHA"])
  }

  @Test func knowsPapersOfFilesAsMergingDoes() throws {
    let library = try Converter().read(
      SourceDocument(
        name: "library.bib",
        text: """
          @article{a, title = {A}, doi = {10.48550/arXiv.2409.10001}}
          @article{b, title = {B}, eprint = {2409.10003v7}, eprinttype = {arxiv}, doi = {10.1000/B}}
          """))
    for (expression, expected) in [("in lib", "13"), ("not in lib", "2"), ("in lib and rank = 2", "3")] {
      var selection = try Selection(expression)
      try selection.readFiles { name, _ throws(DiagnosticError) in
        #expect(name == "lib")
        return PaperSet(library.digests)
      }
      let read = try Converter().read(SourceDocument(name: "2024-09.md", text: Self.digest))
      let kept = read.selecting(selection).digest.papers.map { String($0.id.value.suffix(1)) }
      #expect(kept.joined() == expected)
    }
  }
}
