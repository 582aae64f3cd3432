import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Topic trees as language models lay them out beside nested bullets with an id first.
@Suite struct SiblingTreeTests {
  /// The outline of a text that is read without a word to say, all its words in it, in whatever order.
  static func outline(_ text: String) throws -> String {
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    // A break in a cell is markup.
    let lost = Set(Words.split(text.replacing("<br>", with: " "))).subtracting(Words.of(result.digest))
    #expect(lost == [])
    return result.digest.outline
  }

  @Test func hangsWhatFollowsABoldLineBelowIt() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE

      **I. Language**

      *   **A. Models**
          *   2411.00001 | one

      **II. Vision**

      **A. Stills**

      *   2411.00002 | two

      **B. Video:**

      *   2411.00003 | three
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic I. «Language»
            topic A. «Models»
              paper [2411.00001] summary«one»
          topic II. «Vision»
            topic A. «Stills»
              paper [2411.00002] summary«two»
            topic B. «Video»
              paper [2411.00003] summary«three»

        """)
  }

  @Test(arguments: [
    """
    AI
    ├── NLP
    │   ├── LLM
    │   │   ├── 2411.00001 | one
    │   │   └── 2411.00002, 2411.00003 | two
    │   └── (None)
    └── Vision
        └── `2411.00004` | NAME: four
    """,
    """
    AI
    |-- NLP
    |   |-- LLM
    |   |   |-- 2411.00001 | one
    |   |   `-- 2411.00002, 2411.00003 | two
    |   `-- (None)
    `-- Vision
        `-- `2411.00004` | NAME: four
    """,
    """
    AI
      NLP
        LLM
          2411.00001 | one
          2411.00002, 2411.00003 | two
        (None)
      Vision
        `2411.00004` | NAME: four
    """,
  ])
  func readsATreeThatIsDrawnOrIndentedInAFence(tree: String) throws {
    let lines = tree.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let outline = try Self.outline(
      "1.  **TOPIC_TREE**\n\n    ```\n\(lines)\n    ```\n\n2.  **READING_LIST**\n\n    *   2411.00001 – One · why\n"
    )
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «AI»
            topic «NLP»
              topic «LLM»
                paper [2411.00001] summary«one»
                paper [2411.00002, 2411.00003] summary«two»
              placeholder «(None)»
            topic «Vision»
              paper [2411.00004] name«NAME» summary«four»
        readingList 2. «READING_LIST»
          reading [2411.00001] name«One» reason«why»

        """)
  }

  @Test func readsLabelsWithLettersAndNoBullets() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE

      I. Language
          A. Models
              1. Training
                  - 2411.00001 | one
                  - 2411.00002 | two,
                    wrapped
          B. Retrieval
              - 2411.00003 | three
      II. Vision
      - 2411.00004 | four

      ## READING_LIST

      - 2411.00001 – One · why
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic I. «Language»
            topic A. «Models»
              topic 1. «Training»
                paper [2411.00001] summary«one»
                paper [2411.00002] summary«two, wrapped»
            topic B. «Retrieval»
              paper [2411.00003] summary«three»
          topic II. «Vision»
            paper [2411.00004] summary«four»
        readingList «READING_LIST»
          reading [2411.00001] name«One» reason«why»

        """)
  }

  @Test func readsATreeThatIsATable() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE

      | Area | Branch | PaperID | Name | In short |
      | --- | --- | --- | --- | --- |
      | Language | Models | 2411.00001 | | one |
      | | Retrieval | `2411.00002`, `2411.00003` | NAME | two |
      | Vision | Stills | 2411.00004 | **Other** | three |
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          p «Area | Branch | PaperID | Name | In short»
          topic «Language»
            topic «Models»
              paper [2411.00001] summary«one»
            topic «Retrieval»
              paper [2411.00002, 2411.00003] name«NAME» summary«two»
          topic «Vision»
            topic «Stills»
              paper [2411.00004] name«Other» summary«three»

        """)
  }

  @Test func readsPaperLinesWithTheNameOrASignFirst() throws {
    let outline = try Self.outline(
      """
      1.  **TOPIC_TREE**
          *   **NLP:**
              *   **NAMER** (2411.00001): colon behind the bracket
              *   NAMEX (`2411.00002`) | pipe
              *   NAMEY [2411.00003] – dash
              *   NAMEYY: words first. [2411.00027]
              *   [A linked title](https://arxiv.org/abs/2411.00004) – link
              *   2411.00005 (NAMEZ) | bracket behind the id
              *   2411.00006 | **NAMEB** – bold
              *   2411.00007 | **NAMEC:** bold with colon
              *   2411.00008 – NAMED | two separators
              *   2411.00009｜full-width
              *   2411.00010 || doubled
              *   ⭐ 2411.00011 | sign
              *   - [ ] 2411.00012 | task
              *   2411.00013\u{A0}|\u{A0}no-break spaces
              *   2411.00014 (Already listed in I.A) | again
              *   2411.00015 | once more *(already listed above)*
              *   **Labelled:** 2411.00016, 2411.00017
              *   Bracketed (2411.00018, 2411.00019)
              *   >10x faster is no quote
              *   *(Duplicate of II.A)* 2411.00021 | note first
              *   2411.00022 | NAMEF | two pipes
              *   2411.00023 | a phrase | two pipes
              *   2411.00024, 2411.00025; 2411.00026 \\| three
              *   2411.00020 | >10x either
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] name«NAMER» summary«colon behind the bracket»
            paper [2411.00002] name«NAMEX» summary«pipe»
            paper [2411.00003] name«NAMEY» summary«dash»
            paper [2411.00027] name«NAMEYY» summary«words first.»
            paper [https://arxiv.org/abs/2411.00004] name«A linked title» summary«link»
            paper [2411.00005] name«NAMEZ» summary«bracket behind the id»
            paper [2411.00006] name«NAMEB» summary«bold»
            paper [2411.00007] name«NAMEC» summary«bold with colon»
            paper [2411.00008] name«NAMED» summary«two separators»
            paper [2411.00009] summary«full-width»
            paper [2411.00010] summary«doubled»
            paper [2411.00011] summary«sign» note«⭐»
            paper [2411.00012] summary«task»
            paper [2411.00013] summary«no-break spaces»
            paper [2411.00014] summary«again» note«(Already listed in I.A)» duplicate
            paper [2411.00015] summary«once more» note«*(already listed above)*» duplicate
            topic «Labelled»
              paper [2411.00016, 2411.00017]
            topic «Bracketed»
              paper [2411.00018, 2411.00019]
            topic «>10x faster is no quote»
            paper [2411.00021] summary«note first» note«*(Duplicate of II.A)*» duplicate
            paper [2411.00022] name«NAMEF» summary«two pipes»
            paper [2411.00023] summary«a phrase | two pipes»
            paper [2411.00024, 2411.00025, 2411.00026] summary«three»
            paper [2411.00020] summary«>10x either»

        """)
  }

  @Test func keepsAsterisksThatStandAlone() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE

      *   Powers
          *   `2411.00001` | NAME: a ** b of x
          *   `2411.00002` | NAME: x *** y
          *   `2411.00003` | a ** b, **c** and ** d
          *   **2411.00004 | NAME ** a ** b
          *   `2411.00005` | NAME: cut **short
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «Powers»
            paper [2411.00001] name«NAME» summary«a ** b of x»
            paper [2411.00002] name«NAME» summary«x *** y»
            paper [2411.00003] summary«a ** b, **c** and ** d»
            paper [2411.00004] summary«NAME  a ** b»
            paper [2411.00005] name«NAME» summary«cut short»

        """)
  }

  @Test func knowsPlaceholdersWithoutABracketAroundTheLine() throws {
    let outline = try Self.outline(
      """
      ## TOPIC_TREE
      *   A
          *   Trống
      *   B
          *   *Không có bài nào trong tháng*
      *   C
          *   N/A
      *   D
          *   [None]
      *   **E:** (Trống)
      *   F (Không có paper mới)
      *   None of these models
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «A»
            placeholder «Trống»
          topic «B»
            placeholder «*Không có bài nào trong tháng*»
          topic «C»
            placeholder «N/A»
          topic «D»
            placeholder «[None]»
          topic «E»
            placeholder «(Trống)»
          topic «F»
            placeholder «(Không có paper mới)»
          topic «None of these models»

        """)
  }

  @Test func dropsAFenceRightBelowATable() throws {
    let text = """
      ## SOTA_HIGHLIGHTS

      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001 |
      ```

      ## META_REFLECTION

      Words.
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    let table = LineTable(Array(text.utf8))
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
    #expect(
      result.diagnostics.map { $0.location.map { table.position(of: $0.range.lower).description } } == ["6:1"]
    )
    #expect(
      result.digest.outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001] []
        reflection «META_REFLECTION»
          p «Words.»

        """)
  }

  @Test(
    "a word between two ids joins them as a comma does, and is reported",
    arguments: [
      ("2409.10000 and 2409.10001 | Two", ["3:14 'and'"]),
      ("`2409.10000`, `2409.10001` và `2409.10002` | Three", ["3:30 'và'"]),
      ("2409.10000, and 2409.10001 | Two", ["3:15 'and'"]),
      ("2409.10000、2409.10001和2409.10002 | Three", ["3:26 '和'"]),
      ("NAME (2409.10000 and 2409.10001) | Two", ["3:20 'and'"]),
    ])
  func reportsWordsBetweenIDs(line: String, expected: [String]) throws {
    let source = SourceDocument(name: "t.md", text: "# TOPIC_TREE\n\n- \(line)\n")
    let read = try MarkdownImporter().read(source)
    guard case .paper(let mention) = read.digest.sections[0].entries[0] else {
      Issue.record("the line is no paper line")
      return
    }
    let ids = mention.papers.indices.map { "2409.1000\($0)" }
    #expect(mention.papers.count >= 2)
    #expect(mention.papers.map(\.written) == ids)
    #expect(mention.papers.map(\.id.description) == ids)
    let table = LineTable(source.bytes)
    let findings = read.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? ""
      return "\(place) \(diagnostic.summary) [\(diagnostic.id)]"
    }
    #expect(
      findings
        == expected.map {
          let parts = $0.split(separator: " ")
          return
            "\(parts[0]) the word \(parts[1]) between two ids is not kept; both papers are [markdown/joining-word]"
        })
  }

  @Test("a word between two ids is reported once in each kind of entry")
  func reportsWordsBetweenIDsOfEveryEntry() throws {
    let ids = "2409.10000 and 2409.10001"
    let text = """
      ## TOPIC_TREE

      - **Label:** \(ids)
      - **Other** (\(ids))

      | Area | Paper | Note |
      |---|---|---|
      | A | \(ids) | x |

      ## SOTA_HIGHLIGHTS

      | Rank | Paper |
      |---|---|
      | 1 | \(ids) |

      1. \(ids) – NAME

      ## NOVEL_TECH_CONTRIBUTIONS

      - **\(ids) – what – Suy nghĩ:** x
      - **\(ids)**
        - one – Suy nghĩ: x

      ## READING_LIST

      - \(ids) – NAME · x
      """
    let source = SourceDocument(name: "t.md", text: text)
    let read = try MarkdownImporter().read(source)
    let table = LineTable(source.bytes)
    let lines = read.diagnostics.map { diagnostic in
      diagnostic.location.map { table.position(of: $0.range.lower).line } ?? 0
    }
    #expect(Set(read.diagnostics.map(\.id.name)) == ["markdown/joining-word"])
    #expect(lines == [3, 4, 8, 14, 16, 20, 21, 26])
  }
}
