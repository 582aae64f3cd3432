import DigestCatalogue

/// One line of a terminal that says how far a long fill has come; nothing where standard error goes elsewhere.
struct FillProgressLine {
  private let name: String
  private var line: TerminalLine
  private var clock = ProgressClock()

  init(name: String, isShown: Bool) {
    self.name = name
    line = TerminalLine(isWanted: isShown)
  }

  mutating func show(_ progress: SnapshotProgress) {
    guard line.isShown, let time = clock.due() else { return }
    line.show(Self.text(name, progress, after: time))
  }

  /// Takes the line away.
  mutating func clear() { line.clear() }

  /// `snapshot.json: 1200000 records, 21000/s, 40 %, 1:25 left`
  static func text(_ name: String, _ progress: SnapshotProgress, after time: Duration) -> String {
    let rate = ProgressClock.text(progress.records, progress.fraction, after: time)
    return "\(name): \(progress.records) records" + (rate.isEmpty ? "" : ", " + rate)
  }
}
