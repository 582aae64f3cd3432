internal import CAttributes

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

  /// Opens a file for writing; its bytes stay.
  init(changing path: String) throws(SystemError) { try self.init(path, O_WRONLY) }

  /// Opens a directory, for `lock` and `flush`.
  init(directory path: String) throws(SystemError) { try self.init(path, O_RDONLY | O_DIRECTORY) }

  /// Makes a file.
  /// - Parameter permissions: of which the umask takes some.
  /// - Throws: `.exists` if there is one.
  init(creating path: String, permissions: mode_t) throws(SystemError) {
    try self.init(path, O_WRONLY | O_CREAT | O_EXCL, permissions)
  }

  /// Opens a device or pipe for writing, and waits for a reader where there has to be one.
  /// - Throws: `.interrupted` where a signal that is held back ends the wait.
  init(writingToDevice path: String) throws(SystemError) {
    while true {
      // Otherwise the system waits for the reader of a pipe, and no signal that is held back ends that.
      let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      if descriptor >= 0 {
        self.init(owning: descriptor)
        return
      }
      let code = errno
      guard code == EINTR || code == ENXIO && FileStatus.isPipe(path) else { throw SystemError(code) }
      try Waiting.pause()
    }
  }

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

  private init(_ path: String, _ flags: Int32, _ permissions: mode_t = 0o666) throws(SystemError) {
    descriptor = open(path, flags | O_CLOEXEC, permissions)
    isOwned = descriptor >= 0
    if descriptor < 0 { throw .last }
  }

  private init(owning descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  deinit { if isOwned { _ = systemClose(descriptor) } }

  /// Closes it.
  /// - Throws: what a file system says only now: NFS, and others with quotas.
  consuming func close() throws(SystemError) {
    let result = isOwned ? systemClose(descriptor) : 0
    let code = errno
    discard self
    // The descriptor is gone after an error, too (Linux; POSIX leaves it open what EINTR means).
    if result != 0, code != EINTR { throw SystemError(code) }
  }

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

  /// Writes to a device, a pipe or a stream, and waits where it takes no more.
  /// - Throws: `.interrupted` where a signal that is held back ends the wait.
  func writeAllToDevice(_ bytes: [UInt8]) throws(SystemError) {
    if try status().kind == .regularFile { return try writeAll(bytes) }
    var offset = 0
    while offset < bytes.count {
      try Waiting.untilWritable(descriptor)
      // So much a pipe that is ready takes without waiting.
      let piece = bytes[offset...].prefix(Int(PIPE_BUF))
      let count = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        offset += count
      } else if errno != EINTR, errno != EAGAIN {
        throw .last
      }
    }
  }

  /// Gives the file what another one has: owner and group, permissions, extended attributes with access control lists.
  /// What the user may not set stays as it is.
  func takeAttributes(of path: String, _ other: FileStatus) {
    var permissions = other.permissions
    if fchown(descriptor, other.owner, other.group) != 0 {
      _ = fchown(descriptor, .max, other.group)
      // These would act for another user than they did.
      permissions &= ~(S_ISUID | S_ISGID)
    }
    dc_copy_attributes(path, descriptor)
    fchmod(descriptor, permissions)
  }

  func setPermissions(_ permissions: mode_t) { fchmod(descriptor, permissions) }

  enum Lock {
    /// With others that share it.
    case shared
    case exclusive

    fileprivate var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
  }

  /// Locks the file for this process, which ends the lock at the latest when it ends itself.
  /// - Returns: whether nobody else has a lock that excludes this one.
  /// - Throws: where the file system has no locks.
  func lock(_ lock: Lock) throws(SystemError) -> Bool {
    if flock(descriptor, lock.operation | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw .last }
    return false
  }

  /// Waits until the device holds all that was written to the file system of this file.
  /// - Returns: whether the system can do that.
  func flushFileSystem() throws(SystemError) -> Bool {
    if dc_flush_file_system(descriptor) == 0 { return true }
    guard errno == ENOSYS || errno == EINVAL else { throw .last }
    return false
  }

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

/// `close` outside the type that has a method of that name.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
