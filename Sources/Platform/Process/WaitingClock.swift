#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells the time and lets it pass. Tests have one that does not wait.
package protocol WaitingClock: AnyObject {
  /// Since some moment that stays the same.
  var now: Duration { get }

  /// Returns after the duration, or when the user wants the program to end.
  func wait(_ duration: Duration)
}

/// The clock of the system, which runs while the machine sleeps.
package final class SystemWaitingClock: WaitingClock {
  private let start = ContinuousClock.now

  package init() {}

  package var now: Duration { start.duration(to: .now) }

  package func wait(_ duration: Duration) {
    let end = now + duration
    // A signal may be given to another thread, so the wait is looked after in steps.
    while case let left = end - now, left > .zero, !Interruption.isAsked {
      let step = min(left, .milliseconds(100))
      usleep(UInt32(step.components.attoseconds / 1_000_000_000_000))
    }
  }
}
