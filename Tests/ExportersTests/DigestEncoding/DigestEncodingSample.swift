import DigestModel

/// A digest that has one of every part, in words of our own.
enum DigestEncodingSample {
  static func paper(_ id: String) -> Citation {
    Citation(PaperID(id) ?? PaperID(scheme: .url, value: id, version: nil), written: id)
  }

  static func text(_ plain: String) -> RichText { RichText(plain: plain) }

  static var digest: Digest {
    var digest = Digest(
      metadata: Digest.Metadata(
        title: text("Sample: a month"), language: "en", period: YearMonth("2024-09"),
        source: Digest.Source(name: "sample.md", sha256: String(repeating: "0a", count: 32)),
        preamble: [.paragraph(text("Before the sections."))],
        extra: [ExtraField(key: "weight", value: .number("1.50"))]),
      sections: sections,
      papers: [
        Paper(
          id: PaperID("2409.10000") ?? paper("2409.10000").id,
          record: record)
      ])
    digest.normalise()
    return digest
  }

  private static var record: Paper.Record {
    var record = Paper.Record(
      identifiers: ["10.1000/1", "pmid:12"].compactMap { PaperID(identifier: $0) }, citationKey: "nguyen24",
      type: .journalArticle, title: text("A title"), shortTitle: text("Title"), originalTitle: text("Tựa"),
      date: EDTFDate(edtf: "2024-09-13"), abstract: text("One.\n\nTwo."), keywords: ["a", "b, c"],
      categories: ["cs.CL"],
      links: [Paper.Link(.landingPage, "https://example.org/p"), Paper.Link(.code, "https://example.org/c")],
      names: ["NEO", "New"], extra: [ExtraField(key: "seen", value: .bool(true))])
    let person = PersonName(
      family: "Berg", given: "An", droppingParticle: "von", nonDroppingParticle: "den", suffix: "Jr.")
    record[.author] = ContributorGroup(
      role: .author, names: [.person(person), .literal("Sample Team")], hasMore: true)
    record[.editor] = ContributorGroup(role: .editor, names: [.person(PersonName(family: "Plato"))])
    for detail in Paper.Detail.allCases { record.details[detail] = detail.rawValue.uppercased() }
    return record
  }

  private static var sections: [Digest.Section] {
    [
      Digest.Section(kind: .topicTree, enumerator: "1.", heading: text("TOPIC"), entries: [.topic(topic)]),
      Digest.Section(
        kind: .highlights, heading: text("BEST"),
        entries: [
          .highlights(
            Digest.HighlightTable(
              columns: [
                .init(header: text("Rank"), role: .rank), .init(header: text("Why"), role: .text),
              ],
              rows: [
                Digest.Highlight(
                  rankText: "1", papers: [paper("2409.10000v2")], name: text("NEO"),
                  keywords: ["fast", "x: y"],
                  cells: [text("It is fast.")])
              ]))
        ]),
      Digest.Section(
        kind: .contributions, heading: text("NEW"),
        entries: [
          .contribution(
            Digest.Contribution(
              papers: [paper("2409.10000")], technique: text("A trick"), remarkLabel: text("Opinion"),
              remark: text("Good."), kindTag: text("data")))
        ]),
      Digest.Section(
        kind: .gaps, heading: text("GAPS"),
        entries: [
          .gap(
            Digest.Gap(
              title: text("A gap"),
              parts: [
                Digest.Gap.Part(
                  role: .gap, label: text("Gap"), text: text("Missing."),
                  parts: [Digest.Gap.Part(role: .body, text: text("More."))])
              ]))
        ]),
      Digest.Section(
        kind: .ideas, heading: text("IDEAS"),
        entries: [
          .idea(
            Digest.Idea(
              marker: "✨", label: text("Idea 1"), title: text("Do it"), tags: ["Moon-shot"],
              fields: [
                Digest.Idea.Field(
                  role: .approach, label: text("Approach"),
                  content: [
                    .paragraph(text("Steps:")),
                    .list(
                      Digest.List(
                        isOrdered: true,
                        items: [Digest.List.Item(enumerator: "1.", blocks: [.paragraph(text("One."))])])),
                  ])
              ]))
        ]),
      Digest.Section(
        kind: .readingList, heading: text("READ"),
        entries: [
          .reading(
            Digest.ReadingItem(
              enumerator: "1.", papers: [paper("0704.0001"), paper("cs/0501001")], name: text("Old & Older"),
              reason: text("Because.")))
        ]),
      Digest.Section(kind: .other, heading: text(""), entries: blocks.map { .block($0) }),
    ]
  }

  private static var topic: Digest.Topic {
    Digest.Topic(
      enumerator: "I.", label: text("Top"),
      children: [
        .paper(
          Digest.PaperMention(
            papers: [paper("2409.10000")], name: text("NEO"), summary: text("Fast: yes"), note: text("again"),
            isDuplicate: true, details: [.paragraph(text("Below."))])),
        .topic(Digest.Topic(label: text("Empty"), children: [.placeholder(text("(none)"))])),
      ])
  }

  private static var blocks: [Digest.Block] {
    [
      .paragraph(text("Two\nlines")),
      .heading(Digest.Heading(level: 3, text: text("Head"))),
      .list(
        Digest.List(
          isOrdered: false,
          items: [Digest.List.Item(blocks: [.paragraph(text("point"))]), Digest.List.Item(blocks: [])])),
      .quote(Digest.Quote(blocks: [.paragraph(text("said"))])),
      .code(Digest.CodeBlock(info: "swift", text: "  let x = 1\n")),
      .table(Digest.Table(header: [text("A"), text("1")], rows: [Digest.Table.Row(cells: [text("x")])])),
      .thematicBreak(.none),
    ]
  }
}
