import Testing

@testable import DigestModel

@Suite struct DigestCollectionTests {
  private func id(_ text: String) throws -> PaperID { try #require(PaperID(text)) }

  private func digest(_ period: String?, source: String? = nil, _ papers: [Paper]) -> Digest {
    var digest = Digest(papers: papers)
    digest.metadata.period = period.flatMap { YearMonth($0) }
    digest.metadata.source = source.map { Digest.Source(name: $0, sha256: "") }
    digest.normalise()
    return digest
  }

  private func paper(
    _ id: String, title: String? = nil, identifiers: [String] = [], topics: [[String]] = [], rank: Int? = nil,
    names: [String] = []
  ) throws -> Paper {
    let record = Paper.Record(
      identifiers: try identifiers.map(self.id),
      title: title.map { RichText(markdown: $0, inlines: [.text($0)], anchor: .none) }, names: names,
      topics: topics, rank: rank)
    return Paper(id: try self.id(id), record: record)
  }

  @Test func putsDigestsInTheOrderOfTheirPeriods() throws {
    let digests = [
      digest(nil, source: "z", []), digest("2024-10", []), digest(nil, source: "a", []),
      digest("2024-09", source: "b", []), digest("2024-09", source: "a", []),
    ]
    let collection = DigestCollection(digests)
    #expect(
      collection.digests.map { $0.metadata.source?.name ?? "\($0.metadata.period.map { "\($0)" } ?? "")" }
        == ["a", "b", "2024-10", "z", "a"])
    #expect(collection.periodName == "2024-09--2024-10")
    #expect(DigestCollection([digest("2024-09", [])]).periodName == "2024-09")
    #expect(DigestCollection([digest(nil, [])]).periodName == nil)
  }

  @Test func callsEachDigestByItsPeriodOrWhatElseTellsIt() throws {
    let digests = [
      digest("2024-08", []), digest("2024-09", source: "a.md", []), digest("2024-09", source: "b.md", []),
      digest(nil, source: "c.md", []), digest(nil, source: "c.md", []), digest(nil, []),
    ]
    #expect(
      DigestCollection(digests).labels == [
        "2024-08", "2024-09 (a.md)", "2024-09 (b.md)", "c.md", "c.md [5]", "digest 6",
      ])
  }

  @Test func keepsTheNewestVersionAndAllMentions() throws {
    func month(_ period: String, _ id: String) throws -> Digest {
      var digest = Digest(sections: [
        Digest.Section(
          kind: .topicTree, heading: RichText(plain: "A"),
          entries: [.paper(Digest.PaperMention(papers: [Citation(try self.id(id), written: id)]))])
      ])
      digest.metadata.period = YearMonth(period)
      digest.normalise()
      return digest
    }
    for versions in [["v3", "v1"], ["v1", "v3"]] {
      let collection = DigestCollection([
        try month("2024-09", "2409.10001" + versions[0]), try month("2024-10", "2409.10001" + versions[1]),
      ])
      #expect(collection.papers.map(\.paper.version) == [3])
      #expect(
        collection.papers[0].paper.mentions.map(\.citation.written) == versions.map { "2409.10001" + $0 })
    }
  }

  @Test func joinsWhatEachDigestSaysOfAPaper() throws {
    let september = digest(
      "2024-09",
      [
        try paper("2409.10001v1", title: "A title", topics: [["A"], ["B"]], rank: 3, names: ["One"]),
        try paper("2409.10002"),
      ])
    let october = digest(
      "2024-10",
      [
        try paper("2409.10003"),
        try paper("2409.10001v2", topics: [["B"], ["C"]], rank: 2, names: ["Two", "One"]),
      ])
    let collection = DigestCollection([october, september])
    #expect(collection.papers.map(\.paper.id.value) == ["2409.10001", "2409.10002", "2409.10003"])
    let first = collection.papers[0]
    #expect(first.paper.record.title?.markdown == "A title")
    #expect(first.paper.topics == [["A"], ["B"], ["C"]])
    #expect(first.paper.names == ["One", "Two"])
    #expect(first.paper.rank == 2)
    #expect(first.paper.version == 2)
    #expect(
      first.appearances == [
        CollectedPaper.Appearance(digest: 0, paper: 0), CollectedPaper.Appearance(digest: 1, paper: 1),
      ])
    #expect(first.appearances.map { collection.paper(of: $0).rank } == [3, 2])
    #expect(collection.places == [[0, 1], [2, 0]])
  }

  @Test func knowsAPaperByAnyOfItsIDs() throws {
    let doi = "10.1000/182"
    let digests = [
      digest("2024-08", [try paper(doi, title: "Published")]),
      digest("2024-09", [try paper("2409.10001", title: "Preprint")]),
      // Only this one says that the two are one.
      digest("2024-10", [try paper("2409.10001", identifiers: [doi])]),
    ]
    let collection = DigestCollection(digests)
    #expect(collection.papers.count == 1)
    let paper = collection.papers[0]
    #expect(paper.paper.id == (try id("2409.10001")))
    #expect(paper.paper.record.identifiers == [try id(doi)])
    #expect(paper.appearances.map(\.digest) == [0, 1, 2])
    #expect(paper.conflicts.map(\.part) == ["title"])
    #expect(paper.conflicts.map(\.kept) == ["Published"])
    #expect(paper.conflicts.map(\.other) == ["Preprint"])
  }

  @Test func doesNotJoinPapersThatShareAnAddress() throws {
    let address = "https://example.org/proceedings"
    let digests = [
      digest("2024-09", [try paper("2409.10001", identifiers: [address])]),
      digest("2024-10", [try paper("2409.10002", identifiers: [address])]),
    ]
    #expect(DigestCollection(digests).papers.count == 2)
  }

  /// Chains of ids in an order that makes each paper lead to the one before it.
  @Test func joinsLongChainsOfIDs() throws {
    let count = 3000
    let papers = try (0..<count).reversed().map { number in
      try paper("10.1000/\(number)", identifiers: ["10.1000/\(number + 1)"])
    }
    let digests = papers.map { Digest(papers: [$0]) }
    let collection = DigestCollection(digests)
    #expect(collection.papers.count == 1)
    #expect(collection.papers[0].appearances.count == count)
    #expect(collection.papers[0].paper.record.identifiers.count == count)
  }
}
