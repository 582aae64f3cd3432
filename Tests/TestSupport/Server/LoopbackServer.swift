import Foundation
import Synchronization

/// A server of HTTP/1.1 on the loopback interface that plays answers, and notes what it was asked for.
///
/// Each connection has a thread; `stop` ends the one that takes connections, and the others end with their clients.
package final class LoopbackServer: Sendable {
  /// What a client asked for.
  package struct Request: Hashable, Sendable {
    /// With its query: `/api/query?id_list=2409.00001`.
    package var target: String
    /// By names in lower case.
    package var headers: [String: String]
    /// Counted from 0, over all connections.
    package var number: Int
  }

  /// Whether libcurl asks it, and not a proxy.
  package static let isReachable: Bool = {
    let variables = ProcessInfo.processInfo.environment
    let proxies = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    let exceptions = (variables["no_proxy"] ?? variables["NO_PROXY"] ?? "").split(separator: ",")
    return proxies.allSatisfy { variables[$0] ?? "" == "" }
      || exceptions.contains { $0 == "127.0.0.1" || $0 == "*" }
  }()

  private struct State {
    var requests: [Request] = []
    var connections = 0
  }

  private let listener: LoopbackSocket
  private let greeting: [UInt8]
  private let answer: @Sendable (Request) -> PlayedAnswer
  private let state = Mutex(State())

  /// - Parameter greeting: sent before anything is asked, which HTTP does not do.
  /// - Throws: where the system gives no socket.
  package init(
    greeting: [UInt8] = [], _ answer: @escaping @Sendable (Request) -> PlayedAnswer
  ) throws {
    listener = try LoopbackSocket.listening()
    self.greeting = greeting
    self.answer = answer
    runOnThread { [self] in
      while let connection = listener.accept() {
        state.withLock { $0.connections += 1 }
        runOnThread { [self] in serve(connection) }
      }
    }
  }

  /// `http://127.0.0.1:40000`, without a slash at the end.
  package var url: String { "http://127.0.0.1:\(listener.port)" }

  package var requests: [Request] { state.withLock(\.requests) }

  package var connectionCount: Int { state.withLock(\.connections) }

  package func stop() { listener.shutDown() }

  private func serve(_ connection: LoopbackSocket) {
    defer { connection.close() }
    connection.send(greeting)
    while let head = connection.readHead() {
      let request = state.withLock { state in
        let request = Request(target: head.target, headers: head.headers, number: state.requests.count)
        state.requests.append(request)
        return request
      }
      for step in answer(request).steps {
        switch step {
        case .send(let bytes): connection.send(bytes)
        case .sendByteByByte(let bytes): for byte in bytes { connection.send([byte]) }
        case .waitForClient:
          connection.waitForEnd()
          return
        case .close: return
        case .reset: return connection.setReset()
        }
      }
    }
  }
}

/// What a server does about one request.
package struct PlayedAnswer: Sendable {
  package enum Step: Sendable {
    case send([UInt8])
    case sendByteByByte([UInt8])
    /// Sends nothing until the client gives up.
    case waitForClient
    case close
    /// Ends the connection as a server that breaks down does.
    case reset
  }

  package var steps: [Step]

  package init(_ steps: Step...) { self.steps = steps }

  /// A whole response.
  package static func response(
    _ status: Int = 200, _ body: [UInt8] = [], type: String = "text/plain", headers: [String] = []
  ) -> PlayedAnswer {
    PlayedAnswer(.send(head(status, length: body.count, type: type, headers: headers) + body))
  }

  package static func response(
    _ status: Int = 200, _ body: String, type: String = "text/plain", headers: [String] = []
  ) -> PlayedAnswer {
    response(status, Array(body.utf8), type: type, headers: headers)
  }

  /// Up to the body.
  package static func head(
    _ status: Int = 200, length: Int, type: String = "text/plain", headers: [String] = []
  ) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status) Played", "Content-Type: \(type)", "Content-Length: \(length)"] + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
