import DigestModel
import Testing

/// What an id of arXiv is and what only looks like one, alone and in text.
@Suite struct PaperIDScannerTests {
  private func ids(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { PaperIDScanner.scan($0).map(\.id.description) }
  }

  @Test(
    "I3: the number has four digits from April 2007 to December 2014, then five; archives end in March 2007",
    arguments: [
      "0704.0001", "1412.9999", "1501.00001", "2409.10000", "hep-th/9107001", "math/0612345",
      "hep-th/0703123",
      "supr-con/9608001",
    ])
  func readsNumbersOfTheirTime(text: String) {
    #expect(PaperID(text)?.description == text)
    #expect(ids(in: "see \(text).") == [text])
  }

  @Test(
    "I2: other months and other counts of digits are refused",
    arguments: [
      "0703.0001", "1412.00001", "1501.0001", "2400.00001", "2413.00001", "2409.1000", "2409.100000",
      "hep-th/0704001", "hep-th/9012001", "hep-th/9100001", "hep-th/9113001", "hep-th/910700",
    ])
  func refusesOtherNumbers(text: String) {
    #expect(PaperID(text) == nil)
    #expect(ids(in: "see \(text).") == [])
  }

  @Test(
    "I2: a version has one to three digits and does not begin with a zero",
    arguments: [("v1", 1), ("v12", 12), ("V999", 999), ("v0", nil), ("v01", nil), ("v1000", nil), ("v", nil)]
      as [(String, Int?)])
  func readsVersions(text: String, version: Int?) {
    #expect(PaperID("2409.10000" + text)?.version == version)
    #expect(PaperID("hep-th/9711200" + text)?.version == version)
    #expect((PaperID("2409.10000" + text) == nil) == (version == nil))
  }

  @Test(
    "I2: text glued to a number makes it another number",
    arguments: [
      "2409.10000x", "x2409.10000", "é2409.10000", "я2409.10000", "2409.10000é", "2409.10000%",
      "2409.10000.1",
      "12409.10000", "-1-2409.10000", "$2409.10000", "hep-th/9711200x", "hep-th/9711200.5",
    ])
  func refusesGluedText(text: String) {
    #expect(ids(in: text) == [])
  }

  @Test("letters of scripts without spaces and signs may stand beside an id")
  func allowsSignsAround() {
    #expect(
      ids(in: "见2409.10000。(2409.10001), 2409.10002; „2409.10003“") == [
        "2409.10000", "2409.10001", "2409.10002", "2409.10003",
      ])
  }

  @Test(
    "a sign of the sentence after a DOI is not part of it",
    arguments: [".", ",", ";", ":", "!", "?", "'", ")", "]", "..."])
  func endsDOIBeforeSigns(sign: String) {
    #expect(ids(in: "doi:10.1000/182\(sign) Next") == ["10.1000/182"])
  }

  @Test("a DOI has four digits or more before its slash")
  func refusesShortPrefixes() {
    #expect(ids(in: "10.1234/abc and 10.123/abc") == ["10.1234/abc"])
  }

  @Test(
    "I6: year and month come from the id",
    arguments: [
      ("hep-th/9107001", "1991-07"), ("math/9912001", "1999-12"), ("cs/0001001", "2000-01"),
      ("0704.0001", "2007-04"), ("2409.10000", "2024-09"),
    ])
  func tellsMonths(text: String, month: String) {
    #expect(PaperID(text)?.month?.description == month)
  }

  @Test("a slash after the DOI of an address is not part of it")
  func endsDOIOfAddressBeforeSlash() {
    #expect(PaperAddress.identify("https://doi.org/10.1000/182/") == PaperID("10.1000/182"))
  }

  @Test(
    "an address whose last part cannot be an id of its site names no paper",
    arguments: [
      "https://openalex.org/works/Wx", "https://openalex.org/W", "https://aclanthology.org/2024.acl-long.bib",
      "https://openreview.net/forum?id=ab", "https://pubmed.ncbi.nlm.nih.gov/1234567890/",
      "https://notarxiv.org/abs/2409.10000", "https://www.semanticscholar.org/paper/Kites/0123abcd",
    ])
  func refusesOtherPages(address: String) {
    #expect(PaperAddress.identify(address) == nil)
  }
}
