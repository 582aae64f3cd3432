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
}
