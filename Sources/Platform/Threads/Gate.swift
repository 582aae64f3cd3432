/// Holds threads back until it is opened. A waiting thread does not use the processor.
final class Gate: Sendable {
  private let isOpen = Monitor(false)

  /// Lets all threads pass, those that wait and those that come later.
  func open() { isOpen.change { $0 = true } }

  func wait() { isOpen.wait { isOpen in isOpen ? () : nil } }
}
