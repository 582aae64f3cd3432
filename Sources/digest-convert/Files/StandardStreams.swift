import DigestConversion
import Glibc

/// The two streams of the program. Data goes to standard output, everything else to standard error.
enum StandardStreams {
  static func write(toOutput bytes: [UInt8]) throws(CommandFailure) {
    guard writeAll(bytes, to: STDOUT_FILENO) else {
      if errno == EPIPE { throw CommandFailure(.closedPipe, []) }
      throw CommandFailure(
        .unwritableOutput, FileDiagnostics.unwritable, "the output cannot be written: \(systemReason())",
        file: "<stdout>")
    }
  }

  /// There is nowhere left to report that standard error cannot be written.
  static func write(toError text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

  /// Whether somebody sees colours there and has not said that they are unwanted (no-color.org, `TERM=dumb`).
  static let errorTakesColor = isatty(STDERR_FILENO) == 1 && !isSet("NO_COLOR") && !isSet("TERM", to: "dumb")

  private static func isSet(_ name: String, to word: String? = nil) -> Bool {
    guard let value = getenv(name) else { return false }
    return word.map { strcmp(value, $0) == 0 } ?? (value[0] != 0)
  }
}

/// Writes all bytes.
/// - Returns: whether it worked; `errno` says why not.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      guard let base = buffer.baseAddress else { return true }
      let written = write(descriptor, base + offset, buffer.count - offset)
      if written < 0, errno == EINTR { continue }
      if written < 0 { return false }
      offset += written
    }
    return true
  }
}
