extension SystemError {
  /// The reason for a message. Always in English and lower case: messages do not depend on the locale.
  package var reason: String {
    switch self {
    case .missing: "there is no such file or directory"
    case .permissionDenied: "permission is denied"
    case .isDirectory: "it is a directory"
    case .notADirectory: "a part of the path is not a directory"
    case .exists: "it exists already"
    case .deviceFull: "no space is left on the device"
    case .quotaExceeded: "the disk quota is used up"
    case .readOnlyFileSystem: "the file system is read-only"
    case .fileTooLarge: "the file would be larger than the system allows"
    case .nameTooLong: "the name is too long"
    case .tooManyLinks: "there are too many symbolic links"
    case .tooManyOpenFiles: "too many files are open"
    case .closed: "it is closed"
    case .brokenPipe: "nothing reads the other end of the pipe"
    case .busy: "it is in use, or something is mounted on it"
    case .deviceError: "the device reports an error"
    case .interrupted: "a signal ends the program"
    case .other(let code): "the system gives error \(code)"
    }
  }
}
