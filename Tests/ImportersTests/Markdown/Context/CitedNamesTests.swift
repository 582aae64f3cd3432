import DigestModel
import Testing

/// Names that running text gives to the papers it cites.
@Suite struct CitedNamesTests {
  /// The names of the papers that a text cites, without those that have none.
  private func names(_ text: String, section: String = "GAPS_AND_OPPORTUNITIES") throws -> [String] {
    let digest = try MarkdownReading.normalised("1.  **\(section)**\n\n    *   \(text)\n").digest
    return digest.papers.filter { !$0.names.isEmpty }.map { "\($0.id)=\($0.names.joined(separator: "|"))" }
  }

  @Test(
    "what stands right before an id in brackets, or beside it in a list, is a name where it looks like one",
    arguments: [
      ("Các phương pháp như PROX (2409.00001) tốt", "PROX"),
      ("và Source2Synth (`2409.00001`).", "Source2Synth"),
      ("MMEvol ([2409.00001](https://arxiv.org/abs/2409.00001))", "MMEvol"),
      ("có **Paper Pilot-X** (2409.00001)", "Paper Pilot-X"), ("`NEO-7` (2409.00001)", "NEO-7"),
      ("có \"Sky-T1\" (2409.00001)", "Sky-T1"), ("xem [Emu3](https://arxiv.org/abs/2409.00001)", "Emu3"),
      ("GOT-OCR [2409.00001]", "GOT-OCR"), ("VeRA（2409.00001）", "VeRA"),
      ("các agent (như Octopus 2409.00001)", "Octopus"),
      ("và 2409.00001 (DSBench)", "DSBench"), ("đánh giá (2409.00001: HelloBench)", "HelloBench"),
      ("đánh giá (2409.00001 – UrBench)", "UrBench"), ("mô hình (e.g., Cosmos - 2409.00001)", "Cosmos"),
      ("mô hình (EnerVerse: 2409.00001)", "EnerVerse"), ("dùng LLM Emu4 (2409.00001)", "Emu4"),
      ("Framework RACER (arXiv:2409.00001v2)", "RACER"), ("tổng hợp S* (2409.00001)", "S*"),
      ("và Phi-3.5 Vision (2409.00001)", "Phi-3.5 Vision"),
      ("cho khoa học (2409.00001 Prithvi WxC)", "Prithvi WxC"),
      ("questions (MiP-Overthinking [2409.00001]) and", "MiP-Overthinking"),
      ("tương tự PPlug 2409.00001 nhưng", "PPlug"),
      ("the efficiency drive of BitNet 2409.00001 and", "BitNet"), ("của KANs (2409.00001): tốt", "KANs"),
      ("ToolChain\\* 2409.00001", "ToolChain*"), ("NEO-2/NEO-3 (2409.00001)", "NEO-2/NEO-3"),
      ("như Llama 3 (2409.00001)", "Llama 3"), ("như Mistral 7B (2409.00001)", "Mistral 7B"),
      ("như Gemini 1.5 Pro (2409.00001)", "Gemini 1.5 Pro"), ("như DeepSeek-R1 (2409.00001)", "DeepSeek-R1"),
      ("như AlphaFold 3 (2409.00001)", "AlphaFold 3"), ("và 2409.00001 [MoE-LLaVA]", "MoE-LLaVA"),
      ("(2409.00001 Loopy, nhanh)", "Loopy"), ("Using BitNet (2409.00001)", "BitNet"),
    ])
  func readsNames(text: String, name: String) throws {
    let names = try names(text).map { $0.drop { $0 != "=" }.dropFirst() }
    #expect(names == [Substring(name)])
  }

  @Test(
    "prose, terms of the field, authors and places are not names",
    arguments: [
      "như trong (2409.00001)", "phương pháp này (2409.00001)", "LLM (2409.00001)", "LLMs (2409.00001)",
      "RLHF (2409.00001)", "(2409.00001 MoE)", "(2409.00001 Mamba-Transformer)",
      "mô hình khuếch tán (2409.00001)",
      "(2409.00001 Synthetic Image Detection)", "Nhiều paper (2409.00001)", "Transformer (2409.00001)",
      "trong Hình 3 (2409.00001)", "in Figure 2 (2409.00001)", "của Section 4 (2409.00001)",
      "vào September 2024 (2409.00001)",
      "Direct Preference Optimization (2409.00001)", "\"lost in the middle\" (2409.00001)",
      "Kaplan et al. (2409.00001)",
      "Kiến trúc (2409.00001)", "the model (2409.00001)", "GPU (2409.00001)", "3D (2409.00001)",
      "4-bit (2409.00001)",
      "(7B, 2409.00001)", "xem 2409.00001", "\"suy luận\" (2409.00001)", "**hiệu quả** (2409.00001)",
      "Chain-of-Thought (2409.00001)", "Zero-Shot (2409.00001)", "by Wang (2409.00001)",
      "Wang et al. (2409.00001)",
      "GPT-4 (2409.00001)", "Emu3 (2409.00001, 2409.00002)", "(Từ 2409.00001)", "Hình 3 (2409.00001)",
      "KV cache (2409.00001)", "text-to-image (2409.00001)", "Meta's (2409.00001)", "(ICLR 2025, 2409.00001)",
      "Multi-Agent (2409.00001)", "A (2409.00001)", "Emu9. 2409.00001 cho thấy", "Theo (2409.00001)",
      "RL-based (2409.00001)", "LLM-as-a-Judge (2409.00001)", "F1 (2409.00001)", "MMLU (2409.00001)",
      "The Mamba (2409.00001)", "Recent work (2409.00001)", "(see LoRA 2409.00001)",
      "In Table 3 (2409.00001)", "via Reinforcement Learning (2409.00001)", "(Survey 2409.00001)",
      "der Aufmerksamkeit (2409.00001) und (Apfel 2409.00001)", "(code, text, math trong 2409.00001)",
      "(khoa học dữ liệu 2409.00001, QA phức tạp 2409.00002)", "(ví dụ: 2409.00001, 2409.00002)",
      "(Liên quan đến 2409.00001)", "[bài này](https://arxiv.org/abs/2409.00001)", "综述（2409.00001）",
    ])
  func leavesProse(text: String) throws {
    #expect(try names(text) == [])
  }

