import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Where sections begin, and what is the title.
@Suite struct SectionSplitterTests {
  @Test func findsSectionsInEveryFormOfHeading() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      Hello, here is the result.

      **ĐẦU RA**

      ## TOPIC_TREE
      - A
        - 2409.00001 | one

      Highlights
      --------------
      | Rank | Paper | Tags |
      |:--|---|---|
      | 1 | 2409.00001 | a, b (c, d) |

      **3. NOVEL CONTRIBUTIONS**
      - **2409.00001 – x – Suy nghĩ:** y

      # Khoảng trống và cơ hội
      - **T:** g. Cơ hội: o

      5. **READING_LIST** (Top papers đáng đọc)
         1. 2409.00001 – One · why
      6. **EXTRA_NOTES**
         Something else about 2409.00002.
      """)
    #expect(
      outline == """
        preamble
          p «Hello, here is the result.»
          p «**ĐẦU RA**»
        topicTree «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
        highlights «Highlights»
          highlights rank«Rank» papers«Paper» keywords«Tags»
            1 [2409.00001] ["a", "b (c, d)"]
        contributions 3. «NOVEL CONTRIBUTIONS»
          contribution [2409.00001] technique«x» label«Suy nghĩ» remark«y»
        gaps «Khoảng trống và cơ hội»
          gap «T»
            body «g.»
            opportunity label«Cơ hội» «o»
        readingList 5. «**READING_LIST** (Top papers đáng đọc)»
          reading 1. [2409.00001] name«One» reason«why»
        other 6. «EXTRA_NOTES»
          p «Something else about 2409.00002.»

        """)
  }

  /// A heading that continues the numbers of the sections, `4.` after `3.`, is not a group.
  @Test(arguments: [("3.", "4."), ("III.", "IV."), ("三、", "四、")])
  func takesTheNextNumberForASection(number: String, next: String) throws {
    let outline = try MarkdownReading.outline("## \(number) READING_LIST\n\n## \(next) Notes\n\nWords.\n")
    #expect(outline == "readingList \(number) «READING_LIST»\nother \(next) «Notes»\n  p «Words.»\n")
  }

  @Test(arguments: [
    ("## Digest of May\n\n### TOPIC_TREE\n\n- 2411.00001 | one\n", ""),
    ("## Digest of May\n\n1. **TOPIC_TREE**\n\n   - 2411.00001 | one\n", "1. "),
  ])
  func takesALowerHeadingAboveTheSectionsForTheTitle(text: String, number: String) throws {
    #expect(
      try MarkdownReading.outline(text) == """
        title Digest of May
        topicTree \(number)«TOPIC_TREE»
          paper [2411.00001] summary«one»

        """)
  }

  @Test func takesAHeadingWithWordsBelowForASection() throws {
    let outline = try MarkdownReading.outline(
      "## Overview\n\nWords.\n\n## TOPIC_TREE\n\n- 2411.00001 | one\n")
    #expect(
      outline == """
        other «Overview»
          p «Words.»
        topicTree «TOPIC_TREE»
          paper [2411.00001] summary«one»

        """)
  }

  @Test func readsSectionsWithoutBlankLinesBetween() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func takesTheOnlyFirstLevelHeadingAfterAGreetingForTheTitle() throws {
    let outline = try MarkdownReading.outline(
      "Hello!\n\n# Digest of May\n\n## FUTURE_IDEAS\n\n✨ **A**\n- **Risk:** r\n")
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
    #expect(try MarkdownReading.kinds(text) == [.topicTree, .readingList])
  }

  @Test func readsADigestThatIsQuotedAsAWhole() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsAChineseDigest() throws {
    let outline = try MarkdownReading.outline(
      """
      ## 一、主题树

      - **语言**
        - `2411.00001`｜NAME：一。
        - `2411.00002`、2411.00003｜二。
      - **其他**
        - （无）

      ## 二、SOTA 亮点（前十）

      | 排名 | 论文 | 关键词 |
      |---|---|---|
      | 1 | 2411.00001 | 数据、混合，a；b |

      ## 三、新技术贡献

      - **2411.00001 – 什么 – 思考：** 好。

      ## 四、研究空白与机会

      - **规模：** 没有（2411.00001）。机会：更大。

      ## 五、未来研究方向

      ✨ **想法 1：混合**
      - **动机：** 为何
      - **风险/可行性：** 低

      ## 六、阅读清单

      - 2411.00001 – NAME · 一

      ## 七、元反思

      慢。
      """)
    #expect(
      outline == """
        topicTree 一、 «主题树»
          topic «语言»
            paper [2411.00001] name«NAME» summary«一。»
            paper [2411.00002, 2411.00003] summary«二。»
          topic «其他»
            placeholder «（无）»
        highlights 二、 «SOTA 亮点（前十）»
          highlights rank«排名» papers«论文» keywords«关键词»
            1 [2411.00001] ["数据", "混合", "a", "b"]
        contributions 三、 «新技术贡献»
          contribution [2411.00001] technique«什么» label«思考» remark«好。»
        gaps 四、 «研究空白与机会»
          gap «规模»
            body «没有（2411.00001）。»
            opportunity label«机会» «更大。»
        ideas 五、 «未来研究方向»
          idea label«想法 1» «混合»
            motivation «动机»
              p «为何»
            risk «风险/可行性»
              p «低»
        readingList 六、 «阅读清单»
          reading [2411.00001] name«NAME» reason«一»
        reflection 七、 «元反思»
          p «慢。»

        """)
  }
}
