import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Lines `key:: value` below what they belong to.
@Suite struct PropertyRepairTests {
  @Test func keepsPropertiesBesideTheLineTheyStandUnder() throws {
    let outline = try MarkdownReading.outline(
      """
      ## TOPIC_TREE

      - NLP
        id:: 64f0
        - 2409.00001 | NAME: text
          arxiv:: 2409.00001v2
          title:: Kites That Plan
        - `2409.00002` | text that
          goes on

      ## FUTURE_IDEAS

      - ✨ **Idea**
        motivation:: none
        risk:: some
      - ✨ **Another**
        - Risk:: more

      ## READING_LIST

      - 2409.00001 – NAME · reason
        url:: a.org
      """)
    #expect(
      outline == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            p «id:: 64f0»
            paper [2409.00001] name«NAME» summary«text»
              p «arxiv:: 2409.00001v2»
              p «title:: Kites That Plan»
            paper [2409.00002] summary«text that goes on»
        ideas «FUTURE_IDEAS»
          idea «Idea»
            motivation «motivation»
              p «none»
            risk «risk»
              p «some»
          idea «Another»
            risk «Risk»
              p «more»
        readingList «READING_LIST»
          reading [2409.00001] name«NAME» reason«reason»
            p «url:: a.org»

        """)
  }

  @Test(arguments: ["std::vector and a::b\n2409.00001", "one\ntwo :: three 2409.00001", "a\n:: b 2409.00001"])
  func takesNoOtherColonsForAProperty(text: String) throws {
    let digest = try MarkdownReading.read(text + "\n").digest
    #expect(digest.metadata.preamble.count == 1)
    #expect(digest.metadata.extra.isEmpty)
  }
}
