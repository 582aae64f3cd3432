import DigestImporters
import DigestModel
import Testing

/// What is a paper in a list, and what is not.
@Suite struct ListIdentityTests {
  @Test(
    "a paper with a link elsewhere is a paper like one of arXiv",
    arguments: [
      ("[TITLE](https://openreview.net/forum?id=AbCdEf1234)", "openreview:AbCdEf1234"),
      ("[TITLE](https://aclanthology.org/2024.acl-long.1/)", "acl:2024.acl-long.1"),
      ("TITLE [[pdf]](https://aclanthology.org/P19-1001.pdf)", "acl:P19-1001"),
      ("[TITLE](https://doi.org/10.1145/1234567.1234568)", "doi:10.1145/1234567.1234568"),
      ("TITLE. doi:10.1145/1234567.1234568", "doi:10.1145/1234567.1234568"),
      (
        "[TITLE](https://www.nature.com/articles/s41586-024-00001-1)",
        "https://www.nature.com/articles/s41586-024-00001-1"
      ),
      (
        "TITLE [[paper]](https://proceedings.mlr.press/v202/bee23a.html)",
        "https://proceedings.mlr.press/v202/bee23a.html"
      ),
      (
        "TITLE [[PDF]](http://openaccess.thecvf.com/content_CVPR_2020/html/Bee_CVPR_2020_paper.html)",
        "http://openaccess.thecvf.com/content_CVPR_2020/html/Bee_CVPR_2020_paper.html"
      ),
      ("[TITLE](https://kites.org/papers/kites.pdf)", "https://kites.org/papers/kites.pdf"),
      ("**TITLE** [[Paper](https://kites.org/kites)]", "https://kites.org/kites"),
      ("[TITLE](https://www.alphaxiv.org/abs/2401.00011)", "arXiv:2401.00011"),
    ])
  func knowsPapersElsewhere(entry: String, id: String) throws {
    let papers = try ListReading.papers("- " + entry.replacing("TITLE", with: ListReading.title))
    #expect(papers.map(\.id.label) == [id])
    #expect(papers.first?.record.title?.plainText == ListReading.title)
  }

  @Test("a paper with several ids goes by arXiv's, and has the others")
  func joinsIDs() throws {
    let papers = try ListReading.papers(
      "- Kites That Plan [[OpenReview](https://openreview.net/forum?id=AbCdEf1234)] [[arXiv](https://arxiv.org/abs/2401.00011)]"
    )
    #expect(papers.map(\.id.label) == ["arXiv:2401.00011"])
    #expect(papers.first?.record.identifiers.map(\.label) == ["openreview:AbCdEf1234"])
  }

