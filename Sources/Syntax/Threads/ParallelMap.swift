import Glibc
import Synchronization

/// Transforms all elements, each on one of as many threads as there are processors, and gives the results in the
/// order of the elements. The last element is begun first: among formats, those with the most work stand last.
///
/// The threads have 64 MB of stack, of which the system takes only what is used: a Dispatch worker has half a
/// megabyte, and a digest may be nested as deep as its importer allows.
package func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let work = Work(elements, transform)
  var threads: [pthread_t] = []
  for _ in 0..<max(0, min(elements.count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1) {
    if let thread = startThread(work) { threads.append(thread) }
  }
  // This thread works, too; where no other could be started, alone.
  work.run()
  for thread in threads { pthread_join(thread, nil) }
  return work.results
}

/// What the threads of one call share.
private final class Work<Element: Sendable, Result: Sendable>: Runnable {
  private struct State {
    var left: Int
    var results: [Result?]
  }

  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let state: Mutex<State>

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.transform = transform
    state = Mutex(State(left: elements.count, results: Array(repeating: nil, count: elements.count)))
  }

  /// Takes elements until none is left.
  override func run() {
    while let index = take() {
      let result = transform(elements[index])
      state.withLock { $0.results[index] = result }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.left > 0 else { return nil }
      state.left -= 1
      return state.left
    }
  }

  /// Complete once every thread has ended.
  var results: [Result] { state.withLock { $0.results.compactMap(\.self) } }
}
