import ArgumentParser
import DigestConversion

/// Runs what a command does, or a part of it; reports a failure and ends with its status.
func reportingFailure<Result>(_ body: () throws(CommandFailure) -> Result) throws(ExitCode) -> Result {
  do throws(CommandFailure) {
    return try body()
  } catch {
    StandardStreams.write(
      toError: ReportFormat.text.render(error.diagnostics, usesColor: StandardStreams.errorTakesColor))
    throw error.status.code
  }
}
