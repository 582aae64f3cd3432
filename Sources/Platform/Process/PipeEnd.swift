#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One end of a pipe, or a stream that the program was started with.
package final class PipeEnd: Sendable {
  let descriptor: Int32
  private let isOwned: Bool

  /// One that stays open.
  init(shared descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  /// One that is closed when its owner lets it go.
  private init(owning descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  /// A stream that the program was started with.
  package convenience init(_ stream: StandardStream) { self.init(shared: stream.rawValue) }

  deinit { if isOwned { close(descriptor) } }

  /// A new pipe. No process that is started inherits it.
  static func pair() throws(SystemError) -> (read: PipeEnd, write: PipeEnd) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last }
    defer { for end in ends { close(end) } }
    // Where a standard stream is closed, its number must not become that of something else.
    return (try PipeEnd(duplicating: ends[0]), try PipeEnd(duplicating: ends[1]))
  }

  /// The same end under a number that no standard stream has.
  private convenience init(duplicating end: Int32) throws(SystemError) {
    let descriptor = fcntl(end, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { throw .last }
    self.init(owning: descriptor)
  }

  /// Lets reading and writing return at once. To be set only for ends that no other process has.
  func doNotWait() throws(SystemError) {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 else { throw .last }
  }

  /// Reads as much as is there and fits.
  /// - Returns: the number of bytes, 0 at the end; `nil` where a signal came, or nothing is there yet.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int? {
    let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 { return count }
    guard errno == EINTR || errno == EAGAIN else { throw .last }
    return nil
  }

  /// Writes as much as is taken.
  /// - Parameters:
  ///   - offset: of the first byte to write.
  ///   - limit: how many bytes at most.
  /// - Returns: the number of bytes.
  package func write(_ bytes: [UInt8], from offset: Int, limit: Int = .max) throws(SystemError) -> Int {
    let count = bytes.withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      return systemWrite(descriptor, rest.baseAddress, min(rest.count, limit))
    }
    if count >= 0 { return count }
    guard errno == EINTR || errno == EAGAIN else { throw .last }
    return 0
  }

  /// So much a pipe that is ready takes without waiting.
  package static let readyBytes = Int(PIPE_BUF)

  /// Whether something can be written without waiting.
  package var takesBytes: Bool {
    var pipe = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&pipe, 1, 0) > 0 && pipe.revents & Int16(POLLOUT) != 0
  }

  /// Writes all, and waits where nothing is taken.
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var offset = 0
    while offset < bytes.count { offset += try write(bytes, from: offset) }
  }
}

/// `read` and `write` outside the type that has methods of these names.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
