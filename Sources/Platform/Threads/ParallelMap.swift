import Synchronization

/// Makes an input and transforms it for each element, on several threads.
///
/// A transformation has two steps; the first returns the second, which any thread may run. All first steps are taken
/// before any second one, starting from the last element, and the most recent second step is taken first: this order
/// keeps all threads busy to the end.
/// - Parameters:
///   - threads: how many, this one among them; no more than there are processors are of use.
///   - prepare: work that an element needs in any case and that does not depend on the input. While the input is being
///     made, the other threads call it for as many elements as they get to.
///   - makeInput: runs on this thread.
/// - Returns: the input, and the results in the order of the elements.
package func parallelMap<Element: Sendable, Input: Sendable, Result: Sendable, Failure: Error>(
  _ elements: [Element], threads count: Int = Processors.count,
  preparing prepare: @escaping @Sendable (Element) -> Void = { _ in },
  of makeInput: () throws(Failure) -> Input,
  _ transform: @escaping @Sendable (Element, Input) -> @Sendable () -> Result
) throws(Failure) -> (input: Input, results: [Result]) {
  let job = ParallelJob(elements, prepare, transform)
  let threads = (0..<max(0, min(elements.count, count - 1))).compactMap { _ in Thread(running: job) }
  let made = Swift.Result { () throws(Failure) in try makeInput() }
  let input: Input? = if case .success(let input) = made { input } else { nil }
  job.begin(with: input)
  // This thread works, too; alone if no other could be started.
  job.transformElements()
  for thread in threads { thread.join() }
  return (try made.get(), job.results)
}

/// The state that the threads of one call share.
private final class ParallelJob<Element: Sendable, Input: Sendable, Result: Sendable>: ThreadBody {
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
  private let hasBegun = Gate()

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
  /// - Parameter input: `nil` if it could not be made; then nothing is left to do.
  func begin(with input: Input?) {
    state.withLock { state in
      state.input = input
      state.unprepared = 0
    }
    hasBegun.open()
  }

  /// Takes steps until none is left. A second step that is still missing is run by the thread that makes it.
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
