import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

/// Lines that give two ids of one paper.
@Suite struct PaperAliasTests {
  private func mention(_ line: String, reporting: [String] = []) throws -> Digest.PaperMention {
    let result = try MarkdownReading.read("1.  **TOPIC_TREE**\n\n    *   NLP\n        *   \(line)\n")
    #expect(result.diagnostics.map(\.summary) == reporting)
    guard case .topic(let topic)? = result.digest.sections.first?.entries.first,
      case .paper(let mention)? = topic.children.first
    else {
      Issue.record("no paper line: \(result.digest.outline)")
      return Digest.PaperMention(papers: [])
    }
    return mention
  }

  @Test(
    "a bracket with other ids after an id gives papers of the line; its words stay as a note",
    arguments: [
      "(cũng là `2502.20001`)", "(cũng là 2502.20001)", "(also 2502.20001)", "(tức 2502.20001)",
      "(tức là 2502.20001)",
      "(same as 2502.20001)", "(aka 2502.20001)", "(a.k.a. 2502.20001)", "(= 2502.20001)",
      "(bản khác: 2502.20001)",
      "(v2 of 2502.20001)", "(phiên bản cũ 2502.20001)", "[also 2502.20001]", "（又名 2502.20001）",
      "(即 2502.20001)",
      "(also published as 2502.20001)", "(identisch mit 2502.20001)", "(aussi 2502.20001)",
      "(también 2502.20001)",
      "(hay 2502.20001)", "(trùng với 2502.20001)", "(Also: arXiv:2502.20001)", "(2502.20001)",
      "(và 2502.20001)",
      "(also 2502.20001, extended version)", "(same as [2502.20001](https://arxiv.org/abs/2502.20001))",
    ])
  func readsAliases(bracket: String) throws {
    let mention = try mention("`2502.10001` \(bracket) | Memory mixing.")
    #expect(mention.papers.map { "\($0.id)" } == ["2502.10001", "2502.20001"])
    #expect(mention.note?.markdown == bracket)
    #expect(!mention.isDuplicate)
    #expect(mention.name == nil)
    #expect(mention.summary?.markdown == "Memory mixing.")
  }

  @Test(
    "wherever the marks of the ids are",
    arguments: [
      "`2502.10001 (also 2502.20001) | Memory mixing.`", "**2502.10001 (also 2502.20001)** | Memory mixing.",
      "**2502.10001** (also **2502.20001**) | Memory mixing.",
      "(2502.10001) (also 2502.20001) – Memory mixing.",
      "2502.10001 (also 2502.20001): Memory mixing.",
      "[2502.10001](https://arxiv.org/abs/2502.10001) (also 2502.20001) | Memory mixing.",
    ])
  func readsAliasesInMarks(line: String) throws {
    let mention = try mention(line)
    #expect(mention.papers.map { "\($0.id)" } == ["2502.10001", "2502.20001"])
    #expect(mention.summary?.markdown == "Memory mixing.")
  }

  @Test(
    "other brackets with ids are notes, never names",
    arguments: [
      "(mở rộng của 2502.20001)", "(based on 2502.20001)", "(doi:10.1000/x)", "(xem thêm 2502.20001)",
    ])
  func keepsOtherBracketsAsNotes(bracket: String) throws {
    let mention = try mention("2502.10001 \(bracket) | Memory mixing.")
    #expect(mention.papers.map { "\($0.id)" } == ["2502.10001"])
    #expect(mention.note?.markdown == bracket)
    #expect(mention.name == nil)
  }

  @Test("several ids, several aliases, and names")
  func readsListsWithAliases() throws {
    let several = try mention(
      "2502.10001 (also 2502.20001), 2502.10002 (= 2502.20002, 2502.20003) | NEO & LEO: text")
    #expect(
      several.papers.map { "\($0.id)" } == [
        "2502.10001", "2502.20001", "2502.10002", "2502.20002", "2502.20003",
      ])
    #expect(several.note?.markdown == "(also 2502.20001) (= 2502.20002, 2502.20003)")
    #expect(several.name?.markdown == "NEO & LEO")
    let named = try mention("NEO (2502.10001) (same as 2502.20001) | text")
    #expect(named.papers.count == 2)
    #expect(named.name?.markdown == "NEO")
    let inside = try mention(
      "NEO (2502.10001, also 2502.20001) | text",
      reporting: ["the word 'also' between two ids is not kept; both papers are"])
    #expect(inside.papers.count == 2)
    #expect(inside.name?.markdown == "NEO")
  }

  @Test("both ids have the name of the line")
  func namesBothPapers() throws {
    let text = """
      1.  **TOPIC_TREE**

          *   NLP
              *   2502.10001 (also 2502.20001), 2502.10002 | NEO & LEO: text
      """
    let papers = try MarkdownReading.normalised(text).digest.papers
    #expect(
      papers.map { "\($0.id) \($0.names)" } == [
        "2502.10001 [\"NEO\"]", "2502.20001 [\"NEO\"]", "2502.10002 [\"LEO\"]",
      ])
  }

  @Test(
    "contributions, reading lists and tables have both papers; their words are reported, since there is no place for them"
  )
  func readsAliasesOfOtherEntries() throws {
    let text = """
      1.  **NOVEL_TECH_CONTRIBUTIONS**

          *   **2502.10001 (cũng là 2502.20001) – kỹ thuật – Suy nghĩ:** tốt.

      2.  **READING_LIST**

          *   `2502.10001` (= `2502.20001`) – MemX · đọc.

      3.  **SOTA_HIGHLIGHTS**

          | Rank | PaperID | Keywords | Đột phá |
          | :-- | :-- | :-- | :-- |
          | 1 | 2502.10001 (also 2502.20001) | a | b |
      """
    let result = try MarkdownReading.read(text)
    #expect(
      result.digest.outline == """
        contributions 1. «NOVEL_TECH_CONTRIBUTIONS»
          contribution [2502.10001, 2502.20001] technique«kỹ thuật» label«Suy nghĩ» remark«tốt.»
        readingList 2. «READING_LIST»
          reading [2502.10001, 2502.20001] name«MemX» reason«đọc.»
        highlights 3. «SOTA_HIGHLIGHTS»
          highlights rank«Rank» papers«PaperID» keywords«Keywords» text«Đột phá»
            1 [2502.10001, 2502.20001] ["a"] «b»

        """)
    #expect(result.diagnostics.map(\.id.name) == Array(repeating: "markdown/joining-word", count: 3))
  }
}
