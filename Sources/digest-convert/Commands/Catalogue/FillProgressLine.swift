import DigestCatalogue

/// One line of a terminal that says how far a long fill has come; nothing where standard error goes elsewhere.
struct FillProgressLine {
  private let name: String
  private var line: TerminalLine
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?

  init(name: String, isShown: Bool) {
    self.name = name
    line = TerminalLine(isWanted: isShown)
    start = clock.now
  }

  /// Not more often than this.
  private static let interval = Duration.milliseconds(250)

  mutating func show(_ progress: SnapshotProgress) {
    guard line.isShown else { return }
    let now = clock.now
    if let lastShown, now - lastShown < Self.interval { return }
    lastShown = now
    line.show(Self.text(name, progress, after: now - start))
  }

  /// Takes the line away.
  mutating func clear() { line.clear() }

  /// `snapshot.json: 1200000 records, 21000/s, 40 %, 1:25 left`
  static func text(_ name: String, _ progress: SnapshotProgress, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    var text = "\(name): \(progress.records) records"
    guard seconds >= 1 else { return text }
    text += ", \(Int(Double(progress.records) / seconds))/s"
    guard let fraction = progress.fraction, fraction > 0 else { return text }
    let left = Int(seconds / fraction * (1 - fraction))
    let padded = left % 60 < 10 ? "0\(left % 60)" : "\(left % 60)"
    return text + ", \(Int(fraction * 100)) %, \(left / 60):\(padded) left"
  }
}
