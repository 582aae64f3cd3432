import DigestModel
import DigestPlatform
import Testing

@testable import DigestCatalogue

struct ArXivFetchTests {
  /// arXiv knows all papers but those that are named, and DataCite none.
  private func knowingAll(but unknown: Set<String> = []) -> (HTTPRequest, Int) -> PlayedClient.Outcome {
    { request, _ in
      guard request.url.hasPrefix("http://a") else { return .notFound }
      let ids = PlayedFeed.ids(of: request.url).filter { !unknown.contains($0) }
      return .played(PlayedFeed.feed(ids.map { PlayedFeed.entry($0) }))
    }
  }

  // MARK: Requests

  @Test func readsARecord() throws {
    let run = PlayedRun(["2409.00001"], knowingAll())
    let record = try #require(run.records.first)
    #expect(record.id == PaperID("2409.00001"))
    #expect(record.latestVersion == 3)
    #expect(record.updated == PartialDate("2024-10-01"))
    #expect(record.record.title?.plainText == "On 2409.00001")
    #expect(record.record.authors == [.person(PersonName(family: "Bee", given: "Ann"))])
    #expect(record.record.date == EDTFDate(edtf: "2024-09-05"))
    #expect(record.record.categories == ["cs.CL"])
    #expect(record.record.identifiers == [])
    #expect(record.record.details[.comment] == "3 kites")
    #expect(!record.isWithdrawn)
    #expect(record.record.extra == [])
  }

  @Test func notesThatAPaperIsWithdrawn() {
    let comment = "This paper has been withdrawn by the author due to an error in Lemma 3"
    let run = PlayedRun(["2409.00001"]) { _, _ in
      .played(PlayedFeed.feed([PlayedFeed.entry("2409.00001", comment: comment)]))
    }
    #expect(run.records.map(\.isWithdrawn) == [true])
  }

