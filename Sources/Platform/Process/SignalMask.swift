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
    // A signal that the program was started to ignore (`nohup`) would wait, too.
    for signal in ending where !isIgnored(signal) { sigaddset(&set, signal) }
    return set
  }

  /// Whether the program was started to ignore a signal, and goes on to.
  static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private let before: sigset_t

  /// Whether one of these signals came and is held back.
  package static var isOneWaiting: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return ending.contains { sigismember(&waiting, $0) == 1 }
  }

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
