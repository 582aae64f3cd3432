import DigestImporters
import DigestModel
import Testing

/// Authors, dates and venues of lists.
@Suite struct ListMetaTests {
  private static let two = ["Ann Bee", "Cee Dee"]

  @Test(
    "authors after and before the title",
    arguments: [
      ListedCase(
        "- [TITLE](ARXIV), Ann Bee, Cee Dee, ICLR 2024", authors: two, date: "2024", container: "ICLR 2024"),
      ListedCase(
        "- [TITLE](ARXIV). Ann Bee, Cee Dee. *ICLR 2024*.", authors: two, date: "2024", container: "ICLR 2024"
      ),
      ListedCase("- [TITLE](ARXIV) by Ann Bee and Cee Dee", authors: two),
      ListedCase("- [TITLE](ARXIV) (Bee et al., 2024)", authors: ["Bee"], hasMore: true, date: "2024"),
      ListedCase("- [TITLE](ARXIV) (Ann Bee, Cee Dee, 2024)", authors: two, date: "2024"),
      ListedCase("- [TITLE](ARXIV) - Ann Bee et al.", authors: ["Ann Bee"], hasMore: true),
      ListedCase(
        "- [TITLE](ARXIV) | Ann Bee, Cee Dee | ICLR 2024", authors: two, date: "2024", container: "ICLR 2024"),
      ListedCase("- *TITLE*, Ann Bee, Cee Dee. [arXiv:2401.00011](ARXIV)", authors: two),
      ListedCase(
        "- **TITLE.** *Ann Bee et al. arXiv.* [[paper](ARXIV)]", authors: ["Ann Bee"], hasMore: true),
      ListedCase("- **TITLE.** *Ann Bee et al.arXiv.*[[paper](ARXIV)]]", authors: ["Ann Bee"], hasMore: true),
      ListedCase(
        "- **TITLE.** *Ann Bee (Kite University) et al. arXiv.* [[paper](ARXIV)]", authors: ["Ann Bee"],
        hasMore: true),
      ListedCase("- **TITLE.** *Ann Bee. arXiv.* [[paper](ARXIV)]", authors: ["Ann Bee"]),
      ListedCase(
        "- TITLE *Ann Bee et al. NeurIPS.* [[paper](ARXIV)]", authors: ["Ann Bee"], hasMore: true,
        container: "NeurIPS"),
      ListedCase(
        "- ⭐ **TITLE** — *Ann Bee, 2022*  \n  Kites plan.  \n  [Paper](ARXIV)", authors: ["Ann Bee"],
        date: "2022"),
      ListedCase(
        "- **TITLE**(2012), Ann Bee et al. [[pdf]](ARXIV)", authors: ["Ann Bee"], hasMore: true, date: "2012"),
      ListedCase(
        "- `Kite` [Bee et al., Proc. CVPR 2020] **TITLE** [[PDF]](ARXIV)", authors: ["Bee"], hasMore: true,
        date: "2020", container: "CVPR 2020"),
      ListedCase(
        "- Ann Bee, Cee Dee. \"TITLE.\" ICLR 2024. [[pdf]](ARXIV)", authors: two, date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "- Ann Bee, Cee Dee. TITLE. ICLR 2024. [[pdf]](ARXIV)", authors: two, date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "- Bee et al. TITLE. ICLR 2024. [[pdf]](ARXIV)", authors: ["Bee"], hasMore: true, date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "- Bee, A., Dee, C., & Eff, E. (2024). TITLE. [[pdf]](ARXIV)",
        authors: ["A. Bee", "C. Dee", "E. Eff"], date: "2024"),
      ListedCase(
        "- **TITLE**，CoRL 2024，Ann Bee、Cee Dee。[论文](ARXIV)", authors: two, date: "2024",
        container: "CoRL 2024"),
    ])
  func readsAuthors(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test(
    "authors, venues and links below the title",
    arguments: [
      ListedCase(
        "- **TITLE**\n  Ann Bee, Cee Dee\n  [[paper](ARXIV)] [[code](CODE)]", authors: two, links: [.code]),
      ListedCase(
        "1. **TITLE.** ICLR 2024.\n\n   *Ann Bee, Cee Dee.* [[pdf](ARXIV)], 2024.1", authors: two,
        date: "2024-01",
        container: "ICLR 2024"),
      ListedCase(
        "- [TITLE](ARXIV)\n  - Ann Bee, Cee Dee\n  - ICLR 2024\n  - [Code](CODE)", authors: two, date: "2024",
        container: "ICLR 2024", links: [.code]),
      ListedCase("- TITLE\n  - Paper: ARXIV\n  - Code: CODE\n  - TL;DR: Kites plan.", links: [.code]),
      ListedCase(
        "- (19 ICML) TITLE\n  - [Paper](ARXIV), [Code](CODE)", date: "2019", container: "ICML", links: [.code]
      ),
      ListedCase(
        "- [TITLE](ARXIV)\n  - Ann Bee, Cee Dee\n  - 🏛️ Institutions: Kite University\n  - 📅 Date: March 27, 2026\n  - 📑 Publisher: arXiv\n  - 💻 Env: [GUI]",
        authors: two, date: "2026-03-27"),
      ListedCase(
        "**TITLE**\n\nAnn Bee, Cee Dee\n\n[[paper](ARXIV)] [[code](CODE)]", authors: two, links: [.code]),
      ListedCase("**TITLE**\\\nAnn Bee, Cee Dee\\\n[Paper](ARXIV)", authors: two),
      ListedCase("- **TITLE**<br>Ann Bee, Cee Dee<br>[Paper](ARXIV)", authors: two),
      ListedCase("### [TITLE](ARXIV)\n\nAnn Bee, Cee Dee\n\nKites plan.", authors: two),
      ListedCase(
        "### TITLE\n\n- **Authors**: Ann Bee, Cee Dee\n- **arXiv**: [2401.00011](ARXIV)\n- **Code**: [link](CODE)",
        authors: two, links: [.code]),
      ListedCase(
        "### TITLE\n\n**Authors:** Ann Bee, Cee Dee  \n**Published:** 2024-01-05  \n**Link:** ARXIV",
        authors: two,
        date: "2024-01-05"),
      ListedCase("### 1. TITLE\n\n[Paper](ARXIV) | [Code](CODE)\n\nKites plan well.", links: [.code]),
      ListedCase("## TITLE [[pdf]](ARXIV)\n\nKites plan well."),
      ListedCase("### TITLE\n*Ann Bee, Cee Dee*\n\n`arXiv:2401.00011`", authors: two),
      ListedCase("- TITLE [[pdf]](ARXIV)\n- *Ann Bee, Cee Dee*\n- `2021, TMI`", authors: two),
      ListedCase(
        "<details>\n<summary><strong>TITLE</strong> - Ann Bee, Cee Dee - [[pdf]](ARXIV)</summary>\n\nText.\n\n</details>",
        authors: two),
    ])
  func readsLinesBelow(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test(
    "a name in bold before the title, fields in a list of their own, badges, linked authors",
    arguments: [
      ListedCase(
        "- **KiteNet** — Bee, A., & Dee, C. (2024). *TITLE*. arXiv:2401.00011. [[paper]](ARXIV)",
        authors: ["A. Bee", "C. Dee"], date: "2024"),
      ListedCase(
        "- **arXiv ID**: 2401.00011\n- **Title**: TITLE\n- **Authors**: Ann Bee (MIT), Cee Dee, et al.\n- **Date**: January 2026",
        authors: two, hasMore: true, date: "2026-01"),
      ListedCase("- **Paper**: [TITLE](ARXIV)\n- **Authors**: Ann Bee, Cee Dee", authors: two),
      ListedCase("- **KiteNet**: *TITLE* [[Paper](ARXIV)]"),
      ListedCase(
        "- TITLE; Ann Bee, Cee Dee; ICLR 2024; [paper](ARXIV)", authors: two, date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "- Bee et al., \"TITLE\", ICLR 2024, [arXiv](ARXIV)", authors: ["Bee"], hasMore: true, date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "### TITLE\n\n*Ann Bee, Cee Dee* | ICLR 2024 | [arXiv](ARXIV) | [GitHub](CODE)", authors: two,
        date: "2024",
        container: "ICLR 2024", links: [.code]),
      ListedCase("- [Bee et al. (2024). TITLE](ARXIV)", authors: ["Bee"], hasMore: true, date: "2024"),
      ListedCase("- [TITLE](ARXIV) *Symmetry*. 2024.", date: "2024", container: "Symmetry"),
      ListedCase(
        "Ann Bee and Cee Dee.\nTITLE.\nTIP, 2023. [[paper]](ARXIV)", authors: two, date: "2023",
        container: "TIP"),
      ListedCase(
        "- TITLE [[Paper]](ARXIV) ![](https://img.shields.io/badge/ICLR-2024-blue)", date: "2024",
        container: "ICLR 2024"),
      ListedCase(
        "### TITLE\n\n[Ann Bee](https://bee.org), [Cee Dee](https://dee.org)\n\n[Page](https://k.github.io) | [Paper](ARXIV)",
        authors: two, links: [.project]),
    ])
  func readsOtherForms(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test("the title of a document about one paper is the paper's, that of a list is not")
  func readsTitleOfDocument() throws {
    let links = "\n\n[Video](https://youtu.be/abc) | [Paper](https://arxiv.org/abs/2401.00011)\n"
    let one = try MarkdownReading.normalised("# Kites That Plan in the Wind" + links).digest.papers
    #expect(one.map { $0.record.title?.plainText } == ["Kites That Plan in the Wind"])
    let list = try MarkdownReading.normalised("# Awesome Papers on Kites" + links).digest.papers
    #expect(list.map { $0.record.title?.plainText } == [nil])
  }

  @Test("an abstract and keywords below the title; a summary by others is not an abstract")
  func readsFields() throws {
    let papers = try ListReading.papers(
      """
      - **Kites That Plan**
        - **Link:** https://arxiv.org/abs/2401.00011
        - **Keywords:** kites, wind agents
        - **Summary:** They plan, says the list.
        - **Abstract:** Kites plan well and far, as this survey shows.
      """)
    #expect(papers.first?.record.abstract?.plainText == "Kites plan well and far, as this survey shows.")
    #expect(papers.first?.record.keywords == ["kites", "wind agents"])
  }

  @Test(
    "an abstract may be short; it keeps its last sign and the words of its links",
    arguments: [
      ("Kites plan well.", "Kites plan well."), ("Do [kites](https://k.org) plan?", "Do kites plan?"),
      ("N/A", nil),
    ])
  func readsAbstracts(written: String, abstract: String?) throws {
    let below = try ListReading.papers(
      "- [Kites That Plan](https://arxiv.org/abs/2401.00011)\n  - **Abstract:** \(written)")
    #expect(below.first?.record.abstract?.plainText == abstract)
    let table = try ListReading.papers(
      """
      | Title | Link | Abstract |
      |---|---|---|
      | Kites That Plan | [paper](https://arxiv.org/abs/2401.00011) | \(written) |
      """)
    #expect(table.first?.record.abstract?.plainText == abstract)
  }

  @Test(
    "venues and dates before and after the title",
    arguments: [
      ("(ICLR 2024) [TITLE](ARXIV)", "2024", "ICLR 2024"),
      ("[ICLR 2024] [TITLE](ARXIV)", "2024", "ICLR 2024"),
      ("[ICLR'24] **TITLE** [[paper]](ARXIV)", "2024", "ICLR'24"),
      ("`ICLR 2024` [TITLE](ARXIV)", "2024", "ICLR 2024"),
      ("**ICLR 2024** [TITLE](ARXIV)", "2024", "ICLR 2024"),
      ("*ICLR 2024*: TITLE [[paper]](ARXIV)", "2024", "ICLR 2024"),
      ("ICLR 2024 | TITLE | [paper](ARXIV)", "2024", "ICLR 2024"),
      ("NIPS 2020 (spotlight), TITLE, [arXiv](ARXIV)", "2020", "NIPS 2020"),
      ("RSS 2022 Best Student Paper Award Finalist, TITLE, [arXiv](ARXIV)", "2022", "RSS 2022"),
      ("CoRL 2023 workshop, TITLE, [arXiv](ARXIV)", "2023", "CoRL 2023 workshop"),
      ("【ICLR 2024】TITLE [论文](ARXIV)", "2024", "ICLR 2024"),
      ("[TITLE](ARXIV) - **ICLR 2024**", "2024", "ICLR 2024"),
      ("[TITLE](ARXIV) [ICLR 2024]", "2024", "ICLR 2024"),
      ("[TITLE (ICLR 2024)](ARXIV)", "2024", "ICLR 2024"),
      ("[[ICLR 2024] TITLE](ARXIV)", "2024", "ICLR 2024"),
      ("TITLE (ICLR 2024 Oral) [[paper]](ARXIV)", "2024", "ICLR 2024"),
      ("TITLE, in ICLR 2024. [[paper]](ARXIV)", "2024", "ICLR 2024"),
      ("\"TITLE\", AAAI, 2021. [[paper](ARXIV)]", "2021", "AAAI"),
      ("TITLE, NeurIPS 2023 Spotlight [[paper](ARXIV)]", "2023", "NeurIPS 2023"),
      ("[TITLE](ARXIV) (_CVPR '20_)", "2020", "CVPR '20"),
      ("TITLE. IEEE Transactions on Kites, 2024 [[paper](ARXIV)]", "2024", "IEEE Transactions on Kites"),
      ("TITLE. Nature Communications, 2024 [[paper](ARXIV)]", "2024", "Nature Communications"),
      ("**TITLE.** KITECON 2024. [[paper](ARXIV)]", "2024", "KITECON 2024"),
      ("**TITLE.** ICLR 2024 submission. [[paper](ARXIV)]", "2024", nil),
      ("**TITLE.** arXiv 2024. [[paper](ARXIV)]", "2024", nil),
      ("TITLE. arXiv preprint arXiv:2401.00011 (2024). [[paper](ARXIV)]", "2024", nil),
      ("[2024/01] TITLE [[paper](ARXIV)]", "2024-01", nil),
      ("[2024-01-05] TITLE [[paper](ARXIV)]", "2024-01-05", nil),
      ("2024-01-05 - TITLE [[paper](ARXIV)]", "2024-01-05", nil),
      ("2025-7-22: TITLE [arXiv](ARXIV)", "2025-07-22", nil),
      ("2025-6 TITLE [Paper](ARXIV)", "2025-06", nil),
      ("arXiv 2023.10, TITLE, [arXiv](ARXIV)", "2023-10", nil),
      ("(Jan 2024) [TITLE](ARXIV)", "2024-01", nil), ("Jan 2024: [TITLE](ARXIV)", "2024-01", nil),
      ("**[Jan 5, 2024]** TITLE [[paper](ARXIV)]", "2024-01-05", nil),
      ("2024.01 **TITLE** [[paper](ARXIV)]", "2024-01", nil),
      ("[TITLE](ARXIV) (2024年1月)", "2024-01", nil), ("[TITLE](ARXIV), 2024", "2024", nil),
    ])
  func readsVenuesAndDates(entry: String, date: String, container: String?) throws {
    try ListReading.expect(ListedCase("- " + entry, date: date, container: container))
  }
}
