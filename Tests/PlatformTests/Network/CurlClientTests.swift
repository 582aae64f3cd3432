import DigestTestSupport
import Testing

@testable import DigestPlatform

@Suite(.enabled(if: LoopbackServer.isReachable, "needs no_proxy=127.0.0.1 beside the proxy that is set"))
struct CurlClientTests {
  /// Plays one answer and says how a client takes it.
  private func outcome(
    _ answer: PlayedAnswer, limits: HTTPRequest.Limits = .init()
  ) throws -> Result<HTTPResponse, HTTPError> {
    let server = try LoopbackServer { _ in answer }
    defer { server.stop() }
    return try outcome(server.url + "/a", limits: limits)
  }

  private func outcome(
    _ url: String, limits: HTTPRequest.Limits = .init()
  ) throws -> Result<HTTPResponse, HTTPError> {
    let client = try CurlClient()
    let request = HTTPRequest(url: url, accept: "text/plain", userAgent: "test/1", limits: limits)
    return Result { () throws(HTTPError) in try client.response(to: request) }
  }

  private func kind(_ outcome: Result<HTTPResponse, HTTPError>) -> HTTPError.Kind? {
    if case .failure(let error) = outcome { error.kind } else { nil }
  }

  @Test func givesStatusBodyAndType() throws {
    let outcome = try outcome(.response(200, "Kites ünd dragons", type: "text/plain; charset=utf-8"))
    #expect(
      outcome
        == .success(
          HTTPResponse(
            status: 200, body: Array("Kites ünd dragons".utf8), contentType: "text/plain; charset=utf-8")))
  }

  @Test func sendsWhoAsksAndForWhat() throws {
    let server = try LoopbackServer { _ in .response(200, "") }
    defer { server.stop() }
    _ = try outcome(server.url + "/a?b=c%2Fd").get()
    let request = try #require(server.requests.first)
    #expect(request.target == "/a?b=c%2Fd")
    #expect(request.headers["user-agent"] == "test/1")
    #expect(request.headers["accept"] == "text/plain")
    #expect(request.headers["accept-encoding"] == "gzip")
  }

  @Test func asksAllOnOneConnection() throws {
    let server = try LoopbackServer { .response(200, $0.target) }
    defer { server.stop() }
    let client = try CurlClient()
    for path in ["/a", "/b", "/c"] {
      let request = HTTPRequest(url: server.url + path, accept: "text/plain", userAgent: "test/1")
      #expect(try client.response(to: request).body == Array(path.utf8))
    }
    #expect(server.connectionCount == 1)
  }

  @Test(arguments: [404, 429, 500, 503])
  func aResponseOfAnyStatusIsOne(status: Int) throws {
    let response = try outcome(.response(status, "no")).get()
    #expect(response.status == status)
    #expect(response.body == Array("no".utf8))
    #expect(response.retryAfter == nil)
  }

  @Test func readsHowLongToWait() throws {
    let response = try outcome(.response(429, "", headers: ["Retry-After: 17"])).get()
    #expect(response.retryAfter == .seconds(17))
  }

  @Test func unpacksWhatIsCompressed() throws {
    // `kites` by gzip.
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF, 0xCB, 0xCE, 0x2C, 0x49, 0x2D, 6, 0, 0x20, 0x76, 0x90, 0xEC, 5, 0,
      0, 0,
    ]
    let response = try outcome(.response(200, packed, headers: ["Content-Encoding: gzip"])).get()
    #expect(String(decoding: response.body, as: UTF8.self) == "kites")
  }

  @Test func waitsForABodyThatComesByteByByte() throws {
    let body = Array(String(repeating: "kite ", count: 100).utf8)
    let response = try outcome(
      PlayedAnswer(.send(PlayedAnswer.head(length: body.count)), .sendByteByByte(body))
    ).get()
    #expect(response.body == body)
  }

  @Test func aBodyThatStopsEndsAtTheLimit() throws {
    var limits = HTTPRequest.Limits()
    limits.total = .milliseconds(200)
    let stopping = PlayedAnswer(
      .send(PlayedAnswer.head(length: 100)), .send(Array("kite".utf8)), .waitForClient)
    #expect(kind(try outcome(stopping, limits: limits)) == .timedOut)
  }

  @Test func silenceEndsAtItsLimit() throws {
    var limits = HTTPRequest.Limits()
    limits.silence = .seconds(1)
    #expect(kind(try outcome(PlayedAnswer(.waitForClient), limits: limits)) == .timedOut)
  }

  @Test func aBodyThatIsCutOffIsNotTakenForAWholeOne() throws {
    let cut = PlayedAnswer(.send(PlayedAnswer.head(length: 100)), .send(Array("kite".utf8)), .close)
    #expect(kind(try outcome(cut)) == .cutOff)
  }

  @Test func aConnectionThatIsResetIsCutOff() throws {
    let reset = PlayedAnswer(.send(PlayedAnswer.head(length: 100)), .send(Array("kite".utf8)), .reset)
    #expect(kind(try outcome(reset)) == .cutOff)
  }

  @Test func noAnswerIsCutOff() throws {
    #expect(kind(try outcome(PlayedAnswer(.close))) == .cutOff)
  }

  @Test func takesABodyOfTheLimitAndNoMore() throws {
    var limits = HTTPRequest.Limits()
    limits.body = 10
    #expect(try outcome(.response(200, "0123456789"), limits: limits).get().body.count == 10)
    #expect(kind(try outcome(.response(200, "0123456789a"), limits: limits)) == .bodyTooLarge)
  }

  @Test func followsARedirect() throws {
    let server = try LoopbackServer { request in
      request.target == "/a" ? .response(301, "", headers: ["Location: /b"]) : .response(200, request.target)
    }
    defer { server.stop() }
    #expect(try outcome(server.url + "/a").get().body == Array("/b".utf8))
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/a"])
  func followsNoRedirectToAnotherProtocol(address: String) throws {
    let outcome = try outcome(.response(302, "", headers: ["Location: \(address)"]))
    #expect(kind(outcome) == .addressRefused)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/a", "127.0.0.1 /a", "kite"])
  func asksNothingButHTTP(address: String) throws {
    let kind = kind(try outcome(address))
    // A word alone is a host.
    #expect(address == "kite" ? kind == .hostNotFound || kind == .notConnected : kind == .addressRefused)
  }

  @Test func endsACircleOfRedirects() throws {
    #expect(kind(try outcome(.response(302, "", headers: ["Location: /a"]))) == .tooManyRedirects)
  }

  @Test func saysThatNothingListens() throws {
    #expect(kind(try outcome("http://127.0.0.1:\(unusedLoopbackPort())/a")) == .notConnected)
  }

  /// RFC 6761, section 6.4: such a name is never there.
  @Test func saysThatAHostIsNotThere() throws {
    #expect(kind(try outcome("http://kites.invalid/a")) == .hostNotFound)
  }

  @Test func takesNoAnswerOfAServerThatDoesNotProveItself() throws {
    let server = try LoopbackServer(greeting: Array("220 kites\r\n".utf8)) { _ in .response(200, "") }
    defer { server.stop() }
    #expect(kind(try outcome("https" + server.url.dropFirst(4) + "/a")) == .notSecure)
  }
}
