import DigestModel

/// What one run could not carry over as it was, with the place in the source.
public struct LossLog: Sendable {
  public struct Loss: Sendable {
    public var part: ModelPart
    /// `degraded` or `dropped`, or `encoded` where a reader might want to know.
    public var fidelity: Fidelity
    /// Why, and what stands in its place; one clause, lower case, no full stop.
    public var reason: String
    public var anchor: SourceAnchor
  }

  public private(set) var losses: [Loss] = []

  public init() {}

  public mutating func record(
    _ part: ModelPart, _ fidelity: Fidelity, _ reason: String, at anchor: SourceAnchor
  ) {
    losses.append(Loss(part: part, fidelity: fidelity, reason: reason, anchor: anchor))
  }
}
