import DigestDiagnostics
import DigestModel
import Testing

@Suite("BibTeX: fields that are not quite dates") struct BibTeXDateTests {
  /// What is read of the fields, what is kept, what is reported.
  struct Row: Sendable, CustomTestStringConvertible {
    var fields: String
    var date: String?
    var kept: [String] = []
    var messages: [String] = []
    var testDescription: String { fields }
  }

  @Test(arguments: rows) func readsWhatIsUnderstood(row: Row) throws {
    let text = "@misc{a, title = {A},\n\(row.fields)}"
    let record = try #require(try BibTeXSource.read(text).digest.papers.first).record
    #expect(record.date?.description == row.date)
    #expect(record.extra.map(\.key) == row.kept)
    #expect(BibTeXSource.messages(text) == row.messages.map { $0 + " [record/impossible-value]" })
  }

  static let rows: [Row] = [
    Row(
      fields: "year={2001a}", date: "2001", kept: ["year"],
      messages: ["2:7: warning: date '2001a': only its year is understood"]),
    Row(
      fields: "year={2001a}, month=jan", date: "2001-01", kept: ["year", "month"],
      messages: ["2:7: warning: date '2001a': only its year is understood"]),
    Row(
      fields: "year={2010, in press}", date: "2010", kept: ["year"],
      messages: ["2:7: warning: date '2010, in press': only its year is understood"]),
    Row(
      fields: "year={1998, reprinted 2003}", date: nil, kept: ["year"],
      messages: ["2:7: warning: found text '1998, reprinted 2003', expected a year"]),
    Row(fields: "year={199X}", date: "1990/1999", kept: ["year"]),
    Row(fields: "date={19XX}", date: "1900/1999", kept: ["date"]),
    Row(fields: "year={in press}", date: nil, kept: ["year"]),
    Row(
      fields: "date={-0044-03-15}", date: nil, kept: ["date"],
      messages: ["2:7: warning: date '-0044-03-15' is before the year 1, which no record can hold"]),
    Row(
      fields: "year={44 BC}", date: nil, kept: ["year"],
      messages: ["2:7: warning: date '44 BC' is before the year 1, which no record can hold"]),
    Row(fields: "year={1999--2000}", date: "1999/2000"), Row(fields: "year={2010/2011}", date: "2010/2011"),
    Row(fields: "year={c. 1999}", date: "1999~"),
    Row(fields: "year=2010, month={3--4}", date: "2010-03/2010-04"),
    Row(
      fields: "year=2010, month={13}, day={5}", date: "2010", kept: ["year", "month", "day"],
      messages: ["2:19: warning: date '13': no year has a month 13"]),
    Row(
      fields: "year=2010, month={2}, day={30}", date: "2010-02", kept: ["year", "month", "day"],
      messages: ["2:28: warning: date '30': 2010-02 has no day 30"]),
    Row(
      fields: #"year={2012 {[}1999{]}}"#, date: nil, kept: ["year"],
      messages: [#"2:7: warning: found text '2012 {[}1999{]}', expected a year"#]),
  ]
}
