import DigestModel
import Testing

/// Tags of ideas: how far one reaches, between which fields it stands, how likely it is to work.
@Suite struct IdeaTagsTests {
  private func tags(title: String = "Twins", _ fields: String...) throws -> [String] {
    let lines = fields.map { "    *   \($0)" }.joined(separator: "\n")
    let text = "1.  **FUTURE_IDEAS**\n\n    ✨ **\(title)**\n    *   **Motivation:** a.\n\(lines)\n"
    let ideas = try MarkdownReading.read(text).digest.sections[0].entries.compactMap {
      entry -> Digest.Idea? in
      if case .idea(let idea) = entry { idea } else { nil }
    }
    return try #require(ideas.first).tags
  }

  @Test(
    "in brackets in the title",
    arguments: [
      ("Twins (Moon-shot)", ["Moon-shot"]), ("Twins (Liên lĩnh vực)", ["Liên lĩnh vực"]),
      ("Twins (Liên ngành)", ["Liên ngành"]),
      ("Twins (Interdisciplinary)", ["Interdisciplinary"]),
      ("Twins [Cross-disciplinary]", ["Cross-disciplinary"]),
      ("Twins (Cross-disciplinary / Moon-shot)", ["Cross-disciplinary", "Moon-shot"]),
      ("Twins (Liên ngành và Moon-shot)", ["Liên ngành", "Moon-shot"]),
      ("Twins (Moon-shot + Liên ngành)", ["Moon-shot", "Liên ngành"]),
      ("Twins (Khả thi cao)", ["Khả thi cao"]), ("Twins (High feasibility)", ["High feasibility"]),
      ("Idea 2 (Moon-shot): Twins", ["Moon-shot"]), ("Twins（跨学科）", ["跨学科"]), ("双生（登月）", ["登月"]),
      ("Zwillinge (interdisziplinär)", ["interdisziplinär"]),
      ("Jumeaux (interdisciplinaire)", ["interdisciplinaire"]),
      ("Gemelos (multidisciplinario)", ["multidisciplinario"]),
      ("Двойники (междисциплинарная)", ["междисциплинарная"]),
      ("双子（学際的）", ["学際的"]), ("쌍둥이 (학제간)", ["학제간"]), ("Twins – Moon-shot", ["Moon-shot"]),
      ("Moon-shot: Twins", ["Moon-shot"]),
      ("Twins (MOONSHOT idea)", ["MOONSHOT idea"]), ("Twins (RAG, 2D)", []), ("Twins", []),
      ("The Moon-shot Twins", []),
      ("Cross-disciplinary Twins of Cells", []), ("Twins (not a moon-shot)", []),
      ("Twins (Infeasible today)", []),
    ])
  func readsTitle(title: String, expected: [String]) throws {
    #expect(try tags(title: title) == expected)
  }

  @Test(
    "where risk is spoken of, with and without brackets",
    arguments: [
      ("Moon-shot. Defining discovery is hard.", ["Moon-shot"]),
      ("Very high. This is a moon-shot idea.", ["moon-shot"]),
      ("Rủi ro cao (Cross-disciplinary).", ["Cross-disciplinary"]),
      ("Cao. Đây là một ý tưởng moon-shot.", ["moon-shot"]),
      ("Cao. (Moon-shot)", ["Moon-shot"]),
      ("Trung bình. (High feasibility / Cross-disciplinary)", ["High feasibility", "Cross-disciplinary"]),
      ("Moon-shot, cần nhiều dữ liệu.", ["Moon-shot"]), ("Liên ngành. Cần hợp tác.", ["Liên ngành"]),
      ("Interdisciplinary; risk is high.", ["Interdisciplinary"]), ("Rất cao – Moon-shot.", ["Moon-shot"]),
      ("Cross-disciplinary / Moon-shot. Khó.", ["Cross-disciplinary", "Moon-shot"]), ("高，登月。", ["登月"]),
      ("Sehr hoch. Das ist eine Moonshot-Idee.", ["Moonshot"]),
      ("This is not a moon-shot.", []), ("Không phải moon-shot.", []),
      ("Requires interdisciplinary work between labs.", []),
      ("Trung bình. Dữ liệu (RAG) khó.", []), ("High. Feasibility is low.", []),
      ("(Liên ngành, khả thi cao)", ["Liên ngành", "khả thi cao"]),
    ])
  func readsRisk(text: String, expected: [String]) throws {
    #expect(try tags("**Risk/Feasibility:** \(text)") == expected)
  }

  @Test("in a field of its own, in bullets about risk, and only in brackets in other fields")
  func readsOtherFields() throws {
    #expect(try tags("**Type:** Moon-shot") == ["Moon-shot"])
    #expect(try tags("**Tags:** Moon-shot, Liên ngành") == ["Moon-shot", "Liên ngành"])
    #expect(try tags("**Risk (Moon-shot):** High") == ["Moon-shot"])
    #expect(try tags(title: "Twins (Ý tưởng Liên ngành)", "**Risk:** Liên ngành.") == ["Ý tưởng Liên ngành"])
    #expect(try tags("**Risk:** Đây là dự án liên ngành.") == ["liên ngành"])
    #expect(try tags("**Loại:** Liên ngành") == ["Liên ngành"])
    #expect(try tags("**Risk:**\n        *   High (Moon-shot)") == ["Moon-shot"])
    #expect(try tags("**Key novelty:** A new thing. (Moon-shot)") == ["Moon-shot"])
    #expect(try tags("**Key novelty:** This is a moon-shot.") == [])
    #expect(try tags("**Approach:** Use memory (long-term memory) and search (high risk).") == [])
    #expect(try tags("**Approach:** Use it. (Khả thi cao)") == ["Khả thi cao"])
    #expect(try tags(title: "Twins (Moon-shot)", "**Risk:** Moon-shot.") == ["Moon-shot"])
  }
}
