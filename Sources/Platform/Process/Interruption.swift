import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets a program that waits for others end in order when the user asks it to.
package enum Interruption {
  // A signal handler may touch what needs no lock and is there already.
  private static let caught = Atomic<Int32>(0)

  /// Notes SIGINT, SIGTERM and SIGHUP from now on, each once: the second one of a kind ends the program at once. What the
  /// program was started to ignore, as `nohup` does, it goes on to ignore.
  package static func watch() {
    caught.store(0, ordering: .relaxed)
    for number in SignalMask.ending where !SignalMask.isIgnored(number) {
      signal(number) { number in
        Interruption.caught.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    // A program that was started by a thread without signals has none either.
    SignalMask.letThrough()
  }

  /// Whether one came since.
  package static var isAsked: Bool { caught.load(ordering: .relaxed) != 0 }

  /// Ends the program as the signal that came would have, which tells a shell to end its script as well.
  package static func end() -> Never {
    let number = caught.load(ordering: .relaxed)
    if number != 0 { raise(number) }
    exit(128 + number)
  }
}
