import DigestConversion
import DigestPlatform

/// The two streams of the program. Data goes to standard output, everything else to standard error.
enum StandardStreams {
  static func write(toOutput bytes: [UInt8]) throws(CommandFailure) {
    do {
      try StandardStream.output.write(bytes)
    } catch .brokenPipe {
      throw CommandFailure(.closedPipe, [])
    } catch {
      throw CommandFailure(
        .unwritableOutput, FileDiagnostics.unwritable, "the output cannot be written: \(error.reason)",
        file: "<stdout>")
    }
  }

  static func write(toError text: String) {
    do {
      try StandardStream.error.write(Array(text.utf8))
    } catch {
      // There is nowhere left to say so.
    }
  }

  /// Whether colours are seen there and wanted (no-color.org, `TERM=dumb`).
  static let errorTakesColor =
    StandardStream.error.isTerminal
    && RunningProgram.environmentVariable("NO_COLOR") ?? "" == ""
    && RunningProgram.environmentVariable("TERM") != "dumb"
}
