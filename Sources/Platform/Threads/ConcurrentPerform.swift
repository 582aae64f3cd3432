import Synchronization

/// Does each of so many parts once, on this thread and on others for which a processor is free, and returns when all are
/// done. Whenever a part is taken, threads are started for processors that have become free since.
/// - Parameter part: called by several threads at a time, with each number below `count` once.
package func concurrentPerform(_ count: Int, _ part: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(part) { part in
    let job = PartedJob(count, part)
    var threads: [Thread] = []
    while let number = job.take() {
      while job.isWaiting, let thread = Thread(ifProcessorIsFree: job) { threads.append(thread) }
      part(number)
    }
    for thread in threads { thread.join() }
  }
}

/// The parts that the threads of one call share.
private final class PartedJob: ThreadBody {
  private let count: Int
  private let part: @Sendable (Int) -> Void
  private let taken = Atomic<Int>(0)

  init(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.part = part
  }

  /// The number of a part that nobody has taken, or `nil` at the end.
  func take() -> Int? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }

  /// Whether a part is left to take.
  var isWaiting: Bool { taken.load(ordering: .relaxed) < count }

  override func run() {
    while let number = take() { part(number) }
  }
}
