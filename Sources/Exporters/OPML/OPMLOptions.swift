/// How an OPML file is written.
public struct OPMLOptions: Hashable, Sendable {
  /// What the reading program can show.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// Notes: the summary of a paper is its outline's `_note`.
    case notes
    /// Outlines alone: the summary is an outline below the paper.
    case children
  }

  public var profile: Profile

  public init(profile: Profile = .notes) { self.profile = profile }
}