  @Test("each id of a list has its own name, before or after it")
  func readsLists() throws {
    #expect(
      try names("(2409.00001 DSBench, 2409.00002 PingPong; 2409.00003 MEDIC và 2409.00004 MMMU-Pro)") == [
        "2409.00001=DSBench", "2409.00002=PingPong", "2409.00003=MEDIC", "2409.00004=MMMU-Pro",
      ])
    #expect(
      try names("(ví dụ Octopus 2409.00001, EUREKA 2409.00002 hoặc ToolChain\\* 2409.00003)") == [
        "2409.00001=Octopus", "2409.00002=EUREKA", "2409.00003=ToolChain*",
      ])
  }

  @Test("what could be a name counts where the digest says the same words of the paper")
  func confirmsByWhatIsSaidOfThePaper() throws {
    func names(_ summary: String) throws -> [[String]] {
      let text = """
        1.  **TOPIC_TREE**

            *   Agents
                *   `2409.00001` | \(summary)

        2.  **GAPS_AND_OPPORTUNITIES**

            *   Thực tế (2409.00001 Windows Arena Club).
        """
      return try MarkdownReading.normalised(text).digest.papers.map(\.names)
    }
    #expect(try names("giới thiệu benchmark WINDOWS ARENA CLUB.") == [["Windows Arena Club"]])
    #expect(try names("giới thiệu benchmark Windows Arena Clubs.") == [[]])
  }

  @Test("two papers that texts call the same do not have that name, unless the digest says it of one of them")
  func leavesNamesOfTwoPapers() throws {
    #expect(try names("NEOX-1 (2409.00001) và NEOX-1 (2409.00002)") == [])
    let text = """
      1.  **READING_LIST**

          *   2409.00001 – NEOX-1 · reason

      2.  **GAPS_AND_OPPORTUNITIES**

          *   như NEOX-1 (2409.00002).
      """
    #expect(try MarkdownReading.normalised(text).digest.papers.map(\.names) == [["NEOX-1"], []])
  }

  @Test("names in places for names come first; a part of one is not added")
  func addsAfterGivenNames() throws {
    let text = """
      1.  **GAPS_AND_OPPORTUNITIES**

          *   KAT (2409.00001), GR-KAN (2409.00001) và Safe-PAU (2409.00001).

      2.  **READING_LIST**

          *   2409.00001 – KAT/GR-KAN · reason
      """
    #expect(try MarkdownReading.normalised(text).digest.papers.map(\.names) == [["KAT/GR-KAN", "Safe-PAU"]])
  }

  @Test(
    "names stand in ideas and reflections, too",
    arguments: [
      ("FUTURE_IDEAS", "✨ **Title**\n        *   **Motivation:** như PROX (2409.00001)."),
      ("META_REFLECTION", "Xu hướng như PROX (2409.00001)."),
    ])
  func readsAllSections(section: String, text: String) throws {
    #expect(try names(text, section: section) == ["2409.00001=PROX"])
  }

  @Test("the name at the beginning of a paper's only named contribution is its name")
  func readsNamesOfContributions() throws {
    func names(_ lines: String...) throws -> [String] {
      let bullets = lines.map { "    *   **2409.00001 – \($0) – Suy nghĩ:** tốt." }.joined(separator: "\n")
      let digest = try MarkdownReading.normalised("1.  **NOVEL_TECH_CONTRIBUTIONS**\n\n\(bullets)\n").digest
      return digest.papers[0].names
    }
    #expect(try names("SPPO: hàm mục tiêu") == ["SPPO"])
    #expect(try names("NEO Scaling Law: mô hình hóa loss (N, D)") == ["NEO Scaling Law"])
    #expect(try names("Framework PROX: tinh chỉnh") == ["PROX"])
    #expect(try names("Spatial Speech Translation System: dịch nói") == ["Spatial Speech Translation System"])
    #expect(try names("SPPO: hàm mục tiêu", "SPPO: thuật toán", "Cơ chế khác") == ["SPPO"])
    #expect(try names("Phantom Dimension: tăng", "Phantom Optimization (PO): SFT") == [])
    #expect(try names("Survey: phân loại") == [])
    #expect(try names("Thuật toán mới: nhanh") == [])
    #expect(try names("Kiến trúc OmniGen hợp nhất") == [])
  }

  @Test(
    "hostile text is read in linear time", .timeLimit(.minutes(20)),
    arguments: [
      "2409.00001 ", "(2409.00001 ", "Emu3 (2409.00001) ", "\"a\" (2409.00001) ", "**a** (2409.00001) ", "(",
    ])
  func readsHostileText(part: String) throws {
    _ = try names(String(repeating: part, count: 20_000))
  }
}
