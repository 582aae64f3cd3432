import Testing

@testable import DigestModel

@Suite("The index of papers") struct PaperIndexTests {
  private let about = PaperID(scheme: .arxiv, value: "2409.10000", version: nil)
  private let cited = PaperID(scheme: .arxiv, value: "2409.10001", version: nil)

  private func text(_ word: String, citing id: PaperID? = nil) -> RichText {
    let inlines: [Inline] = [.text(word)] + (id.map { [.citation(Citation($0))] } ?? [])
    return RichText(markdown: word, inlines: inlines, anchor: .none)
  }

  private func index(_ kind: Digest.Section.Kind, _ entry: Digest.Entry) -> [String] {
    var digest = Digest(sections: [
      Digest.Section(kind: kind, heading: RichText(plain: ""), entries: [entry])
    ])
    digest.normalise()
    return digest.papers.flatMap { paper in
      paper.mentions.map { "\(paper.id) \($0.kind) \($0.text?.plainText ?? "-")" }
    }
  }

  @Test("an entry says its first text of its papers, and names others in its texts and labels")
  func followsTheDescriptionOfAnEntry() {
    let contribution = Digest.Contribution(
      papers: [Citation(about)], technique: text("new"), remarkLabel: text("as in", citing: cited),
      remark: text("good", citing: about))
    #expect(
      index(.other, .contribution(contribution)) == [
        "2409.10000 contributions new", "2409.10000 contributions -", "2409.10001 contributions -",
      ])
    let reading = Digest.ReadingItem(
      papers: [Citation(about)], name: text("NEO", citing: cited), reason: text("why"))
    #expect(
      index(.readingList, .reading(reading)) == ["2409.10000 readingList why", "2409.10001 readingList -"])
  }

  @Test("what hangs below an entry counts as the entry does")
  func walksNestedParts() {
    let gap = Digest.Gap(parts: [
      Digest.Gap.Part(
        role: .point, parts: [Digest.Gap.Part(role: .body, text: text("see", citing: cited))],
        details: [.paragraph(text("and", citing: about))])
    ])
    #expect(index(.other, .gap(gap)) == ["2409.10001 gaps -", "2409.10000 gaps -"])
  }

  @Test(
    "a paper keeps each of very many names and topics once, in order, in time that grows with them",
    .timeLimit(.minutes(20)))
  func keepsManyNamesAndTopicsInTime() {
    let count = 60_000
    let names = (0..<count).map { "Kite\($0)" }
    func topic(_ name: String) -> Digest.Entry {
      .topic(
        Digest.Topic(
          label: text(name),
          children: [.paper(Digest.PaperMention(papers: [Citation(about)], name: text(name)))]))
    }
    var digest = Digest(sections: [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: ""), entries: (names + names.reversed()).map(topic))
    ])
    digest.normalise()
    #expect(digest.papers.count == 1)
    #expect(digest.papers.first?.names == names)
    #expect(digest.papers.first?.topics == names.map { [$0] })
  }
}
