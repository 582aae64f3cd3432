import Testing

@testable import DigestSyntax

@Suite("JSON writer")
struct JSONWriterTests {
  private func write(_ style: JSONWriter.Style = .pretty, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(style: style)
    body(&writer)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private func record(_ writer: inout JSONWriter) {
    writer.beginMapping()
    writer.key("ids")
    writer.beginSequence(.line)
    writer.text("2409.10000")
    writer.text("0704.0001")
    writer.endSequence()
    writer.key("rows")
    writer.beginSequence()
    writer.number(1)
    writer.beginMapping()
    writer.endMapping()
    writer.beginSequence()
    writer.endSequence()
    writer.endSequence()
    writer.key("known")
    writer.boolean(false)
    writer.key("note")
    writer.null()
    writer.endMapping()
  }

  @Test("indents by two spaces and keeps a line list on one line")
  func indentsByTwoSpaces() {
    #expect(
      write { record(&$0) } == """
        {
          "ids": ["2409.10000", "0704.0001"],
          "rows": [
            1,
            {},
            []
          ],
          "known": false,
          "note": null
        }

        """)
  }

  @Test func writesNoSpaceWhenCompact() {
    #expect(
      write(.compact) { record(&$0) }
        == #"{"ids":["2409.10000","0704.0001"],"rows":[1,{},[]],"known":false,"note":null}"# + "\n")
  }

  @Test("escapes quotes, backslashes and control characters, and nothing else")
  func escapesOnlyWhatHasToBe() {
    #expect(
      write(.compact) { $0.text("\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F} é ế 😀 \u{2028}") }
        == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F} é ế 😀 \u{2028}\"\n")
  }

  @Test("I1: a number keeps its spelling")
  func keepsSpellingOfNumbers() {
    #expect(write { $0.number(spelling: "2409.10000") } == "2409.10000\n")
  }

  @Test(
    "what is not a JSON number is written as text",
    arguments: ["", "-", "+1", "01", ".5", "1.", "1e", "1e+", "0x1F", "NaN", "1 ", "1,2", "--1", "1.2.3"])
  func writesOtherSpellingsAsText(spelling: String) {
    #expect(write { $0.number(spelling: spelling) } == "\"\(spelling)\"\n")
  }

  @Test(arguments: ["0", "-0", "12", "3.50", "1e5", "1E-7", "0.0e+0"])
  func writesNumbersOfTheGrammar(spelling: String) {
    #expect(write { $0.number(spelling: spelling) } == spelling + "\n")
  }
}
