import CThreads
import Glibc

/// What a C callback can run without knowing its types.
class Runnable {
  func run() {}
}

/// Starts a thread on another processor than this one, where there is one. It holds `work` until it ends; the caller
/// joins it.
///
/// It has 64 MB of stack, of which the system takes only what is used: a Dispatch worker has half a megabyte, and a
/// digest may be nested as deep as its importer allows.
func startThread(_ work: Runnable) -> pthread_t? {
  var thread = pthread_t()
  let held = Unmanaged.passRetained(work)
  let code = dc_start_thread_elsewhere(
    &thread, 64 << 20,
    { pointer in
      if let pointer { Unmanaged<Runnable>.fromOpaque(pointer).takeRetainedValue().run() }
      return nil
    }, held.toOpaque())
  guard code == 0 else {
    held.release()
    return nil
  }
  return thread
}
