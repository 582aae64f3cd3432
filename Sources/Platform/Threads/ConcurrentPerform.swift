/// Does each of so many parts once, on this thread and on others for which a processor is free, and returns when all are
/// done. Whenever a part is taken, threads are started for processors that have become free since.
/// - Parameter part: called by several threads at a time, with each number below `count` once.
package func concurrentPerform(_ count: Int, _ part: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(part) { part in
    let job = PartedJob(count, part)
    var threads: [Thread] = []
    while let number = job.tickets.take() {
      while job.tickets.areLeft, let thread = Thread(ifProcessorIsFree: job) { threads.append(thread) }
      part(number)
    }
    for thread in threads { thread.join() }
  }
}

/// The parts that the threads of one call share.
private final class PartedJob: ThreadBody {
  let tickets: Tickets
  private let part: @Sendable (Int) -> Void

  init(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    tickets = Tickets(count)
    self.part = part
  }

  override func run() {
    while let number = tickets.take() { part(number) }
  }
}
