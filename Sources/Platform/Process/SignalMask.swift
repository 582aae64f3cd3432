#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds back the signals that ask a program to end.
package struct SignalMask: Sendable {
  /// Those that ask a program to end.
  static let ending = [SIGINT, SIGTERM, SIGHUP]
  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in ending { sigaddset(&set, signal) }
    return set
  }

  private let before: sigset_t

  /// SIGINT, SIGTERM and SIGHUP wait until `restore`.
  package static func holdingBack() -> SignalMask {
    var ending = set
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &ending, &before)
    return SignalMask(before: before)
  }

  /// Lets these signals through, for a program that was started without them.
  static func letThrough() {
    var ending = set
    sigprocmask(SIG_UNBLOCK, &ending, nil)
  }

  /// Lets signals through as before.
  package func restore() {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }
}
