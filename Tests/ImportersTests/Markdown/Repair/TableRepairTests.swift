import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Tables that CommonMark takes for paragraphs.
@Suite struct TableRepairTests {
  @Test func readsATableRightBelowItsHeading() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      2.  **SOTA_HIGHLIGHTS (Top-10)**
          | Hạng | Bài | Từ khóa | Đột phá | Ảnh hưởng |
          | :--- | :--- | :--- | :--- | :--- |
          | 1 | `2409.00001` | x, y | a \\| b | |
          | 2 | 2409.00002 Name | z | `c|d` |
          | 3 | 2409.00003 | w | e | f | too much |
          | 4 | 2409.00004 | R&amp;D, R&D; `a;b`, (c; d) | g |
      """)
    #expect(
      outline == """
        highlights 2. «SOTA_HIGHLIGHTS (Top-10)»
          highlights rank«Hạng» papers«Bài» keywords«Từ khóa» text«Đột phá» text«Ảnh hưởng»
            1 [2409.00001] ["x", "y"] «a | b» «»
            2 [2409.00002] name«Name» ["z"] «`c|d`»
            3 [2409.00003] ["w"] «e» «f» «too much»
            4 [2409.00004] ["R&D", "R&D", "a;b", "(c; d)"] «g»

        """)
  }

  @Test("GFM 0.29, example 200: a backslash before a bar goes, in code and mathematics, too")
  func takesTheBackslashOffABarInACell() throws {
    let result = try MarkdownReading.read(
      """
      | a | b |
      |---|---|
      | b `\\|` az \\| `c|d` | **b** `x\\|y` \\ $\\|v\\|$ |
      """)
    guard case .table(let table)? = result.digest.metadata.preamble.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0.cells.map(\.markdown) } == [["b `|` az | `c|d`", "**b** `x|y` \\ $|v|$"]])
  }

  @Test func readsATableInAFenceAndOneWithoutADelimiterRow() throws {
    let outline = try MarkdownReading.outline(
      """
      ## SOTA_HIGHLIGHTS

      ```
      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001 |
      ```

      | Rank | Paper |
      | 2 | 2411.00002 |
      """)
    #expect(
      outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001] []
          highlights rank«Rank» papers«Paper»
            2 [2411.00002] []

        """)
  }
}
