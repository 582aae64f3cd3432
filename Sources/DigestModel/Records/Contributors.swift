/// What somebody did for a paper.
/// - Source: the name variables of CSL 1.0.2.
public enum ContributorRole: String, Hashable, Sendable, CaseIterable {
  /// Wrote it.
  case author
  /// Edited the volume that it is in.
  case editor
  /// Edits the series.
  case collectionEditor = "collection-editor"
  /// Wrote the book that it is a chapter of.
  case containerAuthor = "container-author"
  /// Translated it.
  case translator
  /// Supervised it, published it or had another part in it.
  case contributor
  /// Wrote what it reviews.
  case reviewedAuthor = "reviewed-author"
}

/// Those who had the same part in a paper.
public struct ContributorGroup: Hashable, Sendable {
  /// What they did.
  public var role: ContributorRole
  /// In the order of the source.
  public var names: [ContributorName]
  /// Whether the source leaves some out: `et al.`, `and 12 others`.
  public var hasMore: Bool

  /// Makes a group; by default nobody is in it.
  public init(role: ContributorRole, names: [ContributorName] = [], hasMore: Bool = false) {
    self.role = role
    self.names = names
    self.hasMore = hasMore
  }

  /// Whether the source names nobody and leaves nobody out.
  public var isEmpty: Bool { names.isEmpty && !hasMore }
}
