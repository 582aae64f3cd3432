import ArgumentParser

/// How the program ends: one status a kind of outcome, for scripts and make.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case findings = 1
  case usage = 2
  case unreadableInput = 3
  case invalidInput = 4
  case invalidOutput = 5
  case unwritableOutput = 6
  /// What a shell reports for a program that SIGPIPE ended: whoever read our output has gone.
  case closedPipe = 141

  var meaning: String {
    switch self {
    case .success: "every output is written, or is there already"
    case .findings: "'check' found errors, or '--fail-on' a loss or warning"
    case .usage: "the arguments are wrong"
    case .unreadableInput: "an input is missing, a directory, or cannot be read"
    case .invalidInput: "an input is empty, no UTF-8 text, or no digest"
    case .invalidOutput: "an output breaks its schema; none is written"
    case .unwritableOutput: "an output cannot be written"
    case .closedPipe: "the reader of standard output has gone"
    }
  }

  /// The table in `--help` and in the README.
  static let table: String = allCases.map { status in
    let number = String(status.rawValue)
    return String(repeating: " ", count: 5 - number.utf8.count) + number + "  " + status.meaning
  }.joined(separator: "\n")

  var code: ExitCode { ExitCode(rawValue) }
}
