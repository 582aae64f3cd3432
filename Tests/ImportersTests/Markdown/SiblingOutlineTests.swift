import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

/// Trees and lists whose marks CommonMark does not know: `1.1.`, `•`, plain indentation, East Asian punctuation.
@Suite struct SiblingOutlineTests {
  static func outline(_ text: String) throws -> String { try SiblingTreeTests.outline(text) }

  static let numbered = """
    topicTree «TOPIC_TREE»
      topic 1. «NLP»
        topic 1.1. «Models»
          paper [2411.00001] summary«one»
          paper [2411.00002, 2411.00003] summary«two»
        topic 1.2 «Data»
          paper [2411.00004] summary«four»
      topic 2. «Vision»
        topic 2.1. «Stills»
          paper [2411.00005] summary«five»

    """

  @Test(arguments: [
    """
    ## TOPIC_TREE

    1. NLP
       1.1. Models
          - 2411.00001 | one
          - [2411.00002; 2411.00003] two
       1.2 Data
          - 2411.00004 | four
    2. Vision
       2.1. Stills
          - 2411.00005 | five
    """,
    """
    ## TOPIC_TREE

    1. NLP
    1.1. Models
    - 2411.00001 | one
    - [2411.00002; 2411.00003] two
    1.2 Data
    - 2411.00004 | four
    2. Vision
    2.1. Stills
    - 2411.00005 | five
    """,
    """
    ## TOPIC_TREE

    **1. NLP**

    **1.1. Models**
    - 2411.00001 | one
    - [2411.00002; 2411.00003] two

    **1.2 Data**
    - 2411.00004 | four

    **2. Vision**

    **2.1. Stills**
    - 2411.00005 | five
    """,
  ])
  func nestsLabelsByTheirNumbers(tree: String) throws {
    #expect(try Self.outline(tree) == Self.numbered)
  }

  @Test func readsATreeOfLettersBelowNumbers() throws {
    let outline = try Self.outline(
      """
      1.  **TOPIC_TREE**

          1. NLP
             A. Models
                - 2411.00001 | one,
                  wrapped
             B. Data
                - 2411.00002 | two
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic 1. «NLP»
            topic A. «Models»
              paper [2411.00001] summary«one, wrapped»
            topic B. «Data»
              paper [2411.00002] summary«two»

        """)
  }

  @Test func readsATreeThatIsIndentedTextOnly() throws {
    let outline = try Self.outline(
      """
      TOPIC_TREE

      NLP
        Models
          2411.00001 | one
          2411.00002 | two
      Vision
        2411.00003 | three

      META_REFLECTION

      Words.
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            topic «Models»
              paper [2411.00001] summary«one»
              paper [2411.00002] summary«two»
          topic «Vision»
            paper [2411.00003] summary«three»
        reflection «META_REFLECTION»
          p «Words.»

        """)
  }

  @Test func readsBulletsThatMarkdownDoesNotKnow() throws {
    let outline = try Self.outline(
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

  @Test func readsAChineseDigest() throws {
    let outline = try Self.outline(
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

  @Test(arguments: [
    ("## 토픽 트리", Digest.Section.Kind.topicTree), ("## 2、SOTA ハイライト", .highlights),
    ("## Contribuciones técnicas (nuevas)", .contributions), ("## 5. 격차와 기회", .gaps),
    ("## 将来の研究アイデア：三つ", .ideas), ("## Список для чтения", .readingList), ("## Meta-Reflexion", .reflection),
    ("## 十分な時間", .other),
  ])
  func knowsNamesInMoreLanguages(heading: String, kind: Digest.Section.Kind) throws {
    let text = heading + "\n\nWords of 2411.00001.\n"
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    #expect(digest.sections.map(\.kind) == [kind])
  }

  @Test func readsADrawnTreeWithNamesFirst() throws {
    let outline = try Self.outline(
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

  @Test func readsSignsAsBulletsAndKeysAsNumbers() throws {
    let outline = try Self.outline(
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
    let outline = try Self.outline(
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

  @Test func knowsEveryNameOfTheVocabulary() {
    for (kind, names) in SectionNames.standard {
      for name in names { #expect(SectionAliases.standard.kind(of: name.utf8) == kind, "\(name)") }
    }
  }
}
