/// Asks servers. Tests play their answers.
package protocol HTTPClient: AnyObject {
  /// - Throws: where no response came; one of any status is a response.
  func response(to request: HTTPRequest) throws(HTTPError) -> HTTPResponse
}

/// A GET request.
package struct HTTPRequest: Hashable, Sendable {
  /// `http` or `https`.
  package var url: String
  /// The media types that are wanted: `application/json`.
  package var accept: String
  /// Program, version and, where there is one, how to reach who runs it.
  package var userAgent: String
  package var limits: Limits

  /// What is too long and too much.
  package struct Limits: Hashable, Sendable {
    /// Until there is a connection.
    package var connecting: Duration = .seconds(20)
    /// For all of it.
    package var total: Duration = .seconds(180)
    /// In which nothing arrives; whole seconds. A crowded server thinks for two minutes before it refuses.
    package var silence: Duration = .seconds(150)
    /// Bytes, after decompression.
    package var body = 32 << 20

    package init() {}
  }

  package init(url: String, accept: String, userAgent: String, limits: Limits = Limits()) {
    self.url = url
    self.accept = accept
    self.userAgent = userAgent
    self.limits = limits
  }
}

/// What a server answered.
package struct HTTPResponse: Hashable, Sendable {
  package var status: Int
  /// Decompressed.
  package var body: [UInt8]
  package var contentType: String?
  /// How long the server wants to be left alone: `Retry-After`.
  package var retryAfter: Duration?

  package init(status: Int, body: [UInt8], contentType: String? = nil, retryAfter: Duration? = nil) {
    self.status = status
    self.body = body
    self.contentType = contentType
    self.retryAfter = retryAfter
  }
}

/// Why there is no response.
package struct HTTPError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// libcurl is not installed, or too old.
    case noLibrary
    /// The user wants the program to end.
    case interrupted
    case bodyTooLarge, timedOut, hostNotFound, notConnected
    /// The other side is not who it should be, or does not speak TLS.
    case notSecure
    /// The connection ended before the response did.
    case cutOff
    /// The address, or one that it leads to, is neither `http` nor `https`, or leads from `https` to `http`.
    case addressRefused
    case tooManyRedirects
    case other
  }

  package var kind: Kind
  /// In the words of libcurl, for what the kind does not say.
  package var detail: String

  package init(_ kind: Kind, _ detail: String = "") {
    self.kind = kind
    self.detail = detail
  }

  /// For a message.
  package var reason: String {
    switch kind {
    case .noLibrary: "libcurl cannot be loaded: \(detail)"
    case .interrupted: "the run was interrupted"
    case .bodyTooLarge: "the answer is too large"
    case .timedOut: "no whole answer came in time"
    case .hostNotFound: "its host is not found"
    case .notConnected: "it takes no connection"
    case .notSecure: "the connection is not secure: \(detail)"
    case .cutOff: "the connection was cut off"
    case .addressRefused: "it leads to an address that is not followed"
    case .tooManyRedirects: "it leads from address to address"
    case .other: detail
    }
  }
}
