#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The streams that a program is started with.
package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// How wide the terminal is; `nil` where there is none, or it does not say.
  package var columns: Int? {
    var size = winsize()
    return ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Whether a pipe, a socket or a file is connected: what a shell gives a program on purpose.
  package var isRedirected: Bool {
    var status = stat()
    guard fstat(rawValue, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  package func write(_ bytes: [UInt8]) throws(SystemError) { try OpenFile(self).writeAll(bytes) }
}
