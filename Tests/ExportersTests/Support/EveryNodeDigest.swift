@testable import DigestModel

/// A digest made by hand that has every kind of node and every optional part at least once.
enum EveryNodeDigest {
  static func make() -> Digest {
    var digest = Digest(
      metadata: metadata,
      sections: [tree, highlights, contributions, gaps, ideas, reading, reflection, other],
      papers: [record])
    digest.normalise()
    return digest
  }

  static func text(_ plain: String) -> RichText { RichText(plain: plain) }

  static func cite(_ id: String) -> Citation {
    guard let parsed = PaperID(id) else { preconditionFailure("no id: \(id)") }
    return Citation(parsed, written: id)
  }

  /// A text with every kind of markup, and a citation in prose.
  static let marked = RichText(
    markdown: "**bold** *slanted* `code` [page](https://a.example) ![plot](p.png) $x^2$ 2409.01322",
    inlines: [
      .strong([.text("bold")]), .text(" "), .emphasis([.text("slanted")]), .text(" "), .code("code"),
      .text(" "),
      .link([.text("page")], destination: "https://a.example", title: nil), .text(" "),
      .image(description: [.text("plot")], source: "p.png"), .text(" "), .math("x^2", isDisplay: false),
      .text(" "), .citation(cite("2409.01322")),
    ], anchor: .none)
  static let markedPlain = "bold slanted code page <https://a.example> plot <p.png> $x^2$ 2409.01322"

  static let everyBlock: [Digest.Block] = [
    .paragraph(marked),
    .heading(Digest.Heading(level: 3, text: text("A heading"))),
    .list(
      Digest.List(
        isOrdered: true,
        items: [
          Digest.List.Item(enumerator: "1.", blocks: [.paragraph(text("first step"))]),
          Digest.List.Item(
            enumerator: "2.",
            blocks: [
              .paragraph(text("second step")),
              .list(
                Digest.List(
                  isOrdered: false, items: [Digest.List.Item(blocks: [.paragraph(text("inner bullet"))])])),
            ]),
        ])),
    .quote(Digest.Quote(blocks: [.paragraph(text("a quoted line"))])),
    .code(Digest.CodeBlock(info: "swift", text: "let a = 1\nlet b = \"2409.13346\"\n")),
    .table(
      Digest.Table(
        header: [text("Left"), text("Right")],
        rows: [
          Digest.Table.Row(cells: [text("one"), text("")]),
          Digest.Table.Row(cells: [text("two"), text("zwei"), text("extra")]),
        ]
      )),
    .thematicBreak(.none),
  ]

  private static let metadata = Digest.Metadata(
    title: text("Made-up digest"), language: "en", period: YearMonth(year: 2024, month: 9),
    source: Digest.Source(name: "made-up.md", sha256: String(repeating: "0a", count: 32)),
    preamble: [.paragraph(text("Words before the first section, about 2409.02095"))],
    extra: [
      ExtraField(
        key: "tool/kind",
        value: .mapping([
          ExtraField(
            key: "versions", value: .sequence([.number("1.50"), .string("two"), .bool(true), .null])),
          ExtraField(key: "none", value: .sequence([])),
        ]))
    ])

  private static let tree = Digest.Section(
    kind: .topicTree, enumerator: "1.", heading: text("TOPIC_TREE"),
    entries: [
      .topic(
        Digest.Topic(
          enumerator: "I.", label: text("Vision, pictures"),
          children: [
            .topic(
              Digest.Topic(
                enumerator: "A.", label: text("Depth"),
                children: [
                  .paper(
                    Digest.PaperMention(
                      papers: [cite("2409.11340")], name: text("OmniGen"), summary: marked,
                      note: text("(a survey)"),
                      details: [.paragraph(text("hangs below the line"))])),
                  .placeholder(text("(nothing here)")),
                ])),
            .paper(
              Digest.PaperMention(
                papers: [cite("2409.10000v2"), cite("arXiv:0704.0001")], summary: text("two together"))),
            .paper(
              Digest.PaperMention(
                papers: [cite("2409.11340")], note: text("(Duplicate of A)"), isDuplicate: true)),
            .block(.paragraph(text("prose inside a topic"))),
          ])),
      .topic(Digest.Topic(label: text("Empty topic"))),
    ])

