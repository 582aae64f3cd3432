import DigestModel

/// Where a page names each paper: the anchors of papers, and of the entries that name them.
struct HTMLPlaces {
  /// One entry that names a paper.
  struct Place {
    /// The digest that it is in.
    var digest: Int
    /// The `id` of its element.
    var anchor: String
    /// What a link to it is called.
    var label: String
  }

  private var identifiers: JATSIdentifiers
  private var places: [String: [Place]] = [:]
  /// What is written now; `nil` outside entries.
  var current: Place?

  init(_ digest: Digest) { identifiers = JATSIdentifiers(digest.papers) }
  init(_ collection: DigestCollection) { identifiers = JATSIdentifiers(collection) }

  /// Takes up the ids by which a digest calls its papers.
  mutating func begin(_ digest: Digest) { identifiers.begin(digest) }

  /// Papers that the text names and the index lacks.
  var unindexed: [PaperID] { identifiers.unindexed }

  /// The anchor of a paper.
  mutating func anchor(of id: PaperID) -> String { identifiers.reference(id) }

  /// Notes that the current entry names a paper.
  /// - Returns: the anchor of the paper.
  @discardableResult mutating func note(_ id: PaperID) -> String {
    let paper = identifiers.reference(id)
    if let current, places[paper]?.last?.anchor != current.anchor {
      places[paper, default: []].append(current)
    }
    return paper
  }

  /// The entries that name a paper, in the order of the page.
  func places(of paper: String) -> [Place] { places[paper] ?? [] }
}
