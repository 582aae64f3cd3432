import CThreads
import Glibc
import Synchronization

/// Makes an input, transforms it for all elements on as many threads as there are processors, and gives the results in
/// the order of the elements.
///
/// A transformation has two steps: what the first returns is the second, which any thread may do. They are taken up in
/// an order that leaves the threads busy to the end: all first steps before the second ones, beginning at the last
/// element, and of the second steps the latest first.
/// - Parameters:
///   - prepare: called for the elements on the other threads while the input is being made, as far as they get; what
///     the transformation of an element needs anyway and what does not depend on the input.
///   - makeInput: runs on this thread.
package func parallelMap<Element: Sendable, Input: Sendable, Result: Sendable, Failure: Error>(
  _ elements: [Element], preparing prepare: @escaping @Sendable (Element) -> Void = { _ in },
  of makeInput: () throws(Failure) -> Input,
  _ transform: @escaping @Sendable (Element, Input) -> @Sendable () -> Result
) throws(Failure) -> (input: Input, results: [Result]) {
  let work = Work(elements, prepare, transform)
  var threads: [pthread_t] = []
  for _ in 0..<min(elements.count, Int(dc_processor_count()) - 1) {
    if let thread = startThread(work) { threads.append(thread) }
  }
  let made = Swift.Result { () throws(Failure) in try makeInput() }
  let input: Input? = if case .success(let input) = made { input } else { nil }
  work.begin(with: input, waking: threads.count)
  // This thread works, too; where no other could be started, alone.
  work.transformElements()
  for thread in threads { pthread_join(thread, nil) }
  return (try made.get(), work.results)
}

/// What the threads of one call share.
private final class Work<Element: Sendable, Input: Sendable, Result: Sendable>: Runnable {
  private struct State {
    /// Elements before this index are still to be prepared.
    var unprepared: Int
    /// Elements before this index are still to be begun.
    var unbegun: Int
    var input: Input?
    var secondSteps: [(index: Int, run: @Sendable () -> Result)] = []
    var results: [Result?]
  }

  private enum Step {
    case first(Int, Input)
    case second(Int, @Sendable () -> Result)
  }

  private let elements: [Element]
  private let prepare: @Sendable (Element) -> Void
  private let transform: @Sendable (Element, Input) -> @Sendable () -> Result
  private let state: Mutex<State>
  private let hasBegun = Semaphore()

  init(
    _ elements: [Element], _ prepare: @escaping @Sendable (Element) -> Void,
    _ transform: @escaping @Sendable (Element, Input) -> @Sendable () -> Result
  ) {
    self.elements = elements
    self.prepare = prepare
    self.transform = transform
    let count = elements.count
    state = Mutex(State(unprepared: count, unbegun: count, results: Array(repeating: nil, count: count)))
  }

  /// Prepares until there is an input, then transforms.
  override func run() {
    while let index = state.withLock({ Self.take(&$0.unprepared) }) { prepare(elements[index]) }
    hasBegun.wait()
    transformElements()
  }

  /// Lets the other threads go on.
  /// - Parameter input: `nil` where there is none, so that nothing is left to do.
  func begin(with input: Input?, waking count: Int) {
    state.withLock { state in
      state.input = input
      state.unprepared = 0
    }
    for _ in 0..<count { hasBegun.signal() }
  }

  /// Takes steps until none is left. One that is still to come is done by the thread that makes it.
  func transformElements() {
    while let step = state.withLock({ Self.nextStep(&$0) }) {
      switch step {
      case .first(let index, let input):
        let second = transform(elements[index], input)
        state.withLock { $0.secondSteps.append((index, second)) }
      case .second(let index, let run):
        let result = run()
        state.withLock { $0.results[index] = result }
      }
    }
  }

  private static func nextStep(_ state: inout State) -> Step? {
    guard let input = state.input else { return nil }
    if let index = take(&state.unbegun) { return .first(index, input) }
    return state.secondSteps.popLast().map { .second($0.index, $0.run) }
  }

  private static func take(_ count: inout Int) -> Int? {
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
