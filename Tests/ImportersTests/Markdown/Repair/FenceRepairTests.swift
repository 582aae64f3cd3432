import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Code fences around digest text.
@Suite struct FenceRepairTests {
  @Test func reportsTheWordOfAFenceThatIsOpened() throws {
    let source = "## TOPIC_TREE\n\n```markdown\n*   A\n    *   2409.00001 | one\n```\n"
    let result = try MarkdownReading.read(source)
    #expect(
      result.diagnostics.map(\.summary) == [
        "the fence around this digest text is opened; its word 'markdown' is not kept"
      ])
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.diagnostics.first?.location?.range == SourceRange(18, 26))
  }

  @Test func keepsTheWordsOfAFenceThatIsNotClosed() throws {
    let result = try MarkdownReading.read("## META_REFLECTION\n\n```some words\n")
    #expect(result.digest.outline.contains("some words"))
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
  }

  @Test func opensAFenceAroundTheTree() throws {
    let outline = try MarkdownReading.outlineOfAnyFence(
      """
      1.  **TOPIC_TREE**

          ```markdown
          *   A
              *   `2409.00001` | one
          *   B
              *   `2409.00002` | two
          ```

      2.  **READING_LIST**

          *   2409.00001 – One · why
      """)
    #expect(
      outline == """
        topicTree 1. «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
          topic «B»
            paper [2409.00002] summary«two»
        readingList 2. «READING_LIST»
          reading [2409.00001] name«One» reason«why»

        """)
  }

  @Test(arguments: ["    ```", "```", "        ```"]) func passesOverAStrayFence(fence: String) throws {
    let result = try MarkdownReading.read(
      """
      1.  **TOPIC_TREE**
          *   A
              *   2409.00001 | one
      \(fence)

      2.  **READING_LIST**

          *   2409.00001 – One · why

      3.  **META_REFLECTION**

          Some thoughts.
      """)
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
    #expect(
      result.digest.outline == """
        topicTree 1. «TOPIC_TREE»
          topic «A»
            paper [2409.00001] summary«one»
        readingList 2. «READING_LIST»
          reading [2409.00001] name«One» reason«why»
        reflection 3. «META_REFLECTION»
          p «Some thoughts.»

        """)
  }

  @Test func dropsAFenceRightBelowATable() throws {
    let text = """
      ## SOTA_HIGHLIGHTS

      | Rank | Paper |
      |---|---|
      | 1 | 2411.00001 |
      ```

      ## META_REFLECTION

      Words.
      """
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    let table = LineTable(Array(text.utf8))
    #expect(result.diagnostics.map(\.id.name) == ["markdown/unbalanced-fence"])
    #expect(
      result.diagnostics.map { $0.location.map { table.position(of: $0.range.lower).description } } == ["6:1"]
    )
    #expect(
      result.digest.outline == """
        highlights «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«Paper»
            1 [2411.00001] []
        reflection «META_REFLECTION»
          p «Words.»

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
      try MarkdownReading.outline(text) == """
        topicTree «TOPIC_TREE»
          topic «NLP»
            paper [2411.00001] summary«one»
        reflection «META_REFLECTION»
          p «Words.»

        """)
  }
}
