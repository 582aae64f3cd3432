import DigestModel
import DigestPlatform
import Testing

@testable import DigestCatalogue

/// What is done about a service that does not answer, or not well.
struct PatienceTests {
  /// The first requests go wrong, all others well; DataCite knows nothing.
  private func run(
    _ outcomes: PlayedClient.Outcome..., ids: [String] = ["2409.00001"]
  ) -> PlayedRun {
    PlayedRun(ids) { request, number in
      if number < outcomes.count { return outcomes[number] }
      guard request.url.hasPrefix("http://a") else { return .notFound }
      return .played(PlayedFeed.feed(PlayedFeed.ids(of: request.url).map { PlayedFeed.entry($0) }))
    }
  }

  /// arXiv always answers the same, and DataCite knows nothing.
  private func run(always outcome: PlayedClient.Outcome, ids: [String] = ["2409.00001"]) -> PlayedRun {
    PlayedRun(ids) { request, _ in request.url.hasPrefix("http://a") ? outcome : .notFound }
  }

  @Test func waitsLongerEachTime() {
    let busy = PlayedClient.Outcome.played(429, "Rate exceeded.", type: "text/plain")
    let run = run(busy, .played(503, ""), busy)
    #expect(run.ids == ["2409.00001"])
    #expect(run.client.clock.waits == [.seconds(5), .seconds(10), .seconds(20)])
    #expect(
      run.events.prefix(2) == [
        .retry(.arXiv, "status 429, too many requests", after: .seconds(5)),
        .retry(.arXiv, "status 503, busy", after: .seconds(10)),
      ])
  }

  @Test func waitsAsLongAsAskedTo() {
    let run = run(.played(429, "", retryAfter: .seconds(17)), .played(503, "", retryAfter: .seconds(1)))
    #expect(run.ids == ["2409.00001"])
    #expect(run.client.clock.waits == [.seconds(17), .seconds(10)])
  }

  @Test func givesUpAServiceThatWantsALongRest() {
    let run = run(always: .played(429, "", retryAfter: .seconds(3600)))
    #expect(run.client.urls.map { $0.prefix(8) } == ["http://a", "http://d"])
    #expect(run.client.clock.waits == [])
    #expect(
      run.outcome.failures
        == [FetchFailure(service: .arXiv, reason: "status 429, too many requests", papers: 1)])
    // DataCite does not know it, but arXiv may.
    #expect(run.unknown == [])
    #expect(run.unanswered == ["2409.00001"])
  }

  @Test func givesUpAServiceThatStaysBusy() {
    let ids = (1...150).map { "2409.\($0 + 10000)" }
    let run = run(always: .played(503, ""), ids: ids)
    // Five times the first hundred papers, the others not at all.
    #expect(run.client.urls.count { $0.hasPrefix("http://a") } == 5)
    #expect(run.client.clock.waits.prefix(4) == [.seconds(5), .seconds(10), .seconds(20), .seconds(40)])
    #expect(run.outcome.failures == [FetchFailure(service: .arXiv, reason: "status 503, busy", papers: 150)])
    #expect(run.unanswered == ids)
  }

  @Test func whatAnotherServiceKnowsIsNotMissing() {
    let dataCite = """
      {"data": {"id": "10.48550/arxiv.2409.00001", "attributes": {"doi": "10.48550/arxiv.2409.00001",
       "titles": [{"title": "Kites"}], "creators": [{"familyName": "Bee", "givenName": "Ann"}]}}}
      """
    let run = PlayedRun(["2409.00001"]) { request, _ in
      request.url.hasPrefix("http://a") ? .failed(.hostNotFound) : .played(dataCite, type: "application/json")
    }
    #expect(run.ids == ["2409.00001"])
    #expect(run.outcome.foundCount(by: .dataCite) == 1)
    #expect(run.unanswered == [])
    #expect(run.outcome.failures.map(\.service) == [.arXiv])
  }

  @Test(arguments: [HTTPError.Kind.cutOff, .timedOut, .other])
  func asksAgainWhereAnAnswerDidNotComeThrough(kind: HTTPError.Kind) {
    let run = run(.failed(kind), .failed(kind))
    #expect(run.ids == ["2409.00001"])
    #expect(run.client.clock.waits == [.seconds(5), .seconds(10)])
  }

  @Test(arguments: [
    (
      PlayedClient.Outcome.played("<html><body>Log in</body></html>", type: "text/html; charset=utf-8"),
      "its answer of type text/html is not Atom"
    ),
    (.played("<!DOCTYPE html><p>Log in<br>", type: "text/html"), "its answer of type text/html is not Atom"),
    (.played("Rate exceeded.", type: "text/plain"), "its answer of type text/plain is not Atom"),
    (
      .played(String(PlayedFeed.feed([PlayedFeed.entry("2409.00001")]).dropLast(20))),
      "its answer of type application/atom+xml is not Atom"
    ),
    (.played(""), "its answer of type application/atom+xml is not Atom"),
    (.played(500, ""), "status 500"),
    (.played(400, "<html/>", type: "text/html"), "its answer of type text/html is not Atom"),
    (.played(400, PlayedFeed.feed([])), "status 400"),
  ])
  func takesNoDamagedAnswer(outcome: PlayedClient.Outcome, reason: String) {
    let run = run(always: outcome)
    #expect(run.ids == [])
    #expect(run.unanswered == ["2409.00001"])
    #expect(run.outcome.failures == [FetchFailure(service: .arXiv, reason: reason, papers: 1)])
  }

  @Test func takesNoBeginningOfAnAnswer() throws {
    let whole = Array(PlayedFeed.feed([PlayedFeed.entry("2409.00001"), PlayedFeed.entry("2409.00002")]).utf8)
    let ids = try ["2409.00001", "2409.00002"].map { try #require(PaperID($0)) }
    let answer = try ArXivAnswer.read(HTTPResponse(status: 200, body: whole), of: ids)
    #expect(answer.records.map(\.id) == ids)
    for length in 0..<whole.count {
      let response = HTTPResponse(status: 200, body: Array(whole[..<length]))
      #expect(throws: ServiceFault.self, "\(length) bytes") { try ArXivAnswer.read(response, of: ids) }
    }
  }

  @Test(arguments: [
    HTTPError.Kind.addressRefused, .tooManyRedirects, .notSecure, .bodyTooLarge, .noLibrary,
  ])
  func doesNotAskAgainWhereTheAnswerWouldBeTheSame(kind: HTTPError.Kind) {
    let run = run(always: .failed(kind))
    #expect(run.client.urls.count == 2)
    #expect(run.client.clock.waits == [])
    #expect(run.unanswered == ["2409.00001"])
  }

  @Test(arguments: [401, 403, 404, 418])
  func doesNotAskAgainWhereItIsForbidden(status: Int) {
    let run = run(always: .played(status, "no"))
    #expect(run.client.urls.count == 2)
    #expect(run.outcome.failures == [FetchFailure(service: .arXiv, reason: "status \(status)", papers: 1)])
  }

  @Test func withoutTheNetNothingIsWaitedFor() {
    let run = PlayedRun(["2409.00001", "10.1000/kites"]) { _, _ in .failed(.hostNotFound) }
    #expect(run.client.urls.count == 3)
    #expect(run.client.clock.waits == [])
    #expect(run.unanswered == ["2409.00001", "10.1000/kites"])
    #expect(run.outcome.failures.map(\.service) == [.arXiv, .crossref, .dataCite])
  }

  @Test func anAnswerThatCannotBeReadDoesNotEndTheRunButTwoDo() {
    // Three times each of two hundreds; the third is not asked for.
    let ids = (1...300).map { "2409.\($0 + 10000)" }
    let run = run(always: .failed(.cutOff), ids: ids)
    #expect(run.client.urls.count { $0.hasPrefix("http://a") } == 6)
    #expect(
      run.outcome.failures
        == [FetchFailure(service: .arXiv, reason: "the connection was cut off", papers: 300)])
  }

  @Test func endsWhereTheUserWantsItTo() {
    let ids = (1...250).map { "2409.\($0 + 10000)" }
    let run = PlayedRun(ids) { request, number in
      number == 1
        ? .failed(.interrupted)
        : .played(PlayedFeed.feed(PlayedFeed.ids(of: request.url).map { PlayedFeed.entry($0) }))
    }
    #expect(run.outcome.isInterrupted)
    #expect(run.client.urls.count == 2)
    #expect(run.ids == Array(ids[..<100]))
    #expect(run.unanswered == Array(ids[100...]))
    #expect(run.outcome.failures == [])
  }

  @Test func storesEachAnswerBeforeTheNextQuestion() {
    struct Full: Error {}
    let client = PlayedClient { request, _ in
      .played(PlayedFeed.feed(PlayedFeed.ids(of: request.url).map { PlayedFeed.entry($0) }))
    }
    var stored = 0
    let ids = (1...250).compactMap { PaperID("2409.\($0 + 10000)") }
    #expect(throws: Full.self) {
      try RecordFetcher(as: "test/1", by: client, client.clock).fetch(ids) { (batch) throws(Full) in
        #expect(client.urls.count * 100 == stored + 100)
        if stored == 100 { throw Full() }
        stored += batch.records.count
      }
    }
    #expect(client.urls.count == 2)
  }
}
