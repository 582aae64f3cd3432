import DigestModel
import DigestPlatform

/// Asks one service: not more often than it allows, and again where it was busy or its answer did not come through.
final class ServiceConnection {
  let service: FetchService
  /// Set once it is no use to ask again in this run.
  private(set) var isGivenUp = false

  private let address: String
  private let userAgent: String
  private let client: any HTTPClient
  private let clock: any WaitingClock
  private let note: (FetchEvent) -> Void
  /// Before it no request is made.
  private var nextTurn: Duration?
  private var hasAnswered = false
  /// Whether the request before this one came to nothing.
  private var hasFailed = false

  init(
    _ service: FetchService, at address: String?, as userAgent: String, by client: any HTTPClient,
    _ clock: any WaitingClock, noting note: @escaping (FetchEvent) -> Void
  ) {
    self.service = service
    self.address = address ?? service.standardAddress
    self.userAgent = userAgent
    self.client = client
    self.clock = clock
    self.note = note
  }

  /// The patience of a run.
  enum Patience {
    /// How often a request is made that a busy service does not answer: five times in five to eighty seconds.
    static let attemptsWhereBusy = 5
    static let attemptsWhereBroken = 3
    /// Doubled each time.
    static let firstWait = Duration.seconds(5)
    /// A service that asks for a longer rest is left alone for this run.
    static let longestRest = Duration.seconds(300)
  }

  /// What the service says of papers.
  /// - Throws: after as many attempts as the fault is worth; `isGivenUp` says whether to go on with other papers.
  func answer(about ids: [PaperID]) throws(ServiceFault) -> ServiceAnswer {
    var wait = Patience.firstWait
    var attempts = 1
    while true {
      let fault: ServiceFault
      do throws(ServiceFault) {
        let answer = try ask(ids)
        hasFailed = false
        return answer
      } catch {
        fault = error
      }
      let rest = max(wait, fault.retryAfter ?? .zero)
      guard attempts < self.attempts(worth: fault), rest <= Patience.longestRest else {
        // What went wrong with some papers may go well with others, once.
        isGivenUp = fault.kind != .isBroken || hasFailed
        hasFailed = true
        throw fault
      }
      note(.retry(service, fault.reason, after: rest))
      clock.wait(rest)
      attempts += 1
      wait *= 2
    }
  }

  private func attempts(worth fault: ServiceFault) -> Int {
    switch fault.kind {
    case .isBusy: Patience.attemptsWhereBusy
    case .isBroken: Patience.attemptsWhereBroken
    // Without a connection to the net nothing gets better by waiting.
    case .isUnreachable: hasAnswered ? Patience.attemptsWhereBroken : 1
    case .isRefused, .isInterrupted: 1
    }
  }

  private func ask(_ ids: [PaperID]) throws(ServiceFault) -> ServiceAnswer {
    if let nextTurn { clock.wait(nextTurn - clock.now) }
    if Interruption.isAsked { throw ServiceFault(HTTPError(.interrupted)) }
    let request = HTTPRequest(
      url: service.address(of: ids, at: address), accept: service.mediaType, userAgent: userAgent)
    let response: HTTPResponse
    defer { nextTurn = clock.now + service.interval }
    do {
      response = try client.response(to: request)
    } catch {
      throw ServiceFault(error)
    }
    hasAnswered = true
    switch service {
    case .arXiv: return try ArXivAnswer.read(response, of: ids)
    case .crossref, .dataCite:
      guard let id = ids.first else { return ServiceAnswer() }
      return try RegistryAnswer.read(response, of: id, from: service)
    }
  }
}
