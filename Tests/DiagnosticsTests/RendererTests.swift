import DigestDiagnostics
import Testing

private let monthID = DiagnosticID("digest/month-out-of-range", .error, "A month runs from 01 to 12.")
private let treeID = DiagnosticID("digest/paper-not-in-tree", .warning, "The tree does not list it.")

/// Rule M5.
@Suite struct RendererTests {
  private let list = SourceDocument(name: "list.yaml", text: "a: 1\ndate: 2024-13\n\nb: 2\nb: 2\nb: 2\n")
  private let other = SourceDocument(name: "a b,c.md", text: "x\n")

  private var diagnostics: [Diagnostic] {
    [
      Diagnostic(treeID, "'b' is cited here", at: SourceLocation(list, SourceRange(20, 21))),
      Diagnostic(
        monthID, "date '2024-13' has month 13; months run from 01 to 12",
        at: SourceLocation(list, SourceRange(11, 18)),
        notes: [Diagnostic.Note("the first is here", at: SourceLocation(list, SourceRange(0, 1)))],
        help: "write 2024-12"),
      Diagnostic(treeID, "'b' is cited here", at: SourceLocation(list, SourceRange(25, 26))),
      Diagnostic(treeID, "50% of\nit: \"x\"", at: SourceLocation(other, SourceRange(0, 1))),
      Diagnostic(treeID, "'b' is cited here", at: SourceLocation(list, SourceRange(30, 31))),
    ]
  }

