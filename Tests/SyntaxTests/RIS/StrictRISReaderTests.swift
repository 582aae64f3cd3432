import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite struct StrictRISReaderTests {
  @Test func readsWhatTheWriterWrites() {
    var writer = RISWriter()
    writer.begin(type: "UNPB")
    writer.field("TI", "  A  B ")
    writer.field("AB", "")
    writer.end()
    #expect(String(decoding: writer.finish(), as: UTF8.self) == "TY  - UNPB\r\nTI  - A B\r\nER  - \r\n\r\n")
    let (references, diagnostics) = StrictRISReader.read(
      SourceDocument(name: "a.ris", bytes: writer.finish()))
    #expect(diagnostics.isEmpty)
    #expect(references.map { $0.fields.map(\.value) } == [["UNPB", "A B"]])
  }

  @Test(
    "each error has its place",
    arguments: [
      ("TY  - GEN\nER  - \r\n", ["1: the line does not end in CR LF"]),
      ("TY - GEN\r\n", ["1: the line is not a tag with two spaces, a hyphen and a space"]),
      ("TI  - x\r\n", ["1: TI stands outside a reference"]),
      ("TY  - GEN\r\nTY  - GEN\r\nER  - \r\n", ["2: a reference begins before the last one has its ER"]),
      ("TY  - GEN\r\n", ["1: the reference has no ER"]),
    ])
  func reports(text: String, expected: [String]) {
    let document = SourceDocument(name: "a.ris", text: text)
    let table = LineTable(document.bytes)
    let found = StrictRISReader.read(document).diagnostics.map { diagnostic in
      "\(diagnostic.location.map { table.position(of: $0.range.lower).line } ?? 0): \(diagnostic.summary)"
    }
    #expect(found == expected)
  }
}
