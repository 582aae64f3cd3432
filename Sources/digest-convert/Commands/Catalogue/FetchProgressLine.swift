import DigestCatalogue
import DigestPlatform

/// What is going on, in the last line of a terminal. Elsewhere only what explains a long wait is said.
final class FetchProgressLine {
  private let isShown: Bool
  private let isTerminal = StandardStream.error.isTerminal
  /// Whether the line has to be wiped before something else is written.
  private var isOpen = false

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ event: FetchEvent) {
    guard isShown else { return }
    switch event {
    case .progress(let progress):
      guard isTerminal else { return }
      StandardStreams.write(toError: Self.wipe + progress.text)
      isOpen = true
    case .retry:
      end()
      StandardStreams.write(toError: event.text + "\n")
    }
  }

  func end() {
    if isOpen { StandardStreams.write(toError: Self.wipe) }
    isOpen = false
  }

  /// To the first column, and away with what stands there.
  private static let wipe = "\r\u{1B}[K"
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
