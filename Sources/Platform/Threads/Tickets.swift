import Synchronization

/// Numbers that threads take, each once.
final class Tickets: Sendable {
  private let count: Int
  private let taken = Atomic<Int>(0)

  /// - Parameter count: how many there are, from 0 on.
  init(_ count: Int) { self.count = count }

  /// A number that nobody has taken, or `nil` at the end.
  func take() -> Int? {
    let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < count ? number : nil
  }

  /// Whether one is left.
  var areLeft: Bool { taken.load(ordering: .relaxed) < count }
}
