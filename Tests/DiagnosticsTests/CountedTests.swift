import DigestDiagnostics
import Testing

@Suite struct CountedTests {
  @Test(arguments: [
    (0, "0 papers"), (1, "1 paper"), (999, "999 papers"), (1000, "1,000 papers"), (19_800, "19,800 papers"),
    (1_234_567, "1,234,567 papers"), (-1200, "-1,200 papers"),
  ])
  func groupsDigitsByThree(count: Int, text: String) {
    #expect(counted(count, "paper") == text)
  }

  @Test func takesAnotherPlural() {
    #expect(counted(2, "entry", "entries") == "2 entries")
  }
}
