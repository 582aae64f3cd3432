import DigestDiagnostics
import Testing

@testable import DigestSyntax

/// Rules C1 and C2.
@Suite("CSV reader")
struct CSVReaderTests {
  private func read(_ text: String, _ delimiter: CSVDialect.Delimiter = .comma) -> ([[String?]], [String]) {
    let (records, diagnostics) = CSVReader.read(
      SourceDocument(name: "t.csv", text: text), delimiter: delimiter)
    let cells = (0..<records.count).map { records[$0].map { records.value($0) } }
    let table = LineTable(Array(text.utf8))
    let messages = diagnostics.map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? "-"
      return "\(place): \(diagnostic.summary) [\(diagnostic.id)]"
    }
    return (cells, messages)
  }

  @Test("reads quotes, doubled quotes, line breaks and missing fields")
  func readsFields() {
    let (cells, messages) = read("a,b\r\n\"x \"\"y\"\" \r\n z\",\r\n\"\",\"\"\"\"\r\n")
    #expect(cells == [["a", "b"], ["x \"y\" \r\n z", nil], ["", "\""]])
    #expect(messages.isEmpty)
  }

  @Test("C2: a byte order mark is part of no field", arguments: ["", "\u{FEFF}"])
  func acceptsByteOrderMark(mark: String) {
    let (cells, messages) = read(mark + "a,b\n1,2")
    #expect(cells == [["a", "b"], ["1", "2"]])
    #expect(messages.isEmpty)
  }

  @Test("reads other delimiters, and an empty last field without a line end")
  func readsOtherDelimiters() {
    #expect(read("a;b\n1,5;\n", .semicolon).0 == [["a", "b"], ["1,5", nil]])
    #expect(read("a\tb\n1\t", .tab).0 == [["a", "b"], ["1", nil]])
    #expect(read("").0.isEmpty)
  }

  @Test(
    "what RFC 4180 does not allow is reported with its place",
    arguments: [
      ("a,b\n1\n2,3\n", "2:1: record has 1 field; the header has 2 [csv/ragged-record]"),
      ("a,b\n1,2\n3,4,5\n", "3:1: record has 3 fields; the header has 2 [csv/ragged-record]"),
      ("a,b\r\n1,2\n", "2:4: record ends with LF; those before end with CRLF [csv/mixed-terminators]"),
      (
        "a,b\n\"x\"y,2\n",
        "2:4: text after the closing quote of a field; expected a delimiter [csv/text-behind-quote]"
      ),
      ("a,b\n1,\"2\n", "2:3: quoted field is not closed before the end [csv/open-quote]"),
      ("a,b\n1\r2,3\n", "2:2: CR without LF outside quotes [csv/bare-cr]"),
      ("a,b\nx\"y,2\n", "2:2: quote inside a field that does not begin with one [csv/stray-quote]"),
    ])
  func reportsPlace(text: String, message: String) {
    #expect(read(text).1 == [message])
  }

  @Test("a byte that is not UTF-8 is reported")
  func reportsInvalidUTF8() {
    let document = SourceDocument(name: "t.csv", bytes: Array("a,b\n".utf8) + [0xFF, 0x2C, 0x32, 0x0A])
    let found = CSVReader.read(document).diagnostics
    #expect(found.map(\.id) == [CSVDiagnostics.invalidUTF8])
    #expect(found.first?.location?.range == SourceRange(4, 5))
  }

  @Test("what the writer writes, the reader reads", arguments: CSVDialect.Delimiter.allCases)
  func readsWhatWasWritten(delimiter: CSVDialect.Delimiter) throws {
    let texts = ["", " ", "\"", "\"\"", "a\"", ",;\t", "\r", "\n", "\r\n", "=1+1", "ế", "]]>", "x\u{0}y"]
    var writer = CSVWriter(dialect: CSVDialect(delimiter: delimiter, hasByteOrderMark: true))
    for first in texts { for second in texts { try writer.append([.text(first), .missing, .text(second)]) } }
    let (records, diagnostics) = CSVReader.read(
      SourceDocument(name: "t.csv", bytes: writer.bytes), delimiter: delimiter)
    #expect(diagnostics.isEmpty)
    var index = 0
    for first in texts {
      for second in texts {
        #expect(records[index].map { records.value($0) } == [first, nil, second])
        index += 1
      }
    }
    #expect(records.count == index)
  }

  @Test("a cut at any byte ends in a report or a shorter file, never a crash")
  func survivesTruncation() {
    let bytes = Array("a,b\r\n\"x\"\"y\",\"\r\n\"\r\n1,2\r\n".utf8)
    for count in 0...bytes.count {
      let read = CSVReader.read(SourceDocument(name: "t.csv", bytes: Array(bytes.prefix(count))))
      #expect(read.records.count <= 3)
    }
  }
}

extension CSVRecords {
  /// `nil` for a field with nothing in it and no quotes around.
  fileprivate func value(_ field: CSVField) -> String? { field.range.count == 0 ? nil : text(field) }
}
