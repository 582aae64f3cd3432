internal import CProcess

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
  /// How many bytes can be written without waiting where something can be.
  private let readyBytes: Int

  /// One that stays open.
  init(shared descriptor: Int32, readyBytes: Int = .max) {
    self.descriptor = descriptor
    self.readyBytes = readyBytes
    isOwned = false
  }

  /// One that is closed when its owner lets it go.
  private init(owning descriptor: Int32, readyBytes: Int = .max) {
    self.descriptor = descriptor
    self.readyBytes = readyBytes
    isOwned = true
  }

  /// Standard input.
  package static let standardInput = PipeEnd(shared: StandardStream.input.rawValue)

  /// Standard output, for writing what is taken without waiting, once it is ready.
  package static func standardOutput() -> PipeEnd {
    let number = StandardStream.output.rawValue
    let own = dc_pipe_reopen(number)
    if own >= 0 { return PipeEnd(owning: own, readyBytes: .max) }
    var status = stat()
    let isFile = fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return PipeEnd(shared: number, readyBytes: isFile ? .max : Int(PIPE_BUF))
  }

  deinit { if isOwned { close(descriptor) } }

  /// A new pipe. No process that is started inherits it.
  static func pair() throws(SystemError) -> (read: PipeEnd, write: PipeEnd) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .last }
    defer { for end in ends { close(end) } }
    dc_pipe_enlarge(ends[0])
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
  /// - Parameter offset: of the first byte to write.
  /// - Returns: the number of bytes.
  package func write(_ bytes: [UInt8], from offset: Int) throws(SystemError) -> Int {
    let count = bytes.withUnsafeBytes { bytes in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
      return systemWrite(descriptor, rest.baseAddress, min(rest.count, readyBytes))
    }
    if count >= 0 { return count }
    guard errno == EINTR || errno == EAGAIN else { throw .last }
    return 0
  }

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
