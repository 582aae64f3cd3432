import DigestConversion
import DigestPlatform

/// The directories that the outputs of a run go to.
final class StagingFolders {
  /// Whether outputs and their directories are on the device before a run ends.
  let flushes: Bool
  private var entered: [String: StagingFolder] = [:]
  /// Those without temporary files of runs that were killed.
  private var cleared: Set<String> = []
  /// Those whose names have changed.
  private var changed: Set<String> = []
  /// The outputs of the run so far.
  private var outputs: Set<FileStatus.Identity> = []

  init(flushes: Bool) { self.flushes = flushes }

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

  func addOutput(at path: String) throws(SystemError) {
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
    for path in changed.sorted() {
      do { try FileSystem.flushDirectory(path) } catch {
        throw CommandFailure(
          .unwritableOutput, FileDiagnostics.unwritable,
          "its outputs are in place, but the directory cannot be flushed: \(error.reason)", file: path)
      }
    }
  }
}
