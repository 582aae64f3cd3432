import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Headings, rows and entries as language models vary them.
@Suite struct SiblingSectionTests {
  static func outline(_ text: String) throws -> String { try SiblingTreeTests.outline(text) }

  static func kinds(_ text: String) throws -> [Digest.Section.Kind] {
    try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest.sections.map(\.kind)
  }

  // MARK: Headings

  @Test(arguments: [
    "## 🌳 1. TOPIC_TREE", "## 1️⃣ TOPIC_TREE", "## 1\\. TOPIC\\_TREE", "**1\\. TOPIC\\_TREE**",
    "## Phần 1: TOPIC_TREE", "## Part I – Topic Tree", "**Cây chủ đề của các bài báo (TOPIC_TREE)**",
    "## TOPIC_TREE:", "## Topic tree of the month", "1) *TOPIC_TREE*\n", "TOPIC_TREE\n==========",
    "1. **TOPIC_TREE** – what is where", "# Cây chủ đề",
  ])
  func knowsASectionByItsNameInAnyDress(heading: String) throws {
    #expect(try Self.kinds(heading + "\n\nWords of 2411.00001.\n") == [.topicTree])
  }

  @Test(arguments: [
    ("## Điểm nổi bật SOTA", Digest.Section.Kind.highlights), ("## State-of-the-Art Highlights", .highlights),
    ("## Đóng góp kỹ thuật mới – NOVEL_TECH_CONTRIBUTIONS", .contributions),
    ("## Khoảng trống nghiên cứu & Cơ hội", .gaps), ("## Research Gaps and Opportunities", .gaps),
    ("**Ý tưởng nghiên cứu trong tương lai**", .ideas), ("## Future Research Directions", .ideas),
    ("## Danh sách đọc đề xuất", .readingList), ("## Recommended Reading List", .readingList),
    ("**Suy ngẫm tổng thể**", .reflection), ("## Meta-reflection on the month", .reflection),
    ("## Topic trees grow fast", .other), ("## Reading lists are long", .other),
  ])
  func knowsTranslatedNamesAndNoSentences(heading: String, kind: Digest.Section.Kind) throws {
    #expect(try Self.kinds(heading + "\n\nWords of 2411.00001.\n") == [kind])
  }

