import DigestConversion
import DigestPlatform

/// The two streams of the program. Data goes to standard output, everything else to standard error.
enum StandardStreams {
  static func write(toOutput bytes: [UInt8]) throws(CommandFailure) {
    do {
      try StandardStream.output.write(bytes)
    } catch {
      throw failure(error)
    }
  }

  /// Why nothing can be written to standard output.
  static func failure(_ error: SystemError) -> CommandFailure {
    if error == .brokenPipe { return CommandFailure(.closedPipe, []) }
    return CommandFailure(
      .unwritableOutput, FileDiagnostics.unwritable, "the output cannot be written: \(error.reason)",
      file: "<stdout>")
  }

  /// - Returns: whether it was written, or nobody wants to know: the stream is closed.
  @discardableResult
  static func write(toError text: String) -> Bool {
    do {
      try StandardStream.error.write(Array(text.utf8))
      return true
    } catch {
      // There is nowhere left to say so.
      return error == .closed || error == .brokenPipe
    }
  }

  /// Whether colours are seen there and wanted (no-color.org, `TERM=dumb`).
  static func takesColor(_ stream: StandardStream) -> Bool {
    stream.isTerminal
      && RunningProgram.environmentVariable("NO_COLOR") ?? "" == ""
      && RunningProgram.environmentVariable("TERM") != "dumb"
  }
}
