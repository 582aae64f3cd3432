import Glibc

/// A value that another thread works out while this one goes on.
package final class BackgroundValue<Value: Sendable> {
  private let work: Computation
  private let thread: pthread_t?

  /// Starts the work. Where no thread can be started it is done when the value is asked for.
  package init(_ compute: @escaping @Sendable () -> Value) {
    work = Computation(compute)
    thread = startThread(work)
  }

  /// Waits for the value; to be called once.
  package func wait() -> Value {
    if let thread { pthread_join(thread, nil) }
    return work.value ?? work.compute()
  }

  /// Written by the one thread before it ends, read behind the join.
  private final class Computation: Runnable, @unchecked Sendable {
    let compute: @Sendable () -> Value
    private(set) var value: Value?

    init(_ compute: @escaping @Sendable () -> Value) { self.compute = compute }

    override func run() { value = compute() }
  }
}
