import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Headings of a section's own level that group its entries, and headings that are none of it.
@Suite struct SiblingGroupTests {
  static func outline(_ text: String) throws -> String { try SiblingTreeTests.outline(text) }

  @Test func readsGroupsOfTheSectionsOwnLevel() throws {
    let outline = try Self.outline(
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

  @Test func readsGroupsBehindTheFirstEntriesWhereEntriesFollow() throws {
    let outline = try Self.outline(
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

  /// The numbers of the sections go on: `4.` behind `3.` is no group.
  @Test(arguments: [("3.", "4."), ("III.", "IV."), ("三、", "四、")])
  func takesTheNextNumberForASection(number: String, next: String) throws {
    let outline = try Self.outline("## \(number) READING_LIST\n\n## \(next) Notes\n\nWords.\n")
    #expect(outline == "readingList \(number) «READING_LIST»\nother \(next) «Notes»\n  p «Words.»\n")
  }

  @Test func readsHeadingsThatGroupIdeasAndGaps() throws {
    let outline = try Self.outline(
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

  @Test(arguments: [
    ("## Digest of May\n\n### TOPIC_TREE\n\n- 2411.00001 | one\n", ""),
    ("## Digest of May\n\n1. **TOPIC_TREE**\n\n   - 2411.00001 | one\n", "1. "),
  ])
  func takesALowerHeadingAboveTheSectionsForTheTitle(text: String, number: String) throws {
    #expect(
      try Self.outline(text) == """
        title Digest of May
        topicTree \(number)«TOPIC_TREE»
          paper [2411.00001] summary«one»

        """)
  }

  @Test func takesAHeadingWithWordsBelowForASection() throws {
    let outline = try Self.outline("## Overview\n\nWords.\n\n## TOPIC_TREE\n\n- 2411.00001 | one\n")
    #expect(
      outline == """
        other «Overview»
          p «Words.»
        topicTree «TOPIC_TREE»
          paper [2411.00001] summary«one»

        """)
  }

  /// A list whose number is not 1 cannot follow a line at once in CommonMark.
  @Test func readsNumbersRightBelowTheLabelOfAGroup() throws {
    let text = """
      ## READING_LIST

      **Must read**
      1. 2411.00001 – NAME · one

      **Nice to have**
      2. NAMED (2411.00002) – two
      3. 2411.00003 (NAMEE): three
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(
      result.digest.outline == """
        readingList «READING_LIST»
          p «**Must read**»
          reading 1. [2411.00001] name«NAME» reason«one»
          p «**Nice to have**»
          reading 2. [2411.00002] name«NAMED» reason«two»
          reading 3. [2411.00003] name«NAMEE» reason«three»

        """)
  }

  /// CommonMark takes such a line for wrapped text of the last item.
  @Test func readsHeadlinesRightBelowLists() throws {
    let outline = try Self.outline(
      """
      **TOPIC_TREE**
      - NLP
        - 2411.00001 | one
      **SOTA_HIGHLIGHTS**
      - **#1 NAME** (2411.00001)
        - **Impact:** one
      **GAPS_AND_OPPORTUNITIES**
      - **Scale:** none
        **in bold as a whole**
      READING_LIST
      • 2411.00001 – NAME · one
      **FUTURE_IDEAS**
      ✨ **Alpha**
      - **Risk:** r
      ✨ **Beta**
      - **Risk:** s
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] summary«one»
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«» text«Impact»
            #1 [2411.00001] name«NAME» [] «one»
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Scale»
            body «none **in bold as a whole**»
        readingList «READING_LIST»
          reading [2411.00001] name«NAME» reason«one»
        ideas «FUTURE_IDEAS»
          idea «Alpha»
            risk «Risk»
              p «r»
          idea «Beta»
            risk «Risk»
              p «s»

        """)
  }

  /// To CommonMark the rule is the underline of a heading.
  @Test func readsARuleRightBelowLinesAsARule() throws {
    let outline = try Self.outline(
      """
      ## READING_LIST

      • 2411.00001 – NAME · one
      • 2411.00002 – NAMED · two
      ---

      ## META_REFLECTION

      Prose that
      is wrapped.
      ---

      Title
      ---
      """)
    #expect(
      outline == """
        readingList «READING_LIST»
          reading [2411.00001] name«NAME» reason«one»
          reading [2411.00002] name«NAMED» reason«two»
          hr
        reflection «META_REFLECTION»
          p «Prose that is wrapped.»
          hr
        other «Title»

        """)
  }

  @Test func opensAFenceAroundSectionsOfWhichOneDrawsATree() throws {
    let text = """
      ````
      ## TOPIC_TREE

      ```
      NLP
      └── 2411.00001 | one
      ```

      ## META_REFLECTION

      Words.
      ````
      """
    #expect(
      try Self.outline(text) == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] summary«one»
        reflection «META_REFLECTION»
          p «Words.»

        """)
  }

  @Test func readsSectionsThatNoBlankLineParts() throws {
    let outline = try Self.outline(
      """
      Here it is:
      **READING_LIST**
      2411.00001 – NAME · one
      **META_REFLECTION**
      Words, and
      **Highlights:** of the month
      **GAPS_AND_OPPORTUNITIES** (two)
      **Scale:** none
      """)
    #expect(
      outline == """
        preamble
          p «Here it is:»
        readingList «READING_LIST»
          reading [2411.00001] name«NAME» reason«one»
        reflection «META_REFLECTION»
          p «Words, and **Highlights:** of the month **GAPS_AND_OPPORTUNITIES** (two) **Scale:** none»

        """)
  }

  /// Each of these took minutes, or the whole stack, when a cut began the work on the rest anew.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      String(repeating: "**READING_LIST**\n", count: 50_000),
      "## FUTURE_IDEAS\n\n✨ **A**\n" + String(repeating: "- a\nRisk: x\n", count: 50_000),
      "## SOTA_HIGHLIGHTS\n\n" + (0..<20_000).map { "- 2411.00001 – x\n  - label\($0): y\n" }.joined(),
    ]) func readsManyCutsInTimeThatGrowsWithThem(text: String) throws
  {
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    #expect(!digest.sections.isEmpty)
  }
}
