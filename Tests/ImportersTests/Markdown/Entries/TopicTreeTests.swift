import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Topic trees: nested labels in every layout that digests use.
@Suite struct TopicTreeTests {
  @Test func readsLabelsWithEnumeratorsAtEveryLevel() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      1.  **TOPIC_TREE**
          *   **I. Language Models**
              *   A. Training
                  *   1. Data
                      *   2406.17557, 2406.11794 | open corpora
                      *   2406.11410 | small models
                  *   2. Scaling
                      *   a. Laws
                          *   `2406.00001` | more
          *   II. Other
              *   (Trống)
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic I. «Language Models»
            topic A. «Training»
              topic 1. «Data»
                paper [2406.17557, 2406.11794] summary«open corpora»
                paper [2406.11410] summary«small models»
              topic 2. «Scaling»
                topic a. «Laws»
                  paper [2406.00001] summary«more»
          topic II. «Other»
            placeholder «(Trống)»

        """)
  }

  @Test func hangsWhatFollowsABoldLineBelowIt() throws {
    let outline = try MarkdownReading.outline(
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

  @Test func readsLabelsWithLettersAndNoBullets() throws {
    let outline = try MarkdownReading.outline(
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
    let outline = try MarkdownReading.outline(
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

  @Test func knowsPlaceholdersWithoutABracketAroundTheLine() throws {
    let outline = try MarkdownReading.outline(
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
    #expect(try MarkdownReading.outline(tree) == Self.numbered)
  }

  @Test func readsATreeOfLettersBelowNumbers() throws {
    let outline = try MarkdownReading.outline(
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
    let outline = try MarkdownReading.outline(
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
}
