import DigestModel
import Testing

@Suite struct SeenValuesTests {
  @Test func knowsEachOfFewAndOfManyValues() {
    var seen = SeenValues([3, 3, 4])
    let new = ([3, 4] + Array(0..<40) + Array(0..<40)).filter { seen.insert($0) }
    #expect(new == [0, 1, 2] + Array(5..<40))
  }
}
