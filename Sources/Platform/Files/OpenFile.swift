#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or stream. Its owner closes it by letting it go.
struct OpenFile: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a file for reading.
  init(reading path: String) throws(SystemError) { try self.init(path, O_RDONLY) }

  /// Opens a device or pipe for writing.
  init(writingTo path: String) throws(SystemError) { try self.init(path, O_WRONLY) }

  /// Makes a file, with the permissions that the umask leaves.
  /// - Throws: `.exists` if there is one.
  init(creating path: String) throws(SystemError) { try self.init(path, O_WRONLY | O_CREAT | O_EXCL) }

  /// A stream that the program was started with. It stays open.
  init(_ stream: StandardStream) {
    descriptor = stream.rawValue
    isOwned = false
  }

  /// What is open under a number.
  /// - Throws: where nothing is.
  init(duplicating other: Int32) throws(SystemError) {
    descriptor = fcntl(other, F_DUPFD_CLOEXEC, 0)
    isOwned = descriptor >= 0
    if descriptor < 0 { throw .last }
  }

  private init(_ path: String, _ flags: Int32) throws(SystemError) {
    descriptor = open(path, flags | O_CLOEXEC, 0o666)
    isOwned = descriptor >= 0
    if descriptor < 0 { throw .last }
  }

  deinit { if isOwned { close(descriptor) } }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileStatus(status)
  }

  /// Reads as much as is there and fits.
  /// - Returns: the number of bytes; 0 at the end.
  func readPiece(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        offset += count
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  func setPermissions(_ permissions: mode_t) { fchmod(descriptor, permissions) }

  /// Waits until the device holds the bytes. Files of systems that cannot do this are left as they are.
  func flush() throws(SystemError) {
    #if canImport(Darwin)
      // There `fsync` leaves the bytes in the device's cache.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) != 0, errno != EINVAL, errno != EROFS else { return }
    throw .last
  }
}
