import DigestConversion
import DigestDiagnostics
import DigestPlatform

/// The files of one run, written beside their targets first and put in place together.
///
/// `commit` is the first to change what was there before, and `discard` leaves nothing new. Signals that end the program
/// are held back from the first staged file until either of them.
struct OutputStage {
  private struct Staged {
    var file: StagedFile
    /// The path as messages call it.
    var name: String
  }

  private var staged: [Staged] = []
  /// Devices, pipes, sockets and open files, which are written to: `-o /dev/stdout`.
  private var devices: [(path: String, bytes: [UInt8])] = []
  /// Made in this run, outermost first.
  private var directories: [String] = []
  /// Targets that hold the right bytes already.
  private var unchanged: [String] = []
  private var signals: SignalMask?
  /// Whether files that hold the right bytes already get the present time, for make.
  private let touchesUnchanged: Bool
  private let folders: StagingFolders

  init(touchesUnchanged: Bool, in folders: StagingFolders) {
    self.touchesUnchanged = touchesUnchanged
    self.folders = folders
  }

  enum Outcome: String {
    case written, unchanged
  }

  /// Writes bytes beside their target, unless they are there already.
  /// - Parameter path: its directory must exist.
  mutating func stage(_ bytes: [UInt8], at path: String) throws(CommandFailure) -> Outcome {
    let target = FilePath.resolved(path)
    // `/dev/stdout` may lead to a file, which is written to and not replaced.
    if Device.openDescriptor(of: path) != nil {
      devices.append((path, bytes))
      return .written
    }
    // Not of `target`: the path of a pipe may lead to nothing.
    let status = try Self.writing(path, FileStatus.atPath(path))
    switch status?.kind {
    case .directory: throw Self.isDirectory(path)
    case .device:
      devices.append((path, bytes))
      return .written
    case .regularFile, nil: break
    }
    if status?.size == bytes.count, Self.file(target, holds: bytes) {
      try Self.writing(path, folders.addOutput(at: target, isNew: false))
      // A run that was killed at its end may have left more than its outputs.
      try Self.writing(path, folders.enter(FilePath.directory(of: target)))
      unchanged.append(target)
      return .unchanged
    }
    if signals == nil { signals = .holdingBack() }
    try Self.writing(path, folders.enter(FilePath.directory(of: target)))
    let file = try Self.writing(
      path, StagedFile.make(bytes, beside: target, replacing: status, number: staged.count))
    staged.append(Staged(file: file, name: path))
    return .written
  }

  /// Finds out whether a file can be made at a path, before anything is written.
  static func requirePlace(for path: String) throws(CommandFailure) {
    if Device.openDescriptor(of: path) != nil { return }
    switch try writing(path, FileStatus.atPath(path))?.kind {
    case .directory: throw isDirectory(path)
    case .device: return
    case .regularFile, nil: break
    }
    let directory = FilePath.directory(of: FilePath.resolved(path))
    try writing(path, FileSystem.requireWritableDirectory(directory))
  }

