import DigestDiagnostics
import Testing

@Suite struct QuotedTests {
  @Test func keepsTextAsItIsBetweenQuotes() {
    #expect(quoted("Tiếng Việt 2409.10000") == "'Tiếng Việt 2409.10000'")
  }

  @Test func escapesLineBreaksAndControls() {
    #expect(quoted("a\nb\tc\r\u{1B}[31m\u{0}") == #"'a\nb\tc\r\u{1B}[31m\u{0}'"#)
  }

  @Test func escapesWhatTurnsALineAround() { #expect(quoted("a\u{202E}b") == #"'a\u{202E}b'"#) }

  @Test func escapesControlsInTheNameOfAFileAndNothingElse() {
    #expect(visible(#"Tiếng Việt/it's a\b 🦊.md"#) == #"Tiếng Việt/it's a\b 🦊.md"#)
    #expect(visible("a\nb\r\n\u{1B}[2J\u{7F}\u{202E}.md") == #"a\nb\r\n\u{1B}[2J\u{7F}\u{202E}.md"#)
    #expect(visible("a\nb\u{1B}", except: "\n") == "a\nb\\u{1B}")
  }

  @Test func shortensLongTextWithAnEllipsis() {
    #expect(quoted(String(repeating: "x", count: 50), limit: 5) == "'xxxxx…'")
    #expect(quoted("xxxxx", limit: 5) == "'xxxxx'")
  }
}
