import DigestConversion
import DigestDiagnostics

/// What many outputs of a run failed at for one reason: on a full disk, all that come after the first.
struct RepeatedFailures {
  /// The findings without those that only repeat a reason.
  private(set) var shortened: [Diagnostic] = []
  /// How many were left out, by their reason in the order in which they came.
  private var leftOut: [(reason: String, count: Int)] = []

  /// Outputs that are named for each reason.
  private static let mostShown = 3

  init(in findings: [Diagnostic]) {
    var seen: [String: Int] = [:]
    for finding in findings {
      let isOfOutput = finding.id == FileDiagnostics.unwritable
      if isOfOutput { seen[finding.summary, default: 0] += 1 }
      if !isOfOutput || seen[finding.summary, default: 0] <= Self.mostShown {
        shortened.append(finding)
      } else if let index = leftOut.firstIndex(where: { $0.reason == finding.summary }) {
        leftOut[index].count += 1
      } else {
        leftOut.append((finding.summary, 1))
      }
    }
  }

  /// A line for each reason.
  var text: String {
    leftOut.map { "note: and \(counted($0.count, "output")) more: \($0.reason)\n" }.joined()
  }
}