  /// Makes a directory and those above it, if they are missing.
  mutating func makeDirectory(_ path: String) throws(CommandFailure) {
    if let status = try Self.writing(path, FileStatus.atPath(path)) {
      guard status.kind == .directory else { throw Self.notADirectory(path, "a file") }
      return
    }
    let parent = FilePath.directory(of: path)
    if parent != path, parent != "." { try makeDirectory(parent) }
    do {
      try FileSystem.makeDirectory(path)
      directories.append(path)
    } catch .exists {
      // Another run under `make -j` may have made it meanwhile.
      if try Self.writing(path, FileStatus.atPath(path)) == nil {
        throw Self.notADirectory(path, "a link to nothing")
      }
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  /// Whether a signal waits that ends the program: leaves everything as it was, and lets it through.
  /// - Throws: where the program goes on all the same.
  mutating func look() throws(CommandFailure) {
    guard signals != nil, SignalMask.isOneWaiting else { return }
    discard()
    throw CommandFailure(.unwritableOutput, [])
  }

  /// Puts all files in place, or none if one of them cannot be. After an error `discard` removes what is left.
  mutating func commit() throws(CommandFailure) {
    // A device may refuse its bytes, and what it has got cannot be taken back, so devices come first.
    for device in devices { try write(device.bytes, toDevice: device.path) }
    devices = []
    // If the machine stops now, there must be whole files, old or new.
    let isFlushed = try flushTogether()
    for output in staged {
      try Self.writing(
        output.name, output.file.prepare(flushes: !isFlushed && folders.flushesAtOnce(output.file)))
    }
    for (index, output) in staged.enumerated() {
      do throws(SystemError) {
        if try folders.holdsOutput(at: output.file.target) { throw .exists }
        // No step after the last file can fail.
        try output.file.putInPlace(keepingOld: index < staged.count - 1)
        try folders.addOutput(at: output.file.target, isNew: !output.file.replacesFile)
      } catch .exists {
        throw takeBack(staged[..<index], after: Self.isOtherOutput(output.name))
      } catch {
        throw takeBack(staged[..<index], after: Self.unwritable(output.name, error))
      }
    }
    for output in staged { output.file.forgetOld() }
    folders.noteChanges(making: directories)
    staged = []
    directories = []
    defer { endHoldingBack() }
    if touchesUnchanged { for target in unchanged { try touch(target) } }
  }

  /// - Returns: whether all that is staged is on the device.
  private func flushTogether() throws(CommandFailure) -> Bool {
    let waiting = staged.filter { folders.flushesAtOnce($0.file) }
    guard waiting.count >= StagingFolders.fewestToFlushTogether else { return false }
    for directory in Set(waiting.map { FilePath.directory(of: $0.file.target) }) {
      guard try Self.writing(directory, FileSystem.flushAll(beside: directory)) else { return false }
    }
    return true
  }

  private func touch(_ path: String) throws(CommandFailure) {
    do { try FileSystem.touch(path) } catch {
      throw CommandFailure(
        .unwritableOutput, FileDiagnostics.unwritable,
        "the output is up to date, but cannot get the present time: \(error.reason)", file: path)
    }
  }

  /// Undoes what `commit` did to some files.
  /// - Returns: the failure, with a finding for each file that cannot be put back.
  private func takeBack(_ outputs: ArraySlice<Staged>, after failure: CommandFailure) -> CommandFailure {
    var failure = failure
    for output in outputs.reversed() {
      do {
        try output.file.takeBack()
      } catch {
        failure.diagnostics += Self.replaced(output).diagnostics
      }
    }
    return failure
  }

  /// Leaves everything as it was before the run.
  mutating func discard() {
    for output in staged { output.file.discard() }
    for directory in directories.reversed() { FileSystem.removeEmptyDirectory(directory) }
    staged = []
    directories = []
    endHoldingBack()
  }

  private mutating func endHoldingBack() {
    folders.leave()
    signals?.restore()
    signals = nil
  }

  // MARK: Steps

  private func write(_ bytes: [UInt8], toDevice path: String) throws(CommandFailure) {
    do {
      try Device.write(bytes, to: path)
    } catch .brokenPipe {
      throw CommandFailure(.closedPipe, [])
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  /// A file that cannot be read does not count as holding them: it is replaced.
  private static func file(_ path: String, holds bytes: [UInt8]) -> Bool {
    do { return try FileReading.file(path, holds: bytes) } catch { return false }
  }

  // MARK: Failures

  /// Gives the error of a call the name of the output that it is about.
  private static func writing<Result>(
    _ path: String, _ call: @autoclosure () throws(SystemError) -> Result
  ) throws(CommandFailure) -> Result {
    do { return try call() } catch { throw unwritable(path, error) }
  }

  private static func unwritable(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable, "the output cannot be written: \(error.reason)",
      file: path, help: error == .missing ? "make its directory first" : nil)
  }

  private static func isOtherOutput(_ path: String) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable,
      "to this file system, another output of the run has this name", file: path)
  }

  private static func replaced(_ output: Staged) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable, "this output is in place and cannot be taken back",
      file: output.name,
      help: output.file.keepsOld ? "the file before it is \(quoted(output.file.old, limit: .max))" : nil)
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
}
