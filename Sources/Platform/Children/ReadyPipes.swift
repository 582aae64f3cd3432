#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits until one of several pipes is ready.
package struct ReadyPipes {
  package enum Use {
    case reading
    case writing
    /// Only whether the other end is closed.
    case nothing

    fileprivate var events: Int16 {
      switch self {
      case .reading: Int16(POLLIN)
      case .writing: Int16(POLLOUT)
      case .nothing: 0
      }
    }
  }

  private var pipes: [pollfd] = []

  package init() {}

  /// - Returns: the number by which to ask whether it is ready.
  package mutating func add(_ pipe: PipeEnd, for use: Use) -> Int {
    pipes.append(pollfd(fd: pipe.descriptor, events: use.events, revents: 0))
    return pipes.count - 1
  }

  /// Returns when one is ready, when a signal came, or after so many milliseconds.
  package mutating func wait(milliseconds: Int) {
    let count = poll(&pipes, nfds_t(pipes.count), Int32(clamping: milliseconds))
    // After a signal the members say nothing.
    if count < 0 { for index in pipes.indices { pipes[index].revents = 0 } }
  }

  /// Whether reading or writing returns at once, if only with an error or the end.
  package func isReady(_ number: Int) -> Bool { pipes[number].revents != 0 }

  /// Why nothing can be written there any more; `nil` where that is not known.
  package func failure(_ number: Int) -> SystemError? {
    let events = Int32(pipes[number].revents)
    if events & POLLNVAL != 0 { return .closed }
    return events & (POLLERR | POLLHUP) != 0 ? .brokenPipe : nil
  }
}
