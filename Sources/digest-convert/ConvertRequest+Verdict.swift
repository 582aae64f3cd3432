import DigestConversion
import DigestDiagnostics

// What a run over files and a worker say alike of what was converted.

extension ConvertRequest {
  /// Why the outputs of an input make the run fail.
  struct Refusal {
    var failure: CommandFailure
    /// Whether they are written all the same.
    var isWritten: Bool
  }

  /// What `--fail-on`, and errors in the input, mean for its outputs.
  /// - Parameters:
  ///   - outputs: all outputs of the input.
  ///   - noticed: the findings in the input, as they count.
  /// - Returns: `nil` where nothing is against them.
  func refusal(of outputs: [LossReport.Output], _ noticed: [Diagnostic]) -> Refusal? {
    let hasWarning = noticed.contains { $0.severity >= .warning }
    if failOn.contains(.warning), hasWarning {
      return Refusal(failure: CommandFailure(.findings, []), isWritten: false)
    }
    if failOn.contains(.loss) {
      let findings = outputs.compactMap(LossReport.error)
      if !findings.isEmpty { return Refusal(failure: CommandFailure(.findings, findings), isWritten: false) }
    }
    guard noticed.contains(where: { $0.severity == .error }) else { return nil }
    return Refusal(
      failure: CommandFailure(keepsGoing ? .findings : .invalidInput, []), isWritten: keepsGoing)
  }

  /// Who converts a line or two knows what they are about.
  private static let fewestUntitled = 5

  /// Once a run, however many inputs and formats it has.
  /// - Parameters:
  ///   - all: how many papers there are.
  ///   - untitled: how many of them have no title.
  /// - Returns: `nil` where there is nothing to advise.
  func adviceOnTitles(all: Int, untitled: Int) -> Diagnostic? {
    guard catalogue == .none, untitled >= Self.fewestUntitled, untitled * 2 > all else { return nil }
    return Diagnostic(
      CompletionDiagnostics.untitled, "\(untitled) of \(all) papers have no title", at: nil,
      help: "--complete fills in titles and authors from a catalogue; 'catalogue add' makes one")
  }
}

extension SelectionCount {
  /// What to say where no paper is selected; `nil` where one is.
  var noPaperSelected: Diagnostic? { kept == 0 && all > 0 ? noPaper : nil }
}
