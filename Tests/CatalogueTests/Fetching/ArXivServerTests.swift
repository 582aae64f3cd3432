import DigestModel
import DigestPlatform
import DigestTestSupport
import Testing

@testable import DigestCatalogue

/// Fetches by libcurl from a server that plays arXiv's real answers, one request each.
@Suite(
  .enabled(if: SharedFolder.isPresent, "needs ../shared/corpus/readers/arxiv"),
  .enabled(if: LoopbackServer.isReachable, "needs no_proxy=127.0.0.1 beside the proxy that is set"))
struct ArXivServerTests {
  private static let folder = "corpus/readers/arxiv/arxiv-api-2026/"

  /// - Parameter answer: the name of a file, or `nil` for a paper that is not known.
  private func fetch(
    _ ids: String..., status: Int = 200, from answer: String
  ) throws -> (outcome: FetchOutcome, records: [CatalogueRecord], server: LoopbackServer) {
    let body = try SharedFolder.bytes(Self.folder + answer)
    let server = try LoopbackServer { request in
      request.target.hasPrefix("/arxiv?")
        ? .response(status, body, type: "application/atom+xml; charset=utf-8")
        : .response(404, #"{"errors": [{"status": "404"}]}"#, type: "application/json")
    }
    defer { server.stop() }
    let addresses = [FetchService.arXiv: server.url + "/arxiv", .dataCite: server.url + "/dois"]
    let fetcher = RecordFetcher(as: "test/1", at: addresses, by: try CurlClient(), PlayedClock())
    var records: [CatalogueRecord] = []
    let outcome = fetcher.fetch(ids.compactMap { PaperID($0) }) { (batch) throws(Never) in
      records += batch.records
    }
    return (outcome, records, server)
  }

  @Test func readsAPaper() throws {
    let (outcome, records, server) = try fetch("1605.08386", from: "id_1605.08386.xml")
    let record = try #require(records.first)
    #expect(record.id.description == "1605.08386")
    #expect(record.latestVersion == 1)
    #expect(record.record.title?.plainText == "Heat-bath random walks with Markov bases")
    #expect(record.record.authors.map(\.displayText) == ["Caprice Stanley", "Tobias Windisch"])
    #expect(record.record.categories == ["math.CO", "math.ST"])
    #expect(outcome.unknown == [] && outcome.failures == [])
    #expect(server.requests.map(\.target) == ["/arxiv?id_list=1605.08386&start=0&max_results=100"])
  }

  @Test func readsOldIDs() throws {
    let (_, records, _) = try fetch("astro-ph/0601001", from: "id_astro-ph_0601001.xml")
    #expect(records.map(\.id.description) == ["astro-ph/0601001"])
  }

  @Test func aPaperWithoutEntryIsNotKnown() throws {
    let (outcome, records, server) = try fetch(
      "1707.08568", "1707.08567", from: "id_0808.05394_1707.08567.xml")
    #expect(records.map(\.id.description) == ["1707.08567"])
    #expect(outcome.unknown.map(\.description) == ["1707.08568"])
    // One after the other, on one connection.
    #expect(server.requests.count == 2 && server.connectionCount == 1)
  }

  @Test func anEmptyFeedIsNoFailure() throws {
    let (outcome, records, server) = try fetch("2409.99999", from: "id_0000.0000.xml")
    #expect(records == [])
    #expect(outcome.unknown.map(\.description) == ["2409.99999"])
    #expect(outcome.failures == [])
    #expect(server.requests.map(\.target).last == "/dois/10.48550%2FarXiv.2409.99999")
  }

  @Test func anErrorAboutTheOnlyPaperIsNoFailure() throws {
    let (outcome, records, _) = try fetch("2409.99999", status: 400, from: "id_abc.xml")
    #expect(records == [])
    #expect(outcome.unknown.map(\.description) == ["2409.99999"])
    #expect(outcome.failures == [])
  }

  @Test func takesOnlyWhatWasAskedForFromALongAnswer() throws {
    let (_, records, _) = try fetch("2202.12139", from: "q_testing.xml")
    #expect(records.map(\.id.description) == ["2202.12139"])
  }
}
