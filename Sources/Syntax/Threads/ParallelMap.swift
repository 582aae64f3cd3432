import CThreads
import Glibc
import Synchronization

/// Makes an input, transforms it for all elements, each on one of as many threads as there are processors, and gives the
/// results in the order of the elements. The last element is begun first: among formats, those with the most work stand
/// last.
///
/// - Parameters:
///   - prepare: called for the elements on the other threads while the input is being made, as far as they get; what
///     the transformation of an element needs anyway and what does not depend on the input.
///   - makeInput: runs on this thread.
package func parallelMap<Element: Sendable, Input: Sendable, Result: Sendable, Failure: Error>(
  _ elements: [Element], preparing prepare: @escaping @Sendable (Element) -> Void = { _ in },
  of makeInput: () throws(Failure) -> Input, _ transform: @escaping @Sendable (Element, Input) -> Result
) throws(Failure) -> (input: Input, results: [Result]) {
  let work = Work(elements, prepare, transform)
  var threads: [pthread_t] = []
  for _ in 0..<min(elements.count, Int(dc_processor_count()) - 1) {
    if let thread = startThread(work) { threads.append(thread) }
  }
  defer { for thread in threads { pthread_join(thread, nil) } }
  let input: Input
  do {
    input = try makeInput()
  } catch {
    work.begin(with: nil, waking: threads.count)
    throw error
  }
  work.begin(with: input, waking: threads.count)
  // This thread works, too; where no other could be started, alone.
  work.transformElements()
  for thread in threads { pthread_join(thread, nil) }
  threads = []
  return (input, work.results)
}

/// What the threads of one call share.
private final class Work<Element: Sendable, Input: Sendable, Result: Sendable>: Runnable {
  private struct State {
    var unprepared: Int
    var left: Int
    var input: Input?
    var results: [Result?]
  }

  private let elements: [Element]
  private let prepare: @Sendable (Element) -> Void
  private let transform: @Sendable (Element, Input) -> Result
  private let state: Mutex<State>
  private let hasBegun = Semaphore()

  init(
    _ elements: [Element], _ prepare: @escaping @Sendable (Element) -> Void,
    _ transform: @escaping @Sendable (Element, Input) -> Result
  ) {
    self.elements = elements
    self.prepare = prepare
    self.transform = transform
    state = Mutex(
      State(
        unprepared: elements.count, left: elements.count, input: nil,
        results: Array(repeating: nil, count: elements.count)))
  }

  /// Prepares until there is an input, then transforms.
  override func run() {
    while let index = state.withLock({ take(&$0.unprepared) }) { prepare(elements[index]) }
    hasBegun.wait()
    transformElements()
  }

  /// Lets the other threads go on.
  /// - Parameter input: `nil` where there is none, so that nothing is left to do.
  func begin(with input: Input?, waking count: Int) {
    state.withLock { state in
      state.input = input
      state.unprepared = 0
      if input == nil { state.left = 0 }
    }
    for _ in 0..<count { hasBegun.signal() }
  }

  /// Takes elements until none is left.
  func transformElements() {
    guard let input = state.withLock({ $0.input }) else { return }
    while let index = state.withLock({ take(&$0.left) }) {
      let result = transform(elements[index], input)
      state.withLock { $0.results[index] = result }
    }
  }

  private func take(_ count: inout Int) -> Int? {
    guard count > 0 else { return nil }
    count -= 1
    return count
  }

  /// Complete once every thread has ended.
  var results: [Result] {
    state.withLock { state in
      var results: [Result] = []
      for case let result? in state.results { results.append(result) }
      return results
    }
  }
}

/// What a thread waits for without using the processor.
private final class Semaphore: @unchecked Sendable {
  /// At one address for its whole life, as the system demands.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() { sem_init(semaphore, 0, 0) }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func signal() { sem_post(semaphore) }

  func wait() { while sem_wait(semaphore) != 0, errno == EINTR {} }
}
