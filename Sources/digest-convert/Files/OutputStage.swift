import DigestConversion
import DigestDiagnostics
import Glibc

/// The files of one run, written beside their targets first and put in place together.
///
/// Until `commit` nothing that was there before has changed; after `discard` nothing new is left. Signals that end
/// the program wait between the first staged file and either of them.
struct OutputStage {
  private struct Staged {
    var temporary: String
    var target: String
    var descriptor: Int32
    /// The path as messages call it.
    var name: String
    var replacesFile: Bool
    /// Whether the file that stood at the target has the name `old`, too.
    var keepsOld = false

    var old: String { temporary + ".old" }
  }

  private var staged: [Staged] = []
  /// Devices, pipes and sockets, which have no file beside them: `-o /dev/stdout`.
  private var devices: [(path: String, bytes: [UInt8])] = []
  /// Made in this run, outermost first.
  private var directories: [String] = []
  /// Targets whose bytes are there already.
  private var unchanged: [String] = []
  private var signals: BlockedSignals?
  /// Whether files whose bytes are there already get the present time, for make.
  let touchesUnchanged: Bool

  init(touchesUnchanged: Bool) { self.touchesUnchanged = touchesUnchanged }

  enum Outcome: String {
    case written, unchanged
  }

  /// Writes bytes beside their target, or finds them there already.
  /// - Parameter path: its directory must be there.
  mutating func stage(_ bytes: [UInt8], at path: String) throws(CommandFailure) -> Outcome {
    let target = resolved(path)
    var status = stat()
    // Not of `target`: `/dev/stdout` leads to a pipe that has no path.
    let exists = stat(path, &status) == 0
    if !exists, errno == ELOOP { throw Self.unwritable(path, ELOOP) }
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw Self.isDirectory(path) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      devices.append((path, bytes))
      return .written
    }
    if exists, Int(status.st_size) == bytes.count, hasEqualBytes(target, bytes) {
      unchanged.append(target)
      return .unchanged
    }
    if signals == nil { signals = BlockedSignals() }
    let (descriptor, temporary) = try createTemporary(beside: target, name: path)
    staged.append(
      Staged(temporary: temporary, target: target, descriptor: descriptor, name: path, replacesFile: exists))
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    guard writeAll(bytes, to: descriptor) else { throw Self.unwritable(path, errno) }
    return .written
  }

  /// Finds out whether a file can be made at a path, before anything is written.
  static func requirePlace(for path: String) throws(CommandFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw isDirectory(path) }
      guard status.st_mode & S_IFMT == S_IFREG else { return }
    }
    if access(directory(of: resolved(path)) + "/.", W_OK | X_OK) != 0 {
      throw unwritable(path, errno, help: "make its directory first")
    }
  }

  /// Makes a directory and those above it where they are missing.
  mutating func makeDirectory(_ path: String) throws(CommandFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw Self.notADirectory(path, "a file") }
      return
    }
    let parent = directory(of: path)
    if parent != path, parent != "." { try makeDirectory(parent) }
    // Another run under `make -j` may have made it meanwhile.
    if mkdir(path, 0o777) == 0 {
      directories.append(path)
    } else if errno != EEXIST {
      throw Self.unwritable(path, errno)
    } else if stat(path, &status) != 0 {
      throw Self.notADirectory(path, "a link to nothing")
    }
  }

  /// Puts all files in place or, where one of them cannot be, none. After an error `discard` removes what is left.
  mutating func commit() throws(CommandFailure) {
    // What a device has taken cannot be taken back, but it may refuse: it comes before all that can.
    for device in devices { try write(device.bytes, toDevice: device.path) }
    devices = []
    // What is replaced must not be lost if the machine stops now; a new file takes nothing away, and flushing one
    // costs more than all the rest of a conversion.
    for file in staged where file.replacesFile {
      if fsync(file.descriptor) != 0, errno != EINVAL, errno != EROFS {
        throw Self.unwritable(file.name, errno)
      }
    }
    for index in staged.indices {
      let file = staged[index]
      // The old file keeps a second name until all are in place; behind the last one nothing can fail.
      if file.replacesFile, index < staged.count - 1, link(file.target, file.old) == 0 {
        staged[index].keepsOld = true
      }
      guard rename(file.temporary, file.target) == 0 else {
        let failure = Self.unwritable(file.name, errno)
        if staged[index].keepsOld { unlink(file.old) }
        throw takeBack(staged[..<index], after: failure)
      }
    }
    for file in staged {
      close(file.descriptor)
      if file.keepsOld { unlink(file.old) }
    }
    staged = []
    directories = []
    defer { unblock() }
    if touchesUnchanged { for target in unchanged { utimensat(AT_FDCWD, target, nil, 0) } }
  }

  /// Undoes what `commit` did to some files.
  /// - Returns: the failure, and where a file cannot be put back a finding that says so.
  private func takeBack(_ files: ArraySlice<Staged>, after failure: CommandFailure) -> CommandFailure {
    var failure = failure
    for file in files.reversed() {
      let isBack =
        if file.replacesFile {
          // Where a file system has no hard links, the old file got no second name.
          file.keepsOld && rename(file.old, file.target) == 0
        } else {
          unlink(file.target) == 0
        }
      if !isBack { failure.diagnostics += replaced(file).diagnostics }
    }
    return failure
  }

  /// Leaves everything as it was before the run.
  mutating func discard() {
    for file in staged {
      close(file.descriptor)
      unlink(file.temporary)
    }
    for directory in directories.reversed() { rmdir(directory) }
    staged = []
    directories = []
    unblock()
  }

  private mutating func unblock() {
    signals?.unblock()
    signals = nil
  }

  // MARK: Steps

  private func write(_ bytes: [UInt8], toDevice path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unwritable(path, errno) }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else {
      throw errno == EPIPE ? CommandFailure(.closedPipe, []) : Self.unwritable(path, errno)
    }
  }

  private func createTemporary(beside target: String, name: String) throws(CommandFailure) -> (Int32, String)
  {
    let folder = directory(of: target)
    var number = staged.count
    while true {
      let temporary = "\(folder)/.digest-convert-\(getpid())-\(number).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw Self.unwritable(name, errno) }
      number += 1
    }
  }

  /// Read in pieces, since memory for the whole file would cost more than to compare it.
  private func hasEqualBytes(_ path: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { piece in
      bytes.withUnsafeBytes { bytes in
        var offset = 0
        while true {
          let got = read(descriptor, piece.baseAddress, piece.count)
          if got < 0, errno == EINTR { continue }
          guard got > 0 else { return got == 0 && offset == bytes.count }
          // `==` of collections compares byte by byte.
          guard let old = piece.baseAddress, let new = bytes.baseAddress, got <= bytes.count - offset,
            memcmp(old, new + offset, got) == 0
          else { return false }
          offset += got
        }
      }
    }
  }

  private func replaced(_ file: Staged) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable, "this output is in place and cannot be taken back",
      file: file.name, help: file.keepsOld ? "the file before it is \(quoted(file.old, limit: .max))" : nil)
  }

  private static func isDirectory(_ path: String) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.isDirectory, "the output is a directory, not a file", file: path)
  }

  private static func notADirectory(_ path: String, _ found: String) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.notADirectory, "\(found) stands where a directory is needed",
      file: path)
  }

  /// - Parameter help: what to do about a directory that is not there.
  private static func unwritable(
    _ path: String, _ code: Int32,
    help: String = "make its directory first, or use --output-dir, which makes it"
  ) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable, "the output cannot be written: \(systemReason(code))",
      file: path, help: code == ENOENT ? help : nil)
  }
}

/// Holds back the signals that end a program, so that no temporary file is left behind.
private struct BlockedSignals {
  private var before = sigset_t()

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    sigprocmask(SIG_BLOCK, &signals, &before)
  }

  func unblock() {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }
}
