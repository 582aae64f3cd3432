import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Gaps and opportunities.
@Suite struct GapsTests {
  @Test func readsEveryFormOfGap() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      4.  **GAPS_AND_OPPORTUNITIES**

          *   **Flat (2409.00001):** prose (ví dụ: A từ 2409.00002). Cơ hội: chance one.
          *   **Nested:**
              *   first. Cơ hội: chance
              *   second
          *   **Marked**
              *   *Gaps:* missing things
              *   *Opportunities:*
                  *   do this
                  *   do that
          *   **Other marks:**
              *   **Gap:** a [2409.00003]
              *   **Opportunity:** b
          *   **No label at all:** only prose `2409.00004`
          *   *Gap:* inline. *Opportunity:* also inline.
      """)
    #expect(
      outline == """
        gaps 4. «GAPS_AND_OPPORTUNITIES»
          gap «Flat (2409.00001)»
            body «prose (ví dụ: A từ 2409.00002).»
            opportunity label«Cơ hội» «chance one.»
          gap «Nested»
            point
              body «first.»
              opportunity label«Cơ hội» «chance»
            point «second»
          gap «Marked»
            gap label«Gaps» «missing things»
            opportunity label«Opportunities»
              point «do this»
              point «do that»
          gap «Other marks»
            gap label«Gap» «a [2409.00003]»
            opportunity label«Opportunity» «b»
          gap «No label at all»
            body «only prose `2409.00004`»
          gap
            gap label«Gap» «inline.»
            opportunity label«Opportunity» «also inline.»

        """)
  }

  @Test func readsATableOfGapsWithColumnsAfterTheGap() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      | # | Gap | Evidence | Opportunity |
      |---|---|---|---|
      | 1 | none | 2411.00001 | more |
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          p «# | Gap | Evidence | Opportunity»
          gap «1»
            gap label«Gap» «none»
            body label«Evidence» «2411.00001»
            opportunity label«Opportunity» «more»

        """)
  }

  @Test func readsNumberedGapsWithoutMarks() throws {
    let text = """
      ## GAPS_AND_OPPORTUNITIES

      Gap 1: none of 2411.00001. Opportunity: more.

      Gap 2 – a title

      Words.
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    #expect(
      result.digest.outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap
            gap label«Gap 1» «none of 2411.00001.»
            opportunity label«Opportunity» «more.»
          gap
            body «Gap 2 – a title»
          p «Words.»

        """)
    #expect(result.diagnostics.map(\.summary) == ["this paragraph does not begin a gap; it is kept as text"])
  }

  @Test func readsAHeadingWithMarkedPartsAsOneGap() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### Gap 1 — Scale

      - **What is missing:** a test (2411.00001)
      - **Opportunity:** more

      ### Data

      - **Size:** small. Opportunity: more
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Gap 1 — Scale»
            point «**What is missing:** a test (2411.00001)»
            opportunity label«Opportunity» «more»
          h3 «Data»
          gap «Size»
            body «small.»
            opportunity label«Opportunity» «more»

        """)
  }

  @Test func readsOpportunitiesOfAllGapsAsSuch() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### 🔍 Gaps

      1. **Scale** — none (2411.00001)

      ### 🌱 Opportunities

      1. **Runs** — longer

      **Opportunities**

      - hire
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          h3 «🔍 Gaps»
          gap «1. Scale»
            body «none (2411.00001)»
          gap
            opportunity label«🌱 Opportunities»
              point label«1.» «**Runs** — longer»
              body «**Opportunities**»
              point «hire»

        """)
  }

  @Test func readsGapsWithOtherMarks() throws {
    let outline = try MarkdownReading.outline(
      """
      4.  **GAPS_AND_OPPORTUNITIES**

          *   **First** – prose. *Cơ hội*: one.
          *   **Second:** prose. → Cơ hội: two.
          *   **Third:** prose. **Opportunity** – three.
          *   **Fourth:** prose. (Cơ hội: four.)
          *   A plain title: prose. Cơ hội： five.
          *   **Cited** (2411.00002): prose.
          *   **Gap 6: a title.** prose. Opportunity 6: six.
          *   **Gap 7:** prose.
              **Opportunity 7:** seven.

          **Eighth**

          Prose of 2411.00001.

          *   *Opportunity:* eight.

          | Area | Gap | Opportunity |
          |---|---|---|
          | **Ninth** | missing | nine |
      """)
    #expect(
      outline == """
        gaps 4. «GAPS_AND_OPPORTUNITIES»
          gap «First»
            body «prose.»
            opportunity label«Cơ hội» «one.»
          gap «Second»
            body «prose.»
            opportunity label«Cơ hội» «two.»
          gap «Third»
            body «prose.»
            opportunity label«Opportunity» «three.»
          gap «Fourth»
            body «prose.»
            opportunity label«Cơ hội» «four.»
          gap «A plain title»
            body «prose.»
            opportunity label«Cơ hội» «five.»
          gap «Cited (2411.00002)»
            body «prose.»
          gap «Gap 6: a title.»
            body «prose.»
            opportunity label«Opportunity 6» «six.»
          gap
            gap label«Gap 7» «prose.»
            opportunity label«Opportunity 7» «seven.»
          gap «Eighth»
            body «Prose of 2411.00001.»
            opportunity label«Opportunity» «eight.»
          p «Area | Gap | Opportunity»
          gap «Ninth»
            gap label«Gap» «missing»
            opportunity label«Opportunity» «nine»

        """)
  }

  @Test func readsBoldLabelsOfGapsThatEndInAFullStop() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS

      - **A title.** Text of 2411.00001. **Cơ hội.** more
      - **Gap.** none of 2411.00002. **Cơ hội。** other **Cơ hội. Bold** words
      """)
    #expect(
      outline == """
        gaps «GAPS»
          gap «A title.»
            body «Text of 2411.00001.»
            opportunity label«Cơ hội» «more»
          gap
            gap label«Gap» «none of 2411.00002.»
            opportunity label«Cơ hội» «other **Cơ hội. Bold** words»

        """)
  }
}
