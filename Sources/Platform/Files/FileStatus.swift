#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands at a path.
package struct FileStatus: Sendable {
  package enum Kind: Sendable {
    case regularFile
    case directory
    /// A device, pipe or socket.
    case device
  }

  package let kind: Kind
  /// Bytes; of a regular file only.
  package let size: Int
  let permissions: mode_t

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regularFile
      case S_IFDIR: .directory
      default: .device
      }
    size = kind == .regularFile ? Int(status.st_size) : 0
    permissions = status.st_mode & 0o7777
  }

  /// Follows links.
  /// - Returns: `nil` if nothing stands there, as at a path through a file.
  package static func atPath(_ path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    if stat(path, &status) == 0 { return FileStatus(status) }
    switch SystemError.last {
    case .missing, .notADirectory: return nil
    case let error: throw error
    }
  }
}
