import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@Suite struct DigestStatisticsTests {
  private func collection(_ sources: [SourceDocument]) throws -> DigestCollection {
    try Converter().read(sources).collection
  }

  @Test func countsAsAnIndependentWalkDoes() throws {
    let statistics = DigestStatistics(try collection(MergeTests.sources))
    let months = MergeTests.months.map { (period: $0.period, ids: Set($0.ids)) }
    var seen: Set<String> = []
    for (number, month) in months.enumerated() {
      let new = month.ids.subtracting(seen)
      seen.formUnion(month.ids)
      let count = statistics.digests[number]
      #expect(count.label == month.period && count.papers == month.ids.count)
      #expect(count.new == new.count && count.again == month.ids.count - new.count)
      let byMonth = statistics.months[number]
      #expect(byMonth.month?.description == month.period)
      #expect(byMonth.new == new.count && byMonth.again == count.again && byMonth.total == seen.count)
    }
    #expect(statistics.papers == seen.count)
    let uses = seen.map { id in months.count { $0.ids.contains(id) } }
    #expect(
      statistics.papersByDigests == (1...(uses.max() ?? 0)).map { number in uses.count { $0 == number } })
    for sharing in statistics.sharing {
      let both = months[sharing.first].ids.intersection(months[sharing.second].ids)
      #expect(both.count == sharing.papers)
    }
    let pairs = (0..<20).reduce(0) { count, first in
      count + (first + 1..<20).count { !months[first].ids.isDisjoint(with: months[$0].ids) }
    }
    #expect(statistics.sharing.count == pairs)
  }

  private static let texts = [
    (
      "2024-09.md",
      """
      ## TOPIC_TREE

      - Vision
        - Video
          - 2409.10001 | ALPHA: sees
        - 2409.10002 | BETA: paints

      ## SOTA_HIGHLIGHTS

      | Rank | PaperID | Keywords |
      | --- | --- | --- |
      | 1 | 2409.10001 | Fast, Open |
      | 2 | 2409.10002 | fast |
      """
    ),
    (
      "2024-11.md",
      """
      ## TOPIC_TREE

      - Vision
        - 2409.10002 | BETA: paints
        - 2411.10003 | GAMMA: looks
      """
    ),
  ]

  private static var sources: [SourceDocument] { texts.map { SourceDocument(name: $0.0, text: $0.1) } }

  @Test func writesTablesOf80Columns() throws {
    let text = StatisticsText.text(of: DigestStatistics(try collection(Self.sources)), limit: 2)
    #expect(
      text == """
        2 digests, 3 papers, 2 topics, 1 paper in several digests

        digest   papers  new  again  total  topics
        2024-09       2    2      0      2       2
        2024-11       2    1      1      3       1

        overlap       papers
        in 1 digest        2
        in 2 digests       1

        shared by            papers
        2024-09 and 2024-11       1

        most named papers  places
        2409.10002  BETA        3
        2409.10001  ALPHA       2

        topics          papers
        Vision               3
        Vision > Video       1

        tags  papers
        Fast       2
        Open       1

        """)
    let months = StatisticsText.text(of: DigestStatistics(try collection(MergeTests.sources)), limit: 20)
    #expect(months.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func writesWhatTheSchemaDemands() throws {
    let schema = try compiledSchema("stats.schema.json")
    for sources in [Self.sources, MergeTests.sources, [SourceDocument(name: "a.txt", text: "2409.11111")]] {
      let bytes = StatisticsJSON.bytes(of: DigestStatistics(try collection(sources)))
      let tree = try JSONReader.read(SourceDocument(name: "stats.json", bytes: bytes))
      #expect(schema.validate(tree).map(\.summary) == [])
    }
  }

  @Test(arguments: [1, 2, 20, 100, 700])
  func plotsAnyNumberOfMonthsWithoutOverlap(count: Int) throws {
    let digests = try (0..<count).map { number in
      Digest(
        metadata: Digest.Metadata(period: YearMonth(year: 1960 + number / 12, month: number % 12 + 1)),
        papers: [Paper(id: try #require(PaperID("10.1000/\(number)")))])
    }
    let statistics = DigestStatistics(DigestCollection(digests + [Digest(papers: digests[0].papers)]))
    let elements = try XMLElement.parse(StatisticsPlot.svg(of: statistics)).elements
    #expect(elements.first { $0.name == "title" }?.text == "Papers by month")
    let labels = elements.filter { $0.name == "text" && $0["y"] == "344" }
    let places = labels.compactMap { $0["x"].flatMap(Double.init) }
    #expect(places.count == labels.count && !places.isEmpty)
    #expect(labels.last?.text == "no month")
    // Labels are at most 8 characters of 7 pixels.
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 56 })
    #expect(places.allSatisfy { (28...732).contains($0) })
    #expect(elements.count { $0.name == "g" } == count + 1)
  }
}
