internal import CCurl

/// Asks by libcurl, which is loaded when the first client is made. Connections stay open between requests; TLS
/// certificates are checked, and proxies taken from the usual variables (`https_proxy`, `no_proxy`).
package final class CurlClient: HTTPClient {
  /// Closes its connections in `deinit`.
  private let curl: OpaquePointer

  /// - Throws: `.noLibrary`.
  package init() throws(HTTPError) {
    var reason = [CChar](repeating: 0, count: 256)
    guard let curl = dc_curl_make(&reason) else { throw HTTPError(.noLibrary, Self.text(reason)) }
    self.curl = curl
  }

  deinit { dc_curl_free(curl) }

  /// Ends soon after `Interruption.isAsked` becomes true.
  package func response(to request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
    var response = dc_curl_response()
    defer { dc_curl_response_free(&response) }
    let outcome = perform(request, &response)
    if let kind = Self.kind(of: outcome) {
      let reason = withUnsafeBytes(of: response.reason) { Self.text($0.map { CChar(bitPattern: $0) }) }
      throw HTTPError(kind, reason)
    }
    return HTTPResponse(
      status: response.status,
      body: Array(UnsafeBufferPointer(start: response.body, count: response.length)),
      contentType: response.content_type.map { String(cString: $0) },
      retryAfter: response.retry_after < 0 ? nil : .seconds(response.retry_after))
  }

  /// The pointers to texts live as long as the call.
  private func perform(_ request: HTTPRequest, _ response: inout dc_curl_response) -> dc_curl_outcome {
    request.url.withCString { url in
      request.accept.withCString { accept in
        request.userAgent.withCString { userAgent in
          let limits = request.limits
          var asked = dc_curl_request(
            url: url, accept: accept, user_agent: userAgent, connect_time: limits.connecting.milliseconds,
            total_time: limits.total.milliseconds, silent_time: max(1, limits.silence.milliseconds / 1000),
            body_limit: limits.body, should_stop: { Interruption.isAsked ? 1 : 0 })
          return dc_curl_perform(curl, &asked, &response)
        }
      }
    }
  }

  /// - Returns: `nil` where there is a response.
  private static func kind(of outcome: dc_curl_outcome) -> HTTPError.Kind? {
    switch outcome {
    case DC_CURL_ANSWERED: nil
    case DC_CURL_STOPPED: .interrupted
    case DC_CURL_BODY_TOO_LARGE: .bodyTooLarge
    case DC_CURL_TIMED_OUT: .timedOut
    case DC_CURL_HOST_NOT_FOUND: .hostNotFound
    case DC_CURL_NOT_CONNECTED: .notConnected
    case DC_CURL_NOT_SECURE: .notSecure
    case DC_CURL_CUT_OFF: .cutOff
    case DC_CURL_ADDRESS_REFUSED: .addressRefused
    case DC_CURL_TOO_MANY_REDIRECTS: .tooManyRedirects
    default: .other
    }
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
