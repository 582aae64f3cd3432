import Testing

@testable import DigestModel

@Suite struct RoughDateTests {
  @Test(arguments: [
    ("2001a", "2001"), ("(2001)", "2001"), ("vol. 12, 1999", "1999"), ("1999 and 1999", "1999"),
    ("199X", "1990/1999"),
    ("20XX", "2000/2099"), ("199u", "1990/1999"), ("1565/open", "1565/.."), ("unknown/1034", "../1034"),
  ])
  func findsTheOnlyYear(text: String, date: String) {
    #expect(DateReader.roughly(text)?.date.description == date)
  }

  @Test(arguments: [
    "", "1998 or 1999", "20011", "x1999", "0999", "3000", "2001ab", "-0044", "1XXX", "199x", "XXXX",
  ])
  func findsNoYear(text: String) {
    #expect(DateReader.roughly(text) == nil)
  }

  @Test(arguments: ["-0044", "-44", "-0044-03-15", "44 BC", "44 B.C.", "300 BCE", "44 v. Chr."])
  func tellsYearsBeforeTheFirst(text: String) {
    #expect(DateReader.isBeforeFirstYear(text))
  }

  @Test(arguments: ["44", "-", "BC", "1999", "-44th", "44 Becks"])
  func tellsOthers(text: String) {
    #expect(!DateReader.isBeforeFirstYear(text))
  }

  @Test(arguments: [
    ("1999-XX", "1999"), ("1999-XX-XX", "1999"), ("1999-01-XX", "1999-01"), ("1999-uu", "1999"),
  ])
  func leavesOutWhatIsOpen(text: String, date: String) {
    #expect(DateReader.read(text)?.date == EDTFDate(edtf: date))
  }

  @Test func takesNoDayForAMonthThatIsOpen() {
    #expect(DateReader.read("1999-XX-05") == nil)
  }
}
