import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Signs between the parts of a line.
@Suite struct SeparatorTests {
  @Test func readsSignsAsBulletsAndKeysAsNumbers() throws {
    let outline = try MarkdownReading.outline(
      """
      **TOPIC_TREE**

      ▪ NLP
         ▫ Models
            - 2411.00001 | one
      ▪ Vision
            - 2411.00002 | two

      **SOTA_HIGHLIGHTS**

      1️⃣ **2411.00001 – NAME**: one
      2️⃣ **2411.00002 – NAMED**: two

      **Paper 3:** 2411.00003 – NAMEE
      - Impact: three

      **GAPS_AND_OPPORTUNITIES**

      🔹 **Scale:** none. Cơ hội: more
      🔹 **People:** none

      - 📌 **Time:** short. 🌱 **Cơ hội:** wait

      **READING_LIST**

      1️⃣ 2411.00001 – NAME · one
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            topic «Models»
              paper [2411.00001] summary«one»
          topic «Vision»
            paper [2411.00002] summary«two»
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«» text«» text«Impact»
            1️⃣ [2411.00001] name«NAME» [] «one» «»
            2️⃣ [2411.00002] name«NAMED» [] «two» «»
            Paper 3 [2411.00003] name«NAMEE» [] «» «three»
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Scale»
            body «none.»
            opportunity label«Cơ hội» «more»
          gap «People»
            body «none»
          gap «📌 Time»
            body «short.»
            opportunity label«Cơ hội» «wait»
        readingList «READING_LIST»
          reading [2411.00001] name«NAME» reason«1️⃣ one»

        """)
  }

  @Test func readsArrowsCommasAndBreaksBetweenParts() throws {
    let outline = try MarkdownReading.outline(
      """
      ## TOPIC_TREE

      - NLP
        - 2411.00003: Tokens; 2411.00006: more
      - Other: none

      ## SOTA_HIGHLIGHTS

      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001<br>`2411.00002` |

      ## FUTURE_IDEAS

      ✨ Idea 1. Alpha
      - Motivation → why
      - Risk -> low

      ## READING_LIST

      - 2411.00001 (NAME) -> one -> two
      - 2411.00002, NAMED
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            paper [2411.00003] summary«Tokens; 2411.00006: more»
          topic «Other»
            placeholder «none»
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001, 2411.00002] []
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «Alpha»
            motivation «Motivation»
              p «why»
            risk «Risk»
              p «low»
        readingList «READING_LIST»
          reading [2411.00001] name«NAME» reason«one -> two»
          reading [2411.00002] name«NAMED»

        """)
  }
}
