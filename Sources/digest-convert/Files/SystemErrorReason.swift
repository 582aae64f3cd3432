import Glibc

/// The reason the system gave for the last call that did not work, in its words but always in English and lower case:
/// messages do not depend on the locale.
func systemReason(_ code: Int32 = errno) -> String {
  switch code {
  case ENOENT: "there is no such file or directory"
  case EACCES, EPERM: "permission is denied"
  case EISDIR: "it is a directory"
  case ENOTDIR: "a part of the path is no directory"
  case ENOSPC: "no space is left on the device"
  case EDQUOT: "the disk quota is used up"
  case EROFS: "the file system is read-only"
  case EFBIG: "the file would be larger than the system allows"
  case ENAMETOOLONG: "the name is too long"
  case ELOOP: "there are too many symbolic links"
  case EMFILE, ENFILE: "too many files are open"
  case EBADF: "it is closed"
  case EBUSY: "it is in use, or something is mounted on it"
  case EIO: "the device reports an error"
  default: "the system gives error \(code)"
  }
}
