public import DigestModel

/// Which records of arXiv's snapshot a catalogue takes, and what of them.
public struct SnapshotFilter: Hashable, Sendable {
  /// A category, `cs.LG`, or an archive with all of its categories, `cs.*`.
  public struct Category: Hashable, Sendable {
    /// As given.
    public var pattern: String

    /// - Returns: `nil` for what cannot be a category: white space, a star that is not at the end.
    public init?(_ pattern: String) {
      let star = pattern.utf8.firstIndex(of: UInt8(ascii: "*"))
      guard !pattern.isEmpty, pattern.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }),
        star == nil || pattern.hasSuffix(".*") && star == pattern.utf8.index(before: pattern.utf8.endIndex)
      else { return nil }
      self.pattern = pattern
    }

    func fits(_ category: Substring) -> Bool {
      pattern.hasSuffix(".*")
        ? category.utf8.starts(with: pattern.utf8.dropLast())
          || category.utf8.elementsEqual(pattern.utf8.dropLast(2))
        : category.utf8.elementsEqual(pattern.utf8)
    }
  }

  /// Records that arXiv has changed on this day or later; `nil` for all.
  public var since: PartialDate?
  /// Papers that are in one of these, also where it is not the primary one; empty for all.
  public var categories: [Category]
  /// Whether abstracts are taken. They are more than half of the file.
  public var takesAbstracts: Bool

  /// Makes a filter; by default it takes everything.
  public init(since: PartialDate? = nil, categories: [Category] = [], takesAbstracts: Bool = true) {
    self.since = since
    self.categories = categories
    self.takesAbstracts = takesAbstracts
  }

  func takes(updated: String?, categories: String?) -> Bool {
    if let since {
      // Days of ISO 8601 are in order as text.
      guard let updated, updated >= since.description else { return false }
    }
    guard !self.categories.isEmpty else { return true }
    let found = categories?.split(separator: " ") ?? []
    return found.contains { category in self.categories.contains { $0.fits(category) } }
  }
}
