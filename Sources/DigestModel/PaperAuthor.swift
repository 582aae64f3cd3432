extension Paper {
  /// A person, or a body that signs as one.
  public struct Author: Hashable, Sendable {
    /// Family name; the whole name for a body, then `given` is `nil`.
    public var family: String
    /// Given names as written, `Jane A.`; `nil` where there are none.
    public var given: String?
    /// A body, `OLMo Team`: its name is never split.
    public var isCorporate: Bool

    /// Makes an author; by default a person with one name.
    public init(family: String, given: String? = nil, isCorporate: Bool = false) {
      self.family = family
      self.given = given
      self.isCorporate = isCorporate
    }

    /// `Given Family`, or the family name alone.
    public var displayName: String { given.map { "\($0) \(family)" } ?? family }
  }
}