  @Test("an entry without an address of the paper is a paper among others, where it names a venue or authors")
  func knowsPapersWithoutID() throws {
    let papers = try ListReading.papers(
      """
      - ICML 2023, **Kites That Plan**: Flying by Wind, [arXiv](https://arxiv.org/abs/2401.00011)
      - ICLR 2019, **Kites That Sing**: Songs of Wind, [Website](https://x.github.io)
      - "Kites That Swim in Water" CVPR.
      - [A kite library for all](https://github.com/x/k) (2023)
      - Kites That Plan: Flying by Wind, ICML 2023
      """)
    #expect(
      papers.map { $0.record.title?.plainText } == [
        "Kites That Plan: Flying by Wind", "Kites That Sing: Songs of Wind", "Kites That Swim in Water",
      ])
    #expect(papers.map(\.id.scheme) == [.arxiv, .title, .title])
    try #require(papers.count > 1)
    #expect(papers[1].record.container == "ICLR 2019")
    #expect(papers[1].record.links.map(\.kind) == [.project])
  }

  @Test("the same in a table with columns for titles and venues; not in a list without any id")
  func knowsRowsWithoutID() throws {
    let row = "| Kites That Sing in Wind | ICLR 2019 | [Github](https://github.com/x/k) |\n"
    let header = "| Title | Venue | Link |\n|--|--|--|\n"
    #expect(try ListReading.papers(header + row).isEmpty)
    let papers = try ListReading.papers(
      header + "| Kites That Plan in Wind | ICLR 2018 | [Paper](https://arxiv.org/abs/2401.00011) |\n" + row)
    #expect(papers.map(\.id.scheme) == [.arxiv, .title])
    #expect(
      try ListReading.papers("- \"Kites That Swim in Water\" CVPR.\n- ICLR 2019, Kites That Sing\n").isEmpty)
  }

  @Test("several links with titles on one line are several papers")
  func readsSeveralPapers() throws {
    let papers = try ListReading.papers(
      "- [Kites That Plan](https://arxiv.org/abs/2401.00011), [Kites That Sing](https://arxiv.org/abs/2401.00012)"
    )
    #expect(papers.map { $0.record.title?.plainText } == ["Kites That Plan", "Kites That Sing"])
  }

  @Test(
    "other links are no papers",
    arguments: [
      "- [A kite library for all winds](https://github.com/x/k)",
      "- [Kites That Plan the Wind](https://medium.com/@ann/kites)",
      "- [Kites That Plan the Wind](#kites)", "- [Surveys of Kites and Wind](https://kites.org/surveys)",
      "- [ICLR 2024 submission](https://openreview.net/group?id=ICLR.cc/2024/Conference)",
      "- [NeurIPS 2023](https://neurips.cc/virtual/2023/papers.html)",
      "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)",
      "[![License](https://img.shields.io/badge/License-MIT-green.svg)](https://opensource.org/licenses/MIT)",
      "[![Star History](https://api.star-history.com/svg?repos=x/k)](https://star-history.com/#x/k)",
      "| [Web](paper_by_env/paper_web.md) | [Mobile](paper_by_env/paper_mobile.md) |\n|--|--|",
    ])
  func knowsWhatIsNoPaper(list: String) throws {
    #expect(try ListReading.papers(list).isEmpty)
  }

  @Test(
    "a sentence that mentions a paper gives it no title",
    arguments: [
      "- As [Bee et al. (2024)](ARXIV) show, kites dream.", "We use [the method of Bee et al.](ARXIV) here.",
      "- As shown in [this paper](ARXIV), kites plan.", "- Our code follows the [paper](ARXIV) and its code.",
      "Kites plan, as Bee and Dee ([2024](ARXIV)) show.", "- Kites plan well [1](ARXIV).",
      "See [here](ARXIV) for details.",
      "- [Bee & Dee, 2024](ARXIV)", "- We thank the authors of [this paper](ARXIV).",
      "- The code for [our CVPR 2020 paper](ARXIV).",
      "Kites do well (image is taken from the [paper](ARXIV))", "本文原文是 [论文](ARXIV)。",
      "This is the code for the experiments described in the paper 'Local Kites' [[pdf]](ARXIV).",
      "* July 22, 2025: **We released our new paper on kites. [Check it out](ARXIV)!**",
      "[Singapore-MIT의 MEM1 연구](ARXIV)는 방법을 제시합니다.",
      "For more see our [website](https://x.github.io) and the [arXiv paper](ARXIV).",
    ])
  func leavesSentences(list: String) throws {
    let papers = try ListReading.papers(list.replacing("ARXIV", with: "https://arxiv.org/abs/2401.00011"))
    #expect(papers.map(\.id.description) == ["2401.00011"])
    #expect(papers.first?.record.title == nil)
  }

  @Test("a title in a sentence is one where it is written as one")
  func readsTitlesInSentences() throws {
    let papers = try ListReading.papers(
      "See [Attention Is All You Need](https://arxiv.org/abs/1706.03762), unlike [an earlier study of kites](https://arxiv.org/abs/1706.03763)."
    )
    #expect(papers.map { $0.record.title?.plainText } == ["Attention Is All You Need", nil])
  }

  @Test("papers without a title are counted in one message with the place of the first")
  func countsUntitledPapers() throws {
    let result = try MarkdownReading.normalised(
      """
      # Kites

      - [Kites That Plan](https://arxiv.org/abs/2401.00011)
      - [paper](https://arxiv.org/abs/2401.00012)
      - [PDF](https://arxiv.org/abs/2401.00013)
      """)
    #expect(
      result.diagnostics.map(\.description) == [
        "digest.md:4:3: warning: 2 of 3 papers have no title [markdown/untitled-papers]"
      ])
  }

  @Test("a number alone cites and is not counted, and neither are the papers of a digest")
  func countsOnlyWhatIsLinked() throws {
    #expect(try MarkdownReading.normalised("- 2401.00012\n").diagnostics.isEmpty)
    let digest = "## TOPIC_TREE\n\n- Kites\n  - [2401.00012](https://arxiv.org/abs/2401.00012) – They fly.\n"
    #expect(try MarkdownReading.normalised(digest).diagnostics.isEmpty)
  }
}
