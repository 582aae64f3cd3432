import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Headings of a section's own level that group its entries.
@Suite struct GroupHeadingsTests {
  @Test func readsGroupsOfTheSectionsOwnLevel() throws {
    let outline = try MarkdownReading.outline(
      """
      ### 1. TOPIC_TREE

      ### I. NLP

      - 2411.00001 | one

      ### II. Vision

      - 2411.00002 | two

      ---

      ### 2. NOVEL_TECH_CONTRIBUTIONS

      ### Language

      - **2411.00001 – what – Suy nghĩ:** one

      ---

      ### VISION

      - **2411.00002 – what – Suy nghĩ:** two

      ### 3. GAPS_AND_OPPORTUNITIES

      ### Data

      - **Scale:** none. Cơ hội: more

      ### 4. READING_LIST

      ### Phase 1

      1. 2411.00001 – NAME · one

      ### Phase 2

      2. 2411.00002 – NAMED · two

      ### 5. META_REFLECTION

      ### What changed

      All.
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic I. «NLP»
            paper [2411.00001] summary«one»
          topic II. «Vision»
            paper [2411.00002] summary«two»
          hr
        contributions 2. «NOVEL_TECH_CONTRIBUTIONS»
          h3 «Language»
          contribution [2411.00001] technique«what» label«Suy nghĩ» remark«one»
          hr
          h3 «VISION»
          contribution [2411.00002] technique«what» label«Suy nghĩ» remark«two»
        gaps 3. «GAPS_AND_OPPORTUNITIES»
          h3 «Data»
          gap «Scale»
            body «none.»
            opportunity label«Cơ hội» «more»
        readingList 4. «READING_LIST»
          h3 «Phase 1»
          reading 1. [2411.00001] name«NAME» reason«one»
          h3 «Phase 2»
          reading 2. [2411.00002] name«NAMED» reason«two»
        reflection 5. «META_REFLECTION»
          h3 «What changed»
          p «All.»

        """)
  }

  @Test func readsGroupsAfterTheFirstEntriesWhereEntriesFollow() throws {
    let outline = try MarkdownReading.outline(
      """
      ## NOVEL_TECH_CONTRIBUTIONS

      - **2411.00001 – what – Suy nghĩ:** one

      ## Vision

      - **2411.00002 – what – Suy nghĩ:** two

      ## FUTURE_IDEAS

      ## ✨ Idea 1: First

      - **Risk:** r

      ## A second one

      - **Risk:** s

      ## Thanks

      - to all
      """)
    #expect(
      outline == """
        contributions «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2411.00001] technique«what» label«Suy nghĩ» remark«one»
          h2 «Vision»
          contribution [2411.00002] technique«what» label«Suy nghĩ» remark«two»
        ideas «FUTURE_IDEAS»
          idea label«Idea 1» «First»
            risk «Risk»
              p «r»
          idea «A second one»
            risk «Risk»
              p «s»
        other «Thanks»
          ul
            li
              p «to all»

        """)
  }

  @Test func readsHeadingsThatGroupIdeasAndGaps() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### Data

      #### Scale

      None of 2411.00001.

      ##### Opportunities

      - more

      ## FUTURE_IDEAS

      ### In short

      #### ✨ First

      - **Risk:** r

      ### Later

      ✨ **Second**

      - **Risk:** s
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          h3 «Data»
          gap «Scale»
            body «None of 2411.00001.»
            opportunity label«Opportunities»
              point «more»
        ideas «FUTURE_IDEAS»
          h3 «In short»
          idea «First»
            risk «Risk»
              p «r»
          h3 «Later»
          idea «Second»
            risk «Risk»
              p «s»

        """)
  }
}
