import DigestPlatform
import Foundation
import Synchronization
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 1000])
  func givesResultsInTheOrderOfTheElements(count: Int) {
    let (input, results) = parallelMap(Array(0..<count), of: { 7 }, { element, input in { element * input } })
    #expect(input == 7)
    #expect(results == (0..<count).map { $0 * 7 })
  }

  @Test func takesSecondStepsOnlyWhenNoFirstOneIsLeft() {
    let begun = Mutex(0)
    let (_, results) = parallelMap(
      Array(0..<200), of: {},
      { _, _ in
        begun.withLock { $0 += 1 }
        return { begun.withLock { $0 } }
      })
    // Another thread may still be running a first step.
    #expect(results.allSatisfy { $0 >= 200 - Int(ProcessInfo.processInfo.processorCount) })
  }

  @Test func preparesEachElementAtMostOnceAndOnlyBeforeTheInput() {
    let prepared = Mutex<[Int]>([])
    let (_, results) = parallelMap(
      Array(0..<50), preparing: { element in prepared.withLock { $0.append(element) } }, of: { "" },
      { element, _ in { element } })
    let list = prepared.withLock { $0 }
    #expect(Set(list).count == list.count)
    #expect(results == Array(0..<50))
  }

  @Test func transformsNothingWithoutAnInput() {
    struct Missing: Error {}
    let transformed = Mutex(0)
    #expect(throws: Missing.self) {
      try parallelMap(
        [1, 2, 3], of: { () throws(Missing) -> Int in throw Missing() },
        { _, _ in
          transformed.withLock { $0 += 1 }
          return {}
        })
    }
    #expect(transformed.withLock { $0 } == 0)
  }
}
