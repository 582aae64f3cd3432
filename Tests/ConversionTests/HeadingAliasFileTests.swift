import DigestConversion
import DigestDiagnostics
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

  @Test func reportsNameOfTwoKindsAndNameWithoutLetters() {
    #expect(
      report("The Map = ideas\n**the_map** = ideas\nTHE MAP = gaps\n** = ideas\n") == """
        n.txt:3:1: error: 'THE MAP' is gaps here and ideas before [aliases/two-kinds]
        n.txt:1:1: note: the first is here
        n.txt:3:1: help: remove one
        n.txt:4:4: error: no name stands before '=' [aliases/no-kind]
        n.txt:4:4: help: write NAME = KIND

        """)
  }

  @Test func reportsEveryWrongLine() {
    #expect(
      report("x = idea\n# y\nz\n") == """
        n.txt:1:5: error: 'idea' is not a kind of section [aliases/unknown-kind]
        n.txt:1:5: help: did you mean 'ideas'?
        n.txt:3:1: error: the line has no '=' between a name and a kind [aliases/no-kind]
        n.txt:3:1: help: write NAME = KIND

        """)
  }
}
