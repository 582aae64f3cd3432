import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Lines that lists swallow or lose.
@Suite struct ListRepairTests {
  @Test func givesTheClosingLineOfAReflectionBack() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      7.  **META_REFLECTION**

          An opening:
          1.  **First:** text (2409.00001).
          2.  Second.
      In closing, all is well.
      """)
    #expect(
      outline == """
        reflection 7. «META_REFLECTION»
          p «An opening:»
          ol
            li 1.
              p «**First:** text (2409.00001).»
            li 2.
              p «Second.»
          p «In closing, all is well.»

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
    let outline = try MarkdownReading.outline(
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
    let outline = try MarkdownReading.outline(
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

  /// Each of these took minutes, or the whole stack, when a cut began the work on the rest anew.
  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      String(repeating: "**READING_LIST**\n", count: 50_000),
      "## FUTURE_IDEAS\n\n✨ **A**\n" + String(repeating: "- a\nRisk: x\n", count: 50_000),
      "## SOTA_HIGHLIGHTS\n\n" + (0..<20_000).map { "- 2411.00001 – x\n  - label\($0): y\n" }.joined(),
    ]) func readsManyCutsInTimeThatGrowsWithThem(text: String) throws
  {
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    #expect(!digest.sections.isEmpty)
  }

  /// The text after `10.` begins one column later, and four blanks are too few for what belongs to it.
  @Test func hangsBulletsBelowNumbersOfTwoDigits() throws {
    let outline = try MarkdownReading.outline(
      "## GAPS\n\n"
        + (9...11).map { "\($0).  **T\($0):** prose.\n    *   **Cơ hội:** o\($0).\n" }.joined())
    #expect(
      outline == "gaps «GAPS»\n"
        + (9...11).map {
          "  gap «\($0). T\($0)»\n    body «prose.»\n    opportunity label«Cơ hội» «o\($0).»\n"
        }.joined())
  }
}
