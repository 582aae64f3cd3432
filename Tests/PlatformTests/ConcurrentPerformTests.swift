import DigestPlatform
import Synchronization
import Testing

@Suite struct ConcurrentPerformTests {
  @Test(arguments: [0, 1, 2, 500])
  func doesEachPartOnce(count: Int) {
    let times = Mutex([Int](repeating: 0, count: count))
    concurrentPerform(count) { number in times.withLock { $0[number] += 1 } }
    #expect(times.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test func returnsAfterAllPartsOfPartsAreDone() {
    let done = Mutex(0)
    concurrentPerform(20) { _ in
      concurrentPerform(20) { _ in done.withLock { $0 += 1 } }
    }
    #expect(done.withLock { $0 } == 400)
  }
}
