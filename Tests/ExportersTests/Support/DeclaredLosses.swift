import DigestExporters
import DigestModel
import Testing

extension Exporter {
  /// Expects that every loss is one that the capabilities declare: of what is exact or encoded nothing is lost, of what
  /// is degraded single things can be missing altogether, and what is dropped is not there.
  func expectDeclared(_ losses: LossLog, _ comment: @autoclosure () -> Comment = "") {
    for loss in losses.losses {
      let allowed: [Fidelity] =
        switch capabilities[loss.part] ?? .dropped {
        case .exact, .encoded: []
        case .degraded: [.degraded, .dropped]
        case .dropped: [.dropped]
        }
      #expect(
        allowed.contains(loss.fidelity),
        "\(name): \(loss.fidelity) \(loss.part): \(loss.reason); \(comment())")
    }
  }
}
