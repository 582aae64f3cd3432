import DigestConversion
import DigestPlatform

/// The directories that the outputs of a run go to.
final class StagingFolders {
  /// Whether outputs and their directories are on the device before a run ends.
  let flushes: Bool
  /// Whether new outputs are flushed at the end of the run, all together. Those that replace a file never are: until then
  /// the old bytes are all there is.
  private let flushesNewAtEnd: Bool
  /// New outputs that are not flushed yet.
  private var unflushed: [String] = []
  private var entered: [String: StagingFolder] = [:]
  /// Those without temporary files of runs that were killed.
  private var cleared: Set<String> = []
  /// Those whose names have changed.
  private var changed: Set<String> = []
  /// The outputs of the run so far.
  private var outputs: Set<FileStatus.Identity> = []

  /// - Parameter inputs: how many the run has. A wait for each of a thousand new files would take longer than to make them.
  init(flushes: Bool, inputs: Int = 1) {
    self.flushes = flushes
    flushesNewAtEnd = flushes && inputs >= Self.fewestToFlushTogether
  }

  /// One by one, two hundred notes take a second on a virtual disk, and together 20 ms; but together with all that others
  /// have written, which may be much.
  static let fewestToFlushTogether = 17

  /// Whether an output has to be on the device before it gets its name.
  func flushesAtOnce(_ file: StagedFile) -> Bool { flushes && (file.replacesFile || !flushesNewAtEnd) }

  /// Keeps other runs from removing what is made in a directory.
  /// - Throws: `.interrupted`.
  func enter(_ path: String) throws(SystemError) {
    guard entered[path] == nil else { return }
    do {
      entered[path] = try StagingFolder(path, removesLeftovers: cleared.insert(path).inserted)
    } catch .interrupted {
      throw .interrupted
    } catch {
      // A directory that can be written but not read has neither locks nor a list of names.
    }
  }

  /// Whether an output of this run stands at a path. File systems may take two names for one: those that differ in case,
  /// or in Unicode's normal form.
  func holdsOutput(at path: String) throws(SystemError) -> Bool {
    try FileStatus.atPath(path).map { outputs.contains($0.identity) } ?? false
  }

  func addOutput(at path: String, isNew: Bool) throws(SystemError) {
    if isNew, flushesNewAtEnd { unflushed.append(path) }
    if let status = try FileStatus.atPath(path) { outputs.insert(status.identity) }
  }

  /// Notes which directories the device has to be told of.
  /// - Parameter made: directories that were made in this run.
  func noteChanges(making made: [String]) {
    changed.formUnion(entered.keys)
    changed.formUnion(made.map(FilePath.directory))
  }

  func leave() { entered = [:] }

  /// Waits until the device knows the names of all outputs, at the end of a run: once a directory.
  func flush() throws(CommandFailure) {
    guard flushes else { return }
    try flushNewFiles()
    for path in changed.sorted() {
      do { try FileSystem.flushDirectory(path) } catch { throw Self.unflushable(path, error) }
    }
  }

  private func flushNewFiles() throws(CommandFailure) {
    var isFlushed = true
    for path in Set(unflushed.map(FilePath.directory)).sorted() {
      do { isFlushed = try FileSystem.flushAll(beside: path) && isFlushed } catch {
        throw Self.unflushable(path, error)
      }
    }
    guard !isFlushed else { return }
    for path in unflushed {
      do { try FileSystem.flushFile(path) } catch { throw Self.unflushable(path, error) }
    }
  }

  private static func unflushable(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable,
      "the outputs are in place, but the device does not confirm them: \(error.reason)", file: path)
  }
}
