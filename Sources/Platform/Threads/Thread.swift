internal import CThreads

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

  /// Starts a thread, on another processor than this one if the system lets us choose. It holds `body` until it ends.
  /// - Returns: `nil` if the system starts no thread.
  init?(running body: ThreadBody) {
    let held = Unmanaged.passRetained(body)
    let started = dc_thread_start(
      Self.stackSize,
      { pointer in
        if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
      }, held.toOpaque())
    guard let started else {
      held.release()
      return nil
    }
    handle = started
  }

  /// Waits until the thread has ended. To be called once.
  func join() { dc_thread_join(handle) }
}
