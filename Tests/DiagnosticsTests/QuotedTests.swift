import DigestDiagnostics
import Testing

@Suite struct QuotedTests {
  @Test func keepsTextAsItIsBetweenQuotes() {
    #expect(quoted("Tiếng Việt 2409.10000") == "'Tiếng Việt 2409.10000'")
  }

  @Test func escapesLineBreaksAndControls() {
    #expect(quoted("a\nb\tc\r\u{1B}[31m\u{0}") == #"'a\nb\tc\r\u{1B}[31m\u{0}'"#)
  }

  @Test(arguments: [
    ("a\u{202E}b", "'a<U+202E>b'"), ("\u{200B}2409.10000", "'<U+200B>2409.10000'"),
    ("TOPIC\u{AD}_TREE", "'TOPIC<U+00AD>_TREE'"), ("\u{FEFF}\u{2060}x", "'<U+FEFF><U+2060>x'"),
    ("x\u{200D}y\u{200C}", "'x<U+200D>y<U+200C>'"),
  ])
  func namesWhatNoReaderSees(text: String, shown: String) { #expect(quoted(text) == shown) }

  @Test(arguments: ["می\u{200C}خواهم", "👩\u{200D}🔬", "क्\u{200D}ष"])
  func keepsJoinersBetweenLetters(text: String) { #expect(quoted(text) == "'\(text)'") }

  @Test func escapesControlsInTheNameOfAFileAndNothingElse() {
    #expect(visible(#"Tiếng Việt/it's a\b 🦊.md"#) == #"Tiếng Việt/it's a\b 🦊.md"#)
    #expect(visible("a\nb\r\n\u{1B}[2J\u{7F}\u{202E}.md") == #"a\nb\r\n\u{1B}[2J\u{7F}<U+202E>.md"#)
    #expect(visible("a\nb\u{1B}", except: "\n") == "a\nb\\u{1B}")
  }

  @Test func shortensLongTextWithAnEllipsis() {
    #expect(quoted(String(repeating: "x", count: 50), limit: 5) == "'xxxxx…'")
    #expect(quoted("xxxxx", limit: 5) == "'xxxxx'")
  }
}
