import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Drawn and indented trees, and bullets that Markdown does not know.
@Suite struct OutlineRepairTests {
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
    let outline = try MarkdownReading.outline(
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

  @Test func readsBulletsThatMarkdownDoesNotKnow() throws {
    let outline = try MarkdownReading.outline(
      """
      **TOPIC_TREE:**
      • NLP
        ◦ 2411.00001 | one,
      wrapped
        ◦ 2411.00002 | two

      **NOVEL_TECH_CONTRIBUTIONS:**
      • 2411.00001 – what – Suy nghĩ: one

      **GAPS_AND_OPPORTUNITIES:**
      • Scale: none. Cơ hội: more.
      ▪ People: none.

      **FUTURE_IDEAS:**
      ✨ **First**

      • **Motivation:** m
      • **Approach:**
      a) s
      b) t
      • **Risk:** r

      **READING_LIST:**
      · 2411.00001 – NAME · one
      · 2411.00002 – NAMED · two
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE:»
          topic «NLP»
            paper [2411.00001] summary«one, wrapped»
            paper [2411.00002] summary«two»
        contributions «NOVEL_TECH_CONTRIBUTIONS:»
          contribution [2411.00001] technique«what» label«Suy nghĩ» remark«one»
        gaps «GAPS_AND_OPPORTUNITIES:»
          gap «Scale»
            body «none.»
            opportunity label«Cơ hội» «more.»
          gap «People»
            body «none.»
        ideas «FUTURE_IDEAS:»
          idea «First»
            motivation «Motivation»
              p «m»
            approach «Approach»
              ol
                li a)
                  p «s»
                li b)
                  p «t»
            risk «Risk»
              p «r»
        readingList «READING_LIST:»
          reading [2411.00001] name«NAME» reason«one»
          reading [2411.00002] name«NAMED» reason«two»

        """)
  }

  @Test func readsADrawnTreeWithNamesFirst() throws {
    let outline = try MarkdownReading.outline(
      """
      ## TOPIC_TREE

      ```
      NLP
      ├── **NAME** (2411.00001): one
      └── [A linked title](https://arxiv.org/abs/2411.00002) – two
      ```
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] name«NAME» summary«one»
            paper [https://arxiv.org/abs/2411.00002] name«A linked title» summary«two»

        """)
  }
}
