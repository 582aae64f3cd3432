internal import CThreads
import Synchronization

/// What a thread runs. A C callback can call it without knowing more of its type.
class ThreadBody {
  func run() {}
}

/// A running thread. Whoever starts one joins it.
struct Thread {
  private let handle: OpaquePointer

  /// A Dispatch worker has half a megabyte, and a digest may be nested as deeply as its importer allows. The system
  /// provides only what is used.
  private static let stackSize = 64 << 20

  /// The number of threads that can run at once.
  static var processorCount: Int { Int(dc_processor_count()) }

  /// Threads that do work, this program's first one among them, which always does some.
  private static let busy = Atomic<Int>(1)

  /// Starts a thread, on another processor than this one if the system lets us choose. It holds `body` until it ends.
  /// - Returns: `nil` if the system starts no thread.
  init?(running body: ThreadBody) {
    Self.busy.add(1, ordering: .relaxed)
    self.init(counted: body)
  }

  /// Starts a thread if fewer than there are processors do work now.
  init?(ifProcessorIsFree body: ThreadBody) {
    guard Self.busy.add(1, ordering: .relaxed).oldValue < Self.processorCount else {
      Self.busy.subtract(1, ordering: .relaxed)
      return nil
    }
    self.init(counted: body)
  }

  /// - Parameter body: counted among those that work.
  private init?(counted body: ThreadBody) {
    let held = Unmanaged.passRetained(body)
    let started = dc_thread_start(
      Self.stackSize,
      { pointer in
        guard let pointer else { return }
        Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
        Thread.busy.subtract(1, ordering: .relaxed)
      }, held.toOpaque())
    guard let started else {
      held.release()
      Self.busy.subtract(1, ordering: .relaxed)
      return nil
    }
    handle = started
  }

  /// Waits until the thread has ended. To be called once.
  func join() { Self.whileWaiting { dc_thread_join(handle) } }

  /// Does what only waits for other threads; others may have the processor.
  static func whileWaiting<Result>(_ wait: () -> Result) -> Result {
    busy.subtract(1, ordering: .relaxed)
    defer { busy.add(1, ordering: .relaxed) }
    return wait()
  }
}
