/// When a run over many inputs says how far it is.
enum ProgressChoice: String, CaseIterable {
  /// Where standard error is a terminal.
  case auto
  case always, never
}

/// One line that says how far a run over many inputs is.
struct RunProgressLine {
  private let count: Int
  private var line: TerminalLine
  private var clock = ProgressClock()

  /// - Parameters:
  ///   - count: of the inputs; one alone has no line.
  ///   - isQuiet: whether the user wants to see errors only.
  init(count: Int, choice: ProgressChoice, isQuiet: Bool) {
    self.count = count
    line =
      switch choice {
      case .auto: TerminalLine(isWanted: !isQuiet && count > 1)
      case .always: TerminalLine(isShown: true)
      case .never: TerminalLine(isShown: false)
      }
  }

  mutating func show(done: Int, failed: Int, papers: Int) {
    guard line.isShown, let time = clock.due() else { return }
    line.show(Self.text(done: done, failed: failed, of: count, papers, after: time))
  }

  /// Takes the line away.
  mutating func clear() { line.clear() }

  /// `120 of 1000 inputs, 2 failed, 5400 papers, 85/s, 12 %, 0:10 left`
  static func text(done: Int, failed: Int, of count: Int, _ papers: Int, after time: Duration) -> String {
    let settled = done + failed
    let rate = ProgressClock.text(settled, Double(settled) / Double(max(1, count)), after: time)
    return "\(settled) of \(count) inputs" + (failed > 0 ? ", \(failed) failed" : "") + ", \(papers) papers"
      + (rate.isEmpty ? "" : ", " + rate)
  }
}
