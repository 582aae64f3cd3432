import DigestModel

/// Digests of one paper for the bibliography formats.
enum PaperFixture {
  static func id(_ text: String) -> PaperID {
    guard let id = PaperID(text) else { preconditionFailure("not an id: \(text)") }
    return id
  }

  static func digest(_ id: String, _ record: Paper.Record = Paper.Record()) -> Digest {
    var digest = Digest(papers: [Paper(id: Self.id(id), record: record)])
    digest.normalise()
    return digest
  }

  /// A paper with everything a source and a digest can say of it.
  static var full: Digest {
    let citation = Citation(id("2409.10000v2"))
    let record = Paper.Record.given(
      title: RichText(plain: "A & B: “notes”"),
      authors: [
        ContributorName.person(PersonName(family: "Nguyễn", given: "Văn An")),
        ContributorName.literal("OLMo Team"),
        ContributorName.person(PersonName(family: "Plato")),
      ],
      date: "2024-09-16", tags: ["x, y"])
    var digest = Digest(
      sections: [
        Digest.Section(
          kind: .topicTree, heading: RichText(plain: ""),
          entries: [
            .topic(
              Digest.Topic(
                label: RichText(plain: "Agents; Tools"),
                children: [
                  .paper(
                    Digest.PaperMention(
                      papers: [citation], name: RichText(plain: "NEO"),
                      summary: RichText(plain: "Plans\u{1} ahead.")))
                ]))
          ]),
        Digest.Section(
          kind: .readingList, heading: RichText(plain: ""),
          entries: [.reading(Digest.ReadingItem(papers: [citation], reason: RichText(plain: "Reads well.")))]),
      ],
      papers: [Paper(id: citation.id.withoutVersion, record: record)])
    digest.normalise()
    digest.papers[0].rank = 3
    return digest
  }
}