  @Test func writesOneLineAFindingInTheOrderOfFileAndPlace() {
    #expect(
      TextRenderer().render(Array(diagnostics[..<2])) == """
        list.yaml:2:7: error: date '2024-13' has month 13; months run from 01 to 12 [digest/month-out-of-range]
        list.yaml:1:1: note: the first is here
        list.yaml:2:7: help: write 2024-12
        list.yaml:4:1: warning: 'b' is cited here [digest/paper-not-in-tree]

        """)
  }

  @Test func showsTheLineOfTheSourceBelowAFinding() {
    #expect(
      TextRenderer(showsSource: true).render([diagnostics[1]]) == """
        list.yaml:2:7: error: date '2024-13' has month 13; months run from 01 to 12 [digest/month-out-of-range]
          date: 2024-13
                ^
        list.yaml:1:1: note: the first is here
        list.yaml:2:7: help: write 2024-12

        """)
  }

  @Test func breaksLinesForATerminal() {
    #expect(
      TextRenderer(usesColor: true, width: 40).render([diagnostics[1]]) == """
        list.yaml:2:7: \u{1B}[1;31merror\u{1B}[0m: date '2024-13' has
            month 13; months run from 01 to 12
            [digest/month-out-of-range]
        list.yaml:1:1: \u{1B}[1;36mnote\u{1B}[0m: the first is here
        list.yaml:2:7: \u{1B}[1;32mhelp\u{1B}[0m: write 2024-12

        """)
  }

  @Test func showsTheSameCauseOnceWithTheLinesOfTheOthers() {
    #expect(
      TextRenderer().render([diagnostics[0], diagnostics[2], diagnostics[4]]) == """
        list.yaml:4:1: warning: 'b' is cited here [digest/paper-not-in-tree]
        list.yaml:4:1: note: and 2 more, on lines 5, 6

        """)
  }

  @Test func listsFiveLinesAtMostOfTheSameCause() {
    let many = SourceDocument(name: "m.md", text: String(repeating: "x\n", count: 9))
    let findings = (0..<9).map {
      Diagnostic(treeID, "again", at: SourceLocation(many, SourceRange($0 * 2, $0 * 2 + 1)))
    }
    #expect(
      TextRenderer().render(findings) == """
        m.md:1:1: warning: again [digest/paper-not-in-tree]
        m.md:1:1: note: and 8 more, on lines 2, 3, 4, 5, 6, …

        """)
  }

  @Test func endsAFloodOfOneKindWithACount() {
    let many = SourceDocument(name: "m.md", text: String(repeating: "x\n", count: 60))
    func finding(_ id: DiagnosticID, _ line: Int, _ summary: String) -> Diagnostic {
      Diagnostic(id, summary, at: SourceLocation(many, SourceRange(line * 2, line * 2 + 1)))
    }
    let flood = (0..<57).map { finding(treeID, $0, "paper \($0)") }
    let last = finding(DiagnosticID("digest/other", .warning, ""), 59, "another")
    let lines = TextRenderer().render(flood + [last]).split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines[0] == "m.md:1:1: warning: paper 0 [digest/paper-not-in-tree]")
    #expect(lines[19] == "m.md:20:1: warning: paper 19 [digest/paper-not-in-tree]")
    #expect(lines[20] == "m.md:20:1: note: and 37 more of this kind")
    #expect(lines[21] == "m.md:60:1: warning: another [digest/other]")
    #expect(TextRenderer().render(Array(flood.prefix(20))).split(separator: "\n").count == 20)
    #expect(GitHubRenderer().render(flood).split(separator: "\n").count == 57)
  }

  @Test func leavesOutThePlaceWhereThereIsNone() {
    #expect(
      TextRenderer().render([Diagnostic(monthID, "no place", at: nil)])
        == "error: no place [digest/month-out-of-range]\n")
  }

  @Test func keepsAFindingOnItsLineWhateverTheNameOfTheFile() {
    let document = SourceDocument(name: "a\nb\u{1B}[31m.md", text: "x\n")
    let place = SourceLocation(document, SourceRange(0, 1))
    let finding = Diagnostic(
      treeID, "found", at: place, notes: [Diagnostic.Note("first", at: place)], help: "mend it")
    #expect(
      TextRenderer().render([finding]) == #"""
        a\nb\u{1B}[31m.md:1:1: warning: found [digest/paper-not-in-tree]
        a\nb\u{1B}[31m.md:1:1: note: first
        a\nb\u{1B}[31m.md:1:1: help: mend it

        """#)
    // The property is the true name, by which GitHub finds the file.
    #expect(
      GitHubRenderer().render([finding]).hasSuffix(
        #"[31m.md,line=1,col=1,endLine=1,endColumn=2,title=digest/paper-not-in-tree::found%0A"#
          + #"note: a\nb\u{1B}[31m.md:1:1: first%0Ahelp: mend it"# + "\n"))
    #expect(GitHubRenderer().render([finding]).hasPrefix("::warning file=a%0Ab\u{1B}[31m.md,"))
  }

  @Test func printsDiagnosticsAndErrorsAsMessages() {
    #expect(
      "\(diagnostics[1])" == """
        list.yaml:2:7: error: date '2024-13' has month 13; months run from 01 to 12 [digest/month-out-of-range]
        list.yaml:1:1: note: the first is here
        list.yaml:2:7: help: write 2024-12
        """)
    #expect(
      String(describing: DiagnosticError([diagnostics[0], diagnostics[3]])) == """
        a b,c.md:1:1: warning: 50% of
        it: "x" [digest/paper-not-in-tree]
        list.yaml:4:1: warning: 'b' is cited here [digest/paper-not-in-tree]
        """)
  }

  @Test func putsFindingsWithoutAPlaceFirst() {
    let unnamed = SourceDocument(name: "", text: "x")
    let rendered = TextRenderer().render([
      Diagnostic(monthID, "a", at: SourceLocation(unnamed, SourceRange(0, 1))),
      Diagnostic(treeID, "b", at: nil),
    ])
    #expect(
      rendered == """
        warning: b [digest/paper-not-in-tree]
        :1:1: error: a [digest/month-out-of-range]

        """)
  }

  @Test func coloursSeveritiesOnATerminalOnly() {
    #expect(
      TextRenderer(usesColor: true).render([Diagnostic(monthID, "x", at: nil)])
        == "\u{1B}[1;31merror\u{1B}[0m: x [digest/month-out-of-range]\n")
  }

  @Test func ordersFindingsAtOnePlaceByID() {
    let place = SourceLocation(list, SourceRange(0, 1))
    let rendered = TextRenderer().render([
      Diagnostic(treeID, "second", at: place), Diagnostic(monthID, "first", at: place),
    ])
    #expect(
      rendered == """
        list.yaml:1:1: error: first [digest/month-out-of-range]
        list.yaml:1:1: warning: second [digest/paper-not-in-tree]

        """)
  }

  /// GitHub Docs, *Workflow commands for GitHub Actions*.
  @Test func escapesPropertiesAndMessagesOfGitHubAnnotations() {
    #expect(
      GitHubRenderer().render([diagnostics[1], diagnostics[3]]) == """
        ::warning file=a b%2Cc.md,line=1,col=1,endLine=1,endColumn=2,title=digest/paper-not-in-tree::50%25 of%0Ait: "x"
        ::error file=list.yaml,line=2,col=7,endLine=2,endColumn=14,title=digest/month-out-of-range::date '2024-13' has month 13; months run from 01 to 12%0Anote: list.yaml:1:1: the first is here%0Ahelp: write 2024-12

        """)
  }
}
