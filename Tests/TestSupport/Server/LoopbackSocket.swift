#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A TCP socket of the loopback interface.
struct LoopbackSocket: Sendable {
  struct Failure: Error {
    var call: String
    var code: Int32
  }

  /// The first lines of a request.
  struct Head {
    var target: String
    var headers: [String: String]
  }

  private let descriptor: Int32
  let port: UInt16

  /// A port that the system chooses.
  static func listening() throws -> LoopbackSocket {
    let descriptor = socket(AF_INET, Self.stream, 0)
    guard descriptor >= 0 else { throw Failure(call: "socket", code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isListening else { throw Failure(call: "bind", code: errno) }
    return LoopbackSocket(descriptor: descriptor, port: UInt16(bigEndian: address.sin_port))
  }

  /// A port that nothing listens at, for the moment.
  static func unusedPort() throws -> UInt16 {
    let socket = try listening()
    defer { socket.close() }
    return socket.port
  }

  /// - Returns: `nil` once the socket is shut down.
  func accept() -> LoopbackSocket? {
    while true {
      #if canImport(Darwin)
        let accepted = Darwin.accept(descriptor, nil, nil)
      #elseif canImport(Musl)
        let accepted = Musl.accept(descriptor, nil, nil)
      #else
        let accepted = Glibc.accept(descriptor, nil, nil)
      #endif
      if accepted < 0, errno == EINTR || errno == ECONNABORTED { continue }
      guard accepted >= 0 else { return nil }
      var yes: Int32 = 1
      let size = socklen_t(MemoryLayout<Int32>.size)
      setsockopt(accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, size)
      #if canImport(Darwin)
        setsockopt(accepted, SOL_SOCKET, SO_NOSIGPIPE, &yes, size)
      #endif
      return LoopbackSocket(descriptor: accepted, port: port)
    }
  }

  /// - Returns: `nil` where the client has gone.
  func readHead() -> Head? {
    var bytes: [UInt8] = []
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      var byte: UInt8 = 0
      guard recv(descriptor, &byte, 1, 0) == 1 else { return nil }
      bytes.append(byte)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    guard let target = lines.first?.split(separator: " ").dropFirst().first else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
    }
    return Head(target: String(target), headers: headers)
  }

  /// A client that has gone does not matter.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { bytes in
        #if canImport(Darwin)
          Darwin.send(descriptor, bytes.baseAddress, bytes.count, 0)
        #elseif canImport(Musl)
          Musl.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #else
          Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  func waitForEnd() {
    var byte: UInt8 = 0
    while recv(descriptor, &byte, 1, 0) > 0 {}
  }

  /// Closing sends a reset.
  func setReset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Whoever waits for a connection goes on.
  func shutDown() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  func close() {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif
}

private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread that nobody waits for.
func runOnThread(_ run: @escaping @Sendable () -> Void) {
  let body = Unmanaged.passRetained(Body(run)).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
    pthread_create(
      &thread, nil,
      {
        Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
        return nil
      }, body)
    if let thread { pthread_detach(thread) }
  #else
    var thread = pthread_t()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
      return nil
    }
    if pthread_create(&thread, nil, start, body) == 0 { pthread_detach(thread) }
  #endif
}

/// A port of the loopback interface at which nothing listens, for the moment.
package func unusedLoopbackPort() throws -> UInt16 { try LoopbackSocket.unusedPort() }
