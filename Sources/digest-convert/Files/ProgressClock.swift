/// When a line of progress is due, and what it says of rate and time left.
struct ProgressClock {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?

  init() { start = clock.now }

  /// Not more often than this.
  private static let interval = Duration.milliseconds(250)

  /// The time since the beginning, where a line is due again.
  mutating func due() -> Duration? {
    let now = clock.now
    if let lastShown, now - lastShown < Self.interval { return nil }
    lastShown = now
    return now - start
  }

  /// `21000/s, 40 %, 1:25 left`; empty in the first second.
  /// - Parameter fraction: of the whole; `nil` where that is not known.
  static func text(_ count: Int, _ fraction: Double?, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    guard seconds >= 1 else { return "" }
    let rate = "\(Int(Double(count) / seconds))/s"
    guard let fraction, fraction > 0 else { return rate }
    let left = Int(seconds / fraction * (1 - fraction))
    let padded = left % 60 < 10 ? "0\(left % 60)" : "\(left % 60)"
    return "\(rate), \(Int(fraction * 100)) %, \(left / 60):\(padded) left"
  }
}
