#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls that take paths.
package enum FileSystem {
  /// Whether something stands at a path. Follows links.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// - Throws: the reason why no file can be made in a directory.
  package static func requireWritableDirectory(_ path: String) throws(SystemError) {
    guard access(path + "/.", W_OK | X_OK) == 0 else { throw .last }
  }

  /// Makes one directory, with the permissions that the umask leaves.
  package static func makeDirectory(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) == 0 else { throw .last }
  }

  /// Removes a directory, unless something is in it.
  package static func removeEmptyDirectory(_ path: String) { rmdir(path) }

  /// Waits until the device knows which files are in a directory. One that cannot be read is left to the system.
  package static func flushDirectory(_ path: String) throws(SystemError) {
    let directory: OpenFile
    do { directory = try OpenFile(directory: path) } catch { return }
    try directory.flush()
  }

  /// Waits until the device holds a file that was written and closed.
  package static func flushFile(_ path: String) throws(SystemError) { try OpenFile(reading: path).flush() }

  /// Waits until the device holds all that was written to the file system of a directory, by whomever.
  /// - Returns: whether the system can do that.
  package static func flushAll(beside path: String) throws(SystemError) -> Bool {
    let directory: OpenFile
    do { directory = try OpenFile(directory: path) } catch { return false }
    return try directory.flushFileSystem()
  }

  /// Gives a file the present time.
  package static func touch(_ path: String) throws(SystemError) {
    guard utimensat(AT_FDCWD, path, nil, 0) == 0 else { throw .last }
  }

  static func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 else { throw .last }
  }

  /// A file that cannot be removed stays.
  static func removeIfPossible(_ path: String) { unlink(path) }

  /// Moves a file, over another one if there is one. No other program sees a state between.
  static func move(_ path: String, to target: String) throws(SystemError) {
    guard rename(path, target) == 0 else { throw .last }
  }

  /// Gives a file a second name.
  /// - Returns: whether the file system can do that.
  static func addName(_ name: String, toFile path: String) -> Bool { link(path, name) == 0 }

  /// The path without links, `.` and `..`; `nil` if nothing stands there, or where a name is not UTF-8.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(validatingCString: real)
  }

  /// `realPath`, or for names that are not UTF-8 a text that no path is: two of them are equal where the paths are.
  static func realPathIdentity(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    if let text = String(validatingCString: real) { return text }
    let bytes = UnsafeBufferPointer(start: real, count: strlen(real))
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar(UInt8(bitPattern: $0)) })) + "\0"
  }

  /// Where a link points to; `nil` for everything else, and where that is not UTF-8.
  static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(validating: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
