#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for others. While signals are held back nothing else may wait without an end: the user could not end it.
enum Waiting {
  /// How long a signal may go unnoticed.
  private static let milliseconds: Int32 = 20

  /// Waits a moment for something that cannot be waited for.
  /// - Throws: `.interrupted` where a signal came that is held back.
  static func pause() throws(SystemError) {
    poll(nil, 0, milliseconds)
    if SignalMask.isOneWaiting { throw .interrupted }
  }

  /// Waits until a stream takes bytes, or has an error to report.
  /// - Throws: `.interrupted` where a signal came that is held back.
  static func untilWritable(_ descriptor: Int32) throws(SystemError) {
    var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while poll(&stream, 1, milliseconds) == 0 {
      if SignalMask.isOneWaiting { throw .interrupted }
    }
  }
}
