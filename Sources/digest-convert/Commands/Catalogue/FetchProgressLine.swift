import DigestCatalogue

/// How far a fetch has come, in the last line of a terminal. Elsewhere only what explains a long wait is said.
final class FetchProgressLine {
  private let isShown: Bool
  private var line: TerminalLine

  init(isShown: Bool) {
    self.isShown = isShown
    line = TerminalLine(isWanted: isShown)
  }

  func show(_ event: FetchEvent) {
    guard isShown else { return }
    switch event {
    case .progress(let progress): line.show(progress.text)
    case .retry:
      end()
      StandardStreams.write(toError: event.text + "\n")
    }
  }

  func end() { line.clear() }
}

extension FetchEvent {
  var text: String {
    switch self {
    case .progress(let progress): progress.text
    case .retry(let service, let reason, let after):
      "\(service.name): \(reason); asking again in \(after.components.seconds) s"
    }
  }
}

extension FetchProgress {
  /// `arXiv API: asked 300 of 400, 290 found`
  fileprivate var text: String { "\(service.name): asked \(asked) of \(total), \(found) found" }
}
