import DigestDiagnostics
import Testing

@Suite struct ExcerptTests {
  private func excerpt(_ text: String, at offset: Int, width: Int = 40) -> String? {
    SourceLocation(SourceDocument(name: "a.md", text: text), SourceRange(at: offset)).excerpt(width: width)
  }

  @Test func showsTheLineAndItsColumn() {
    #expect(excerpt("one\ntwo three\nfour", at: 8) == "  two three\n      ^\n")
  }

  @Test func anyEndOfALineEndsIt() {
    #expect(excerpt("one\r\ntwo\r\n", at: 5) == "  two\n  ^\n")
    #expect(excerpt("one\rtwo\rthree", at: 4) == "  two\n  ^\n")
  }

  @Test func tabsStayAndWideLettersAreWide() {
    #expect(excerpt("\t漢x", at: 4) == "  \t漢x\n  \t  ^\n")
  }

  @Test func hiddenCharactersAreShown() {
    #expect(excerpt("a\u{1B}b", at: 2) == "  a\\u{1B}b\n         ^\n")
  }

  @Test func ofALongLineThePartAroundThePlaceIsShown() throws {
    let line = String(repeating: "abcdefghij", count: 1000)
    let shown = try #require(excerpt(line, at: 5000))
    #expect(shown.hasPrefix("  …"))
    let lines = shown.split(separator: "\n")
    #expect(lines[0].count <= 40)
    // The mark stands below the letter of the place.
    #expect(Array(lines[0])[lines[1].count - 1] == "a")
  }

  @Test func theStartOfALongLineHasNoDots() throws {
    let shown = try #require(excerpt(String(repeating: "x", count: 100_000), at: 0))
    #expect(shown.hasPrefix("  xxx"))
    #expect(shown.hasSuffix("x…\n  ^\n"))
  }

  @Test func whatIsNotUTF8IsShownAsOtherProgramsShowIt() {
    let document = SourceDocument(name: "a.md", bytes: [0x61, 0xFF, 0x62])
    #expect(SourceLocation(document, SourceRange(at: 2)).excerpt(width: 40) == "  a\u{FFFD}b\n    ^\n")
  }

  @Test func anEmptyLineIsNotShown() {
    #expect(excerpt("", at: 0) == nil)
    #expect(excerpt("a\n \t\nb", at: 2) == nil)
    #expect(excerpt("a\n", at: 99) == nil)
  }
}
