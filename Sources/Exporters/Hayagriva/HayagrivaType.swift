import DigestModel

/// What Hayagriva calls a kind of publication: a type of its own and, for most, the type of what it is in (rule K2).
///
/// - Source: Hayagriva 0.9, `docs/file-format.md`, *Entry Type*, and how it takes entries for the types of CSL.
struct HayagrivaType {
  /// The `type` of the entry.
  var entry: String
  /// That of its parent.
  var parent: String
  /// Whether the parent makes the entry what it is, so that it stands there also where nothing is known of it.
  var needsParent = false
  /// The type that a reader takes such an entry for.
  var says: PublicationType?

  /// Of what is in no container that has a type of its own; citation styles take it for a book.
  private static let anyContainer = "book"

  private init(_ entry: String, in parent: String? = nil, says type: PublicationType) {
    self.entry = entry
    self.parent = parent ?? Self.anyContainer
    needsParent = parent != nil
    says = type
  }

  /// - Complexity: O(1).
  static func type(of type: PublicationType) -> HayagrivaType { byType[type] ?? other }

  private static let other = HayagrivaType("misc", says: .document)
  private static let article = HayagrivaType("article", in: "periodical", says: .journalArticle)

  private static let byType: [PublicationType: HayagrivaType] = {
    var byType: [PublicationType: HayagrivaType] = [
      .preprint: HayagrivaType("article", says: .preprint),
      .journalArticle: article, .magazineArticle: article, .review: article,
      .newspaperArticle: HayagrivaType("article", in: "newspaper", says: .newspaperArticle),
      .conferencePaper: HayagrivaType("article", in: "proceedings", says: .conferencePaper),
      .encyclopediaEntry: HayagrivaType("entry", in: "reference", says: .encyclopediaEntry),
      .blogPost: HayagrivaType("article", in: "blog", says: .blogPost),
    ]
    for (type, entry) in words {
      if let type = PublicationType(rawValue: type) { byType[type] = HayagrivaType(entry, says: type) }
    }
    return byType
  }()

  /// Types that stand for one of CSL alone.
  private static let words = [
    ("book", "book"), ("chapter", "chapter"), ("thesis", "thesis"), ("report", "report"),
    ("software", "repository"), ("webpage", "web"), ("patent", "patent"), ("manuscript", "manuscript"),
    ("entry", "entry"), ("legal_case", "case"), ("legislation", "legislation"), ("graphic", "artwork"),
    ("motion_picture", "video"), ("song", "audio"), ("performance", "performance"),
    ("periodical", "periodical"), ("post", "post"), ("event", "exhibition"), ("collection", "anthology"),
  ]
}
