internal import CProcess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// This program once more, as a process that works for this one and may end in any way.
///
/// It is killed where its owner lets it go.
package final class ChildProcess {
  /// How a process has ended.
  package enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)

    /// Whether somebody else ended it: a user, or a system that is short of memory. Other signals are its own fault.
    package var isFromOutside: Bool {
      guard case .signal(let number) = self else { return false }
      return [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGXCPU].contains(number)
    }
  }

  /// What it reads; bytes that it does not take yet are not waited for.
  package let input: PipeEnd
  /// What it writes; bytes that are not there yet are not waited for.
  package let output: PipeEnd
  private let processID: pid_t
  private var hasEnded = false

  /// Starts it. It has no standard input; its standard output is standard error.
  /// - Parameter arguments: those after the name of the program.
  /// - Throws: where the system starts none.
  package init(arguments: [String]) throws(SystemError) {
    let requests = try PipeEnd.pair()
    let replies = try PipeEnd.pair()
    try requests.write.doNotWait()
    try replies.read.doNotWait()
    (input, output) = (requests.write, replies.read)
    var words: [UnsafeMutablePointer<CChar>?] = []
    for word in CommandLine.arguments.prefix(1) + arguments { words.append(strdup(word)) }
    defer { for word in words { free(word) } }
    words.append(nil)
    processID = dc_process_start(words, requests.read.descriptor, replies.write.descriptor)
    if processID < 0 {
      hasEnded = true
      throw .last
    }
  }

  deinit { if !hasEnded { _ = end() } }

  /// Kills it, where it has not ended yet, and waits for its end.
  /// - Returns: how it ended; by this signal unless something else came first.
  package func end() -> End {
    kill(processID, SIGKILL)
    return waitForEnd()
  }

  /// Waits for its end. To be called once, after its output has ended.
  package func waitForEnd() -> End {
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
    // The macros WIFSIGNALED, WTERMSIG and WEXITSTATUS.
    let signal = status & 0x7F
    return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
  }
}

/// What a process that was started as `ChildProcess` talks to its parent with.
package enum ParentProcess {
  package static let input = PipeEnd(shared: DC_PROCESS_INPUT)
  package static let output = PipeEnd(shared: DC_PROCESS_OUTPUT)
}
