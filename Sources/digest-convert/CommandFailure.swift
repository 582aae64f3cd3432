import DigestConversion
import DigestDiagnostics

/// Why one input, or the whole run, cannot go on.
struct CommandFailure: Error {
  var status: ExitStatus
  var diagnostics: [Diagnostic]
  /// What the first is about, for people to look at.
  var excerpt: String?

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic]) {
    self.status = status
    self.diagnostics = diagnostics
  }

  /// A failure of a kind that this program does not know.
  init(unexpected error: any Error) {
    self.init(
      .internalError,
      [
        Diagnostic(
          FileDiagnostics.unexpectedError,
          "unexpected error \(quoted("\(error)")); the program is at fault", at: nil,
          help: "report it with the command line and the input")
      ])
  }

  /// A failure of a whole file: messages show its first line and column.
  init(_ status: ExitStatus, _ id: DiagnosticID, _ summary: String, file: String, help: String? = nil) {
    let document = SourceDocument(name: file, bytes: [])
    let location = SourceLocation(document, SourceRange(at: 0))
    self.init(status, [Diagnostic(id, summary, at: location, help: help)])
  }

  /// The findings as a format writes them.
  func text(as format: ReportFormat, text: TextRenderer = TextRenderer()) -> String {
    format.render(diagnostics, text: text) + (format == .text && !text.showsSource ? excerpt ?? "" : "")
  }
}
