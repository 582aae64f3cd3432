import Synchronization

/// Who does the parts of a long piece of work: one thread, unless a caller gives more.
///
/// What is made of the parts is put together in their order, so it does not depend on how many workers there are.
package struct Workers: Sendable {
  /// Does each of so many parts once, in any order, and returns when all are done.
  package typealias Performer = @Sendable (_ count: Int, _ part: @Sendable (Int) -> Void) -> Void

  /// How many parts can be done at once.
  package let count: Int
  private let perform: Performer

  package init(count: Int, perform: @escaping Performer) {
    self.count = count
    self.perform = perform
  }

  /// The thread that asks.
  package static let one = Workers(count: 1) { count, part in
    for number in 0..<count { part(number) }
  }

  /// Some more parts than workers, since some parts take longer than others.
  private static let partsForEach = 8

  /// Cuts so many elements into parts of about the same length; one where it would not pay to share them out.
  /// - Parameter fewest: no part is shorter, unless it is the only one.
  package func parts(of elements: Int, fewest: Int) -> [Range<Int>] {
    let wanted = count == 1 ? 1 : min(count * Self.partsForEach, elements / fewest)
    guard wanted > 1 else { return [0..<elements] }
    return (0..<wanted).map { elements * $0 / wanted..<elements * ($0 + 1) / wanted }
  }

  /// - Returns: what `transform` makes of each element, in their order.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1, elements.count > 1 else { return elements.map(transform) }
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    perform(elements.count) { number in
      let result = transform(elements[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { results in
      let made = results.compactMap(\.self)
      results = []
      return made
    }
  }
}
