import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Gaps, ideas and reading lists as language models vary them.
@Suite struct SiblingEntryTests {
  static func outline(_ text: String) throws -> String { try SiblingTreeTests.outline(text) }

  @Test func readsGapsWithOtherMarks() throws {
    let outline = try Self.outline(
      """
      4.  **GAPS_AND_OPPORTUNITIES**

          *   **First** – prose. *Cơ hội*: one.
          *   **Second:** prose. → Cơ hội: two.
          *   **Third:** prose. **Opportunity** – three.
          *   **Fourth:** prose. (Cơ hội: four.)
          *   A plain title: prose. Cơ hội： five.
          *   **Cited** (2411.00002): prose.
          *   **Gap 6: a title.** prose. Opportunity 6: six.
          *   **Gap 7:** prose.
              **Opportunity 7:** seven.

          **Eighth**

          Prose of 2411.00001.

          *   *Opportunity:* eight.

          | Area | Gap | Opportunity |
          |---|---|---|
          | **Ninth** | missing | nine |
      """)
    #expect(
      outline == """
        gaps 4. «GAPS_AND_OPPORTUNITIES»
          gap «First»
            body «prose.»
            opportunity label«Cơ hội» «one.»
          gap «Second»
            body «prose.»
            opportunity label«Cơ hội» «two.»
          gap «Third»
            body «prose.»
            opportunity label«Opportunity» «three.»
          gap «Fourth»
            body «prose.»
            opportunity label«Cơ hội» «four.»
          gap «A plain title»
            body «prose.»
            opportunity label«Cơ hội» «five.»
          gap «Cited (2411.00002)»
            body «prose.»
          gap «Gap 6: a title.»
            body «prose.»
            opportunity label«Opportunity 6» «six.»
          gap
            gap label«Gap 7» «prose.»
            opportunity label«Opportunity 7» «seven.»
          gap «Eighth»
            body «Prose of 2411.00001.»
            opportunity label«Opportunity» «eight.»
          p «Area | Gap | Opportunity»
          gap «Ninth»
            gap label«Gap» «missing»
            opportunity label«Opportunity» «nine»

        """)
  }

  /// Behind `10.` a text begins one column later, and four blanks are too few for what hangs below.
  @Test func hangsBulletsBelowNumbersOfTwoDigits() throws {
    let outline = try Self.outline(
      "## GAPS\n\n"
        + (9...11).map { "\($0).  **T\($0):** prose.\n    *   **Cơ hội:** o\($0).\n" }.joined())
    #expect(
      outline == "gaps «GAPS»\n"
        + (9...11).map {
          "  gap «\($0). T\($0)»\n    body «prose.»\n    opportunity label«Cơ hội» «o\($0).»\n"
        }.joined())
  }

  @Test func readsBoldLabelsOfGapsThatEndInAFullStop() throws {
    let outline = try SiblingTreeTests.outline(
      """
      ## GAPS

      - **A title.** Text of 2411.00001. **Cơ hội.** more
      - **Gap.** none of 2411.00002. **Cơ hội。** other **Cơ hội. Bold** words
      """)
    #expect(
      outline == """
        gaps «GAPS»
          gap «A title.»
            body «Text of 2411.00001.»
            opportunity label«Cơ hội» «more»
          gap
            gap label«Gap» «none of 2411.00002.»
            opportunity label«Cơ hội» «other **Cơ hội. Bold** words»

        """)
  }

  @Test func readsIdeasWithHeadingsSignsAndTables() throws {
    let outline = try Self.outline(
      """
      ### FUTURE_IDEAS

      ### ✨ Idea 1 – Alpha

      #### Motivation
      m

      #### Approach
      1. s
      2. t

      ✨ **Idea 2:** Beta
      – **Động lực:** m
      – **Cách tiếp cận (2 bước):**
      • s
      • t

      ✨ **Gamma** (Moon-shot)
      *   **Motivation** – m
      *   **Risk**： r

      | # | Idea | Motivation | Risk |
      |---|---|---|---|
      | 4 | **Delta** | m | r (Khả thi cao) |
      """)
    #expect(
      outline == """
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha»
            motivation «Motivation»
              p «m»
            approach «Approach»
              ol
                li 1.
                  p «s»
                li 2.
                  p «t»
          idea label«Idea 2» «Beta»
            motivation «Động lực»
              p «m»
            approach «Cách tiếp cận (2 bước)»
              ul
                li
                  p «s»
                li
                  p «t»
          idea «Gamma (Moon-shot)» ["Moon-shot"]
            motivation «Motivation»
              p «m»
            risk «Risk»
              p «r»
          p «# | Idea | Motivation | Risk»
          idea label«4» «Delta» ["Khả thi cao"]
            motivation «Motivation»
              p «m»
            risk «Risk»
              p «r (Khả thi cao)»

        """)
  }

  @Test func readsIdeasWithNumbersAndBareLabels() throws {
    let outline = try Self.outline(
      """
      5.  **FUTURE_IDEAS**

          **1. Alpha**
          *   **Motivation (why):** m
          *   Motto: short

          **2. Beta (Khả thi cao)**
          - Motivation – m
          - Approach – a

          ✨ **[Moon-shot] Gamma**

          **Motivation**

          m

          **Key novelty**

          n

          3. **Delta**
             - **Risk:** r
      """)
    #expect(
      outline == """
        ideas 5. «FUTURE_IDEAS»
          idea label«1.» «Alpha»
            motivation «Motivation (why)»
              p «m»
            other «Motto»
              p «short»
          idea label«2.» «Beta (Khả thi cao)» ["Khả thi cao"]
            motivation «Motivation»
              p «m»
            approach «Approach»
              p «a»
          idea «[Moon-shot] Gamma» ["Moon-shot"]
            motivation «Motivation»
              p «m»
            novelty «Key novelty»
              p «n»
          idea label«3.» «Delta»
            risk «Risk»
              p «r»

        """)
  }

  @Test func readsReadingItemsWithNamesSignsAndOtherMarks() throws {
    let outline = try Self.outline(
      """
      6.  **READING_LIST**

          *   **NAME** (2411.00001) · one
          *   [NAMED: Title](https://arxiv.org/abs/2411.00002) · two
          *   2411.00003 – NAMEE ・ three
          *   2411.00004 – NAMEF | four
          *   **2411.00005 – NAMEG: Sub:** five
          *   ⭐ 2411.00006 – NAMEH · six
          *   [[2411.00007|NAMEI]] – seven
          *   NAMEJ – 2411.00008 – eight

          ### A group

          1\\. 2411.00009 – NAMEK · nine

          - [ ] 2411.00010 – NAMEL · ten

          2411.00011 – NAMEM · eleven
          2411.00012 – NAMEN · twelve,
          wrapped as in 2411.00013 and so on

          | # | Paper | Name | Why |
          |---|---|---|---|
          | 1 | 2411.00014 | NAMEO | fourteen |
      """)
    #expect(
      outline == """
        readingList 6. «READING_LIST»
          reading [2411.00001] name«NAME» reason«one»
          reading [https://arxiv.org/abs/2411.00002] name«NAMED: Title» reason«two»
          reading [2411.00003] name«NAMEE» reason«three»
          reading [2411.00004] name«NAMEF» reason«four»
          reading [2411.00005] name«NAMEG: Sub» reason«five»
          reading [2411.00006] name«NAMEH» reason«⭐ six»
          reading [2411.00007] name«NAMEI» reason«seven»
          reading [2411.00008] name«NAMEJ» reason«eight»
          h3 «A group»
          reading 1. [2411.00009] name«NAMEK» reason«nine»
          reading [2411.00010] name«NAMEL» reason«ten»
          reading [2411.00011] name«NAMEM» reason«eleven»
          reading [2411.00012] name«NAMEN» reason«twelve, wrapped as in 2411.00013 and so on»
          p «# | Paper | Name | Why»
          reading 1 [2411.00014] name«NAMEO» reason«fourteen»

        """)
  }

  /// Numbers, dates and money at the beginning of a line are no slips in an id.
  @Test func reportsNoIDWhereANumberIsMeant() throws {
    let lines = ["12:30", "3.14", "2024.09", "2024.0901", "v1.2345", "1234.5678", "192.168.1.1", "0101.5"]
    let text = "## TOPIC_TREE\n" + lines.map { "*   \($0) | words\n" }.joined() + "*   2409.00001 | one\n"
    var result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    result.digest.normalise()
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.digest.papers.map(\.id.description) == ["2409.00001"])
  }

  @Test func placesPapersAndTheirNamesInTheSource() throws {
    let text = "## READING_LIST\n\n*   **NAME** (2411.00001) · why\n*   ⭐ 2411.00002 – B · why\n"
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    let table = LineTable(Array(text.utf8))
    func place(_ anchor: SourceAnchor) -> String? {
      result.sourceMap.location(of: anchor).map { table.position(of: $0.range.lower).description }
    }
    var places: [String?] = []
    for case .reading(let item) in result.digest.sections[0].entries {
      places += [place(item.anchor), place(item.papers[0].anchor), item.name.flatMap { place($0.anchor) }]
    }
    #expect(places == ["3:1", "3:15", "3:7", "4:1", "4:9", "4:24"])
  }

  /// Eighty thousand ids in one line took a minute when the list of them was copied for each.
  @Test(.timeLimit(.minutes(2))) func readsALineOfIDsInTimeThatGrowsWithIt() throws {
    let ids = (0..<40_000).map { "2409.\(10_000 + $0)" }
    let text = "## TOPIC_TREE\n\n*   \(ids.joined(separator: ", ")) | words\n"
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    guard case .paper(let mention)? = digest.sections[0].entries.first else {
      Issue.record("the line is no paper line")
      return
    }
    #expect(mention.papers.count == 40_000)
  }
}
