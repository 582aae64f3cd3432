/// New bytes for a file, kept in a temporary file beside it until they take its place.
///
/// The owner ends with `forgetOld` after `putInPlace` or `takeBack`, or with `discard`.
package final class StagedFile {
  /// The file that gets the bytes. Links are resolved: they stay, and what they point to is replaced.
  package let target: String
  /// Whether a file stood at `target` when this one was made.
  package let replacesFile: Bool
  /// Whether what stood at `target` has the name `old`, too.
  package private(set) var keepsOld = false

  private let temporary: String
  private let file: OpenFile

  /// The second name of the file that was replaced.
  package var old: String { temporary + ".old" }

  private init(target: String, replaced: FileStatus?, temporary: String, file: consuming OpenFile) {
    if let replaced { file.setPermissions(replaced.permissions) }
    self.target = target
    replacesFile = replaced != nil
    self.temporary = temporary
    self.file = file
  }

  /// Makes an empty file beside the target.
  /// - Parameters:
  ///   - target: resolved.
  ///   - replaced: what stands there; its permissions are kept.
  ///   - number: where to begin looking for a free name.
  package static func make(
    beside target: String, replacing replaced: FileStatus?, number: Int
  ) throws(SystemError) -> StagedFile {
    var number = number
    while true {
      let temporary =
        "\(FilePath.directory(of: target))/.digest-convert-\(RunningProgram.processID)-\(number).tmp"
      do {
        let file = try OpenFile(creating: temporary)
        return StagedFile(target: target, replaced: replaced, temporary: temporary, file: file)
      } catch {
        guard error == .exists else { throw error }
        number += 1
      }
    }
  }

  package func write(_ bytes: [UInt8]) throws(SystemError) { try file.writeAll(bytes) }

  /// Waits until the bytes are on the device.
  package func flush() throws(SystemError) { try file.flush() }

  /// Lets the bytes take the place of the target.
  /// - Parameter keepingOld: whether what is replaced gets the name `old`, so that `takeBack` can put it back. Some file
  ///   systems cannot give a file two names.
  package func putInPlace(keepingOld: Bool) throws(SystemError) {
    keepsOld = keepingOld && replacesFile && FileSystem.addName(old, toFile: target)
    do {
      try FileSystem.move(temporary, to: target)
    } catch {
      forgetOld()
      throw error
    }
  }

  /// Undoes `putInPlace`.
  /// - Throws: if the old file is not kept or cannot be put back.
  package func takeBack() throws(SystemError) {
    if !replacesFile {
      try FileSystem.remove(target)
    } else if keepsOld {
      try FileSystem.move(old, to: target)
    } else {
      throw .missing
    }
  }

  /// Removes the second name of the file that was replaced.
  package func forgetOld() {
    if keepsOld { FileSystem.removeIfPossible(old) }
    keepsOld = false
  }

  /// Removes the temporary file.
  package func discard() { FileSystem.removeIfPossible(temporary) }
}
