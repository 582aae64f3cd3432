/// A paper of the index: what a source says of it outright, and what follows from where it is mentioned.
public struct Paper: Hashable, Sendable {
  /// Without version, so that two versions of a paper are one record.
  public var id: PaperID
  /// Given by a source, never derived.
  public var record: Record

  // MARK: Derived by `Digest.normalise()`

  /// The highest version named anywhere.
  public var version: Int?
  /// Names that the reading list, the tree or the ranked table give it, in order, each once.
  public var names: [String]
  /// From the id.
  public var month: YearMonth?
  /// The paths of labels, from the top, under which the tree lists it, in order, each once.
  public var topics: [[String]]
  /// From the ranked table, in order, each once.
  public var keywords: [String]
  /// The best rank in the ranked tables.
  public var rank: Int?
  /// Every place that names it, in document order.
  public var mentions: [Mention]

  /// Makes a paper of which nothing is known but what is given. `Digest.normalise()` fills in what is derived.
  public init(
    id: PaperID, record: Record = Record(), version: Int? = nil, names: [String] = [],
    month: YearMonth? = nil,
    topics: [[String]] = [], keywords: [String] = [], rank: Int? = nil, mentions: [Mention] = []
  ) {
    self.id = id
    self.record = record
    self.version = version
    self.names = names
    self.month = month
    self.topics = topics
    self.keywords = keywords
    self.rank = rank
    self.mentions = mentions
  }

  /// The id with the highest version named, for addresses.
  public var versionedID: PaperID {
    PaperID(scheme: id.scheme, value: id.value, version: version, subjectClass: id.subjectClass)
  }

  /// Where its record is, or where it is first named.
  package var anchor: SourceAnchor {
    record.isEmpty ? mentions.first?.citation.anchor ?? record.anchor : record.anchor
  }

  /// Whether the topic tree lists it.
  public var isInTopicTree: Bool { mentions.contains { $0.kind == .topicTree } }
}
