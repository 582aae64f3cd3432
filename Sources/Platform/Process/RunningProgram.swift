#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process that runs this code.
package enum RunningProgram {
  static var processID: Int32 { getpid() }

  /// - Returns: `nil` if the variable is not set.
  package static func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Lets writing to a closed pipe throw `.brokenPipe`, and writing beyond the limit of the shell (`ulimit -f`)
  /// `.fileTooLarge`, instead of ending the program at once.
  package static func reportWriteSignalsAsErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Ends the program at once. Nothing is freed but by the system.
  package static func end(status: Int32) -> Never { exit(status) }
}
