import DigestModel

/// What one run could not carry over as it was, with the place in the source.
public struct LossLog: Sendable {
  /// One thing that an output could not carry as it was.
  public struct Loss: Sendable {
    /// What kind of thing it is.
    public var part: ModelPart
    /// `degraded` or `dropped`, or `encoded` where a reader might want to know.
    public var fidelity: Fidelity
    /// Why, and what stands in its place; one clause, lower case, no full stop.
    public var reason: String
    /// Where it stands in the source.
    public var anchor: SourceAnchor
  }

  /// In the order in which they were found.
  public private(set) var losses: [Loss] = []
  /// What avoids some of them, if something does; one clause, lower case, no full stop.
  package var advice: String?
  /// Texts whose markup is noted: one that is written at two places has lost it once.
  private var plainTexts: Set<UInt32> = []

  /// Makes an empty log.
  public init() {}

  /// Notes a loss.
  /// - Parameters:
  ///   - part: what kind of thing it is.
  ///   - fidelity: `degraded` or `dropped`, or `encoded` where a reader might want to know.
  ///   - reason: one clause, lower case, no full stop; losses with the same reason are reported together.
  ///   - anchor: where it stands in the source.
  public mutating func record(
    _ part: ModelPart, _ fidelity: Fidelity, _ reason: String, at anchor: SourceAnchor
  ) {
    losses.append(Loss(part: part, fidelity: fidelity, reason: reason, anchor: anchor))
  }

  mutating func append(_ losses: [Loss]) { self.losses += losses }

  /// Adds what was noted after this, in a part of the output.
  mutating func append(_ later: LossLog) {
    losses += later.losses
    advice = later.advice ?? advice
  }

  /// An empty log that knows which texts are noted in this one.
  var successor: LossLog {
    var log = LossLog()
    log.plainTexts = plainTexts
    return log
  }

  /// - Returns: whether the text was not noted before; always for one that comes from no source.
  mutating func notePlainText(at anchor: SourceAnchor) -> Bool {
    anchor.index == SourceAnchor.none.index || plainTexts.insert(anchor.index).inserted
  }
}
