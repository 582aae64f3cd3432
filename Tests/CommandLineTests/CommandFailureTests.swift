import DigestDiagnostics
import Testing

@testable import digest_convert

@Suite struct CommandFailureTests {
  @Test func reportsAnUnexpectedErrorAsAFaultOfTheProgram() {
    struct Surprise: Error { var place = "nowhere" }
    let failure = CommandFailure(unexpected: Surprise())
    #expect(failure.status.rawValue == 70)
    #expect(
      ReportFormat.text.render(failure.diagnostics) == """
        error: unexpected error 'Surprise(place: "nowhere")'; the program is at fault \
        [internal/unexpected-error]
        help: report it with the command line and the input

        """)
  }

  @Test func advisesOnTitlesWhereMostOfFivePapersOrMoreHaveNone() throws {
    let request = try ConvertOptions.parse(["a.md", "--to", "yaml"]).request
    #expect(request.adviceOnTitles(all: 9, untitled: 5)?.summary == "5 of 9 papers have no title")
    #expect(request.adviceOnTitles(all: 10, untitled: 5) == nil)
    #expect(request.adviceOnTitles(all: 4, untitled: 4) == nil)
  }
}
