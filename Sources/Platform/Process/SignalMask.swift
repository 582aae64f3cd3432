#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds back the signals that ask a program to end.
package struct SignalMask: Sendable {
  private let before: sigset_t

  /// SIGINT, SIGTERM and SIGHUP wait until `restore`.
  package static func holdingBack() -> SignalMask {
    var ending = sigset_t()
    var before = sigset_t()
    sigemptyset(&ending)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, signal) }
    sigprocmask(SIG_BLOCK, &ending, &before)
    return SignalMask(before: before)
  }

  /// Lets signals through as before.
  package func restore() {
    var before = before
    sigprocmask(SIG_SETMASK, &before, nil)
  }
}
