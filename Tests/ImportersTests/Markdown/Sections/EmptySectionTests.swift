import DigestImporters
import DigestModel
import Testing

/// A section without entries does not swallow the one that follows it.
@Suite struct EmptySectionTests {
  @Test(arguments: [
    "## GAPS\n## FUTURE_IDEAS\n", "## GAPS\n\n## FUTURE_IDEAS\n\n- x\n", "# 4. Gaps\n# 5. Future ideas\n",
    "### GAPS\n\n---\n\n### FUTURE_IDEAS\n", "**4. GAPS**\n**5. FUTURE_IDEAS**\n",
    "**GAPS**\n\n**Future ideas**\n",
    "4.  **GAPS_AND_OPPORTUNITIES**\n5.  **FUTURE_IDEAS**\n    *   ✨ **T**\n",
    "4.  **GAPS_AND_OPPORTUNITIES**\n\n5.  **FUTURE_IDEAS**\n\n    *   ✨ **T**\n",
    "- **GAPS_AND_OPPORTUNITIES**\n- **FUTURE_IDEAS**\n  - x\n", "GAPS\n---\nFUTURE_IDEAS\n---\n- x\n",
    "## Khoảng trống nghiên cứu\n## Ý tưởng tương lai\n", "## GAPS\n### FUTURE_IDEAS\n",
    "GAPS_AND_OPPORTUNITIES\nFUTURE_IDEAS\n\n- x\n",
  ])
  func doesNotSwallowTheNextOne(text: String) throws {
    #expect(try MarkdownReading.kinds(text) == [.gaps, .ideas])
  }

  @Test(arguments: [
    ("## TOPIC_TREE", "## Notes\n\nWords.\n", 2), ("## 1. TOPIC_TREE", "## Thanks\n\n- to all\n", 2),
    ("## READING_LIST", "## References\n\n---\n\nNone.\n\n### More\n\nWords.\n", 2),
    ("### SOTA_HIGHLIGHTS", "### About\n\n| a | b |\n|---|---|\n| c | d |\n", 2),
    ("## NOVEL_TECH_CONTRIBUTIONS\n\n---", "## Appendix\n\nWords.\n", 2),
    // Groups of the section.
    ("## TOPIC_TREE", "## NLP\n\n- 2409.01234 | x\n", 1),
    ("## TOPIC_TREE", "## NLP\n\n### LLM\n\n- 2409.01234 | x\n", 1),
    ("## TOPIC_TREE", "## NLP\n\n## Vision\n\n- 2409.01234 | x\n", 1),
    ("## SOTA_HIGHLIGHTS", "## Vision\n\n| # | Paper |\n|---|---|\n| 1 | 2409.01234 |\n", 1),
    ("## READING_LIST", "## Week 1\n\n1. 2409.01234 – NAME · x\n", 1),
    ("## META_REFLECTION", "## What changed\n\nAll.\n", 1),
    ("## GAPS", "## Data\n\n- **Scale:** none. Cơ hội: more\n", 1),
  ])
  func tellsAnotherSectionFromAGroup(heading: String, next: String, sections: Int) throws {
    let kinds = try MarkdownReading.kinds("\(heading)\n\n\(next)\n## FUTURE_IDEAS\n\n- x\n")
    #expect(kinds.count == sections + 1)
    #expect(kinds.last == .ideas)
    if sections == 2 { #expect(kinds[1] == .other) }
  }

  @Test func doesNotSwallowWhatFollowsItsGroups() throws {
    let kinds = try MarkdownReading.kinds(
      "## TOPIC_TREE\n\n## NLP\n\n- 2409.01234 | x\n\n## Vision\n\n- 2409.01235 | x\n\n## Appendix\n\nWords.\n"
    )
    #expect(kinds == [.topicTree, .other])
  }
}
