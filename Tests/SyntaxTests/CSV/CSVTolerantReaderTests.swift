import DigestDiagnostics
import Testing

@testable import DigestSyntax

/// What others write as CSV.
@Suite("CSV of other programs")
struct CSVTolerantReaderTests {
  private func read(_ text: String, knownNames: Set<String> = []) -> (cells: [[String]], messages: [String]) {
    let document = SourceDocument(name: "t.csv", text: text)
    let form = CSVSniffer.form(of: document) { $0.count(where: knownNames.contains) }
    let (records, diagnostics) = CSVTolerantReader.read(document, form)
    let table = LineTable(document.bytes)
    let messages = diagnostics.map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? "-"
      return "\(place): \(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id)]"
    }
    return ((0..<records.count).map { records[$0].map { records.text($0) } }, messages)
  }

  private func form(_ text: String, knownNames: Set<String> = []) -> CSVForm {
    CSVSniffer.form(of: SourceDocument(name: "t.csv", text: text)) { $0.count(where: knownNames.contains) }
  }

  @Test(
    "the separator is found out from the content, and quotes are respected",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
      ("a\tb\nx, y\tz; u\n", [["a", "b"], ["x, y", "z; u"]]), ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"x;y;z\",\"u;v;w\"\n", [["a", "b"], ["x;y;z", "u;v;w"]]),
      ("a,b\nBee; Dee,1\nBee; Dee; Eff,2\n", [["a", "b"], ["Bee; Dee", "1"], ["Bee; Dee; Eff", "2"]]),
      ("title\nOne, two\nThree, four\n", [["title"], ["One, two"], ["Three, four"]]),
    ])
  func findsSeparator(text: String, cells: [[String]]) {
    #expect(read(text, knownNames: ["a", "b", "title"]).cells == cells)
  }

  @Test("Excel's first line says the separator and is not a record", arguments: ["\n", "\r\n", "\r"])
  func obeysSepLine(end: String) {
    #expect(read("sep=;\(end)a;b\(end)1,2,3;4\(end)").cells == [["a", "b"], ["1,2,3", "4"]])
    #expect(read("\u{FEFF}\"sep=|\"\(end)a|b\(end)").cells == [["a", "b"]])
  }

  @Test("LF, CRLF and CR end a record, mixed as they may be")
  func readsLineEnds() {
    #expect(read("a,b\r1,2\r3,4\r").cells == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(read("a,b\r\n1,2\n3,4\r5,6").cells == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
    #expect(read("a,b\n\n\"x\r\ny\",2\n").cells == [["a", "b"], [""], ["x\r\ny", "2"]])
  }

  @Test("a backslash escapes quotes where the file bears that out")
  func readsBackslashes() {
    #expect(form(#"a,b\#n"x \"y, z\" u",1\#n"#).escapesWithBackslash)
    #expect(!form("a,b\n\"C:\\\",1\n").escapesWithBackslash)
    #expect(
      read(#"a,b\#n"say \"no, sir\" \\ \alpha",1\#n"#).cells == [
        ["a", "b"], [#"say "no, sir" \ \alpha"#, "1"],
      ])
  }

  @Test("blanks around a quoted field are not of it")
  func readsBlanksAroundQuotes() {
    let (cells, messages) = read("a, b\n1, \"x, y\" \n \"z\" ,2\n")
    #expect(cells == [["a", " b"], ["1", "x, y"], ["z", "2"]])
    #expect(messages.isEmpty)
  }

  @Test(
    "what cannot be right is reported with its place, and its text is kept",
    arguments: [
      (
        "a,b\n1,6\" long\n", [["a", "b"], ["1", "6\" long"]],
        ["2:4: warning: quote inside a field that neither opens nor closes it [csv/stray-quote]"]
      ),
      (
        "a,b\n1,\"Hey \" it\"\n", [["a", "b"], ["1", "Hey \" it"]],
        ["2:8: warning: quote inside a field that neither opens nor closes it [csv/stray-quote]"]
      ),
      (
        "a,b\n\"x\"y,2\n", [["a", "b"], ["\"x\"y", "2"]],
        [
          "2:4: warning: text after the closing quote of a field; expected a delimiter [csv/text-behind-quote]"
        ]
      ),
      (
        "a,b\n1,\"open\n3,4\n", [["a", "b"], ["1", "\"open"], ["3", "4"]],
        ["2:3: warning: quoted field is not closed [csv/open-quote]"]
      ),
      (
        "a,b\n1,\"open\n3,\"x, y\"\n", [["a", "b"], ["1", "\"open"], ["3", "x, y"]],
        ["2:3: warning: quoted field is not closed [csv/open-quote]"]
      ),
    ])
  func keepsWhatIsWrong(text: String, cells: [[String]], messages: [String]) {
    let found = read(text, knownNames: ["a", "b"])
    #expect(found.cells == cells)
    #expect(found.messages == messages)
  }

  @Test("two separators that fit alike are a doubt")
  func doubts() {
    #expect(form("a;b,c\n1;2,3\n").isDoubtful)
    #expect(!form("a,b\n1,2\n").isDoubtful)
  }

  @Test("thousands of quotes that are never closed take linear time")
  func staysLinear() {
    let text = "a,b\n" + String(repeating: "1,\"x\n", count: 2_000)
    #expect(read(text, knownNames: ["a", "b"]).cells.count == 2_001)
    let line = "a,b\n1,\"" + String(repeating: "x\" ", count: 5_000) + "\n2,3\n"
    #expect(read(line, knownNames: ["a", "b"]).cells.last == ["2", "3"])
  }

  @Test("a cut at any byte gives records, never a crash")
  func survivesTruncation() {
    let text = "sep=;\r\na;\"b \"\"c\"\"\";\"d\\\"e\"\r\"x\"y;\"\n1;2\r\n"
    for count in 0...text.utf8.count {
      let bytes = Array(text.utf8.prefix(count))
      let document = SourceDocument(name: "t.csv", bytes: bytes)
      let records = CSVTolerantReader.read(document, CSVSniffer.form(of: document)).records
      #expect(records.count <= 4)
    }
  }
}
