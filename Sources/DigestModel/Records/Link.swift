extension Paper {
  /// An address that has to do with a paper.
  public struct Link: Hashable, Sendable {
    /// What is found there. The raw value is its name in YAML and JSON.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The page of the paper.
      case landingPage
      /// The paper itself.
      case pdf
      /// Its program code.
      case code
      /// The page of its project.
      case project
      /// Its data or models.
      case data
      /// A talk or a demonstration.
      case video
      /// Anything else.
      case other
    }

    /// What is found there.
    public var kind: Kind
    /// As given.
    public var url: String

    /// Makes a link.
    public init(_ kind: Kind, _ url: String) {
      self.kind = kind
      self.url = url
    }
  }
}
