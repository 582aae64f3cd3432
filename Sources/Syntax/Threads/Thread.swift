import Glibc

/// What a C callback can run without knowing its types.
class Runnable {
  func run() {}
}

/// The thread holds `work` until it ends; the caller joins it.
func startThread(_ work: Runnable) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, 64 << 20)
  var thread = pthread_t()
  let held = Unmanaged.passRetained(work)
  let code = pthread_create(
    &thread, &attributes,
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
