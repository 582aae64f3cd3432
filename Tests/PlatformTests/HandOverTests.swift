import Synchronization
import Testing

@testable import DigestPlatform

@Suite struct HandOverTests {
  @Test(arguments: [0, 1, 2, 1000], [1, 2, 8])
  func handsEachResultOverOnceWithTheIndexOfItsElement(count: Int, threads: Int) {
    var results = [Int?](repeating: nil, count: count)
    var calls = 0
    handOver(Array(0..<count), threads: threads) {
      $0 * 7
    } to: { index, result in
      calls += 1
      results[index] = result
    }
    #expect(calls == count)
    #expect(results == (0..<count).map { $0 * 7 })
  }

  @Test func beginsWithTheLastElement() {
    var order: [Int] = []
    handOver(Array(0..<20), threads: 1) {
      $0
    } to: { index, _ in
      order.append(index)
    }
    #expect(order == Array((0..<20).reversed()))
  }

  @Test func doesNotRunAheadOfWhoeverTakesTheResults() {
    let made = Mutex(0)
    var taken = 0
    var mostWaiting = 0
    handOver(Array(0..<100), threads: 2) { element in
      made.withLock { $0 += 1 }
      return element
    } to: { _, _ in
      mostWaiting = max(mostWaiting, made.withLock { $0 } - taken)
      taken += 1
    }
    // Two wait, and each thread has made one more.
    #expect(mostWaiting <= 4)
  }

  @Test func looksAroundWhileResultsAreMade() {
    let mayEnd = Gate()
    var looks = 0
    handOver([1], threads: 1) { element in
      mayEnd.wait()
      return element
    } to: { _, _ in
    } looking: {
      looks += 1
      if looks == 2 { mayEnd.open() }
    }
    #expect(looks >= 3)
  }
}
