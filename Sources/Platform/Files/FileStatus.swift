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
  /// Which file it is, whatever its name.
  package struct Identity: Hashable, Sendable {
    private let device: dev_t
    private let number: ino_t

    fileprivate init(_ status: stat) {
      device = status.st_dev
      number = status.st_ino
    }
  }

  package let identity: Identity
  /// Whether the file has no other name, so that equal identities are equal names to the file system.
  package let hasOneName: Bool
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  var isWritableForOwner: Bool { permissions & S_IWUSR != 0 }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regularFile
      case S_IFDIR: .directory
      default: .device
      }
    size = kind == .regularFile ? Int(status.st_size) : 0
    identity = Identity(status)
    hasOneName = status.st_nlink == 1
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }

  static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
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
