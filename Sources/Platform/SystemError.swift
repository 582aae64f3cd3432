#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system refused a call.
package enum SystemError: Error, Equatable, Sendable {
  /// ENOENT.
  case missing
  /// EACCES, EPERM.
  case permissionDenied
  /// EISDIR.
  case isDirectory
  /// ENOTDIR: a part of the path is not a directory.
  case notADirectory
  /// EEXIST.
  case exists
  /// ENOSPC.
  case deviceFull
  /// EDQUOT.
  case quotaExceeded
  /// EROFS.
  case readOnlyFileSystem
  /// EFBIG.
  case fileTooLarge
  /// ENAMETOOLONG.
  case nameTooLong
  /// ELOOP.
  case tooManyLinks
  /// EMFILE, ENFILE.
  case tooManyOpenFiles
  /// EBADF: the stream is closed.
  case closed
  /// EPIPE: nobody reads the other end.
  case brokenPipe
  /// EBUSY.
  case busy
  /// EIO.
  case deviceError
  /// A signal that asks the program to end came while it waited.
  case interrupted
  /// Any other value of `errno`.
  case other(Int32)

  init(_ code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .permissionDenied
    case EISDIR: self = .isDirectory
    case ENOTDIR: self = .notADirectory
    case EEXIST: self = .exists
    case ENOSPC: self = .deviceFull
    case EDQUOT: self = .quotaExceeded
    case EROFS: self = .readOnlyFileSystem
    case EFBIG: self = .fileTooLarge
    case ENAMETOOLONG: self = .nameTooLong
    case ELOOP: self = .tooManyLinks
    case EMFILE, ENFILE: self = .tooManyOpenFiles
    case EBADF: self = .closed
    case EPIPE: self = .brokenPipe
    case EBUSY: self = .busy
    case EIO: self = .deviceError
    default: self = .other(code)
    }
  }

  /// The error of the last call. To be asked for right after it.
  static var last: SystemError { SystemError(errno) }
}