  @Test func readsTheFormOfBefore2026() throws {
    let old = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <link href="http://arxiv.org/api/query?id_list%3D1601.00001" rel="self" type="application/atom+xml"/>
        <title type="html">ArXiv Query: search_query=&amp;id_list=1601.00001</title>
        <id>http://arxiv.org/api/x</id>
        <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
        <entry>
          <id>http://arxiv.org/abs/1601.00001v1</id>
          <published>2015-12-26T21:19:45Z</published>
          <title>Kites and
        dragons</title>
          <author><name>Cee Dee</name></author>
          <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/kites</arxiv:doi>
        </entry>
      </feed>
      """
    let run = PlayedRun(["1601.00001"]) { _, _ in .played(old) }
    let record = try #require(run.records.first)
    #expect(record.record.title?.plainText == "Kites and dragons")
    #expect(record.record.identifiers == [PaperID("10.1000/kites")])
    #expect(record.record.date == EDTFDate(edtf: "2015-12-26"))
  }

  @Test func asksForAHundredAtATimeAndWaitsThreeSeconds() {
    let ids = (1...250).map { "2409.\($0 + 10000)" }
    let run = PlayedRun(ids, knowingAll())
    #expect(run.ids == ids)
    #expect(run.client.urls.map { PlayedFeed.ids(of: $0).count } == [100, 100, 50])
    #expect(
      run.client.urls.last
        == "http://a?id_list=\(ids[200...].joined(separator: ","))&start=0&max_results=100")
    #expect(run.client.clock.waits == [.seconds(3), .seconds(3)])
    #expect(
      run.events == [
        .progress(FetchProgress(service: .arXiv, asked: 100, total: 250, found: 100)),
        .progress(FetchProgress(service: .arXiv, asked: 200, total: 250, found: 200)),
        .progress(FetchProgress(service: .arXiv, asked: 250, total: 250, found: 250)),
      ])
  }

  @Test func saysWhoAsksForWhat() {
    let run = PlayedRun(["2409.00001"], knowingAll())
    #expect(run.client.requests.first?.userAgent == "test/1")
    #expect(run.client.requests.first?.accept == "application/atom+xml")
  }

  @Test func asksForOldIDsByTheirSpelling() {
    let run = PlayedRun(["math/0309136"], knowingAll())
    #expect(run.client.urls == ["http://a?id_list=math/0309136&start=0&max_results=100"])
    #expect(run.ids == ["math/0309136"])
  }

  // MARK: What arXiv does not know

  @Test func asksDataCiteForWhatArXivDoesNotKnow() {
    let run = PlayedRun(["2409.00001", "2409.00002"], knowingAll(but: ["2409.00002"]))
    #expect(run.ids == ["2409.00001"])
    #expect(run.unknown == ["2409.00002"])
    #expect(run.client.urls.last == "http://d/10.48550%2FarXiv.2409.00002")
    #expect(run.outcome.failures == [])
  }

  @Test func takesNoAnswerAboutAnotherPaper() {
    let run = PlayedRun(["2409.00001"]) { request, _ in
      request.url.hasPrefix("http://a")
        ? .played(PlayedFeed.feed([PlayedFeed.entry("2409.00002")])) : .notFound
    }
    #expect(run.ids == [])
    #expect(run.unknown == ["2409.00001"])
  }

  @Test func takesNoPaperWithoutTitle() {
    let run = PlayedRun(["2409.00001", "2409.00002"]) { request, _ in
      let entries = [PlayedFeed.entry("2409.00001", title: " "), PlayedFeed.entry("2409.00002")]
      return request.url.hasPrefix("http://a") ? .played(PlayedFeed.feed(entries)) : .notFound
    }
    #expect(run.ids == ["2409.00002"])
    #expect(run.unknown == ["2409.00001"])
  }

  // MARK: Ids that arXiv refuses

  /// - Parameter words: what arXiv says of the first bad id of a request.
  private func refusing(
    _ bad: Set<String>, saying words: @escaping (String) -> String
  ) -> (HTTPRequest, Int) -> PlayedClient.Outcome {
    { request, _ in
      guard request.url.hasPrefix("http://a") else { return .notFound }
      let ids = PlayedFeed.ids(of: request.url)
      if let id = ids.first(where: bad.contains) {
        return .played(400, PlayedFeed.feed([PlayedFeed.error(words(id))]))
      }
      return .played(PlayedFeed.feed(ids.map { PlayedFeed.entry($0) }))
    }
  }

  @Test func aBadIDThatIsNamedSpoilsNoOther() {
    let ids = (1...8).map { "2409.0000\($0)" }
    let run = PlayedRun(ids, refusing(["2409.00003", "2409.00006"]) { "incorrect id format for \($0)" })
    #expect(run.ids == ids.filter { $0 != "2409.00003" && $0 != "2409.00006" })
    #expect(run.unknown == ["2409.00003", "2409.00006"])
    // All, all but one, all but two; then DataCite for both.
    #expect(run.client.urls.count == 5)
  }

  @Test func aBadIDThatIsNotNamedIsFoundByHalves() {
    let ids = (1...8).map { "2409.0000\($0)" }
    let run = PlayedRun(ids, refusing(["2409.00003"]) { _ in "bad query" })
    #expect(run.ids == ids.filter { $0 != "2409.00003" })
    #expect(run.unknown == ["2409.00003"])
    #expect(
      run.client.urls.prefix(7).map { PlayedFeed.ids(of: $0).map { $0.suffix(1) }.joined() }
        == ["12345678", "1234", "12", "34", "3", "4", "5678"])
    // Its last word: nothing is counted twice.
    #expect(
      run.events.dropLast().last == .progress(FetchProgress(service: .arXiv, asked: 8, total: 8, found: 7)))
  }

  @Test func anErrorAmongPapersSpoilsNoOther() {
    let run = PlayedRun(["2409.00001", "2409.00002", "2409.00003"]) { request, number in
      guard request.url.hasPrefix("http://a") else { return .notFound }
      let error = PlayedFeed.error("incorrect id format for 2409.00002")
      return number == 0
        ? .played(PlayedFeed.feed([PlayedFeed.entry("2409.00001"), error]))
        : .played(PlayedFeed.feed([PlayedFeed.entry("2409.00003")]))
    }
    #expect(run.ids == ["2409.00001", "2409.00003"])
    #expect(run.unknown == ["2409.00002"])
  }

  @Test func asksAgainForEntriesThatAnAnswerLacks() {
    let run = PlayedRun(["2409.00001", "2409.00002", "2409.00003"]) { request, number in
      guard request.url.hasPrefix("http://a") else { return .notFound }
      let first = [PlayedFeed.entry("2409.00001")]
      return number == 0
        ? .played(PlayedFeed.feed(first, total: 2))
        : .played(PlayedFeed.feed([PlayedFeed.entry("2409.00003")]))
    }
    #expect(run.ids == ["2409.00001", "2409.00003"])
    #expect(run.unknown == ["2409.00002"])
    #expect(PlayedFeed.ids(of: run.client.urls[1]) == ["2409.00002", "2409.00003"])
  }
}
