import Conversion
import Diagnostics
import Testing

@Suite struct HeadingAliasFileTests {
  private func report(_ text: String) -> String {
    do throws(DiagnosticError) {
      _ = try HeadingAliasFile.read(SourceDocument(name: "n.txt", text: text))
      return ""
    } catch {
      return TextRenderer().render(error.diagnostics)
    }
  }

  @Test func acceptsCommentsBlankLinesAndEqualsSignsInNames() {
    #expect(report("\u{FEFF}# names\r\n\r\n  a = b = ideas \r\nBản đồ=topicTree\n") == "")
  }

  @Test func reportsEveryWrongLine() {
    #expect(
      report("x = idea\n# y\nz\n") == """
        n.txt:1:5: error: 'idea' is no kind of section [aliases/unknown-kind]
        n.txt:1:5: help: did you mean 'ideas'?
        n.txt:3:1: error: the line has no '=' between a name and a kind [aliases/no-kind]
        n.txt:3:1: help: write NAME = KIND

        """)
  }
}
