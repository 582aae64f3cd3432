import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// The numbers of ordered lists.
@Suite struct KeptNumbersTests {
  @Test("a number of a list is kept where an entry has a place for words, else reported")
  func keepsTheNumbersOfOrderedEntries() throws {
    let result = try MarkdownReading.read(
      """
      ## TOPIC_TREE

      11. 2409.00001 | one
      12. (Trống)
      13. **Label:** 2409.00002 | two

      ## NOVEL_TECH_CONTRIBUTIONS

      21. **2409.00001 – what – Suy nghĩ:** remark
      22.
          *   **2409.00001 – other – Suy nghĩ:** remark

      ## GAPS_AND_OPPORTUNITIES

      31. **Title:** prose. Cơ hội: chance
          41. *Gaps:* inner
          42. point
      32. bare

      ## FUTURE_IDEAS

      51. ✨ **Idea 2: Title**
          *   **Motivation:** why

      ✨ **Idea 3: Next**

      61. **Motivation:** why
      """)
    // They are sorted when they are shown.
    let numbers = result.diagnostics.sorted {
      ($0.location?.range.lower ?? 0) < ($1.location?.range.lower ?? 0)
    }
    #expect(
      numbers.map(\.summary) == [
        "the number '11.' of this list item is not kept; its place in the list is",
        "the number '21.' of this list item is not kept; its place in the list is",
        "the number '22.' of this list item is not kept; its place in the list is",
        "the number '61.' of this list item is not kept; its place in the list is",
      ])
    let words = Set(Words.of(result.digest))
    #expect(words.isSuperset(of: ["12", "13", "31", "41", "42", "32", "51"]))
  }
}
