import DigestConversion
import DigestDiagnostics

/// One kind of input for libFuzzer, and what must hold of every input.
///
/// A crash, a trap of the compiler's checks, a run that does not end and a `demand` that does not hold are failures alike:
/// libFuzzer keeps the input.
struct FuzzTarget: Sendable {
  var name: String
  /// The extensions of files that are good to start from; none where any text is.
  var seeds: [String]
  var run: @Sendable (_ bytes: [UInt8]) -> Void
}

extension FuzzTarget {
  static let all: [FuzzTarget] = readers + [pipeline] + quickHalves + texts

  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Ends the process where something does not hold; libFuzzer takes it for a crash.
func demand(
  _ holds: @autoclosure () -> Bool, _ message: @autoclosure () -> String, _ file: StaticString = #file,
  _ line: UInt = #line
) {
  precondition(holds(), message(), file: file, line: line)
}
