/// Takes items one after the other, transforms them on several threads, and hands the results over in the order of the
/// items. Memory is bounded: no more than a few items are ahead of the one that is handed over.
///
/// This thread transforms, too, while there is no result to hand over.
/// - Parameters:
///   - threads: how many, this one among them; no more than there are processors are of use.
///   - next: gives the next item, or `nil` at the end; called by one thread at a time.
///   - transform: called by several threads at a time.
///   - consume: called on this thread.
/// - Throws: what `consume` throws; then nothing more is taken.
package func orderedPipeline<Item: Sendable, Output: Sendable, Failure: Error>(
  threads count: Int = Processors.count,
  next: @escaping @Sendable () -> Item?, transform: @escaping @Sendable (Item) -> Output,
  consume: (Output) throws(Failure) -> Void
) throws(Failure) {
  let pipeline = Pipeline(next, transform, ahead: 2 * count)
  let threads = (0..<max(0, count - 1)).compactMap { _ in Thread(running: pipeline) }
  defer {
    pipeline.stop()
    for thread in threads { thread.join() }
  }
  while let output = pipeline.nextOutput() { try consume(output) }
}

/// Transforms items that are all there on several threads, and hands the results over in the order of the items, as above.
package func orderedPipeline<Item: Sendable, Output: Sendable, Failure: Error>(
  over items: [Item], threads count: Int = Processors.count,
  transform: @escaping @Sendable (Item) -> Output, consume: (Output) throws(Failure) -> Void
) throws(Failure) {
  let tickets = Tickets(items.count)
  try orderedPipeline(
    threads: count, next: { tickets.take().map { items[$0] } }, transform: transform, consume: consume)
}

/// The state that the threads of one call share.
private final class Pipeline<Item: Sendable, Output: Sendable>: ThreadBody {
  private struct State {
    /// Whether a thread is asking for the next item.
    var isTaking = false
    /// Whether there are no more items.
    var isAtEnd = false
    /// Items that were taken.
    var taken = 0
    /// Results that were handed over.
    var consumed = 0
    /// By the number of the item.
    var outputs: [Int: Output] = [:]
  }

  private enum Step {
    case take
    case consume(Output)
    case end
  }

  private let next: @Sendable () -> Item?
  private let transform: @Sendable (Item) -> Output
  private let ahead: Int
  private let state = Monitor(State())

  init(
    _ next: @escaping @Sendable () -> Item?, _ transform: @escaping @Sendable (Item) -> Output, ahead: Int
  ) {
    self.next = next
    self.transform = transform
    self.ahead = ahead
  }

  override func run() {
    while true {
      let ahead = ahead
      let isAtEnd = state.wait { state -> Bool? in
        if state.isAtEnd { return true }
        guard !state.isTaking, state.taken < state.consumed + ahead else { return nil }
        state.isTaking = true
        return false
      }
      if isAtEnd { return }
      transformNext()
    }
  }

  /// Takes the next item, which this thread has reserved, and transforms it.
  private func transformNext() {
    let item = next()
    let number = state.change { state in
      state.isTaking = false
      if item == nil { state.isAtEnd = true } else { state.taken += 1 }
      return state.taken - 1
    }
    guard let item else { return }
    let output = transform(item)
    state.change { $0.outputs[number] = output }
  }

  /// The next result in order; `nil` at the end.
  func nextOutput() -> Output? {
    while true {
      let ahead = ahead
      let step = state.wait { state -> Step? in
        if let output = state.outputs.removeValue(forKey: state.consumed) {
          state.consumed += 1
          return .consume(output)
        }
        if state.isAtEnd { return state.consumed == state.taken ? .end : nil }
        guard !state.isTaking, state.taken < state.consumed + ahead else { return nil }
        state.isTaking = true
        return .take
      }
      switch step {
      case .take: transformNext()
      case .consume(let output): return output
      case .end: return nil
      }
    }
  }

  /// Lets the threads end after what they are doing.
  func stop() { state.change { $0.isAtEnd = true } }
}
