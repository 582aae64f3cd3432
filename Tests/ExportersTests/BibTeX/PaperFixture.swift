import DigestModel

/// Digests of one paper for the bibliography formats.
enum PaperFixture {
  static func id(_ text: String) -> PaperID {
    guard let id = PaperID(text) else { preconditionFailure("not an id: \(text)") }
    return id
  }

  static func digest(_ id: String, _ facts: PaperFacts = PaperFacts()) -> Digest {
    var digest = Digest(papers: [Paper(id: Self.id(id), facts: facts)])
    digest.normalise()
    return digest
  }

  /// A paper with everything a source and a digest can say of it.
  static var full: Digest {
    let citation = Citation(id("2409.10000v2"))
    let facts = PaperFacts(
      title: RichText(plain: "A & B: “notes”"),
      authors: [
        Author(family: "Nguyễn", given: "Văn An"), Author(family: "OLMo Team", isCorporate: true),
        Author(family: "Plato"),
      ],
      date: "2024-09-16", tags: ["x, y"])
    var digest = Digest(
      sections: [
        Section(
          kind: .topicTree, heading: RichText(plain: ""),
          entries: [
            .topic(
              Topic(
                label: RichText(plain: "Agents; Tools"),
                children: [
                  .paper(
                    PaperMention(
                      papers: [citation], name: RichText(plain: "NEO"),
                      summary: RichText(plain: "Plans\u{1} ahead.")))
                ]))
          ]),
        Section(
          kind: .readingList, heading: RichText(plain: ""),
          entries: [.reading(ReadingItem(papers: [citation], reason: RichText(plain: "Reads well.")))]),
      ],
      papers: [Paper(id: citation.id.withoutVersion, facts: facts)])
    digest.normalise()
    digest.papers[0].rank = 3
    return digest
  }
}
