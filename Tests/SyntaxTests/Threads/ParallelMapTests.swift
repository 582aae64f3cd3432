import Synchronization
import Syntax
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 1000])
  func givesResultsInTheOrderOfTheElements(count: Int) {
    let (input, results) = parallelMap(Array(0..<count), of: { 7 }, { $0 * $1 })
    #expect(input == 7)
    #expect(results == (0..<count).map { $0 * 7 })
  }

  @Test func preparesNothingOnceThereIsAnInputAndEachElementOnceAtMost() {
    let prepared = Mutex<[Int]>([])
    let (_, results) = parallelMap(
      Array(0..<50), preparing: { element in prepared.withLock { $0.append(element) } }, of: { "" },
      { element, _ in element })
    let list = prepared.withLock { $0 }
    #expect(Set(list).count == list.count)
    #expect(results == Array(0..<50))
  }

  @Test func transformsNothingWhereThereIsNoInput() {
    struct Missing: Error {}
    let transformed = Mutex(0)
    #expect(throws: Missing.self) {
      try parallelMap(
        [1, 2, 3], of: { () throws(Missing) -> Int in throw Missing() },
        { _, _ in transformed.withLock { $0 += 1 } })
    }
    #expect(transformed.withLock { $0 } == 0)
  }
}
