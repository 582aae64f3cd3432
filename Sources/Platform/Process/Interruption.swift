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

  /// Notes SIGINT, SIGTERM and SIGHUP from now on, each once: the second one of a kind ends the program at once.
  package static func watch() {
    caught.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      #if os(Linux)
        action.__sigaction_handler.sa_handler = { Interruption.caught.store($0, ordering: .relaxed) }
      #else
        action.__sigaction_u.__sa_handler = { Interruption.caught.store($0, ordering: .relaxed) }
      #endif
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// Whether one came since.
  package static var isAsked: Bool { caught.load(ordering: .relaxed) != 0 }

  /// Ends the program as the signal that came would have, which tells a shell to end its script as well.
  package static func end() -> Never {
    let signal = caught.load(ordering: .relaxed)
    if signal != 0 { raise(signal) }
    exit(128 + signal)
  }
}
