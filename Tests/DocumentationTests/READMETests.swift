import DigestConvert
import Testing

/// The code of `README.md`.
@Suite struct READMETests {
  @Test func convertsAText() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }

    let text = "# Reading list\n\n- 2409.12917 – SCoRe · Explains why supervised self-correction collapses."
    let output = try Converter().convert(SourceDocument(name: "2024-09.md", text: text), to: .bibtex)
    print(output.text)
    for diagnostic in output.diagnostics { print(diagnostic) }

    #expect(printed.text.hasPrefix("@online{arxiv_2409_12917,\n  title = {{SCoRe}},\n"))
  }
}
