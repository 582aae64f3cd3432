import ArgumentParser

/// How the program ends: one status for each kind of outcome, for scripts and make.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case findings = 1
  case usage = 2
  case unreadableInput = 3
  case invalidInput = 4
  case invalidOutput = 5
  case unwritableOutput = 6
  case serviceFailure = 7
  /// EX_SOFTWARE of sysexits.h.
  case internalError = 70
  /// EX_OSERR of sysexits.h.
  case outOfMemory = 71
  /// As a shell reports a program that SIGPIPE ended.
  case closedPipe = 141

  var meaning: String {
    switch self {
    case .success: "every output was written, or was up to date"
    case .findings: "an error, difference, invalid file, unknown paper or --fail-on finding"
    case .usage: "the arguments are wrong"
    case .unreadableInput: "an input is missing, is a directory, or cannot be read"
    case .invalidInput: "an input is empty, not UTF-8, or not a digest"
    case .invalidOutput: "an output breaks its schema; no output of its input is written"
    case .unwritableOutput: "an output cannot be written"
    case .serviceFailure: "a service on the net gave no answer about some papers"
    case .internalError: "an unexpected error: the program is at fault"
    case .outOfMemory: "there is not enough memory"
    case .closedPipe: "standard output was closed"
    }
  }

  /// The table in `--help` and in the README.
  static let table: String = allCases.map { status in
    let number = String(status.rawValue)
    return String(repeating: " ", count: 5 - number.utf8.count) + number + "  " + status.meaning
  }.joined(separator: "\n")

  var code: ExitCode { ExitCode(rawValue) }
}
