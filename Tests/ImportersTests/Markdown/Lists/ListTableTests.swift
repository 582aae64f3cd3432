import DigestImporters
import DigestModel
import Testing

/// Tables of papers.
@Suite struct ListTableTests {
  private static let two = ["Ann Bee", "Cee Dee"]

  @Test(
    "columns with headers of many languages",
    arguments: [
      ListedCase(
        "| Paper | Venue | Code |\n|--|--|--|\n| [TITLE](ARXIV) | ICLR 2024 | [Github](CODE) |", date: "2024",
        container: "ICLR 2024", links: [.code]),
      ListedCase(
        "| 论文 | 作者 | 会议 | 代码 |\n|--|--|--|--|\n| [TITLE](ARXIV) | Ann Bee, Cee Dee | ICLR 2024 | [代码](CODE) |",
        authors: two, date: "2024", container: "ICLR 2024", links: [.code]),
      ListedCase(
        "| Year | Title | Authors | Link |\n|--|--|--|--|\n| 2024 | TITLE | Ann Bee, Cee Dee | [PDF](ARXIV) |",
        authors: two, date: "2024"),
      ListedCase(
        "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n|**2024-01-05**|**TITLE**|Ann Bee et.al.|[2401.00011](ARXIV)|null|",
        authors: ["Ann Bee"], hasMore: true, date: "2024-01-05"),
      ListedCase(
        "| Title & Time | Links |\n|:--|:--:|\n| TITLE (2025-7, 2025ICCV) | [Github](CODE) <br/> [Paper](ARXIV) |",
        date: "2025-07", container: "2025ICCV", links: [.code]),
      ListedCase(
        "| Name | Description | Links |\n|--|--|--|\n| **TITLE** | Kites plan. | [Paper](ARXIV) [Code](CODE) |",
        links: [.code]),
      ListedCase("|Title|Paper|\n|--|--|\n|TITLE<br>*Ann Bee, Cee Dee*|[paper](ARXIV)|", authors: two),
      ListedCase(
        "| TITLE | ICLR 2024 | [paper](ARXIV) |\n|---|---|---|", date: "2024", container: "ICLR 2024"),
      ListedCase("| | Title | Info |\n|--|--|--|\n| 1 | [TITLE](ARXIV) | Ann Bee, Cee Dee |", authors: two),
      ListedCase("|ID|Title|\n|--|--|\n|2401.00011|TITLE|"),
      ListedCase(
        "| Title | Paper | Conf |\n|--|--|--|\n| [KiteNet](https://gojay.top/k/) | [TITLE](ARXIV) | CVPR(2020) |",
        date: "2020",
        container: "CVPR"),
      ListedCase(
        "| Tiêu đề | Tác giả | Năm |\n|--|--|--|\n| [TITLE](ARXIV) | Ann Bee | 2024 |", authors: ["Ann Bee"],
        date: "2024"),
      ListedCase(
        "| Title | Authors | Summary |\n|--|--|--|\n| TITLE (Read more on [arXiv](ARXIV) or [HF](https://huggingface.co/papers/2401.00011)) | Ann Bee, ceedee7, Eve Eff | Kites. |",
        authors: ["Ann Bee", "ceedee7", "Eve Eff"]),
      ListedCase(
        "| ![Star](https://img.shields.io/github/stars/x/kites.svg)<br>[**TITLE**](ARXIV)<br> | ICLR 2024 |\n|--|--|\n|  |  |",
        date: "2024", container: "ICLR 2024"),
    ])
  func readsColumns(listed: ListedCase) throws { try ListReading.expect(listed) }

  @Test("rows of weekly lists: the title ends at two spaces, a dash or the end of the bold words")
  func readsWeeklyRows() throws {
    let papers = try ListReading.papers(
      """
      | **Paper**  | **Links** |
      | ---- | ---- |
      | 1) Kites That Plan  Shows that kites can plan, and how. | [Paper](https://arxiv.org/abs/2401.00011), [Tweet](https://x.com/a/1) |
      | 2) Kites That Sing - an overview of singing kites. | [Paper](https://arxiv.org/abs/2401.00012) |
      | 3) **Kites That Swim** - in water. | [Paper](https://arxiv.org/abs/2401.00013) |
      | 10) Command K: A Kite for All  Kite Inc. announced a kite; it flies.   ● It flies far. | [Paper](https://arxiv.org/abs/2401.00014) |
      """)
    #expect(
      papers.map { $0.record.title?.plainText } == [
        "Kites That Plan", "Kites That Sing", "Kites That Swim", "Command K: A Kite for All",
      ])
  }

  @Test("a table without headers has a paper in its first row; each linked title of a row is a paper")
  func readsTablesWithoutHeaders() throws {
    let papers = try ListReading.papers(
      """
      | 1 | [Kites That Plan](https://arxiv.org/abs/2401.00011) | ICML 2022 |
      |---|---|---|
      | 2 | [Kites That Sing](https://arxiv.org/abs/2401.00012) | ICML 2023 |
      | 3 | [Kites That Swim](https://arxiv.org/abs/2401.00013), [Kites That Fly](https://arxiv.org/abs/2401.00014) | |
      """)
    #expect(
      papers.map { $0.record.title?.plainText } == [
        "Kites That Plan", "Kites That Sing", "Kites That Swim", "Kites That Fly",
      ])
    #expect(papers.prefix(2).map { $0.record.container } == ["ICML 2022", "ICML 2023"])
  }

  @Test("the name of a method stands beside its paper's title")
  func readsNames() throws {
    let papers = try ListReading.papers(
      "| Model | Paper | Date |\n|--|--|--|\n| KiteNet | [Kites That Plan](https://arxiv.org/abs/2401.00011) | 2024.01 |"
    )
    #expect(papers.first?.names == ["KiteNet"])
    #expect(papers.first?.record.title?.plainText == "Kites That Plan")
    #expect(papers.first?.record.date?.description == "2024-01")
  }
}
