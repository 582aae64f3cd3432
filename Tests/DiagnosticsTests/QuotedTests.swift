import Diagnostics
import Testing

@Suite struct QuotedTests {
  @Test func keepsTextAsItIsBetweenQuotes() {
    #expect(quoted("Tiếng Việt 2409.10000") == "'Tiếng Việt 2409.10000'")
  }

  @Test func escapesLineBreaksAndControls() {
    #expect(quoted("a\nb\tc\r\u{1B}[31m\u{0}") == #"'a\nb\tc\r\u{1B}[31m\u{0}'"#)
  }

  @Test func escapesWhatTurnsALineAround() { #expect(quoted("a\u{202E}b") == #"'a\u{202E}b'"#) }

  @Test func shortensLongTextWithAnEllipsis() {
    #expect(quoted(String(repeating: "x", count: 50), limit: 5) == "'xxxxx…'")
    #expect(quoted("xxxxx", limit: 5) == "'xxxxx'")
  }
}
