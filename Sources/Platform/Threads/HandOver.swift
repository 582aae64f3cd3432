/// Transforms elements on other threads, the last one first, and hands each result over on this thread as soon as it is
/// there, in whatever order: few results are in memory at a time.
///
/// This thread transforms nothing, so that it can look at something else while it waits.
/// - Parameters:
///   - threads: how many transform; no more than there are processors are of use.
///   - transform: called by several threads at a time.
///   - consume: called on this thread.
///   - look: called on this thread after each result, and every few milliseconds in between.
package func handOver<Element: Sendable, Output: Sendable>(
  _ elements: [Element], threads count: Int = Processors.count,
  _ transform: @escaping @Sendable (Element) -> Output,
  to consume: (_ index: Int, Output) -> Void, looking look: () -> Void = {}
) {
  let job = HandOverJob(elements, transform, ahead: count)
  let threads = (0..<min(elements.count, max(1, count))).compactMap { _ in Thread(running: job) }
  // Where the system starts no thread.
  guard !threads.isEmpty else {
    for (index, element) in elements.enumerated().reversed() {
      consume(index, transform(element))
      look()
    }
    return
  }
  while let step = job.nextStep() {
    if case .output(let index, let output) = step { consume(index, output) }
    look()
  }
  for thread in threads { thread.join() }
}

/// The state that the threads of one call share.
private final class HandOverJob<Element: Sendable, Output: Sendable>: ThreadBody {
  private struct State {
    /// Elements before this index are still to be transformed.
    var untaken: Int
    /// Results that were not handed over yet.
    var outputs: [(index: Int, output: Output)] = []
    /// How many are still to be handed over, or to be made.
    var unconsumed: Int
  }

  enum Step {
    case output(Int, Output)
    case look
  }

  private let elements: [Element]
  private let transform: @Sendable (Element) -> Output
  /// No thread goes on while so many results wait.
  private let ahead: Int
  private let state: Monitor<State>

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Output, ahead: Int) {
    self.elements = elements
    self.transform = transform
    self.ahead = ahead
    state = Monitor(State(untaken: elements.count, unconsumed: elements.count))
  }

  override func run() {
    while let index = take() {
      let output = transform(elements[index])
      state.change { $0.outputs.append((index, output)) }
    }
  }

  /// - Returns: `nil` where no element is left.
  private func take() -> Int? {
    let ahead = ahead
    return state.wait { state -> Int?? in
      guard state.untaken > 0 else { return .some(nil) }
      guard state.outputs.count < ahead else { return nil }
      state.untaken -= 1
      return state.untaken
    }
  }

  /// - Returns: `nil` where all results were handed over.
  func nextStep() -> Step? {
    let step = state.wait(milliseconds: 20) { state -> Step?? in
      guard state.unconsumed > 0 else { return .some(nil) }
      guard let (index, output) = state.outputs.popLast() else { return nil }
      state.unconsumed -= 1
      return .output(index, output)
    }
    return step ?? .look
  }
}
