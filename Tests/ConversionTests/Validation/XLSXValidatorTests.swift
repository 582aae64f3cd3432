import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestSyntax
import Testing

@testable import DigestConversion

@Suite struct XLSXValidatorTests {
  private func messages(_ bytes: [UInt8]) -> [String] {
    XLSXValidator().validate([OutputFile(bytes: bytes)], named: "a.xlsx").map { "\($0)" }
  }

  private func workbook() throws -> [UInt8] {
    var digest = Digest(papers: [Paper(id: try #require(PaperID("2409.00001")))])
    digest.normalise()
    return try XLSXExporter().export(digest).files[0].bytes
  }

  /// A workbook with a text of one part replaced; without that part where there is no text.
  private func changed(_ name: String, _ old: String = "", _ new: String = "") throws -> [UInt8] {
    let reader = try ZIPReader(workbook())
    var writer = ZIPWriter()
    for file in reader.names where file != name || !old.isEmpty {
      let content = String(decoding: try #require(try reader.file(file)), as: UTF8.self)
      if file == name { #expect(content.contains(old)) }
      try writer.add(
        file, Array((file == name ? content.replacing(old, with: new, maxReplacements: 1) : content).utf8))
    }
    return try writer.finish()
  }

  @Test func acceptsWhatIsWritten() throws {
    #expect(messages(try workbook()) == [])
  }

  @Test func refusesWhatIsNotAWorkbook() throws {
    #expect(messages([1, 2, 3]) == ["a.xlsx:1:1: error: no directory is at the end [xlsx/damaged]"])
    #expect(
      messages(try changed("xl/styles.xml"))
        == ["a.xlsx:1:1: error: there is no 'xl/styles.xml' [xlsx/damaged]"])
    #expect(
      messages(try changed("xl/workbook.xml")).last
        == "a.xlsx:1:1: error: there is no workbook, or it has no texts [xlsx/damaged]")
    #expect(
      messages(try changed("xl/styles.xml", "</styleSheet>", "")).first?.hasPrefix(
        "a.xlsx:1:1: error: 'xl/styles.xml' is not XML: ") == true)
  }

  @Test func reportsOtherWorksheetsAndHeaders() throws {
    #expect(
      messages(try changed("xl/workbook.xml", "name=\"papers\"", "name=\"paper\""))
        == ["a.xlsx:1:1: error: the worksheets are not the tables [xlsx/worksheet]"])
    #expect(
      messages(try changed("xl/sharedStrings.xml", "digest_label<", "label<"))
        == ["a.xlsx:1:1: error: the header of 'digests' is not that of the table [xlsx/worksheet]"])
  }

  @Test func reportsCellsOfAnotherType() throws {
    #expect(
      messages(try changed("xl/worksheets/sheet1.xml", "<c r=\"A2\">", "<c r=\"A2\" t=\"s\">")) == [
        "a.xlsx:1:1: error: row 2 of 'digests': 'sort_order' is of another type than its column [xlsx/cell]"
      ])
    #expect(
      messages(try changed("xl/worksheets/sheet1.xml", "<c r=\"A2\"><v>1</v></c>", ""))
        == ["a.xlsx:1:1: error: row 2 of 'digests': 'sort_order' is empty [xlsx/cell]"])
    #expect(
      messages(try changed("xl/worksheets/sheet1.xml", "<c r=\"A2\"", "<c r=\"A9\"")).first
        == "a.xlsx:1:1: error: 'digests' has a cell at 'A9' in row 2 [xlsx/cell]")
  }
}
