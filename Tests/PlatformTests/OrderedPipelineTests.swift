import Synchronization
import Testing

@testable import DigestPlatform

@Suite struct OrderedPipelineTests {
  /// Counts up to a number.
  private final class Counter: Sendable {
    private let value = Mutex(0)
    let end: Int
    init(upTo end: Int) { self.end = end }

    func next() -> Int? {
      value.withLock { value in
        guard value < end else { return nil }
        value += 1
        return value
      }
    }

    var taken: Int { value.withLock { $0 } }
  }

  @Test(arguments: [0, 1, 2, 1000])
  func handsResultsOverInTheOrderOfTheItems(count: Int) {
    let counter = Counter(upTo: count)
    var results: [Int] = []
    orderedPipeline(
      next: { counter.next() }, transform: { $0 % 7 == 0 ? (0..<5000).reduce(0, &+) &+ $0 : $0 },
      consume: { results.append($0) })
    #expect(results.count == count)
    #expect(results.enumerated().allSatisfy { $0.element % 12_497_500 == $0.offset + 1 })
  }

  @Test func takesNothingMoreAfterAFailure() {
    struct Failure: Error {}
    let counter = Counter(upTo: 100_000)
    #expect(throws: Failure.self) {
      try orderedPipeline(
        next: { counter.next() }, transform: { $0 },
        consume: { number throws(Failure) in if number == 10 { throw Failure() } })
    }
    #expect(counter.taken < 1000)
  }
}
