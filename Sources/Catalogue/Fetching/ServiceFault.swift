import DigestPlatform

/// Why a service's answer is of no use.
struct ServiceFault: Error {
  enum Kind {
    /// The service is there and wants to be left alone for a while.
    case isBusy
    /// What came is damaged, or nothing came: the next time may be better.
    case isBroken
    /// There is no way to the service.
    case isUnreachable
    /// It would answer the same again.
    case isRefused
    /// The user wants the run to end.
    case isInterrupted
  }

  var kind: Kind
  /// One clause for a message.
  var reason: String
  var retryAfter: Duration?

  init(_ kind: Kind, _ reason: String, retryAfter: Duration? = nil) {
    self.kind = kind
    self.reason = reason
    self.retryAfter = retryAfter
  }

  init(_ error: HTTPError) {
    let kind: Kind =
      switch error.kind {
      case .interrupted: .isInterrupted
      case .hostNotFound, .notConnected: .isUnreachable
      case .timedOut, .cutOff, .other: .isBroken
      case .noLibrary, .bodyTooLarge, .notSecure, .addressRefused, .tooManyRedirects: .isRefused
      }
    self.init(kind, error.reason)
  }

  /// What a status other than those that say something of the papers means.
  init(status response: HTTPResponse) {
    let status = "status \(response.status)"
    switch response.status {
    case 429: self.init(.isBusy, status + ", too many requests", retryAfter: response.retryAfter)
    case 503: self.init(.isBusy, status + ", busy", retryAfter: response.retryAfter)
    case 408, 500...: self.init(.isBroken, status, retryAfter: response.retryAfter)
    default: self.init(.isRefused, status)
    }
  }

  /// An answer of another kind than was asked for: pages to log in come so, and of firewalls.
  init(unexpected response: HTTPResponse, expected: String) {
    let type = response.contentType?.split(separator: ";").first.map { " of type \($0)" } ?? ""
    self.init(.isBroken, "its answer\(type) is not \(expected)")
  }
}
