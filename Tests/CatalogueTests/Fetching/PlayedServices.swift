import DigestModel
import DigestPlatform

@testable import DigestCatalogue

/// A clock whose time passes at once.
final class PlayedClock: WaitingClock {
  private(set) var now = Duration.zero
  /// What was waited for, without what was over already.
  private(set) var waits: [Duration] = []

  func wait(_ duration: Duration) {
    guard duration > .zero else { return }
    now += duration
    waits.append(duration)
  }

  /// Lets time pass as a request does.
  func pass(_ duration: Duration) { now += duration }
}

/// A client that plays answers, each of which takes a second.
final class PlayedClient: HTTPClient {
  typealias Outcome = Result<HTTPResponse, HTTPError>

  let clock = PlayedClock()
  private let answer: (HTTPRequest, _ number: Int) -> Outcome
  private(set) var requests: [HTTPRequest] = []

  init(_ answer: @escaping (HTTPRequest, _ number: Int) -> Outcome) { self.answer = answer }

  func response(to request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
    requests.append(request)
    clock.pass(.seconds(1))
    return try answer(request, requests.count - 1).get()
  }

  /// What was asked for: `http://arxiv/?id_list=2409.00001`.
  var urls: [String] { requests.map(\.url) }
}

extension Result<HTTPResponse, HTTPError> {
  static func played(
    _ status: Int, _ body: String, type: String = "application/atom+xml", retryAfter: Duration? = nil
  ) -> Self {
    .success(
      HTTPResponse(status: status, body: Array(body.utf8), contentType: type, retryAfter: retryAfter))
  }

  static func played(_ body: String, type: String = "application/atom+xml") -> Self {
    played(200, body, type: type)
  }

  static func failed(_ kind: HTTPError.Kind) -> Self { .failure(HTTPError(kind)) }

  static var notFound: Self { .played(404, "Resource not found.", type: "text/plain") }
}

/// Answers of arXiv's API, in the form that it has since 2026.
enum PlayedFeed {
  static func feed(_ entries: [String], total: Int? = nil) -> String {
    """
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" \
    xmlns="http://www.w3.org/2005/Atom">
      <id>https://arxiv.org/api/x</id>
      <title>arXiv Query: search_query=&amp;id_list=x&amp;start=0&amp;max_results=100</title>
      <opensearch:totalResults>\(total ?? entries.count)</opensearch:totalResults>
    \(entries.joined())</feed>
    """
  }

  static func entry(_ id: String, title: String? = nil, comment: String = "3 kites") -> String {
    """
      <entry>
        <id>http://arxiv.org/abs/\(id)v3</id>
        <title>\(title ?? "On \(id)")</title>
        <updated>2024-10-01T10:00:00Z</updated>
        <published>2024-09-05T10:00:00Z</published>
        <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
        <arxiv:comment>\(comment)</arxiv:comment>
        <author><name>Ann Bee</name></author>
      </entry>

    """
  }

  static func error(_ words: String) -> String {
    """
      <entry>
        <id>https://arxiv.org/api/errors#\(words.split(separator: " ").joined(separator: "_"))</id>
        <title>Error</title>
        <summary>\(words)</summary>
      </entry>

    """
  }

  /// The ids of a request.
  static func ids(of url: String) -> [String] {
    guard let list = url.split(separator: "?").last?.split(separator: "&").first?.dropFirst(8) else {
      return []
    }
    return list.split(separator: ",").map(String.init)
  }
}

/// A run with services of one letter: `http://a`, `http://c`, `http://d`.
struct PlayedRun {
  let client: PlayedClient
  let outcome: FetchOutcome
  /// What was stored, in order.
  var records: [CatalogueRecord] = []
  var events: [FetchEvent] = []

  init(_ ids: [String], _ answer: @escaping (HTTPRequest, _ number: Int) -> PlayedClient.Outcome) {
    client = PlayedClient(answer)
    var (records, events): ([CatalogueRecord], [FetchEvent]) = ([], [])
    let fetcher = RecordFetcher(
      as: "test/1", at: [.arXiv: "http://a", .crossref: "http://c", .dataCite: "http://d"], by: client,
      client.clock, noting: { events.append($0) })
    outcome = fetcher.fetch(ids.compactMap { PaperID($0) }) { (batch) throws(Never) in
      records += batch.records
    }
    self.records = records
    self.events = events
  }

  var ids: [String] { records.map(\.id.description) }
  var unknown: [String] { outcome.unknown.map(\.description) }
  var unanswered: [String] { outcome.unanswered.map(\.description) }
}
