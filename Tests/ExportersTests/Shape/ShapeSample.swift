import DigestModel

/// A digest that has one of every part, in words of our own.
enum ShapeSample {
  static func paper(_ id: String) -> Citation {
    Citation(PaperID(id) ?? PaperID(scheme: .url, value: id, version: nil), written: id)
  }

  static func text(_ plain: String) -> RichText { RichText(plain: plain) }

  static var digest: Digest {
    var digest = Digest(
      metadata: Metadata(
        title: text("Sample: a month"), language: "en", period: YearMonth("2024-09"),
        source: Source(name: "sample.md", sha256: String(repeating: "0a", count: 32)),
        preamble: [.paragraph(text("Before the sections."))],
        extra: [ExtraField(key: "weight", value: .number("1.50"))]),
      sections: sections,
      papers: [
        Paper(
          id: PaperID("2409.10000") ?? paper("2409.10000").id,
          facts: PaperFacts(
            title: text("A title"),
            authors: [
              Author(family: "Nguyễn", given: "An"), Author(family: "Sample Team", isCorporate: true),
            ],
            abstract: text("Short."), date: "2024-09-13", tags: ["a", "b, c"], url: "https://example.org/p",
            doi: "10.1000/1", venue: "Journal", extra: [ExtraField(key: "seen", value: .bool(true))]))
      ])
    digest.normalise()
    return digest
  }

  private static var sections: [Section] {
    [
      Section(kind: .topicTree, enumerator: "1.", heading: text("TOPIC"), entries: [.topic(topic)]),
      Section(
        kind: .highlights, heading: text("BEST"),
        entries: [
          .highlights(
            HighlightTable(
              columns: [
                .init(header: text("Rank"), role: .rank), .init(header: text("Why"), role: .text),
              ],
              rows: [
                Highlight(
                  rankText: "1", papers: [paper("2409.10000v2")], name: text("NEO"),
                  keywords: ["fast", "x: y"],
                  cells: [text("It is fast.")])
              ]))
        ]),
      Section(
        kind: .contributions, heading: text("NEW"),
        entries: [
          .contribution(
            Contribution(
              papers: [paper("2409.10000")], technique: text("A trick"), remarkLabel: text("Opinion"),
              remark: text("Good."), kindTag: text("data")))
        ]),
      Section(
        kind: .gaps, heading: text("GAPS"),
        entries: [
          .gap(
            Gap(
              title: text("A gap"),
              parts: [
                GapPart(
                  role: .gap, label: text("Gap"), text: text("Missing."),
                  parts: [GapPart(role: .body, text: text("More."))])
              ]))
        ]),
      Section(
        kind: .ideas, heading: text("IDEAS"),
        entries: [
          .idea(
            Idea(
              marker: "✨", label: text("Idea 1"), title: text("Do it"), tags: ["Moon-shot"],
              fields: [
                IdeaField(
                  role: .approach, label: text("Approach"),
                  content: [
                    .paragraph(text("Steps:")),
                    .list(
                      List(
                        isOrdered: true,
                        items: [ListItem(enumerator: "1.", blocks: [.paragraph(text("One."))])])),
                  ])
              ]))
        ]),
      Section(
        kind: .readingList, heading: text("READ"),
        entries: [
          .reading(
            ReadingItem(
              enumerator: "1.", papers: [paper("0704.0001"), paper("cs/0501001")], name: text("Old & Older"),
              reason: text("Because.")))
        ]),
      Section(kind: .other, heading: text(""), entries: blocks.map { .block($0) }),
    ]
  }

  private static var topic: Topic {
    Topic(
      enumerator: "I.", label: text("Top"),
      children: [
        .paper(
          PaperMention(
            papers: [paper("2409.10000")], name: text("NEO"), summary: text("Fast: yes"), note: text("again"),
            isDuplicate: true, details: [.paragraph(text("Below."))])),
        .topic(Topic(label: text("Empty"), children: [.placeholder(text("(none)"))])),
      ])
  }

  private static var blocks: [Block] {
    [
      .paragraph(text("Two\nlines")),
      .heading(Heading(level: 3, text: text("Head"))),
      .list(
        List(isOrdered: false, items: [ListItem(blocks: [.paragraph(text("point"))]), ListItem(blocks: [])])),
      .quote(Quote(blocks: [.paragraph(text("said"))])),
      .code(CodeBlock(info: "swift", text: "  let x = 1\n")),
      .table(Table(header: [text("A"), text("1")], rows: [TableRow(cells: [text("x")])])),
      .thematicBreak(.none),
    ]
  }
}
