import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Items of a reading list.
@Suite struct ReadingListTests {
  @Test func readsEveryFormOfReadingItem() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      6.  **READING_LIST**

          *   `2409.00001` – Name (v2)/Other: X · reason
          *   2409.00002 & 2409.00003 – Dolma & OLMo · both
          *   **`2409.00004` – Bold · whole**
          *   `2409.00005` – Update: Sub · *in italics*
          *   **2409.00006** – Dash – reason behind a dash
          1.  2409.00007 – Numbered · yes
      """)
    #expect(
      outline == """
        readingList 6. «READING_LIST»
          reading [2409.00001] name«Name (v2)/Other: X» reason«reason»
          reading [2409.00002, 2409.00003] name«Dolma & OLMo» reason«both»
          reading [2409.00004] name«Bold» reason«whole»
          reading [2409.00005] name«Update: Sub» reason«*in italics*»
          reading [2409.00006] name«Dash» reason«reason behind a dash»
          reading 1. [2409.00007] name«Numbered» reason«yes»

        """)
  }

  @Test func readsRatingsAndReasonsOfReadingItems() throws {
    let outline = try MarkdownReading.outline(
      """
      ## READING_LIST

      1. **2411.00001** (★★★) – NAME – one
      2. 2411.00002 (⭐⭐)
      3. 2411.00003 (NAMED): three

      | Level | Paper | Time | Lý do |
      |---|---|---|---|
      | ★★ | 2411.00004 – NAMEE | 1 h | four |
      """)
    #expect(
      outline == """
        readingList «READING_LIST»
          reading 1. [2411.00001] name«NAME» reason«(★★★) one»
          reading 2. [2411.00002] reason«(⭐⭐)»
          reading 3. [2411.00003] name«NAMED» reason«three»
          p «Level | Paper | Time | Lý do»
          reading [2411.00004] name«NAMEE» reason«four»
            p «★★»
            p «1 h»

        """)
  }

  @Test func readsReadingItemsWithNamesSignsAndOtherMarks() throws {
    let outline = try MarkdownReading.outline(
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

  /// Numbers, dates and money at the beginning of a line are not slips in an id.
  @Test func reportsNoIDWhereANumberIsMeant() throws {
    let lines = ["12:30", "3.14", "2024.09", "2024.0901", "v1.2345", "1234.5678", "192.168.1.1", "0101.5"]
    let text = "## TOPIC_TREE\n" + lines.map { "*   \($0) | words\n" }.joined() + "*   2409.00001 | one\n"
    var result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    result.digest.normalise()
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.digest.papers.map(\.id.description) == ["2409.00001"])
  }
}
