import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Titles and authors in Markdown that is not a digest.
@Suite struct PaperRecordTests {
  @Test func readsAWeeklyTableWithLinks() throws {
    let result = try MarkdownReading.normalised(
      """
      # Papers of the week

      ## June 16 - June 22, 2025

      | **Paper** | **Links** |
      | --- | --- |
      | 1) **Agents that plan** - they plan. | [Paper](https://arxiv.org/abs/2506.17298v2), [Code](https://example.org/c) |
      | 2) **Models \\| that wait** - they wait. | [Paper](https://arxiv.org/abs/2506.10000) |
      """)
    #expect(result.diagnostics.isEmpty)
    #expect(result.digest.metadata.title?.markdown == "Papers of the week")
    #expect(result.digest.sections.map(\.kind) == [.other])
    #expect(result.digest.papers.map(\.versionedID.description) == ["2506.17298v2", "2506.10000"])
    #expect(
      result.digest.papers.map { $0.record.title?.plainText } == ["Agents that plan", "Models | that wait"])
  }

  @Test func readsTitlesAndAuthorsOfATableAndOfLinks() throws {
    let result = try MarkdownReading.normalised(
      """
      ## 2024-09-16

      | Title | Authors | arXiv |
      |---|---|---|
      | A plain title | Ada Lovelace, Alan Turing | 2409.00001 |

      ## 2024-09-17

      - [A title in a link](https://arxiv.org/abs/2409.00002) by somebody
      - [PDF](https://arxiv.org/pdf/2409.00003)
      """)
    let papers = result.digest.papers
    #expect(papers.map(\.id.description) == ["2409.00001", "2409.00002", "2409.00003"])
    #expect(papers.map { $0.record.title?.plainText } == ["A plain title", "A title in a link", nil])
    #expect(papers[0].record.authors.map(\.displayText) == ["Ada Lovelace", "Alan Turing"])
    #expect(result.digest.sections.map(\.heading.markdown) == ["2024-09-16", "2024-09-17"])
  }
}
