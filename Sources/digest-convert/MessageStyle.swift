import ArgumentParser
import DigestDiagnostics
import DigestPlatform

/// How findings look for people.
struct MessageOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Show the line of the source below a finding, with a mark at its column; by default on a terminal.")
  var showSource: Bool?
}

extension TextRenderer {
  /// As a stream takes it: colours, lines of the source and broken lines are for terminals.
  /// - Parameter showsSource: `nil` to show lines of the source on a terminal only.
  init(on stream: StandardStream, showsSource: Bool? = nil) {
    self.init(
      usesColor: StandardStreams.takesColor(stream), showsSource: showsSource ?? stream.isTerminal,
      // Narrower than this, breaking lines makes them no better to read.
      width: stream.columns.map { max($0, 40) })
  }
}
