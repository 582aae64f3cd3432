import Syntax
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 1000])
  func givesResultsInTheOrderOfTheElements(count: Int) {
    #expect(parallelMap(Array(0..<count)) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }
}
