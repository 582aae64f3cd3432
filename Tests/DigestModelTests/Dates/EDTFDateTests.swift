import DigestModel
import Testing

@Suite struct EDTFDateTests {
  @Test(arguments: [
    "2024", "2024-09", "2024-09-13", "2024-21", "2024-24", "2024~", "2024-09?", "2024-09-13%", "2024-22~",
    "2024-01/2024-03", "2023/2024", "2024-03/2024", "2024-09-13/2024-09-15", "2024~/2025~", "2024/..",
    "../2024-03",
    "0800",
  ])
  func writesWhatItRead(edtf: String) {
    #expect(EDTFDate(edtf: edtf)?.description == edtf)
  }

  @Test(arguments: [
    ("2024/", "2024/.."), ("/2024", "../2024"), ("2024-09-13T12:00:00Z", "2024-09-13"),
    ("2024~/2025", "2024~/2025~"),
  ])
  func readsOtherSpellings(edtf: String, canonical: String) {
    #expect(EDTFDate(edtf: edtf)?.description == canonical)
  }

  @Test(arguments: [
    "", "/", "..", "24", "2024-13", "2024-02-30", "2024-25", "2024-9", "2024/2023", "2024-03/2024-01",
    "2024-09-15/2024-09-13",
    "2024-21/2024-22",
    "2024/2025/2026", "2024 ", "2024-09-13 12:00", "ca. 2024", "202X", "~2024",
  ])
  func refusesWhatIsNotEDTF(text: String) {
    #expect(EDTFDate(edtf: text) == nil)
  }

  @Test func keepsTheParts() throws {
    let interval = try #require(EDTFDate(edtf: "2024-01/2024-03~"))
    #expect(interval.start == PartialDate(year: 2024, month: 1))
    #expect(interval.end == PartialDate(year: 2024, month: 3))
    #expect(interval.isApproximate)
    #expect(!interval.isUncertain)
    let season = try #require(EDTFDate(edtf: "2024-23"))
    #expect(season.season == .autumn)
    #expect(season.start == PartialDate(year: 2024))
  }
}
