import DigestPlatform

/// The last line of a terminal, which says what is going on; nothing where standard error goes elsewhere.
struct TerminalLine {
  let isShown: Bool
  /// Whether it has to be wiped before something else is written.
  private var isOpen = false

  /// - Parameter isWanted: whether the user wants to see more than errors.
  init(isWanted: Bool) { isShown = isWanted && StandardStream.error.isTerminal }

  /// For a line that goes wherever standard error goes.
  init(isShown: Bool) { self.isShown = isShown }

  /// Shows a text in place of the last one.
  mutating func show(_ text: String) {
    guard isShown else { return }
    StandardStreams.write(toError: Self.wipe + text)
    isOpen = true
  }

  /// Takes the line away.
  mutating func clear() {
    if isOpen { StandardStreams.write(toError: Self.wipe) }
    isOpen = false
  }

  /// To the first column, and away with what stands there.
  private static let wipe = "\r\u{1B}[K"
}
