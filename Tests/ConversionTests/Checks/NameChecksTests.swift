import DigestDiagnostics
import DigestImporters
import Testing

@testable import DigestConversion

/// Checks that compare what a digest calls its papers, and what it says of them.
@Suite struct NameChecksTests {
  private func report(_ check: some DigestCheck, _ text: String) throws -> String {
    let result = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text))
    var digest = result.digest
    digest.normalise()
    let findings = check.findings(in: CheckSubject(digest: digest, sourceMap: result.sourceMap))
    #expect(findings.allSatisfy { check.ids.contains($0.id) })
    return TextRenderer().render(findings)
  }

  private func digest(
    tree: [String] = [], contributions: [String] = [], gaps: [String] = [], reading: [String] = []
  ) -> String {
    [
      ("TOPIC_TREE", (tree.isEmpty ? [] : ["*   NLP"]) + tree.map { "    *   \($0)" }),
      ("NOVEL_TECH_CONTRIBUTIONS", contributions.map { "*   \($0)" }),
      ("GAPS_AND_OPPORTUNITIES", gaps.map { "*   \($0)" }),
      ("READING_LIST", reading.map { "*   \($0)" }),
    ].filter { !$0.1.isEmpty }.enumerated().map { number, section in
      "\(number + 1).  **\(section.0)**\n\n" + section.1.map { "    \($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  @Test(
    "an id of the tree is suggested where it is near and both lines have the same name",
    arguments: [
      ("2409.18869 | Emu3: kiến trúc.", "2409.18896 – Emu3 · hay."),
      ("2409.18869 | Emu3: kiến trúc.", "2409.18879 – Emu3 · hay."),
      ("2409.18869 | Đề xuất Emu3, kiến trúc.", "2409.18879 – Emu3 · hay."),
      ("2409.18869 | Kiến trúc (EMU3-X).", "2409.18868 – Emu3-X · hay."),
    ])
  func suggestsIDs(tree: String, reading: String) throws {
    let report = try report(PaperNotInTreeCheck(), digest(tree: [tree], reading: [reading]))
    #expect(report.contains("help: add it to the tree, or did you mean '2409.18869'?\n"))
  }

  @Test(
    "no id is suggested without a common name, or for an id that is far",
    arguments: [
      ("2409.18869 | Emu3: kiến trúc.", "2409.18879 – OmniGen · hay."),
      ("2409.18869 | Kiến trúc.", "2409.18879 – Emu3 · hay."),
      ("2409.18869 | Emu3: kiến trúc.", "2409.18879"),
      ("2409.18869 | Emu3: kiến trúc.", "2409.12345 – Emu3 · hay."),
      ("2409.18869 | Dùng LLM và RLHF.", "2409.18879 – LLM · hay."),
    ])
  func suggestsNoOtherIDs(tree: String, reading: String) throws {
    let report = try report(PaperNotInTreeCheck(), digest(tree: [tree], reading: [reading]))
    #expect(report.contains("help: add it to the tree, or mend the id\n"))
    #expect(!report.contains("did you mean"))
  }

  @Test("a name that prose gives to another paper than the tree does is reported")
  func reportsNamesOfTwoPapersInProse() throws {
    let text = digest(tree: ["2409.18869 | Emu3: kiến trúc."], gaps: ["Các mô hình (2409.17692 Emu3) tốt."])
    #expect(
      try report(SharedNameCheck(), text) == """
        d.md:8:25: warning: 'Emu3' names '2409.17692' here but '2409.18869' before [digest/name-of-two-papers]
        d.md:4:26: note: '2409.18869' is named here
        d.md:8:25: help: mend the id that is wrong

        """)
  }

  @Test("one id with two names is reported with both places")
  func reportsTwoNames() throws {
    let reading = digest(tree: ["2409.18869 | Emu3: kiến trúc."], reading: ["2409.18869 – OmniGen · hay."])
    #expect(
      try report(TwoNamesCheck(), reading) == """
        d.md:8:24: warning: '2409.18869' is called 'OmniGen' here but 'Emu3' elsewhere [digest/paper-with-two-names]
        d.md:4:26: note: it is called 'Emu3' here
        d.md:8:24: help: mend the id or the name that is wrong

        """)
    let prose = digest(
      tree: ["2409.18869 | Emu3: kiến trúc."], gaps: ["Các mô hình như OmniGen (2409.18869)."])
    #expect(try report(TwoNamesCheck(), prose).contains("is called 'OmniGen' here but 'Emu3' elsewhere"))
  }

  @Test(
    "two spellings of one name, a part of it, or names that are not made up are not two names",
    arguments: [
      ("2409.18869 | KAT: kiến trúc.", "2409.18869 – KAT/GR-KAN · hay."),
      ("2409.18869 | Emu3: kiến trúc.", "2409.18869 – EMU-3 · hay."),
      ("2409.18869 | AlphaGeometry2: toán.", "2409.18869 – AlphaGeometry2: Carl Sagan Update · hay."),
      ("2409.18869 | VPTQ: nén.", "2409.18869 – Vector Post-Training Quantization · hay."),
      ("2409.18869 | Emu3: kiến trúc.", "2409.18869 – Attention Head Survey · hay."),
      ("2409.18869 | Bộ dữ liệu PixMo-1 và mô hình MolMo-2.", "2409.18869 – MolMo-2 · như PixMo-1."),
    ])
  func reportsNoSpellings(tree: String, reading: String) throws {
    #expect(try report(TwoNamesCheck(), digest(tree: [tree], reading: [reading])) == "")
  }

  @Test("a contribution said twice is reported, also of another paper")
  func reportsRepeatedContributions() throws {
    let text = digest(contributions: [
      "**2409.18869 – Bộ mã hóa thị giác MoVQGAN – Suy nghĩ:** Một giải pháp hiệu quả.",
      "**2409.18869 – bộ mã hóa thị giác MoVQGAN. – Suy nghĩ:** Khác.",
      "**2409.17692 – Bộ mã hóa thị giác MoVQGAN – Suy nghĩ:** Một giải pháp hiệu quả.",
      "**2409.17692 – Bộ mã hóa khác hẳn – Suy nghĩ:** Một giải pháp hiệu quả.",
      "**2409.11111 – Bộ mã hóa thị giác MoVQGAN – Suy nghĩ:** Một nhận xét khác hẳn.",
      "**2409.11111 – DPO – Suy nghĩ:** a.", "**2409.11111 – DPO – Suy nghĩ:** b.",
    ])
    #expect(
      try report(RepeatedContributionCheck(), text) == """
        d.md:4:5: warning: the same contribution of '2409.18869' is said a second time [digest/contribution-said-twice]
        d.md:3:5: note: the first is here
        d.md:4:5: help: remove one
        d.md:5:5: warning: a contribution of '2409.18869' is said of '2409.17692', too [digest/contribution-said-twice]
        d.md:3:5: note: the first is here
        d.md:5:5: help: mend the id that is wrong, or remove one

        """)
  }

  @Test(
    "a duplicate that a line announces is not reported, nor is another id of the same paper",
    arguments: [
      "2409.10000 | (Đã liệt kê ở I.A) lần nữa.", "2409.10000 | lần nữa (already listed in I.A) cho robot.",
      "2409.10000 | lần nữa. (Trùng với I.A)", "(Duplicate of I.A) 2409.10000",
      "2409.10001 (also 2409.10000) | khác.",
    ])
  func reportsNoAnnouncedDuplicates(line: String) throws {
    #expect(try report(PaperListedTwiceCheck(), digest(tree: ["2409.10000 | một.", line])) == "")
    #expect(
      try report(PaperListedTwiceCheck(), digest(tree: ["2409.10000 | một.", "2409.10000 | hai."])) != "")
  }
}
