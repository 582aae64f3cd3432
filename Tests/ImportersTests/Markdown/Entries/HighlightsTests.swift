import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Highlights as a ranked table, a list, headings or paragraphs.
@Suite struct HighlightsTests {
  @Test func readsARankedListAsATable() throws {
    let outline = try MarkdownReading.outline(
      """
      2.  **SOTA_HIGHLIGHTS**

          The best two:

          1.  **2411.00001** – NAME – one – with a dash
          2.  `2411.00002`, 2411.00003 · **NAMED** · two
          3.  NAMEE (2411.00004): three

          That is all.
      """)
    #expect(
      outline == """
        highlights 2. «SOTA_HIGHLIGHTS»
          p «The best two:»
          highlights rank«» papers«» text«»
            1. [2411.00001] name«NAME» [] «one – with a dash»
            2. [2411.00002, 2411.00003] name«NAMED» [] «two»
            3. [2411.00004] name«NAMEE» [] «three»
          p «That is all.»

        """)
  }

  @Test func readsTheLabelsBelowAHighlightAsColumns() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      - **#1 – 2411.00001 (NAME)**
        - Keywords: a, b
        - Breakthrough: one
        - Impact: two
      - **Hạng 2:** `2411.00002` – **NAMED**
        - **Impact:** three,
          wrapped
      - **Third**
        - **PaperID:** 2411.00003
        - **Keywords:** c
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«PaperID» keywords«Keywords» text«Breakthrough» text«Impact»
            #1 [2411.00001] name«NAME» ["a", "b"] «one» «two»
            Hạng 2 [2411.00002] name«NAMED» [] «» «three, wrapped»
            - [2411.00003] name«Third» ["c"] «» «»

        """)
  }

  @Test func readsHeadingsAndParagraphsAsHighlights() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      **1. NAME (2411.00001)** — one
      Impact: two

      **2. 2411.00002**

      - Impact: three

      ### 🥉 NAMEE (2411.00003)

      **Keywords:** a, b
      **Impact:** four

      ### 4. `2411.00004` – NAMED

      - **Impact:** five
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«» keywords«Keywords» text«» text«Impact»
            1 [2411.00001] name«NAME» [] «one» «two»
            2 [2411.00002] [] «» «three»
            🥉 [2411.00003] name«NAMEE» ["a", "b"] «» «four»
            4 [2411.00004] name«NAMED» [] «» «five»

        """)
  }

  /// What would lose its shape in a table stays as it is written.
  @Test func keepsListsThatAreNotHighlights() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      - 2411.00001 – one
      - no paper

      2411.00002 leads the month, says NAME (2411.00003).

      The month belongs to NAME (2411.00003).

      1. 2411.00004 – four
         - Impact: one
         - Impact: two

      2. 2411.00005 – five
         - a sentence without a label
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          ul
            li
              p «2411.00001 – one»
            li
              p «no paper»
          p «2411.00002 leads the month, says NAME (2411.00003).»
          p «The month belongs to NAME (2411.00003).»
          ol
            li 1.
              p «2411.00004 – four»
              ul
                li
                  p «Impact: one»
                li
                  p «Impact: two»
            li 2.
              p «2411.00005 – five»
              ul
                li
                  p «a sentence without a label»

        """)
  }

  @Test func placesHighlightsInTheSource() throws {
    let text = "## SOTA_HIGHLIGHTS\n\n1. **2411.00001** – NAME – why\n   - Impact: much\n"
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    guard case .highlights(let table)? = result.digest.sections[0].entries.first else {
      Issue.record("the list is no table")
      return
    }
    let lines = LineTable(Array(text.utf8))
    let row = table.rows[0]
    let anchors = [table.anchor, row.anchor, row.papers[0].anchor] + row.cells.map(\.anchor)
    let places = anchors.map { anchor in
      result.sourceMap.location(of: anchor).map { lines.position(of: $0.range.lower).description }
    }
    #expect(places == ["3:1", "3:1", "3:6", "3:32", "4:14"])
    #expect(result.diagnostics.map(\.summary) == [])
  }

  @Test func readsRanksOnLinesAndFieldsInRows() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      Rank 1: 2411.00001 - NAME - one
      Rank 2: 2411.00002 - NAMED - two,
      wrapped

      **Hạng 3 – NAMEE (2411.00003)**

      | Criterion | Words |
      |---|---|
      | **Keywords** | a, b |
      | Impact | three |
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«» keywords«Keywords» text«» text«Criterion» text«Impact»
            Rank 1 [2411.00001] name«NAME» [] «one» «» «»
            Rank 2 [2411.00002] name«NAMED» [] «two, wrapped» «» «»
            Hạng 3 [2411.00003] name«NAMEE» ["a", "b"] «» «Words» «three»

        """)
  }

  @Test func keepsTheRankedTableBelowASentence() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      2411.00001 – the best of them:

      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001 |
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          p «2411.00001 – the best of them:»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001] []

        """)
  }

  @Test func readsHighlightsWithRulesBetween() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      ### 1. NAME (2411.00001)

      - **Impact:** one

      ---

      ### 2. NAMED（2411.00002）

      - **Impact:** two

      ---

      ### 3. 2411.00003（NAMEE）：three
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«» papers«» text«» text«Impact»
            1 [2411.00001] name«NAME» [] «» «one»
            2 [2411.00002] name«NAMED» [] «» «two»
            3 [2411.00003] name«NAMEE» [] «three» «»
          hr
          hr

        """)
  }

  @Test func beginsANewTableWhereLabelsWouldBeTooManyColumns() throws {
    let rows = (0..<40).map { "- 2411.00001 – x\n  - label\($0): y\n" }.joined()
    let digest = try MarkdownImporter().read(
      SourceDocument(name: "sibling.md", text: "## SOTA_HIGHLIGHTS\n\n" + rows)
    ).digest
    let tables = digest.sections[0].entries.map { entry -> [Int] in
      guard case .highlights(let table) = entry else { return [] }
      return [table.columns.count, table.rows.count]
    }
    // The papers, and a column for each label.
    #expect(tables == [[33, 32], [9, 8]])
  }

  @Test func readsCellsWithNamesBreaksAndSigns() throws {
    let outline = try MarkdownReading.outline(
      """
      2.  **SOTA_HIGHLIGHTS**

          | **Rank** | **PaperID** | **Keywords** | Why |
          |:-:|---|---|---|
          | 🥇 1 | NAME (2411.00001) | x; y | a \\| b |
          | **2** | `2411.00002` (NAMED) | • x<br>• y | c |
          | 3 | 2411.00003<br>NAMEE | x, y |
          | 4 | [NAMEF](https://arxiv.org/abs/2411.00004) | x | d |
          | 5 | **NAMEG** `2411.00005` | x | e | more |
      """)
    #expect(
      outline == """
        highlights 2. «SOTA_HIGHLIGHTS»
          highlights rank«**Rank**» papers«**PaperID**» keywords«**Keywords**» text«Why»
            🥇 1 [2411.00001] name«NAME» ["x", "y"] «a | b»
            2 [2411.00002] name«NAMED» ["x", "y"] «c»
            3 [2411.00003] name«NAMEE» ["x", "y"]
            4 [https://arxiv.org/abs/2411.00004] name«NAMEF» ["x"] «d»
            5 [2411.00005] name«NAMEG» ["x"] «e» «more»

        """)
  }
}