  private static let highlights = Digest.Section(
    kind: .highlights, enumerator: "2.", heading: text("SOTA_HIGHLIGHTS"),
    entries: [
      .highlights(
        Digest.HighlightTable(
          columns: [
            .init(header: text("#"), role: .rank), .init(header: text("Paper"), role: .papers),
            .init(header: text("Keywords"), role: .keywords), .init(header: text("What"), role: .text),
            .init(header: text("Why"), role: .text),
          ],
          rows: [
            Digest.Highlight(
              rankText: "1", papers: [cite("2409.11340")], name: text("OmniGen model"),
              keywords: ["unified", "a; b, c"], cells: [text("one model"), marked, text("a cell too many")]),
            Digest.Highlight(rankText: "2-3", papers: [cite("cs/0501001")], cells: [text("short row")]),
          ]))
    ])

  private static let contributions = Digest.Section(
    kind: .contributions, enumerator: "3.", heading: text("NOVEL_TECH_CONTRIBUTIONS"),
    entries: [
      .contribution(
        Digest.Contribution(
          papers: [cite("2409.10000"), cite("10.1000/182")], technique: text("A new layer"),
          remarkLabel: text("Thought"), remark: text("worth a look"), opinionLabel: text("Verdict"),
          opinion: text("mostly sound"), kindTag: text("data"),
          details: [.paragraph(text("more on the layer"))])),
      .contribution(Digest.Contribution(papers: [cite("2409.11340")], technique: text("Bare"))),
    ])

  private static let gaps = Digest.Section(
    kind: .gaps, enumerator: "4.", heading: text("GAPS_AND_OPPORTUNITIES"),
    entries: [
      .gap(
        Digest.Gap(
          title: text("Long context"),
          parts: [
            Digest.Gap.Part(role: .body, text: text("flat prose")),
            Digest.Gap.Part(
              role: .point, label: text("Group"),
              parts: [
                Digest.Gap.Part(role: .gap, label: text("Gaps"), text: text("what is missing")),
                Digest.Gap.Part(
                  role: .opportunity, label: text("Chance"), text: marked,
                  details: [.quote(Digest.Quote(blocks: [.paragraph(text("below the part"))]))]),
              ]),
          ]))
    ])

  private static let ideas = Digest.Section(
    kind: .ideas, enumerator: "5.", heading: text("FUTURE_IDEAS"),
    entries: [
      .idea(
        Digest.Idea(
          marker: "✨", label: text("Idea 1"), title: text("Fold everything (Moon-shot)"), tags: ["Moon-shot"],
          fields: [
            Digest.Idea.Field(
              role: .other, label: nil, content: [.paragraph(text("prose before the labels"))]),
            Digest.Idea.Field(role: .motivation, label: text("Motivation"), content: [.paragraph(marked)]),
            Digest.Idea.Field(role: .approach, label: text("Approach"), content: everyBlock),
          ]))
    ])

  private static let reading = Digest.Section(
    kind: .readingList, enumerator: "6.", heading: text("READING_LIST"),
    entries: [
      .reading(
        Digest.ReadingItem(
          enumerator: "1.", papers: [cite("2409.11340"), cite("2409.10000")], name: text("OmniGen & Other"),
          reason: text("read both"), details: [.paragraph(text("below the item"))]))
    ])

  private static let reflection = Digest.Section(
    kind: .reflection, enumerator: "7.", heading: text("META_REFLECTION"),
    entries: everyBlock.map { .block($0) })

  private static let other = Digest.Section(
    kind: .other, heading: text(""),
    entries: [
      .paper(
        Digest.PaperMention(papers: [cite("https://example.org/paper.html")], summary: text("from the web"))),
      .block(.paragraph(text("last words"))),
    ])

  private static let record = Paper(
    id: cite("2409.11340").id,
    record: Paper.Record.given(
      title: text("OmniGen: Unified Image Generation"),
      authors: [
        ContributorName.person(PersonName(family: "Xiao", given: "Shitao")),
        ContributorName.literal("The Team"),
      ],
      abstract: text("An abstract."), date: "2024-09-17", tags: ["vision", "generation"], venue: "arXiv",
      extra: [ExtraField(key: "code", value: .sequence([.string("https://a.example/code")]))]))
}
