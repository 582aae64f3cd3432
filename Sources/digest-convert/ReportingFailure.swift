import ArgumentParser
import DigestConversion
import DigestDiagnostics

/// Runs what a command does, or a part of it; reports a failure and ends with its status.
func reportingFailure<Result>(_ body: () throws(CommandFailure) -> Result) throws(ExitCode) -> Result {
  do throws(CommandFailure) {
    return try body()
  } catch {
    StandardStreams.write(
      toError: error.text(as: .text, text: TextRenderer(on: .error)))
    throw error.status.code
  }
}

/// Writes findings to standard error, for people.
/// - Parameter isQuiet: whether errors alone are shown.
func reportFindings(_ findings: [Diagnostic], isQuiet: Bool = false) {
  let shown = isQuiet ? findings.filter { $0.severity == .error } : findings
  StandardStreams.write(
    toError: ReportFormat.text.render(shown, text: TextRenderer(on: .error)))
}
