import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Line breaks in rich text.
@Suite struct LineBreakTests {
  @Test("a rich text has no blank lines: a backslash alone on its line breaks nothing more")
  func readsABackslashAloneOnItsLine() throws {
    let result = try MarkdownReading.read("## META_REFLECTION\n\none \\\n\\\ntwo\nthree\\\nfour\n")
    guard case .block(.paragraph(let text)) = result.digest.sections[0].entries[0] else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.markdown == "one\ntwo three\nfour")
  }
}
