import DigestImporters
import DigestModel
import Testing

/// Titles of lists, wherever they stand and however they are set.
@Suite struct ListTitleTests {
  @Test(
    "a title before the link that says only what it is",
    arguments: [
      ListedCase("- TITLE [[PDF]](ARXIV)"),
      ListedCase("- TITLE. [paper](ARXIV)"),
      ListedCase("- TITLE ([arXiv](ARXIV))"),
      ListedCase("- TITLE, [arXiv:2401.00011](ARXIV)"),
      ListedCase("- TITLE — [PDF](ARXIV) | [Code](CODE)", links: [.code]),
      ListedCase("- **TITLE**, [[arXiv](ARXIV)]"),
      ListedCase("- **TITLE.** [paper](ARXIV)"),
      ListedCase("- __TITLE__ [paper](ARXIV)"),
      ListedCase("- *TITLE* [paper](ARXIV)"),
      ListedCase("- \"TITLE\" [paper](ARXIV)"),
      ListedCase("- “TITLE,” [paper](ARXIV)"),
      ListedCase("- 《TITLE》 [论文](ARXIV)"),
      ListedCase("1. TITLE [Link](ARXIV)"),
      ListedCase("1) TITLE [Link](ARXIV)"),
      ListedCase("* [ ] TITLE [Link](ARXIV)"),
      ListedCase("- 🔥 **TITLE** [📄 Paper](ARXIV) [💻 Code](CODE)", links: [.code]),
      ListedCase("- TITLE: <ARXIV>"),
      ListedCase("- TITLE ARXIV"),
      ListedCase("- TITLE. arXiv:2401.00011"),
      ListedCase("- TITLE [paper][1]\n\n[1]: ARXIV"),
      ListedCase(
        "- TITLE [![arXiv](https://img.shields.io/badge/arXiv-2401.00011-b31b1b.svg)](ARXIV)"
          + " [![Star](https://img.shields.io/github/stars/x/kites.svg)](CODE)", links: [.code]),
      ListedCase("- TITLE [![](https://img.shields.io/badge/Paper-red)](ARXIV)"),
      ListedCase("- <b>TITLE</b> <a href='ARXIV'>[paper]</a>"),
      ListedCase("- **TITLE** [paper]( ARXIV )"),
      ListedCase("TITLE [[Paper](ARXIV)][[Code](CODE)] <br>", links: [.code]),
      ListedCase(
        "- **Kites That Plan: A Survey of\n  Wind Agents.** [[paper](ARXIV)]"),
      ListedCase(
        "- Kites That Plan: A Survey of\n  Wind Agents, [arXiv](ARXIV) / [Website](https://x.github.io)",
        links: [.project]),
    ])
  func readsTitleBeforeLink(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test(
    "a title after the link",
    arguments: [
      ListedCase("- [paper](ARXIV) TITLE"),
      ListedCase("- [[paper](ARXIV)] **TITLE**"),
      ListedCase("- [2401.00011](ARXIV) TITLE"),
      ListedCase("- [`2401.00011`](ARXIV) **TITLE**"),
      ListedCase("- [arXiv:2401.00011](ARXIV): TITLE"),
    ])
  func readsTitleAfterLink(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test(
    "words of a link",
    arguments: [
      ListedCase("- [TITLE](ARXIV)"),
      ListedCase("- [x] [TITLE](ARXIV)"),
      ListedCase("- ⭐ [TITLE](ARXIV) ⭐"),
      ListedCase("- :fire: [TITLE](ARXIV)"),
      ListedCase("- [**TITLE**](ARXIV)"),
      ListedCase("- **[TITLE](ARXIV)**"),
      ListedCase("- *[TITLE](ARXIV)*"),
      ListedCase("- [\"TITLE\"](ARXIV)"),
      ListedCase("- [TITLE.](ARXIV)"),
      ListedCase("- [TITLE][1]\n\n[1]: ARXIV"),
      ListedCase("- <a href=\"ARXIV\">TITLE</a>"),
      ListedCase("[TITLE](ARXIV)"),
      ListedCase("[ScreenKite](https://huggingface.co/datasets/x/k): [TITLE](ARXIV)", links: [.data]),
      ListedCase("- [TITLE](notes/kites.md) [[Paper](ARXIV)]"),
      ListedCase("- [TITLE](https://x.github.io) [paper](ARXIV)", links: [.project]),
    ])
  func readsWordsOfLink(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test(
    "bold words with what follows them",
    arguments: [
      ("- **FMB**: a Kite Benchmark for Robots, [arXiv](ARXIV)", "FMB: a Kite Benchmark for Robots"),
      ("- The **primacy bias** in deep kites, [arXiv](ARXIV)", "The primacy bias in deep kites"),
      (
        "- **Plan Kites, Learn Wind**: Efficient Flight by Control, [arXiv](ARXIV)",
        "Plan Kites, Learn Wind: Efficient Flight by Control"
      ),
      ("- **D**eformable **K**ites for **W**ind [paper](ARXIV)", "Deformable Kites for Wind"),
      (
        "- **Kites That Plan in the Wind**: this paper shows how. [paper](ARXIV)",
        "Kites That Plan in the Wind"
      ),
      ("- **Kites That Plan** - a survey of all kites. [paper](ARXIV)", "Kites That Plan"),
      ("- **Kites That Plan** — [Technical Report](ARXIV)", "Kites That Plan"),
      ("- Kites That Plan - A Journey into Wind [paper](ARXIV)", "Kites That Plan - A Journey into Wind"),
      ("- Kites vs. Birds: Who Flies [paper](ARXIV)", "Kites vs. Birds: Who Flies"),
      ("- Is your Kite Smarter than a Bird?. [paper](ARXIV)", "Is your Kite Smarter than a Bird?"),
      ("- Learning to (Learn at Wind Time), [arXiv](ARXIV)", "Learning to (Learn at Wind Time)"),
      ("- Plan, Eliminate, and Track Kites [arXiv](ARXIV)", "Plan, Eliminate, and Track Kites"),
      ("- DiKite: \"Learning Kites for Tracking\" ICCV. [[Paper]](ARXIV)", "Learning Kites for Tracking"),
      ("- 论文：**Dynamic Kites for Wind** [论文](ARXIV)", "Dynamic Kites for Wind"),
      ("- **Kites at $N^2$ speed** [paper](ARXIV)", "Kites at $N^2$ speed"),
    ])
  func readsBoldWords(entry: String, title: String) throws {
    try ListReading.expect(
      ListedCase(entry, title: title, container: entry.contains("ICCV") ? "ICCV" : nil))
  }

  @Test(
    "words that say only what stands there are never a title",
    arguments: [
      "paper", "Paper", "PDF", "pdf", "arXiv", "arxiv", "arXiv:2401.00011", "2401.00011", "Technical Report",
      "Read the paper", "Read paper", "📄 arXiv preprint", "Full paper (PDF)", "Paper Link", "Link", "link",
      "here", "abs",
      "HTML", "DOI", "Preprint", "Download PDF", "ICLR 2024", "NeurIPS'23", "ICLR 2024 paper", "OpenReview",
      "ACL Anthology",
      "论文", "论文链接", "原文链接", "論文", "논문", "논문 링크", "リンク", "Bài báo", "статья", "Artikel", "Papier", "artículo",
      "Enlace",
      "🔗", "arXiv v2", "View on arXiv", "Paper (arXiv)", "Hugging Face Papers", "IEEE Xplore", "paper page",
    ])
  func knowsWordsOfLinks(label: String) throws {
    try ListReading.expect(ListedCase("- **TITLE** [\(label)](ARXIV)"))
    try ListReading.expect(ListedCase("- TITLE [\(label)](ARXIV)"))
    try ListReading.expect(ListedCase("- [\(label)](ARXIV)", title: nil))
  }

  @Test(
    "links to other things have a kind",
    arguments: [
      ("[Code](https://github.com/x/k)", Paper.Link.Kind.code), ("[Github](https://github.com/x/k)", .code),
      ("[代码](https://gitee.com/x/k)", .code), ("[PyTorch](https://kites.org/torch)", .code),
      ("[Project Page](https://x.org)", .project), ("[主页](https://k.github.io)", .project),
      ("[Website](https://sites.google.com/view/k)", .project),
      ("[project](https://github.com/x/k)", .project),
      ("[Demo](https://k.hf.space)", .project), ("[Dataset](https://huggingface.co/datasets/x/k)", .data),
      ("[Model](https://huggingface.co/x/k)", .data), ("[🤗](https://huggingface.co/x/k)", .data),
      ("[Video](https://youtu.be/abc)", .video), ("[talk](https://slideslive.com/1)", .video),
      ("[pdf](https://kites.org/kites.pdf)", .pdf),
      ("[CVF](https://openaccess.thecvf.com/content/k.html)", .landingPage),
    ])
  func knowsKindsOfLinks(link: String, kind: Paper.Link.Kind) throws {
    try ListReading.expect(ListedCase("- **TITLE** [[paper](ARXIV)] [\(link)]", links: [kind]))
  }

  @Test(
    "tweets, blogs, badges and licences are no links of a paper",
    arguments: [
      "[Tweet](https://x.com/a/status/1)", "[Blog](https://medium.com/@a/k)",
      "[slides](https://kites.org/slides.pdf)",
      "[知乎](https://zhuanlan.zhihu.com/p/1)", "[MIT](https://opensource.org/licenses/MIT)",
      "[notes](notes.md)",
      "[bib](https://kites.org/k.bib)",
    ])
  func leavesOutOtherLinks(link: String) throws {
    try ListReading.expect(ListedCase("- **TITLE** [[paper](ARXIV)] [\(link)]"))
  }

  @Test("of two mentions the surer title counts, and a link word never does")
  func takesTheBestTitle() throws {
    let papers = try ListReading.papers(
      """
      - [paper](https://arxiv.org/abs/2401.00011)
      - KiteNet [paper](https://arxiv.org/abs/2401.00011)
      - **Kites That Plan** [paper](https://arxiv.org/pdf/2401.00011v2)
      """)
    #expect(papers.map { $0.record.title?.plainText } == ["Kites That Plan"])
  }

  @Test("the headings and labels above are the topic")
  func takesHeadingsForTopics() throws {
    let papers = try ListReading.papers(
      """
      ### 1.1 Planning

      **In the wind**
      - **Kites A** [paper](https://arxiv.org/abs/2401.00011)

      **At sea**
      - **Kites B** [paper](https://arxiv.org/abs/2401.00012)

      #### Deep

      - Groups
        - **Kites C** [paper](https://arxiv.org/abs/2401.00013)

      ### [Others](#others)

      - **Kites A** [paper](https://arxiv.org/abs/2401.00011)
      """)
    #expect(
      papers.map(\.topics) == [
        [["Surveys", "1.1 Planning", "In the wind"], ["Surveys", "Others"]],
        [["Surveys", "1.1 Planning", "At sea"]], [["Surveys", "1.1 Planning", "Deep", "Groups"]],
      ])
  }

  @Test("the linked name of an author after a short title is not the title")
  func passesLinkedNames() throws {
    let papers = try ListReading.papers(
      "- **KiteV: K**, [Ann Bee](https://bee.org), [paper](https://arxiv.org/abs/2401.00011)")
    #expect(papers.map { $0.record.title?.plainText } == ["KiteV: K"])
  }
}