  @Test func takesLabelsWithTheNamesOfSectionsForLabels() throws {
    let outline = try Self.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### Gaps

      - first

      ## META_REFLECTION

      - **Research Gaps:** many
      - **Future Directions**
        - more

      **Highlights**

      Words.
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Gaps»
            point «first»
        reflection «META_REFLECTION»
          ul
            li
              p «**Research Gaps:** many»
            li
              p «**Future Directions**»
              ul
                li
                  p «more»
          p «**Highlights**»
          p «Words.»

        """)
  }

  @Test func takesTheOnlyFirstLevelHeadingBehindAGreetingForTheTitle() throws {
    let outline = try Self.outline("Hello!\n\n# Digest of May\n\n## FUTURE_IDEAS\n\n✨ **A**\n- **Risk:** r\n")
    #expect(
      outline == """
        title Digest of May
        preamble
          p «Hello!»
        ideas «FUTURE_IDEAS»
          idea «A»
            risk «Risk»
              p «r»

        """)
  }

  @Test(arguments: ["---\n\n", "---\n"]) func takesARuleAtTheBeginningForARule(rule: String) throws {
    let text =
      rule + "## TOPIC_TREE\n\n- 2411.00001 | a\n\n---\n\n## READING_LIST\n\n- 2411.00001 – A · b\n\n---\n"
    #expect(try Self.kinds(text) == [.topicTree, .readingList])
  }

  @Test func readsADigestThatIsQuotedAsAWhole() throws {
    let outline = try Self.outline(
      "> 1.  **TOPIC_TREE**\n>\n>     *   A\n>         *   2411.00001 | one\n>\n> 2.  **META_REFLECTION**\n>\n>     Words.\n"
    )
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «A»
            paper [2411.00001] summary«one»
        reflection 2. «META_REFLECTION»
          p «Words.»

        """)
  }

  // MARK: Highlights

  @Test func readsCellsWithNamesBreaksAndSigns() throws {
    let outline = try Self.outline(
      """
      2.  **SOTA_HIGHLIGHTS**

          | **Rank** | **PaperID** | **Keywords** | Why |
          |:-:|---|---|---|
          | 🥇 1 | NAME (2411.00001) | x; y | a \\| b |
          | **2** | `2411.00002` (NAMED) | • x<br>• y | c |
          | 3 | 2411.00003<br>NAMEE | x, y |
          | 4 | [NAMEF](https://arxiv.org/abs/2411.00004) | x | d |
          | 5 | **NAMEG** `2411.00005` | x | e | more |
      """)
    #expect(
      outline == """
        highlights 2. «SOTA_HIGHLIGHTS»
          highlights rank«**Rank**» papers«**PaperID**» keywords«**Keywords**» text«Why»
            🥇 1 [2411.00001] name«NAME» ["x", "y"] «a | b»
            2 [2411.00002] name«NAMED» ["x", "y"] «c»
            3 [2411.00003] name«NAMEE» ["x", "y"]
            4 [https://arxiv.org/abs/2411.00004] name«NAMEF» ["x"] «d»
            5 [2411.00005] name«NAMEG» ["x"] «e» «more»

        """)
  }

  @Test func readsATableInAFenceAndOneWithoutADelimiterRow() throws {
    let outline = try Self.outline(
      """
      ## SOTA_HIGHLIGHTS

      ```
      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001 |
      ```

      | Rank | Paper |
      | 2 | 2411.00002 |
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001] []
          highlights rank«Rank» papers«Paper»
            2 [2411.00002] []

        """)
  }

  // MARK: Contributions

  @Test func readsContributionsWithNamesSignsAndOtherMarks() throws {
    let outline = try Self.outline(
      """
      3.  **NOVEL_TECH_CONTRIBUTIONS**

          *   **NAME (2411.00001) – what – Suy nghĩ:** one.
          *   **NAMED** (`2411.00002`) – what. *Suy nghĩ:* two.
          *   **NAMEE [2411.00003]:** what – Suy nghĩ: three.
          *   **what (2411.00004)** – four
          *   **2411.00005**: what – five
          *   **2411.00006 – what** – *Suy nghĩ:* six
          *   **2411.00007 — what — _Suy nghĩ_:** seven
          *   **2411.00008 | what | Suy nghĩ:** eight
          *   **2411.00009 – what** (Suy nghĩ: nine)
          *   **2411.00010 – what – Đánh giá cá nhân:** ten
          *   **2411.00011 – what – 💭 Suy nghĩ：** eleven (Đóng góp dữ liệu).
          *   🔧 **2411.00012 – what – Suy nghĩ:** twelve
          *   **2411.00013 – what**
              *   *Suy nghĩ:* thirteen
          *   **2411.00014**
              *   first – Suy nghĩ: good
              *   second – Suy nghĩ: fine
          *   **A group**
              *   **2411.00015 – what – Suy nghĩ:** fifteen

          **2411.00016 – what – Suy nghĩ:** sixteen
          **2411.00017 – what – Suy nghĩ:** seventeen

          | Paper | What | Suy nghĩ |
          |---|---|---|
          | 2411.00018 | what | eighteen |
      """)
    #expect(
      outline == """
        contributions 3. «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2411.00001] technique«NAME – what» label«Suy nghĩ» remark«one.»
          contribution [2411.00002] technique«**NAMED** – what.» label«Suy nghĩ» remark«two.»
          contribution [2411.00003] technique«NAMEE: what» label«Suy nghĩ» remark«three.»
          contribution [2411.00004] technique«what» remark«four»
          contribution [2411.00005] technique«what» remark«five»
          contribution [2411.00006] technique«what» label«Suy nghĩ» remark«six»
          contribution [2411.00007] technique«what» label«Suy nghĩ» remark«seven»
          contribution [2411.00008] technique«what» label«Suy nghĩ» remark«eight»
          contribution [2411.00009] technique«what» label«Suy nghĩ» remark«nine»
          contribution [2411.00010] technique«what» label«Đánh giá cá nhân» remark«ten»
          contribution [2411.00011] technique«what» label«Suy nghĩ» remark«eleven» kind«Đóng góp dữ liệu»
          contribution [2411.00012] technique«what» label«Suy nghĩ» remark«twelve» kind«🔧»
          contribution [2411.00013] technique«what» label«Suy nghĩ» remark«thirteen»
          contribution [2411.00014] technique«first» label«Suy nghĩ» remark«good»
          contribution [2411.00014] technique«second» label«Suy nghĩ» remark«fine»
          p «**A group**»
          contribution [2411.00015] technique«what» label«Suy nghĩ» remark«fifteen»
          contribution [2411.00016] technique«what» label«Suy nghĩ» remark«sixteen»
          contribution [2411.00017] technique«what» label«Suy nghĩ» remark«seventeen»
          p «Paper | What | Suy nghĩ»
          contribution [2411.00018] technique«what» label«Suy nghĩ» remark«eighteen»

        """)
  }
}
