#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// New bytes for a file, kept in a temporary file beside it until they take its place.
///
/// The owner ends with `forgetOld` after `putInPlace` or `takeBack`, or with `discard`.
package final class StagedFile {
  /// The file that gets the bytes. Links are resolved: they stay, and what they point to is replaced.
  package let target: String
  /// Whether what stood at `target` has the name `old`, too.
  package private(set) var keepsOld = false

  private let replaced: FileStatus?
  private let temporary: String
  /// What the umask leaves of the permissions, where that keeps the owner from writing.
  private let permissions: mode_t?

  /// Whether a file stood at `target` when this one was made.
  package var replacesFile: Bool { replaced != nil }

  /// The second name of the file that was replaced.
  package var old: String { temporary + TemporaryName.old }

  private init(
    target: String, replaced: FileStatus?, temporary: String, _ file: borrowing OpenFile
  ) throws(SystemError) {
    self.target = target
    self.replaced = replaced
    self.temporary = temporary
    let status = try file.status()
    permissions = replaced == nil && !status.isWritableForOwner ? status.permissions : nil
    if permissions != nil { file.setPermissions(0o600) }
  }

  /// Writes bytes to a new file beside the target. No descriptor stays open: a run can have more files than those.
  /// - Parameters:
  ///   - target: resolved.
  ///   - replaced: what stands there; what else it has besides its bytes is kept.
  ///   - number: where to begin looking for a free name.
  /// - Throws: what the system says; no file is left then.
  package static func make(
    _ bytes: [UInt8], beside target: String, replacing replaced: FileStatus?, number: Int
  ) throws(SystemError) -> StagedFile {
    var number = number
    while true {
      let temporary = "\(FilePath.directory(of: target))/\(TemporaryName.make(number: number))"
      do throws(SystemError) {
        // Who may read it is not yet known where it takes the place of another file.
        let file = try OpenFile(creating: temporary, permissions: replaced == nil ? 0o666 : 0o600)
        do throws(SystemError) {
          let staged = try StagedFile(target: target, replaced: replaced, temporary: temporary, file)
          try file.writeAll(bytes)
          try file.close()
          return staged
        } catch {
          FileSystem.removeIfPossible(temporary)
          throw error
        }
      } catch {
        guard error == .exists else { throw error }
        number += 1
      }
    }
  }

  /// Gives the file what the one that it replaces has besides its bytes.
  /// - Parameter flushes: whether to wait until the device holds all of it.
  package func prepare(flushes: Bool) throws(SystemError) {
    guard replaced != nil || permissions != nil || flushes else { return }
    let file = try OpenFile(changing: temporary)
    if let permissions { file.setPermissions(permissions) }
    if let replaced { file.takeAttributes(of: target, replaced) }
    if flushes { try file.flush() }
    try file.close()
  }

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
