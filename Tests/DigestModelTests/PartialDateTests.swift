import DigestModel
import Testing

@Suite("Dates of several precisions") struct PartialDateTests {
  @Test(arguments: ["2024", "2024-09", "2024-09-13", "2024-02-29", "0001", "2000-02-29"])
  func writesADateAsItReadsIt(text: String) { #expect(PartialDate(text)?.description == text) }

  @Test(arguments: ["2024-09-13T10:00:00Z", "2024-09-13 10:00", "2024-09-13T"])
  func leavesTheTimeOfDayOut(text: String) { #expect(PartialDate(text)?.description == "2024-09-13") }

  @Test(arguments: [
    "", "0000", "24", "2024-", "2024-9", "2024-00", "2024-13", "2024-09-00", "2024-09-31", "2023-02-29",
    "1900-02-29", "2024-09-1", "2024/09", "2024-09-13x", "２０２４", " 2024", "-024", "20240913",
  ])
  func refusesWhatIsNotADate(text: String) { #expect(PartialDate(text) == nil) }

  @Test func aMonthIsAYearAndAMonthAlone() {
    #expect(YearMonth("2024-09") == YearMonth(year: 2024, month: 9))
    for text in ["2024", "2024-09-13", "2024-09-13T10:00", "2024-13", "0999-01"] {
      #expect(YearMonth(text) == nil, "\(text)")
    }
  }
}
