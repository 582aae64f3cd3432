import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

/// The names that sections go by.
@Suite struct SectionNamesTests {
  @Test(arguments: [
    "## 🌳 1. TOPIC_TREE", "## 1️⃣ TOPIC_TREE", "## 1\\. TOPIC\\_TREE", "**1\\. TOPIC\\_TREE**",
    "## Phần 1: TOPIC_TREE", "## Part I – Topic Tree", "**Cây chủ đề của các bài báo (TOPIC_TREE)**",
    "## TOPIC_TREE:", "## Topic tree of the month", "1) *TOPIC_TREE*\n", "TOPIC_TREE\n==========",
    "1. **TOPIC_TREE** – what is where", "# Cây chủ đề",
  ])
  func knowsASectionByItsNameInAnyDress(heading: String) throws {
    #expect(try MarkdownReading.kinds(heading + "\n\nWords of 2411.00001.\n") == [.topicTree])
  }

  @Test(arguments: [
    ("## Điểm nổi bật SOTA", Digest.Section.Kind.highlights), ("## State-of-the-Art Highlights", .highlights),
    ("## Đóng góp kỹ thuật mới – NOVEL_TECH_CONTRIBUTIONS", .contributions),
    ("## Khoảng trống nghiên cứu & Cơ hội", .gaps), ("## Research Gaps and Opportunities", .gaps),
    ("**Ý tưởng nghiên cứu trong tương lai**", .ideas), ("## Future Research Directions", .ideas),
    ("## Danh sách đọc đề xuất", .readingList), ("## Recommended Reading List", .readingList),
    ("**Suy ngẫm tổng thể**", .reflection), ("## Meta-reflection on the month", .reflection),
    ("## Topic trees grow fast", .other), ("## Reading lists are long", .other),
  ])
  func knowsTranslatedNamesAndNoSentences(heading: String, kind: Digest.Section.Kind) throws {
    #expect(try MarkdownReading.kinds(heading + "\n\nWords of 2411.00001.\n") == [kind])
  }

  @Test func takesLabelsWithTheNamesOfSectionsForLabels() throws {
    let outline = try MarkdownReading.outline(
      """
      ## GAPS_AND_OPPORTUNITIES

      ### Gaps

      - first

      ## META_REFLECTION

      - **Research Gaps:** many
      - **Future Directions**
        - more

      **Highlights**

      Words.
      """)
    #expect(
      outline == """
        gaps «GAPS_AND_OPPORTUNITIES»
          gap «Gaps»
            point «first»
        reflection «META_REFLECTION»
          ul
            li
              p «**Research Gaps:** many»
            li
              p «**Future Directions**»
              ul
                li
                  p «more»
          p «**Highlights**»
          p «Words.»

        """)
  }

  @Test(arguments: [
    ("## 토픽 트리", Digest.Section.Kind.topicTree), ("## 2、SOTA ハイライト", .highlights),
    ("## Contribuciones técnicas (nuevas)", .contributions), ("## 5. 격차와 기회", .gaps),
    ("## 将来の研究アイデア：三つ", .ideas), ("## Список для чтения", .readingList), ("## Meta-Reflexion", .reflection),
    ("## 十分な時間", .other),
  ])
  func knowsNamesInMoreLanguages(heading: String, kind: Digest.Section.Kind) throws {
    let text = heading + "\n\nWords of 2411.00001.\n"
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    #expect(digest.sections.map(\.kind) == [kind])
  }

  @Test func knowsEveryNameOfTheVocabulary() {
    for (kind, names) in SectionNames.standard {
      for name in names { #expect(SectionAliases.standard.kind(of: name.utf8) == kind, "\(name)") }
    }
  }
}
